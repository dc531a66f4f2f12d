#include "run/probe_unnamed.h"

#include "exec/statement.h"
#include "run/embedded.h"
#include "sql/words.h"

typedef struct {
    bool unique;
    char *table;
    const char *tail; /* what stands behind the table */
} Build;

static bool
read_build(const char *sql, Build *build)
{
    const char *cursor = sql;
    words_skip(&cursor, "create");
    build->unique = words_skip(&cursor, "unique");
    words_skip(&cursor, "index concurrently");
    if (!words_skip(&cursor, "on"))
        return false;
    words_skip(&cursor, "only");
    build->table = words_name(&cursor);
    build->tail = cursor;
    return build->table != NULL;
}

static bool
find_equal(PGconn *connection, const Build *build, PGresult **out, GError **error)
{
    const char *const params[] = {build->table};
    return connection_query(connection, equal_indexes_sql, 1, params, out, error);
}

/* What PostgreSQL makes of the statement is asked of itself: of an empty table like this one. */
static bool
find_twins(PGconn *connection, const Build *build, PGresult **out)
{
    g_autofree char *sql = g_strdup_printf("BEGIN; CREATE TEMPORARY TABLE pleat_twin (LIKE %s); "
                                           "CREATE %sINDEX ON pg_temp.pleat_twin %s",
                                           build->table, build->unique ? "UNIQUE " : "", build->tail);
    bool found = statement_run(connection, sql, NULL, NULL) && find_equal(connection, build, out, NULL);
    return statement_run(connection, "ROLLBACK", NULL, NULL) && found;
}

static void
answer_by(const PGresult *twins, ProbeAnswer *answer, GStrvBuilder *repairs)
{
    *answer = PROBE_AGAIN;
    for (int row = 0; row < PQntuples(twins); row++)
        if (PQgetvalue(twins, row, 0)[0] == 't')
            *answer = PROBE_DONE;
        else
            g_strv_builder_add(repairs, PQgetvalue(twins, row, 1));
}

bool
probe_unnamed(PGconn *connection, const char *sql, ProbeAnswer *answer, GStrvBuilder *repairs, GError **error)
{
    Build build = {0};
    g_autoptr(PGresult) any = NULL, twins = NULL;
    *answer = PROBE_UNKNOWN;
    bool is_read = read_build(sql, &build);
    g_autofree char *table = build.table;
    if (!is_read)
        return true;
    if (!find_equal(connection, &build, &any, error))
        return false;
    if (PQntuples(any) == 0)
        *answer = PROBE_AGAIN;
    else if (find_twins(connection, &build, &twins))
        answer_by(twins, answer, repairs);
    return true;
}
