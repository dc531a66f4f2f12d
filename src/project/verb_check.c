#include "diff/spelled.h"
#include "project/autogenerate.h"
#include "project/describe.h"

/* Where the database stands among the revisions. */
typedef struct {
    bool versioned;  /* it has a version table */
    guint pending;   /* revisions that are not applied */
} Standing;

static bool
find_standing(PleatSession *session, const Source *database, Standing *standing, GError **error)
{
    g_autoptr(PGconn) connection = NULL;
    g_autoptr(GHashTable) applied = NULL;
    g_autoptr(Graph) graph = NULL;
    if (!connection_open(database->conninfo, "pleat", &connection, error) ||
        !run_applied(connection, session->config->revision_schema, &applied, &standing->versioned, error))
        return false;
    if (session->config->path == NULL)
        return true;
    if (!session_graph(session, &graph, error))
        return false;
    GPtrArray *all = graph_all(graph);
    for (guint i = 0; i < all->len; i++)
        standing->pending += !g_hash_table_contains(applied, ((const Revision *)all->pdata[i])->id);
    return true;
}

static void
write_differences(PleatSession *session, GArray *deltas)
{
    static const char *const WORDS[] = {"declared, not in the database", "in the database, not declared", "differs"};
    for (guint i = 0; i < deltas->len; i++) {
        const Delta *delta = &g_array_index(deltas, Delta, i);
        const Node *node = delta->new_node != NULL ? delta->new_node : delta->old_node;
        Place place = node->declared != NULL ? node->declared->place : (Place){0};
        if (place.file != NULL)
            session_write(session, "%s:%d:%d: ", place.file, place.line, place.column);
        session_write(session, "%s %s: %s", node->kind->title, node_address(node), WORDS[delta->kind]);
        for (size_t k = 0; delta->kind == DELTA_ALTER && k < node->kind->n_attrs; k++)
            if (delta->changed & (1ull << k))
                session_write(session, ": %s", node->kind->attrs[k].key);
        for (Facet facet = 0; delta->kind == DELTA_ALTER && facet < N_FACETS; facet++)
            if (delta->facets & (1u << facet))
                session_write(session, ": %s", facet_keys[facet]);
        session_write(session, "\n");
    }
}

static void
write_standing(PleatSession *session, const Standing *standing)
{
    if (!standing->versioned)
        session_note(session, "the database has no version table: compared with the declarations alone\n");
    else if (standing->pending > 0)
        session_note(session, "%u revision%s not applied\n", standing->pending, standing->pending == 1 ? " is" : "s are");
}

bool
pleat_check(PleatSession *session, const PleatCheckOptions *options, PleatOutcome *outcome, GError **error)
{
    g_autoptr(Source) database = NULL, declared = NULL;
    Standing standing = {0};
    if (!source_open(session, options->directory == NULL ? "schema" : options->directory, &declared, error) ||
        !source_open(session, "db", &database, error) || !find_standing(session, database, &standing, error))
        return false;
    *outcome = PLEAT_CLEAN;
    write_standing(session, &standing);
    if (source_spelled_alike(session, database, declared)) {
        session_write(session, "in sync\n");
        return true;
    }
    if (!source_pair(session, database, declared, error))
        return false;
    g_autoptr(GArray) deltas = diff_run(database->schema, declared->schema);
    write_differences(session, deltas);
    if (deltas->len == 0)
        session_write(session, "in sync\n");
    else
        *outcome = PLEAT_FINDINGS;
    return true;
}
