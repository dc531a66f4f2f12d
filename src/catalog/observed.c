#include "catalog/observed.h"

#include "base/arena.h"
#include "sql/format.h"
#include <string.h>

static void
statement_free(void *data)
{
    ObservedStatement *statement = data;
    g_free(statement->id);
    g_free(statement->text);
    g_free(statement);
}

void
observed_clear(Observed *observed)
{
    g_clear_pointer(&observed->list, g_ptr_array_unref);
    g_clear_pointer(&observed->why, g_free);
}

/* Which of the extension's columns and views there are: they came with its versions. */
static const char EXTENSION[] =
    "SELECT n.nspname,"
    " EXISTS (SELECT FROM pg_catalog.pg_attribute a WHERE a.attrelid = c.oid AND a.attname = 'toplevel'),"
    " EXISTS (SELECT FROM pg_catalog.pg_attribute a WHERE a.attrelid = c.oid AND a.attname = 'stats_since'),"
    " EXISTS (SELECT FROM pg_catalog.pg_class i WHERE i.relnamespace = n.oid AND i.relname = "
    "'pg_stat_statements_info') "
    "FROM pg_catalog.pg_extension e JOIN pg_catalog.pg_namespace n ON n.oid = e.extnamespace "
    "JOIN pg_catalog.pg_class c ON c.relnamespace = n.oid AND c.relname = 'pg_stat_statements' "
    "WHERE e.extname = 'pg_stat_statements'";

/* The latest of both moments: a statement that is forgotten and comes again begins anew. */
static const char *
question(Arena *arena, const PGresult *extension)
{
    enum { SCHEMA, TOPLEVEL, SINCE, INFO };
    const char *schema = sql_printf(arena, "%I", PQgetvalue(extension, 0, SCHEMA));
    const bool has[] = {true, PQgetvalue(extension, 0, TOPLEVEL)[0] == 't', PQgetvalue(extension, 0, SINCE)[0] == 't',
                        PQgetvalue(extension, 0, INFO)[0] == 't'};
    const char *reset = !has[INFO]
                            ? "NULL::timestamptz"
                            : arena_printf(arena, "(SELECT stats_reset FROM %s.pg_stat_statements_info)", schema);
    const char *since = has[SINCE] ? arena_printf(arena, "greatest(min(s.stats_since), %s)", reset) : reset;
    return arena_printf(arena,
                        "SELECT s.queryid, s.query, sum(s.calls)::bigint, extract(epoch FROM %s) "
                        "FROM %s.pg_stat_statements s JOIN pg_catalog.pg_database d ON d.oid = s.dbid "
                        "WHERE d.datname = pg_catalog.current_database()%s GROUP BY s.queryid, s.query "
                        "ORDER BY s.query",
                        since, schema, has[TOPLEVEL] ? " AND s.toplevel" : "");
}

static void
read_rows(const PGresult *result, Observed *out)
{
    out->list = g_ptr_array_new_with_free_func(statement_free);
    const ObservedStatement *last = NULL;
    for (int row = 0; row < PQntuples(result); row++) {
        const char *text = PQgetvalue(result, row, 1);
        const bool hidden = PQgetisnull(result, row, 0) || PQgetisnull(result, row, 1) || *text == '\0';
        out->hidden += hidden;
        if (hidden || (last != NULL && strcmp(last->text, text) == 0))
            continue;
        ObservedStatement *statement = g_new0(ObservedStatement, 1);
        *statement = (ObservedStatement){
            .id = g_strdup(PQgetvalue(result, row, 0)),
            .text = g_strdup(text),
            .calls = g_ascii_strtoll(PQgetvalue(result, row, 2), NULL, 10),
            .since = PQgetisnull(result, row, 3) ? -1 : g_ascii_strtod(PQgetvalue(result, row, 3), NULL)};
        g_ptr_array_add(out->list, statement);
        last = statement;
    }
}

bool
observed_read(PGconn *connection, Observed *out, GError **error)
{
    g_autoptr(PGresult) extension = NULL, result = NULL;
    g_autoptr(Arena) arena = arena_new();
    g_autoptr(GError) problem = NULL;
    *out = (Observed){0};
    if (!connection_query(connection, EXTENSION, 0, NULL, &extension, error))
        return false;
    if (PQntuples(extension) == 0) {
        out->why = g_strdup("the extension pg_stat_statements is not there");
        return true;
    }
    if (connection_query(connection, question(arena, extension), 0, NULL, &result, &problem)) {
        read_rows(result, out);
        return true;
    }
    if (PQstatus(connection) != CONNECTION_OK) {
        g_propagate_error(error, g_steal_pointer(&problem));
        return false;
    }
    out->why = g_strndup(problem->message, strcspn(problem->message, "\n"));
    return true;
}
