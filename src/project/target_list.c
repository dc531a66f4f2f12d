#include "project/target_list.h"

#include <string.h>

static void
free_database(void *data)
{
    TargetDatabase *database = data;
    PQfinish(database->connection);
    g_clear_error(&database->problem);
    g_free(database->label);
    g_free(database);
}

static void
free_target(void *data)
{
    Target *target = data;
    g_free(target->schema);
    g_free(target->label);
    g_free(target);
}

void
target_list_free(TargetList *list)
{
    if (list == NULL)
        return;
    g_ptr_array_unref(list->targets);
    g_ptr_array_unref(list->databases);
    g_free(list);
}

/* A name may hold line ends, which would break the lines of a report. */
static char *
one_line(const char *name)
{
    GString *line = g_string_new(NULL);
    for (; *name != '\0'; name++) {
        if (g_ascii_iscntrl(*name))
            g_string_append_printf(line, "\\x%02x", (unsigned)*name);
        else
            g_string_append_c(line, *name);
    }
    return g_string_free(line, FALSE);
}

static void
add_target(TargetList *list, TargetDatabase *database, const char *schema)
{
    Target *target = g_new0(Target, 1);
    bool many = list->databases->len > 1;
    g_autofree char *label = schema == NULL ? g_strdup(database->label)
                             : many         ? g_strdup_printf("%s/%s", database->label, schema)
                                            : g_strdup(schema);
    *target = (Target){.database = database, .schema = g_strdup(schema), .label = one_line(label)};
    g_ptr_array_add(list->targets, target);
}

/* Nothing may end the session while others work (13 does not know the setting), and a look must not hold them up: a
 * tenant that is being dropped is locked. */
static bool
connect(PleatSession *session, TargetDatabase *database, GError **error)
{
    return session_connect(session, database->name, &database->connection, error) &&
           connection_run(database->connection, "SET lock_timeout = '1s'", error) &&
           (connection_major(database->connection) < 14 ||
            connection_run(database->connection, "SET idle_session_timeout = 0", error));
}

static void
add_database(PleatSession *session, TargetList *list, const char *name)
{
    TargetDatabase *database = g_new0(TargetDatabase, 1);
    database->name = name;
    bool named = config_database(session->config, name) != NULL;
    database->label = named ? g_strdup(name) : connection_display(name);
    g_ptr_array_add(list->databases, database);
    if (!connect(session, database, &database->problem))
        g_clear_pointer(&database->connection, PQfinish);
}

/* pleat's own server is for the developer alone: it is not started by a deployment. */
static bool
add_databases(PleatSession *session, TargetList *list, GError **error)
{
    const Config *config = session->config;
    if (!session->options.all_databases) {
        const ConfigDatabase *one = config_database(config, session->options.database);
        add_database(session, list, one == NULL ? session->options.database : one->name);
        return true;
    }
    if (session->options.database != NULL)
        return fail(error, PLEAT_ERROR_USAGE, "--all-databases and --database exclude each other");
    for (size_t i = 0; i < config->n_databases; i++)
        if (session_is_development(session, config->databases[i].name))
            session_note(session, "%s is the embedded database: left out\n", config->databases[i].name);
        else
            add_database(session, list, config->databases[i].name);
    if (list->databases->len > 0)
        return true;
    fail(error, PLEAT_ERROR_USAGE, "no database but the embedded one in %s", config->path);
    return fail_hint(error, "they stand below \"databases:\"");
}

/* The schemas of PostgreSQL, of pleat, and those that declarations are of are nobody's, whatever the pattern. */
static bool
is_tenant(const PleatSession *session, const char *schema)
{
    const char *const *named = session->options.tenant;
    return strcmp(schema, session->config->revision_schema) != 0 && !config_manages_schema(session->config, schema) &&
           (named == NULL || g_strv_contains(named, schema));
}

static bool
add_tenants(PleatSession *session, TargetList *list, TargetDatabase *database, GError **error)
{
    const char *const params[] = {session->config->tenants};
    g_autoptr(PGresult) result = NULL;
    if (!connection_query(database->connection,
                          "SELECT nspname FROM pg_catalog.pg_namespace WHERE nspname LIKE $1 AND nspname NOT LIKE "
                          "'pg\\_%' AND nspname <> 'information_schema' ORDER BY nspname COLLATE \"C\"",
                          1, params, &result, error))
        return false;
    for (int row = 0; row < PQntuples(result); row++)
        if (is_tenant(session, PQgetvalue(result, row, 0)))
            add_target(list, database, PQgetvalue(result, row, 0));
    return true;
}

/* Each tenant that was named is there, in one database at least. */
static bool
require_named(const PleatSession *session, const TargetList *list, GError **error)
{
    const char *const *named = session->options.tenant;
    for (; named != NULL && *named != NULL; named++) {
        bool there = false;
        for (guint i = 0; i < list->targets->len; i++) {
            const Target *target = list->targets->pdata[i];
            there |= target->schema == NULL || strcmp(target->schema, *named) == 0;
        }
        if (there)
            continue;
        fail(error, PLEAT_ERROR_USAGE, "no tenant \"%s\"", *named);
        return fail_hint(error, "a tenant is a schema that is like '%s'", session->config->tenants);
    }
    return true;
}

bool
target_list_read(PleatSession *session, TargetList **out, GError **error)
{
    bool tenants = session_for_tenants(session);
    g_autoptr(TargetList) list = g_new0(TargetList, 1);
    list->databases = g_ptr_array_new_with_free_func(free_database);
    list->targets = g_ptr_array_new_with_free_func(free_target);
    if (!session_require_project(session, error) || (tenants && !session_require_tenants(session, error)) ||
        !add_databases(session, list, error))
        return false;
    for (guint i = 0; i < list->databases->len; i++) {
        TargetDatabase *database = list->databases->pdata[i];
        bool good = database->problem == NULL;
        if (good && tenants)
            good = add_tenants(session, list, database, &database->problem);
        if (!good || !tenants)
            add_target(list, database, NULL);
    }
    if (!require_named(session, list, error))
        return false;
    *out = g_steal_pointer(&list);
    return true;
}

char *
target_standing(const PleatSession *session, const Target *target, const Graph *graph)
{
    g_autoptr(GHashTable) applied = NULL;
    RunTables tables = {session->config->revision_schema, false};
    if (target->schema != NULL)
        tables = (RunTables){target->schema, true};
    if (target->database->connection == NULL ||
        !run_applied_in(target->database->connection, tables, &applied, NULL, NULL))
        return g_strdup("?");
    GString *text = g_string_new(NULL);
    g_autoptr(GPtrArray) last = graph_last_applied(graph, applied);
    for (guint i = 0; i < last->len; i++)
        g_string_append_printf(text, "%s%s", i > 0 ? ", " : "", ((const Revision *)last->pdata[i])->id);
    if (text->len == 0)
        g_string_append(text, g_hash_table_size(applied) > 0 ? "?" : "base");
    return g_string_free(text, FALSE);
}

bool
target_is_gone(const Target *target)
{
    const char *const params[] = {target->schema};
    g_autoptr(PGresult) result = NULL;
    return target->schema != NULL &&
           connection_query(target->database->connection, "SELECT FROM pg_catalog.pg_namespace WHERE nspname = $1", 1,
                            params, &result, NULL) &&
           PQntuples(result) == 0;
}
