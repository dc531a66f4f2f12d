#include "report/event.h"

#include "report/failure.h"

Record *
event_new(const char *name, const char *target)
{
    g_autoptr(GDateTime) now = g_date_time_new_now_utc();
    g_autofree char *second = g_date_time_format(now, "%Y-%m-%dT%H:%M:%S");
    g_autofree char *time = g_strdup_printf("%s.%03dZ", second, g_date_time_get_microsecond(now) / 1000);
    Record *record = record_new();
    record_text(record, "event", name);
    record_text(record, "time", time);
    if (target != NULL)
        record_text(record, "target", target);
    return record;
}

const char *
event_step_kind(const Step *step)
{
    static const char *const NAMES[] = {
        [STEP_TRANSACTION] = "transaction",   [STEP_STATEMENT] = "statement", [STEP_BACKFILL] = "backfill",
        [STEP_EACH_PARTITION] = "partitions", [STEP_VERIFY] = "verify",       [STEP_COMMAND] = "command",
        [STEP_SETTING] = "setting",
    };
    return NAMES[step->kind];
}

/* Negative: nobody knows. */
static void
write_known(Record *record, const char *name, double seconds)
{
    if (seconds < 0)
        record_null(record, name);
    else
        record_seconds(record, name, seconds);
}

void
event_write_holders(Record *record, const GPtrArray *holders)
{
    record_open_list(record, "holders");
    for (guint i = 0; holders != NULL && i < holders->len; i++) {
        const RunHolder *holder = holders->pdata[i];
        record_open(record, NULL);
        if (holder->pid == 0)
            record_null(record, "pid");
        else
            record_integer(record, "pid", holder->pid);
        record_text(record, "application", holder->application);
        record_text(record, "user", holder->user);
        record_text(record, "client", holder->client);
        record_text(record, "state", holder->pid == 0 ? "prepared transaction" : holder->state);
        write_known(record, "transaction_seconds", holder->seconds);
        record_close(record);
    }
    record_close(record);
}

static void
write_progress(Record *record, const RunProgress *progress)
{
    record_text(record, "unit", progress->unit);
    if (progress->unit == NULL)
        record_null(record, "done");
    else
        record_integer(record, "done", progress->done);
    if (progress->total == 0)
        record_null(record, "total");
    else
        record_integer(record, "total", progress->total);
    /* digits behind the point only where there are few before it */
    write_known(record, "rate",
                progress->rate <= 0   ? -1
                : progress->rate < 10 ? progress->rate
                                      : (double)(gint64)progress->rate);
    write_known(record, "seconds_left", progress->seconds_left);
}

static void
write_ids(Record *record, const char *name, const GPtrArray *revisions)
{
    record_open_list(record, name);
    for (guint i = 0; i < revisions->len; i++)
        record_text(record, NULL, ((const Revision *)revisions->pdata[i])->id);
    record_close(record);
}

static void
write_revision_begins(Record *record, const RunEvent *event)
{
    record_integer(record, "number", event->number);
    record_integer(record, "of", event->count);
    record_text(record, "direction", event->down ? "down" : "up");
    record_text(record, "phase", event->revision->phase == PHASE_NONE ? NULL : phase_name(event->revision->phase));
    record_text(record, "message", event->revision->message);
    record_text(record, "file", event->revision->path);
    record_integer(record, "steps_done", event->resumed);
}

static void
write_step(Record *record, const RunEvent *event)
{
    if (event->step == NULL)
        return;
    record_integer(record, "step", event->step_number);
    record_integer(record, "steps", event->steps);
    record_text(record, "kind", event_step_kind(event->step));
}

static void
write_step_begins(Record *record, const RunEvent *event)
{
    record_text(record, "subject", event->step->subject);
    record_text(record, "file", event->revision->path);
    record_integer(record, "line", event->step->line);
    record_text(record, "statement", event->step->statements[0]);
}

static void
write_step_progress(Record *record, const RunEvent *event)
{
    write_progress(record, &event->progress);
    if (event->step->kind == STEP_EACH_PARTITION)
        record_text(record, "partition", event->text);
    else
        record_integer(record, "rows_changed", event->rows);
}

static void
write_statement_lasts(Record *record, const RunEvent *event)
{
    record_seconds(record, "seconds", event->seconds);
    record_text(record, "statement", event->statement);
    record_text(record, "phase", event->progress.phase);
    write_progress(record, &event->progress);
    event_write_holders(record, event->holders);
}

static void
write_step_ends(Record *record, const RunEvent *event)
{
    record_seconds(record, "seconds", event->seconds);
    if (event->step->kind == STEP_BACKFILL)
        record_integer(record, "rows_changed", event->rows);
    else if (event->step->kind == STEP_EACH_PARTITION)
        record_integer(record, "partitions", event->rows);
}

static void
write_retries(Record *record, const RunEvent *event)
{
    g_autofree char *sqlstate = failure_sqlstate(event->text);
    record_integer(record, "attempt", event->attempt);
    record_text(record, "reason", event->text);
    record_text(record, "sqlstate", sqlstate);
    record_seconds(record, "retry_in_seconds", event->seconds);
    event_write_holders(record, event->holders);
}

static void
write_fails(Record *record, const RunEvent *event)
{
    record_text(record, "statement", event->statement);
    event_write_holders(record, event->holders);
}

static void
write_reason(Record *record, const RunEvent *event)
{
    record_text(record, "reason", event->text);
}

static void
write_seconds(Record *record, const RunEvent *event)
{
    record_seconds(record, "seconds", event->seconds);
}

static void
write_planned(Record *record, const RunEvent *event)
{
    write_ids(record, "revisions", event->revisions);
}

static void
write_stamped(Record *record, const RunEvent *event)
{
    write_ids(record, "revisions", event->revisions);
    record_open_list(record, "removed");
    for (guint i = 0; i < event->removed->len; i++)
        record_text(record, NULL, event->removed->pdata[i]);
    record_close(record);
}

static const struct {
    const char *name;
    void (*write)(Record *record, const RunEvent *event);
} EVENTS[] = {
    [RUN_PLANNED] = {"run_planned", write_planned},
    [RUN_REVISION_BEGINS] = {"revision_started", write_revision_begins},
    [RUN_STEP_BEGINS] = {"step_started", write_step_begins},
    [RUN_STEP_PROGRESS] = {"progress", write_step_progress},
    [RUN_STATEMENT_LASTS] = {"statement_lasts", write_statement_lasts},
    [RUN_STEP_ENDS] = {"step_done", write_step_ends},
    [RUN_REVISION_ENDS] = {"revision_done", write_seconds},
    [RUN_WAITS] = {"waiting", write_reason},
    [RUN_RETRIES] = {"retry", write_retries},
    [RUN_GOES_ON] = {"drifted", write_reason},
    [RUN_GATE] = {"gate", write_reason},
    [RUN_FAILS] = {"failed", write_fails},
    [RUN_STAMPED] = {"stamped", write_stamped},
};

Record *
event_of_run(const RunEvent *event, const char *target)
{
    Record *record = event_new(EVENTS[event->kind].name, target);
    if (event->revision != NULL)
        record_text(record, "revision", event->revision->id);
    write_step(record, event);
    EVENTS[event->kind].write(record, event);
    return record;
}
