#include "run/step_run.h"

#include "base/quit.h"
#include "exec/statement.h"
#include "run/lock.h"
#include "run/range.h"
#include "run/replicas.h"
#include "run/transaction.h"

typedef struct {
    Range range;
    char *to; /* the end of this batch; NULL: it is the last */
    gint64 rows;
    int size;      /* rows that it is to have */
    gint64 began;  /* its last attempt: microseconds of g_get_monotonic_time() */
    bool measured; /* it is known how far the step is, if it can be */
} Batch;

/* Only who listens wants to know. */
static bool
measure(Runner *runner, Batch *batch, GError **error)
{
    gint64 done = 0, total = 0;
    if (batch->measured || runner->options->tell == NULL)
        return true;
    if (!range_measure(runner->connection, &batch->range, runner->row.key, &done, &total, error))
        return false;
    batch->measured = true;
    pace_begin(&runner->pace, range_unit(&batch->range), done, total, g_get_monotonic_time());
    return true;
}

static void
tell_progress(Runner *runner, const Batch *batch)
{
    Pace *pace = &runner->pace;
    if (batch->to == NULL)
        pace_end(pace);
    else
        pace_move(pace, range_done(&batch->range, batch->to, pace->done, batch->size));
    runner_tell_more(runner,
                     (RunEvent){.kind = RUN_STEP_PROGRESS, .progress = pace_progress(pace, g_get_monotonic_time())});
}

/* The batch and how far it came are one commit; the last one ends the step. */
static bool
batch_body(Runner *runner, void *data, GString *finish, GError **error)
{
    Batch *batch = data;
    g_clear_pointer(&batch->to, g_free);
    if (!transaction_open(runner, error) || !measure(runner, batch, error))
        return false;
    batch->began = g_get_monotonic_time();
    if (!range_next(runner->connection, &batch->range, runner->row.key, batch->size, &batch->to, error))
        return false;
    g_autofree char *condition = range_condition(&batch->range, runner->row.key, batch->to);
    g_autofree char *sql = range_fill(runner->step->statements[0], condition);
    if (sql == NULL)
        return fail(error, PLEAT_ERROR_INPUT, "a backfill's statement needs \"/*range*/ true\" in its condition");
    g_autoptr(PGresult) result = NULL;
    if (!runner_statement(runner, sql, &result, error))
        return false;
    batch->rows = runner->row.rows + g_ascii_strtoll(PQcmdTuples(result), NULL, 10);
    JournalRow before = runner->row;
    runner->row.rows = batch->rows;
    if (batch->to == NULL) {
        step_append_done(finish, runner);
    } else {
        runner->row.key = batch->to;
        journal_append(finish, &runner->pen, &runner->row, "started", NULL);
    }
    runner->row = before; /* it counts when it is committed */
    return true;
}

/* As many rows as take the time that a batch is to take: half as many at least, twice as many at most. Pages may have
 * been empty so far, and be full from here on: of them it never gets more than at first. */
static int
next_size(const Batch *batch, const RunOptions *options)
{
    const int wanted_ms = options->backfill_ms,
              most = batch->range.by == RANGE_PAGES ? options->backfill_batch : 1000000;
    const double took = (double)MAX(g_get_monotonic_time() - batch->began, 1);
    const double factor = wanted_ms == 0 ? 1 : CLAMP(wanted_ms * 1000.0 / took, 0.5, 2);
    return (int)CLAMP(batch->size * factor, 1, MAX(most, batch->size));
}

static bool
run_batches(Runner *runner, Batch *batch, Replicas *replicas, GError **error)
{
    for (;;) {
        if (!quit_check(error) || !lock_check(runner, error) || !replicas_wait(runner, replicas, error) ||
            !transaction_run(runner, batch_body, batch, error))
            return false;
        runner->row.rows = batch->rows;
        tell_progress(runner, batch);
        batch->size = next_size(batch, runner->options);
        if (batch->to == NULL)
            return true;
        g_free(runner->key);
        runner->row.key = runner->key = g_steal_pointer(&batch->to);
    }
}

bool
backfill_run(Runner *runner, GError **error)
{
    const Step *step = runner->step;
    g_autoptr(Arena) arena = arena_new();
    Batch batch = {.size = runner->options->backfill_batch};
    Replicas replicas = {0};
    bool good =
        range_find(runner->connection, arena, step->subject, step->key, step->statements[0], &batch.range, error) &&
        step_start(runner, error) && run_batches(runner, &batch, &replicas, error);
    replicas_clear(&replicas);
    g_free(batch.to);
    return good;
}
