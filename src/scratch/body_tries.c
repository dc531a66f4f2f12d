#include "scratch/body_tries.h"

#include "exec/statement.h"
#include "sql/lex.h"
#include <string.h>

/* Few enough that what the server answers fits in the socket while it still reads. */
enum { TRIES_AT_ONCE = 40 };

Try *
try_new(Arena *arena)
{
    return arena_new_one(arena, Try);
}

bool
tries_can_check(PGconn *connection, bool *can, GError **error)
{
    g_autofree char *found = NULL;
    *can = false;
    if (g_getenv("PLEAT_WITHOUT_PLPGSQL_CHECK") != NULL)
        return true;
    if (!connection_value(connection,
                          "SELECT name FROM pg_catalog.pg_available_extensions WHERE name = 'plpgsql_check' "
                          "AND pg_catalog.current_setting('is_superuser') = 'on'",
                          &found, error))
        return false;
    *can = found != NULL;
    return true;
}

/* What a try sends ------------------------------------------------------------------------------------------------- */

static const char CHECK[] =
    "SELECT lineno, sqlstate, message FROM pleat_checks.plpgsql_check_function_tb("
    "(SELECT max(oid) FROM pg_catalog.pg_proc WHERE pronamespace = pg_catalog.pg_my_temp_schema()), "
    "COALESCE(pg_catalog.to_regclass($1), 0), fatal_errors := false) WHERE level = 'error'";

static bool
send_try(PGconn *connection, const Try *try)
{
    const char *path[] = {try->path}, *relation[] = {try->relation};
    return PQsendQueryParams(connection, "SELECT pg_catalog.set_config('search_path', $1, true)", 1, NULL, path, NULL,
                             NULL, 0) &&
           PQsendQueryParams(connection, try->sql, 0, NULL, NULL, NULL, NULL, 0) &&
           (!try->checks || PQsendQueryParams(connection, CHECK, 1, NULL, relation, NULL, NULL, 0)) &&
           PQpipelineSync(connection) &&
           PQsendQueryParams(connection, "ROLLBACK TO SAVEPOINT pleat_try", 0, NULL, NULL, NULL, NULL, 0) &&
           PQpipelineSync(connection);
}

/* What it gets back ------------------------------------------------------------------------------------------------ */

static void
add_fault(Arena *arena, Try *try, TryFault fault)
{
    fault.sqlstate = arena_strdup(arena, fault.sqlstate == NULL ? "" : fault.sqlstate);
    fault.message = arena_strdup(arena, fault.message == NULL ? "" : fault.message);
    g_array_append_val(try->faults, fault);
}

/* A place in "text", counted in characters from 1. */
static void
place_in(const char *text, const char *position, size_t start, size_t length, int *line, int *column)
{
    const glong characters = position == NULL ? 0 : strtol(position, NULL, 10);
    if (characters < 1 || characters > g_utf8_strlen(text, -1) + 1)
        return;
    const size_t offset = (size_t)(g_utf8_offset_to_pointer(text, characters - 1) - text);
    if (offset < start || offset > start + length)
        return;
    text_position(text + start, offset - start, line, column);
}

/* The place is in the statement, or in a body that the server tells along. */
static void
read_failure(Arena *arena, Try *try, const PGresult *result)
{
    const char *inner = PQresultErrorField(result, PG_DIAG_INTERNAL_QUERY);
    int line = 0, column = 0;
    if (inner != NULL)
        place_in(inner, PQresultErrorField(result, PG_DIAG_INTERNAL_POSITION), 0, strlen(inner), &line, &column);
    else
        place_in(try->sql, PQresultErrorField(result, PG_DIAG_STATEMENT_POSITION), try->start, try->length, &line,
                 &column);
    add_fault(arena, try,
              (TryFault){line, column, PQresultErrorField(result, PG_DIAG_SQLSTATE),
                         PQresultErrorField(result, PG_DIAG_MESSAGE_PRIMARY), true});
}

static void
read_rows(Arena *arena, Try *try, const PGresult *result)
{
    for (int row = 0; row < PQntuples(result); row++)
        add_fault(arena, try,
                  (TryFault){atoi(PQgetvalue(result, row, 0)), 0, PQgetvalue(result, row, 1),
                             PQgetvalue(result, row, 2), false});
}

/* All results up to the next synchronisation. try NULL: none of them is of interest. */
static bool
receive(PGconn *connection, Arena *arena, Try *try, GError **error)
{
    for (bool was_null = false;;) {
        g_autoptr(PGresult) result = PQgetResult(connection);
        if (result == NULL) {
            if (was_null || PQstatus(connection) == CONNECTION_BAD)
                return connection_fail(connection, NULL, error);
            was_null = true;
            continue;
        }
        was_null = false;
        const ExecStatusType status = PQresultStatus(result);
        if (status == PGRES_PIPELINE_SYNC)
            return true;
        if (status == PGRES_FATAL_ERROR && try == NULL)
            return connection_fail(connection, result, error);
        if (status == PGRES_FATAL_ERROR)
            read_failure(arena, try, result);
        else if (try != NULL && status == PGRES_TUPLES_OK && PQnfields(result) == 3)
            read_rows(arena, try, result);
    }
}

static bool
run_some(PGconn *connection, Arena *arena, const GPtrArray *tries, guint first, guint n, GError **error)
{
    if (!PQenterPipelineMode(connection))
        return connection_fail(connection, NULL, error);
    for (guint i = first; i < first + n; i++)
        if (!send_try(connection, tries->pdata[i]))
            return connection_fail(connection, NULL, error);
    for (guint i = first; i < first + n; i++)
        if (!receive(connection, arena, tries->pdata[i], error) || !receive(connection, arena, NULL, error))
            return false;
    return PQexitPipelineMode(connection) || connection_fail(connection, NULL, error);
}

/* Event triggers of the schema are not to run for what is only tried. */
static bool
begin(PGconn *connection, bool checks, GError **error)
{
    static const char BEGIN[] = "BEGIN; SET LOCAL check_function_bodies = on; "
                                "SELECT pg_catalog.set_config('session_replication_role', 'replica', true) "
                                "WHERE pg_catalog.current_setting('is_superuser') = 'on'; ";
    static const char EXTENSION[] = "CREATE SCHEMA pleat_checks; CREATE EXTENSION plpgsql_check SCHEMA pleat_checks; ";
    g_autofree char *sql = g_strconcat(BEGIN, checks ? EXTENSION : "", "SAVEPOINT pleat_try", NULL);
    return statement_run(connection, sql, NULL, error);
}

bool
tries_run(PGconn *connection, Arena *arena, const GPtrArray *tries, GError **error)
{
    bool checks = false;
    for (guint i = 0; i < tries->len; i++) {
        Try *try = tries->pdata[i];
        checks = checks || try->checks;
        g_clear_pointer(&try->faults, g_array_unref);
        try->faults = g_array_new(FALSE, FALSE, sizeof(TryFault));
    }
    if (tries->len == 0)
        return true;
    if (!begin(connection, checks, error))
        return false;
    for (guint i = 0; i < tries->len; i += TRIES_AT_ONCE)
        if (!run_some(connection, arena, tries, i, MIN(TRIES_AT_ONCE, tries->len - i), error))
            return false;
    return statement_run(connection, "ROLLBACK", NULL, error);
}
