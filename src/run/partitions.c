#include "run/step_run.h"

#include "base/quit.h"
#include "run/lock.h"
#include "sql/each_partition.h"
#include "sql/words.h"
#include <string.h>

/* The leaves that exist here and now, by name. */
static bool
read_leaves(Runner *runner, PGresult **out, GError **error)
{
    g_autoptr(GString) sql = g_string_new("SELECT pg_catalog.format('%I.%I', n.nspname, c.relname)\n");
    each_partition_append_from(sql, runner->step->statements[0], runner->step->subject);
    return connection_query(runner->connection, sql->str, 0, NULL, out, error);
}

/* Dropped or detached by somebody else since the list was read: no failure. */
static bool
is_gone(Runner *runner, const char *leaf)
{
    const char *const params[] = {leaf};
    g_autoptr(PGresult) result = NULL;
    return PQtransactionStatus(runner->connection) == PQTRANS_IDLE &&
           connection_query(runner->connection, "SELECT pg_catalog.to_regclass($1) IS NULL", 1, params, &result,
                            NULL) &&
           strcmp(PQgetvalue(result, 0, 0), "t") == 0;
}

/* What locks the table that a foreign key refers to, and would be waited for while the partition is held: g_free. NULL:
 * there is none. */
static char *
lock_referenced(const char *sql)
{
    const char *at = sql;
    if (!words_skip(&at, "alter table") || !words_skip_to(&at, "references"))
        return NULL;
    g_autofree char *table = words_name(&at);
    return table == NULL ? NULL : g_strdup_printf("LOCK TABLE %s IN SHARE ROW EXCLUSIVE MODE", table);
}

static bool
run_leaf(Runner *runner, const char *leaf, GError **error)
{
    g_auto(GStrv) parts = g_strsplit(runner->step->statements[0], "{partition}", -1);
    g_autofree char *sql = g_strjoinv(leaf, parts);
    g_autofree char *first = lock_referenced(sql);
    GError *problem = NULL;
    if (quit_check(error) && lock_check(runner, error) && step_single(runner, first, sql, &problem))
        return true;
    if (problem != NULL && is_gone(runner, leaf)) {
        g_error_free(problem);
        return true;
    }
    if (problem != NULL) {
        g_propagate_error(error, problem);
        fail_within(error, "partition %s", leaf);
    }
    return false;
}

/* Runs what has not run yet, in this run or before. "done" are names. */
static bool
run_leaves(Runner *runner, GHashTable *done, const PGresult *leaves, gint64 *count, GError **error)
{
    for (int i = 0; i < PQntuples(leaves); i++) {
        const char *leaf = PQgetvalue(leaves, i, 0);
        if (!g_hash_table_add(done, g_strdup(leaf)))
            continue;
        runner->pace.total = MAX(runner->pace.total, PQntuples(leaves));
        g_free(runner->key);
        runner->key = g_strdup(leaf);
        step_take_up(runner, "partition", runner->key);
        bool ran = runner->row.state != NULL && strcmp(runner->row.state, "done") == 0;
        if (!ran && !run_leaf(runner, leaf, error))
            return false;
        runner->row.rows = ++*count;
        pace_move(&runner->pace, *count);
        runner_tell_more(runner, (RunEvent){.kind = RUN_STEP_PROGRESS,
                                            .text = leaf,
                                            .progress = pace_progress(&runner->pace, g_get_monotonic_time())});
    }
    return true;
}

/* Until a list has nothing new: partitions may be made while this runs. */
bool
partitions_run(Runner *runner, GError **error)
{
    g_autoptr(GHashTable) done = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    gint64 count = 0;
    pace_begin(&runner->pace, "partitions", 0, 0, g_get_monotonic_time());
    for (gint64 before = -1; before != count;) {
        before = count;
        g_autoptr(PGresult) leaves = NULL;
        if (!read_leaves(runner, &leaves, error) || !run_leaves(runner, done, leaves, &count, error))
            return false;
    }
    runner->row.kind = "partitions";
    runner->row.key = NULL;
    runner->row.id = 0;
    runner->row.rows = count;
    return true;
}
