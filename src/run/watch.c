#include "run/watch.h"

#include "exec/statement.h"
#include "run/runner.h"
#include <string.h>

enum { LOOK_EVERY_S = 1 };

static void
holder_free(void *data)
{
    RunHolder *holder = data;
    g_free(holder->application);
    g_free(holder->user);
    g_free(holder->client);
    g_free(holder->state);
    g_free(holder);
}

void
watch_reset(Watch *watch)
{
    g_clear_pointer(&watch->failed, g_free);
    g_clear_pointer(&watch->holders, g_ptr_array_unref);
}

void
watch_clear(Watch *watch)
{
    watch_reset(watch);
}

const GPtrArray *
watch_holders(const Watch *watch)
{
    return watch->holders != NULL && watch->holders->len > 0 ? watch->holders : NULL;
}

/* NULL: null. g_free. */
static char *
value_of(const PGresult *result, int row, int column)
{
    return PQgetisnull(result, row, column) ? NULL : g_strdup(PQgetvalue(result, row, column));
}

static GPtrArray *
read_holders(const PGresult *result)
{
    GPtrArray *holders = g_ptr_array_new_with_free_func(holder_free);
    for (int row = 0; row < PQntuples(result); row++) {
        RunHolder *holder = g_new0(RunHolder, 1);
        holder->pid = (int)g_ascii_strtoll(PQgetvalue(result, row, 0), NULL, 10);
        holder->application = value_of(result, row, 1);
        holder->user = value_of(result, row, 2);
        holder->client = value_of(result, row, 3);
        holder->state = value_of(result, row, 4);
        holder->seconds = PQgetisnull(result, row, 5) ? -1 : g_ascii_strtod(PQgetvalue(result, row, 5), NULL);
        g_ptr_array_add(holders, holder);
    }
    return holders;
}

/* Manual, "System Information Functions": a prepared transaction has the process id 0. */
static const char HOLDERS[] =
    "SELECT b.pid, nullif(a.application_name, ''), a.usename, pg_catalog.host(a.client_addr), a.state, "
    "extract(epoch FROM pg_catalog.clock_timestamp() - a.xact_start) "
    "FROM (SELECT DISTINCT pg_catalog.unnest(pg_catalog.pg_blocking_pids($1::int))) b (pid) "
    "LEFT JOIN pg_catalog.pg_stat_activity a USING (pid) ORDER BY b.pid";

/* Of CREATE INDEX and REINDEX (manual, "Progress Reporting"): what counts depends on the phase. */
static const char INDEX_PROGRESS[] =
    "SELECT phase, lockers_total, lockers_done, blocks_total, blocks_done, tuples_total, tuples_done "
    "FROM pg_catalog.pg_stat_progress_create_index WHERE pid = $1::int";

static gint64
number_of(const PGresult *result, int column)
{
    return g_ascii_strtoll(PQgetvalue(result, 0, column), NULL, 10);
}

static RunProgress
read_index_progress(const PGresult *result)
{
    static const char *const UNITS[] = {"transactions", "blocks", "rows"};
    RunProgress progress = {.phase = PQgetvalue(result, 0, 0), .seconds_left = -1};
    int first = g_str_has_prefix(progress.phase, "waiting") ? 0 : 1;
    for (int i = first; i < (int)G_N_ELEMENTS(UNITS) && progress.unit == NULL; i++) {
        progress.total = number_of(result, 1 + 2 * i);
        progress.done = number_of(result, 2 + 2 * i);
        if (progress.total > 0)
            progress.unit = UNITS[i];
    }
    return progress;
}

/* What cannot be asked now may be another time: the run itself sees whether its lock is lost. */
static PGresult *
ask(const Runner *runner, const char *sql)
{
    g_autofree char *pid = g_strdup_printf("%d", PQbackendPID(runner->connection));
    const char *const params[] = {pid};
    PGresult *result = NULL;
    connection_query(runner->guard, sql, 1, params, &result, NULL);
    return result;
}

/* The bodies of transactions wait for locks as long as the options say, and what stands alone for as long as it takes.
 */
static void
look(double seconds, void *data)
{
    Runner *runner = data;
    Watch *watch = &runner->watch;
    if (seconds < watch->next)
        return;
    watch->next = seconds < LOOK_EVERY_S ? LOOK_EVERY_S : seconds + LOOK_EVERY_S;
    g_autoptr(PGresult) holders = ask(runner, HOLDERS), index = ask(runner, INDEX_PROGRESS);
    if (holders == NULL || index == NULL)
        return;
    g_clear_pointer(&watch->holders, g_ptr_array_unref);
    watch->holders = read_holders(holders);
    if (seconds < LOOK_EVERY_S)
        return;
    RunEvent event = {.kind = RUN_STATEMENT_LASTS,
                      .seconds = seconds,
                      .holders = watch_holders(watch),
                      .statement = watch->statement,
                      .progress = PQntuples(index) > 0 ? read_index_progress(index)
                                                       : pace_progress(&runner->pace, g_get_monotonic_time())};
    runner_tell_more(runner, event);
}

bool
runner_statement(Runner *runner, const char *sql, PGresult **out, GError **error)
{
    Watch *watch = &runner->watch;
    bool watches = runner->options->tell != NULL && runner->guard != NULL;
    watch_reset(watch);
    watch->statement = sql;
    watch->next = MIN(runner->options->lock_timeout_ms / 2000.0, LOOK_EVERY_S);
    g_autofree char *opening = g_steal_pointer(&runner->opening);
    g_autofree char *message = opening == NULL ? NULL : g_strconcat(opening, sql, NULL);
    if (statement_run_watched(runner->connection, message == NULL ? sql : message, watches ? look : NULL, runner, out,
                              error)) {
        watch_reset(watch);
        return true;
    }
    watch->failed = g_strdup(sql);
    return false;
}
