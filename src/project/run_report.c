#include "project/run_report.h"

#include "report/event.h"
#include "report/failure.h"
#include "report/meter.h"
#include <string.h>

/* Between two tellings of how far a step is, in microseconds: on a terminal, to a program, elsewhere. */
enum { SHOW_EVERY = 100000, EVENT_EVERY = 1000000, NOTE_EVERY = 10000000 };

void
run_report_clear(RunReport *report)
{
    g_clear_pointer(&report->waits_for, g_free);
    g_clear_pointer(&report->failure, record_free);
}

static bool
is_json(const RunReport *report)
{
    return session_has_format(report->session, "json");
}

/* Prints the event and frees it. */
static void
write_event(const RunReport *report, Record *record)
{
    g_autofree char *line = record_line(record);
    session_write_text(report->session, line);
    record_free(record);
}

/* No password is in it. g_free. */
static char *
database_name(const PleatSession *session)
{
    const char *name = session->options.database;
    if (name == NULL)
        return g_strdup(session->config->default_database);
    return strpbrk(name, "=/") == NULL ? g_strdup(name) : connection_display(name);
}

void
run_report_begin(RunReport *report, PleatSession *session, const char *command, const char *to)
{
    report->session = session;
    report->began = g_get_monotonic_time();
    if (!is_json(report))
        return;
    Record *record = event_new("run_started", session->target);
    g_autofree char *database = database_name(session);
    record_text(record, "command", command);
    record_text(record, "to", to);
    record_text(record, "database", database);
    record_text(record, "tenant", session->tenant);
    record_text(record, "version", PLEAT_VERSION);
    write_event(report, record);
}

/* Is it time to tell again how far the step is? */
static bool
is_due(RunReport *report, gint64 interval)
{
    gint64 now = g_get_monotonic_time();
    if (now - report->told < interval)
        return false;
    report->told = now;
    return true;
}

static bool
has_ended(const RunProgress *progress)
{
    return progress->total > 0 && progress->done >= progress->total;
}

static void
write_run_event(RunReport *report, const RunEvent *event)
{
    bool between = event->kind == RUN_STEP_PROGRESS && !has_ended(&event->progress);
    if (between && !is_due(report, EVENT_EVERY))
        return;
    Record *record = event_of_run(event, report->session->target);
    if (event->kind == RUN_FAILS)
        report->failure = record;
    else
        write_event(report, record);
}

static void
note_progress(RunReport *report, const RunEvent *event)
{
    PleatSession *session = report->session;
    int columns = session_columns(session);
    if (!is_due(report, columns > 0 ? SHOW_EVERY : NOTE_EVERY))
        return;
    g_autofree char *line = columns > 0 ? meter_line(event, columns) : NULL, *words = meter_words(event);
    if (columns > 0)
        session_show(session, line);
    else if (*words != '\0')
        session_note(session, "  step %d of %d: %s\n", event->step_number, event->steps, words);
}

/* Who is in the way is said once. */
static void
note_long_statement(RunReport *report, const RunEvent *event)
{
    g_autofree char *holders = event->holders == NULL ? NULL : meter_holders(event->holders);
    note_progress(report, event);
    if (holders == NULL || report->waits_for != NULL || session_columns(report->session) > 0)
        return;
    session_note(report->session, "  step %d of %d: waits for %s\n", event->step_number, event->steps, holders);
    report->waits_for = g_steal_pointer(&holders);
}

static void
note_retry(const RunReport *report, const RunEvent *event)
{
    g_autofree char *holders = event->holders == NULL ? NULL : meter_holders(event->holders);
    session_note(report->session, "  %s%s%s\n", event->text,
                 holders == NULL ? "" : "; in the way: ", holders == NULL ? "" : holders);
}

static void
note_step_end(const RunReport *report, const RunEvent *event)
{
    PleatSession *session = report->session;
    session_show(session, "");
    if (event->step->kind == STEP_BACKFILL)
        session_note(session, "  step %d of %d: %" G_GINT64_FORMAT " rows changed\n", event->step_number, event->steps,
                     event->rows);
    else if (event->step->kind == STEP_EACH_PARTITION)
        session_note(session, "  step %d of %d: %" G_GINT64_FORMAT " partitions\n", event->step_number, event->steps,
                     event->rows);
    if (session->options.verbose)
        session_note(session, "  step %d of %d: %.3f s\n", event->step_number, event->steps, event->seconds);
}

static void
note_event(RunReport *report, const RunEvent *event)
{
    PleatSession *session = report->session;
    switch (event->kind) {
    case RUN_REVISION_BEGINS:
        session_note(session, "%s %s %s: %s\n", event->down ? "downgrade" : "upgrade", event->revision->id,
                     phase_name(event->revision->phase), event->revision->message);
        break;
    case RUN_STEP_PROGRESS:
        note_progress(report, event);
        break;
    case RUN_STATEMENT_LASTS:
        note_long_statement(report, event);
        break;
    case RUN_STEP_ENDS:
        note_step_end(report, event);
        break;
    case RUN_RETRIES:
        note_retry(report, event);
        break;
    case RUN_WAITS:
    case RUN_GOES_ON:
    case RUN_GATE:
        session_note(session, "  %s\n", event->text);
        break;
    default:
        break;
    }
}

void
run_report_tell(const RunEvent *event, void *data)
{
    RunReport *report = data;
    if (event->kind == RUN_STEP_BEGINS) {
        report->told = g_get_monotonic_time();
        g_clear_pointer(&report->waits_for, g_free);
    }
    if (is_json(report))
        write_run_event(report, event);
    else
        note_event(report, event);
}

/* With what is known of the step: record_free(). */
static Record *
failure_of(RunReport *report, const GError *error)
{
    static const RunEvent at_no_step = {.kind = RUN_FAILS};
    Record *record = g_steal_pointer(&report->failure);
    if (record == NULL)
        record = event_of_run(&at_no_step, report->session->target);
    failure_write(record, pleat_fault(error), error->message);
    return record;
}

void
run_report_end(RunReport *report, int count, const GError *error)
{
    PleatSession *session = report->session;
    session_show(session, "");
    if (!is_json(report)) {
        if (error == NULL && count == 0 && !session->is_target) /* the table says it */
            session_note(session, "nothing to do\n");
        return;
    }
    Record *record = error == NULL ? event_new("run_done", session->target) : failure_of(report, error);
    if (count >= 0)
        record_integer(record, "revisions", count);
    record_seconds(record, "seconds", (double)(g_get_monotonic_time() - report->began) / G_USEC_PER_SEC);
    write_event(report, record);
}
