#include "project/whereabouts.h"

#include "catalog/catalog.h"
#include "project/statement_text.h"
#include "run/run.h"
#include "scratch/dev.h"
#include <string.h>

typedef struct {
    Whereabouts *place;
    char *conninfo, *own_schema;
    const Node *node;
    GThread *thread;
} Asking;

static bool
has_body(const Kind *kind)
{
    return kind->query != NULL && kind->parents == NULL && kind_attr(kind, "body") >= 0;
}

static const Node *
find_there(const Schema *schema, const Node *node)
{
    const Node *exact = schema_match(schema, node), *only = NULL;
    for (guint i = 0; exact == NULL && i < schema->roots->len; i++) {
        const Node *root = schema->roots->pdata[i];
        if (g_strcmp0(root->schema, node->schema) != 0 || g_strcmp0(root->name, node->name) != 0)
            continue;
        if (only != NULL)
            return NULL;
        only = root;
    }
    return exact != NULL ? exact : only;
}

static bool
read_body(PGconn *connection, const Asking *asking, GError **error)
{
    g_autoptr(Schema) schema = NULL;
    if (!has_body(asking->node->kind))
        return true;
    if (!catalog_read_kind(connection, asking->own_schema, asking->node->kind, &schema, error))
        return false;
    const Node *there = find_there(schema, asking->node);
    if (there != NULL) {
        asking->place->has_body = true;
        asking->place->body = g_strdup(node_value(there, "body"));
    }
    return true;
}

static char *
first_line(const char *text)
{
    return g_strndup(text, strcspn(text, "\n"));
}

/* In a thread of its own: the place is this one's until it is joined. */
static void *
ask(void *data)
{
    Asking *asking = data;
    g_autoptr(PGconn) connection = NULL;
    g_autoptr(GError) problem = NULL;
    if (!connection_open(asking->conninfo, "pleat", &connection, &problem) ||
        !run_applied(connection, asking->own_schema, &asking->place->applied, &asking->place->versioned, &problem) ||
        !read_body(connection, asking, &problem))
        asking->place->why = first_line(problem->message);
    return NULL;
}

static void
whereabouts_free(void *data)
{
    Whereabouts *place = data;
    g_clear_pointer(&place->applied, g_hash_table_unref);
    g_free(place->why);
    g_free(place->body);
    g_free(place);
}

/* Where a database is; NULL, with the reason in the place, when it cannot be asked. */
static char *
find_conninfo(PleatSession *session, const char *name, Whereabouts *place)
{
    g_autoptr(GError) problem = NULL;
    g_autofree char *url = NULL;
    bool running = true;
    if (session_is_development(session, name) && dev_url(session->config->directory, &running, &url, NULL) &&
        !running) {
        place->why = g_strdup("its server does not run (pleat dev start)");
        return NULL;
    }
    char *conninfo = NULL;
    if (!session_database(session, name, &conninfo, &problem))
        place->why = first_line(problem->message);
    return conninfo;
}

/* A database that does not answer is not waited for long; who says another time in the string is heard. */
static char *
with_timeout(const char *conninfo)
{
    if (strstr(conninfo, "connect_timeout") != NULL || g_getenv("PGCONNECT_TIMEOUT") != NULL)
        return g_strdup(conninfo);
    if (strstr(conninfo, "://") == NULL)
        return g_strconcat(conninfo, " connect_timeout=3", NULL);
    return g_strconcat(conninfo, strchr(conninfo, '?') == NULL ? "?" : "&", "connect_timeout=3", NULL);
}

static void
asking_clear(void *data)
{
    Asking *asking = data;
    g_free(asking->conninfo);
    g_free(asking->own_schema);
}

GPtrArray *
whereabouts_ask(PleatSession *session, const Node *node)
{
    const Config *config = session->config;
    GPtrArray *all = g_ptr_array_new_with_free_func(whereabouts_free);
    g_autoptr(GArray) askings = g_array_new(FALSE, TRUE, sizeof(Asking));
    g_array_set_clear_func(askings, asking_clear);
    const char *only = session->options.database;
    size_t n = only != NULL ? 1 : config->n_databases;
    for (size_t i = 0; i < n; i++) {
        Whereabouts *place = g_new0(Whereabouts, 1);
        place->name = only != NULL ? only : config->databases[i].name;
        g_ptr_array_add(all, place);
        g_autofree char *conninfo = find_conninfo(session, place->name, place);
        if (conninfo == NULL)
            continue;
        Asking asking = {place, with_timeout(conninfo), g_strdup(config->revision_schema), node, NULL};
        g_array_append_val(askings, asking);
    }
    for (guint i = 0; i < askings->len; i++) {
        Asking *asking = &g_array_index(askings, Asking, i);
        asking->thread = g_thread_new("ask", ask, asking);
    }
    for (guint i = 0; i < askings->len; i++)
        g_thread_join(g_array_index(askings, Asking, i).thread);
    return all;
}

static bool
has_applied(const Whereabouts *place, GHashTable *carried, const ObjectVersion *version)
{
    const GPtrArray *revisions = g_hash_table_lookup(carried, version);
    for (guint i = 0; revisions != NULL && i < revisions->len; i++)
        if (g_hash_table_contains(place->applied, ((const Revision *)revisions->pdata[i])->id))
            return true;
    return false;
}

static void
match_by_body(Whereabouts *place, const GPtrArray *versions, GHashTable *carried)
{
    const ObjectVersion *applied = NULL;
    guint count = 0;
    for (guint i = 0; i < versions->len; i++) {
        const ObjectVersion *version = versions->pdata[i];
        if (version->node == NULL || version->chosen != NULL || version->node->text == NULL ||
            !statement_has_body(version->node->text, place->body))
            continue;
        count++;
        place->version = place->version == NULL ? version : place->version;
        if (applied == NULL && has_applied(place, carried, version))
            applied = version;
    }
    place->version = applied != NULL ? applied : place->version;
    place->alike = count > 0 ? count - 1 : 0;
}

/* The merge that HEAD has it by is the newest. */
static void
prefer_choice(Whereabouts *place, const GPtrArray *versions)
{
    for (guint i = 0; i < versions->len; i++) {
        const ObjectVersion *version = versions->pdata[i];
        if (version->chosen != NULL && version->chosen == place->version)
            place->version = version;
    }
}

void
whereabouts_match(GPtrArray *all, const GPtrArray *versions, GHashTable *carried)
{
    for (guint i = 0; i < all->len; i++) {
        Whereabouts *place = all->pdata[i];
        if (place->why != NULL)
            continue;
        if (place->has_body && place->body != NULL)
            match_by_body(place, versions, carried);
        for (guint v = 0; !place->has_body && place->version == NULL && v < versions->len; v++)
            if (has_applied(place, carried, versions->pdata[v]))
                place->version = versions->pdata[v];
        prefer_choice(place, versions);
    }
}
