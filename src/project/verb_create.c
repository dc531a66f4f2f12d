#include "project/source.h"

#include "catalog/catalog.h"
#include "scratch/realise.h"

/* Nothing but what every new database has. */
static bool
require_empty(PGconn *connection, const char *own_schema, GError **error)
{
    g_autoptr(Schema) there = NULL;
    if (!catalog_reflect(connection, own_schema, &there, error))
        return false;
    for (guint i = 0; i < there->roots->len; i++) {
        const Node *root = there->roots->pdata[i];
        if (!root->kind->is_schema)
            return fail(error, PLEAT_ERROR_STATE, "the database is not empty: there is %s %s", root->kind->title,
                        node_address(root));
    }
    return true;
}

static bool
stamp_heads(PleatSession *session, const char *conninfo, GError **error)
{
    g_autoptr(Graph) graph = NULL;
    if (session->config->path == NULL)
        return true;
    if (!session_graph(session, &graph, error))
        return false;
    if (graph_all(graph)->len == 0)
        return true;
    RunOptions options = session_run_options(session);
    const char *const targets[] = {"heads", NULL};
    return run_stamp(conninfo, graph, targets, false, &options, error);
}

/* Made on scratch first: then the order is the catalog's, and the target sees one transaction without a mistake in it.
 */
bool
pleat_create(PleatSession *session, const PleatCreateOptions *options, GError **error)
{
    g_autoptr(Source) declared = NULL;
    g_autofree char *conninfo = NULL;
    g_autoptr(PGconn) connection = NULL;
    if (options->directory != NULL && !session_enter(session, options->directory, error))
        return false;
    const char *own_schema = session->config->revision_schema;
    return source_open(session, options->directory == NULL ? "schema" : options->directory, &declared, error) &&
           session_database(session, NULL, &conninfo, error) && session_make_roles(session, conninfo, error) &&
           connection_open(conninfo, "pleat", &connection, error) && require_empty(connection, own_schema, error) &&
           source_realise(session, declared, connection_major(connection), error) &&
           realise_again(connection, declared->schema, own_schema, error) && stamp_heads(session, conninfo, error);
}
