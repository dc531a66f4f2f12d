#include "run/step_run.h"

#include "exec/statement.h"
#include "run/probe.h"
#include <string.h>

enum { ORPHAN_POLL_MS = 200 };

/* The session of a killed pleat works on until it has something to say to it: what it builds is not ours to judge yet.
 */
static bool
wait_for_orphan(Runner *runner, const char *sql, GError **error)
{
    const char *const params[] = {sql};
    bool told = false;
    for (;;) {
        g_autoptr(PGresult) result = NULL;
        if (!connection_query(
                runner->connection,
                "SELECT pid FROM pg_catalog.pg_stat_activity WHERE pid <> pg_catalog.pg_backend_pid() AND "
                "datname = pg_catalog.current_database() AND state = 'active' AND query <> '' AND "
                "pg_catalog.starts_with($1, query)",
                1, params, &result, error))
            return false;
        if (PQntuples(result) == 0)
            return true;
        g_autofree char *text =
            g_strdup_printf("process %s, which still runs this statement for an earlier run", PQgetvalue(result, 0, 0));
        if (!told)
            runner_tell(runner, RUN_WAITS, 0, text);
        told = true;
        if (!statement_pause(ORPHAN_POLL_MS, error))
            return false;
    }
}

static bool
ask_done_if(Runner *runner, ProbeAnswer *answer, GError **error)
{
    g_autofree char *value = NULL;
    if (!connection_value(runner->connection, runner->step->done_if, &value, error))
        return fail_within(error, "done_if");
    *answer = g_strcmp0(value, "t") == 0 ? PROBE_DONE : PROBE_AGAIN;
    return true;
}

static bool
ask(Runner *runner, const char *what, GError **error)
{
    fail(error, PLEAT_ERROR_STATE, "an earlier run was lost while this ran, and nothing tells whether it happened: %s",
         what);
    return fail_hint(error,
                     "look, then say so: UPDATE %sjournal SET state = 'done' (it happened) or 'failed' (run it "
                     "again) WHERE id = %" G_GINT64_FORMAT "; a line \"-- pleat: done_if SELECT ...\" above the "
                     "statement lets pleat look itself",
                     runner->pen.tables, runner->row.id);
}

/* An index that a REINDEX is building belongs to whoever runs it, unless it has been tried here. */
static bool
repair(Runner *runner, const char *sql, char **repairs, bool tried, GError **error)
{
    for (; *repairs != NULL && (tried || probe_kind(sql) != ALONE_REINDEX); repairs++)
        if (!runner_statement(runner, *repairs, NULL, error))
            return false;
    return true;
}

/* What is known of earlier attempts. */
typedef struct {
    bool tried; /* there was one, in this run or before */
    bool begun; /* the journal says that the statement was sent and not how it ended: what is there can be ours */
} Earlier;

/* A partition that has such an index on its own, made by hand or by its owner, needs no second one: the table above
 * will adopt it. */
static bool
is_had_before(const Runner *runner, AloneKind kind)
{
    return kind == ALONE_CREATE_INDEX && runner->step->kind == STEP_EACH_PARTITION;
}

static bool
look_back(Runner *runner, const char *sql, Earlier earlier, bool *done, GError **error)
{
    const bool begun = earlier.begun;
    ProbeAnswer answer = PROBE_AGAIN;
    g_auto(GStrv) repairs = NULL;
    if (runner->step->done_if != NULL && begun) {
        if (!ask_done_if(runner, &answer, error))
            return false;
        if (answer == PROBE_DONE) {
            *done = true;
            return true;
        }
    }
    if (!probe_ask(runner->connection, sql, &answer, &repairs, error) ||
        !repair(runner, sql, repairs, earlier.tried, error))
        return false;
    if (answer == PROBE_UNKNOWN && begun && runner->step->done_if == NULL)
        return ask(runner, sql, error);
    const AloneKind kind = probe_kind(sql);
    *done =
        answer == PROBE_DONE && (begun || (*repairs != NULL && kind == ALONE_DETACH) || is_had_before(runner, kind));
    return true;
}

/* Its waits for old transactions count as waits for locks: a lock_timeout would leave an invalid index behind. */
static bool
attempt(Runner *runner, const char *sql, Earlier earlier, GError **error)
{
    bool done = false;
    if (!statement_run(runner->connection, "SET lock_timeout = 0", NULL, error) ||
        (earlier.begun && !wait_for_orphan(runner, sql, error)) || !look_back(runner, sql, earlier, &done, error))
        return false;
    return done || (step_start(runner, error) && runner_statement(runner, sql, NULL, error));
}

/* An invalid index costs every write, and a unique one refuses duplicates all the same: where the build has failed for
 * good, what is left of it goes at once. Where that fails, too, the next run drops it. */
static void
drop_leftover(Runner *runner, const char *sql, const GError *problem)
{
    const bool refused = g_error_matches(problem, PLEAT_ERROR, PLEAT_ERROR_SERVER) ||
                         g_error_matches(problem, PLEAT_ERROR, PLEAT_ERROR_CONCURRENT);
    if (probe_kind(sql) != ALONE_CREATE_INDEX || !refused)
        return;
    ProbeAnswer answer = PROBE_AGAIN;
    g_auto(GStrv) repairs = NULL;
    g_autoptr(GError) ignored = NULL;
    if (probe_ask(runner->connection, sql, &answer, &repairs, &ignored))
        repair(runner, sql, repairs, true, &ignored);
}

/* What is cancelled in the last moment has happened: the journal does not say that it failed where the catalog can
 * tell. */
static void
leave_open(Runner *runner, const char *sql, const GError *problem)
{
    const AloneKind kind = probe_kind(sql);
    const bool shows = kind == ALONE_CREATE_INDEX || kind == ALONE_DROP_INDEX || kind == ALONE_DETACH;
    const bool cancelled = g_error_matches(problem, PLEAT_ERROR, PLEAT_ERROR_INTERRUPTED) ||
                           strcmp(connection_sqlstate(), "57014") == 0; /* query_canceled, by somebody else */
    if (shows && cancelled && runner->row.id != 0)
        runner->row.state = "started";
}

bool
alone_run(Runner *runner, const char *sql, GError **error)
{
    Earlier earlier = {.tried = runner->row.state != NULL, .begun = g_strcmp0(runner->row.state, "started") == 0};
    for (int tries = 0;; tries++) {
        GError *problem = NULL;
        if (attempt(runner, sql, earlier, &problem))
            return true;
        if (!g_error_matches(problem, PLEAT_ERROR, PLEAT_ERROR_CONCURRENT) || tries >= runner->options->retries) {
            leave_open(runner, sql, problem);
            drop_leftover(runner, sql, problem);
            g_propagate_error(error, problem);
            return false;
        }
        earlier = (Earlier){.tried = true};
        bool waited = runner_back_off(runner, tries, problem->message, error);
        g_error_free(problem);
        if (!waited)
            return false;
    }
}
