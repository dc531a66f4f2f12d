#include "project/target_pool.h"
#include "project/target_results.h"

#include "base/quit.h"
#include "report/event.h"
#include "report/failure.h"
#include <string.h>

typedef struct {
    PleatSession *session;
    const TargetList *list;
    const Graph *graph;
    TargetReport report;
    bool json;
    TargetResult *results;
    guint written; /* the texts of so many targets are out */
    PleatOutcome outcome;
    PleatErrorCode worst; /* of the targets that failed */
} Report;

bool
targets_asked(const PleatSession *session)
{
    return !session->is_target && (session->options.all_databases || session_for_tenants(session));
}

static const Target *
target_of(const Report *report, guint index)
{
    return report->list->targets->pdata[index];
}

/* Takes whole lines out of the text; "all": also a last one without an end. */
static char *
take_lines(GString *text, const char *label, bool all)
{
    GString *lines = g_string_new(NULL);
    for (char *end; text->len > 0; g_string_erase(text, 0, end == NULL ? -1 : end - text->str + 1)) {
        end = strchr(text->str, '\n');
        if (end == NULL && !all)
            break;
        gsize length = end == NULL ? text->len : (gsize)(end - text->str);
        g_string_append_printf(lines, "%s: %.*s\n", label, (int)length, text->str);
    }
    return g_string_free(lines, FALSE);
}

static void
begin(guint index, void *data)
{
    Report *report = data;
    TargetResult *result = &report->results[index];
    result->state = TARGET_AT_WORK;
    if (report->report == TARGETS_TABLE)
        result->from = target_standing(report->session, target_of(report, index), report->graph);
}

/* all: also the beginning of a line, which will have no end. */
static void
note_lines(Report *report, guint index, bool all)
{
    g_autofree char *lines = take_lines(report->results[index].note, target_of(report, index)->label, all);
    session_note(report->session, "%s", lines);
}

static void
hear(guint index, const char *text, bool note, void *data)
{
    Report *report = data;
    TargetResult *result = &report->results[index];
    if (report->json && !note && report->report == TARGETS_TABLE) {
        session_write_text(report->session, text); /* events, which name their target */
        return;
    }
    g_string_append(note ? result->note : result->text, text);
    if (note)
        note_lines(report, index, false);
}

/* In the order of the targets, whoever is first. */
static void
write_texts(Report *report)
{
    if (report->json)
        return;
    for (; report->written < report->list->targets->len; report->written++) {
        TargetResult *result = &report->results[report->written];
        if (result->state <= TARGET_AT_WORK)
            return;
        g_autofree char *lines = take_lines(result->text, target_of(report, report->written)->label, true);
        session_write_text(report->session, lines);
    }
}

static void
count_failure(Report *report, PleatFault fault)
{
    if (fault == PLEAT_FAULT_INTERRUPTED)
        report->worst = PLEAT_ERROR_INTERRUPTED;
    else if (fault == PLEAT_FAULT_SERVER && report->worst != PLEAT_ERROR_INTERRUPTED)
        report->worst = PLEAT_ERROR_SERVER;
}

/* Errors are told even where notes are not wanted. */
static void
tell_failure(Report *report, guint index, const TargetEnd *end)
{
    if (report->session->options.note == NULL)
        return;
    g_autoptr(GString) text = g_string_new("error: ");
    g_string_append(text, end->text);
    g_autofree char *lines = take_lines(text, target_of(report, index)->label, true);
    report->session->options.note(report->session->options.data, lines);
}

/* Who said nothing of it himself: the target's database was not reached, or its process was killed. */
static void
write_failure(const Report *report, guint index, const TargetEnd *end)
{
    if (!report->json || report->report != TARGETS_TABLE || end->told)
        return;
    g_autoptr(Record) record = event_new("failed", target_of(report, index)->label);
    failure_write(record, end->fault, end->text);
    g_autofree char *line = record_line(record);
    session_write_text(report->session, line);
}

static void
end_target(guint index, const TargetEnd *end, void *data)
{
    Report *report = data;
    TargetResult *result = &report->results[index];
    const Target *target = target_of(report, index);
    result->seconds = end->seconds;
    note_lines(report, index, true);
    if (report->report == TARGETS_TABLE)
        result->to = target_standing(report->session, target, report->graph);
    if (end->good) {
        result->state = g_strcmp0(result->from, result->to) == 0 ? TARGET_NOTHING : TARGET_DONE;
        report->outcome = MAX(report->outcome, end->outcome);
    } else if (target_is_gone(target)) {
        result->state = TARGET_GONE;
        session_note(report->session, "%s: the schema was dropped meanwhile\n", target->label);
    } else {
        result->state = end->fault == PLEAT_FAULT_INTERRUPTED ? TARGET_STOPPED : TARGET_FAILED;
        result->fault = end->fault;
        result->error = g_strdup(end->text);
        count_failure(report, end->fault);
        write_failure(report, index, end);
        tell_failure(report, index, end);
    }
    write_texts(report);
}

static bool
raise_failures(const Report *report, GError **error)
{
    enum { NAMED = 5 };
    guint failed = 0, all = report->list->targets->len;
    guint left = target_results_count(report->list, report->results, TARGET_NOT_BEGUN);
    g_autoptr(GString) names = g_string_new(NULL);
    for (guint i = 0; i < all; i++) {
        TargetState state = report->results[i].state;
        if ((state != TARGET_FAILED && state != TARGET_STOPPED) || failed++ >= NAMED)
            continue;
        g_string_append_printf(names, "%s%s", failed > 1 ? ", " : "", target_of(report, i)->label);
    }
    if (failed == 0 && left == 0)
        return true;
    if (failed > NAMED)
        g_string_append_printf(names, " and %u more", failed - NAMED);
    if (quit_asked())
        fail(error, PLEAT_ERROR_INTERRUPTED, "interrupted: %u of %u targets were not begun", left, all);
    else
        fail(error, report->worst, "%u of %u targets failed: %s", failed, all, names->str);
    return report->report != TARGETS_TABLE ? false : fail_hint(error, "the same command again does what is left");
}

bool
targets_run(PleatSession *session, TargetWork *work, const void *options, TargetReport kind, PleatOutcome *outcome,
            GError **error)
{
    g_autoptr(TargetList) list = NULL;
    g_autoptr(Graph) graph = NULL;
    if (session->options.jobs < 0 || session->options.jobs > 64)
        return fail(error, PLEAT_ERROR_USAGE, "-j %d: targets at once, from 1 to 64", session->options.jobs);
    if (!target_list_read(session, &list, error) || !session_graph(session, &graph, error))
        return false;
    if (list->targets->len == 0)
        session_note(session, "there are no tenants: no schema is like '%s'\n", session->config->tenants);
    guint count = list->targets->len;
    Report report = {session,
                     list,
                     graph,
                     kind,
                     session_has_format(session, "json"),
                     target_results_new(count),
                     0,
                     PLEAT_CLEAN,
                     PLEAT_ERROR_STATE};
    const TargetListener listener = {begin, hear, end_target, &report};
    target_pool_run(session, list, work, options, &listener);
    if (report.json)
        (kind == TARGETS_TABLE ? target_results_write_summary : target_results_write_document)(session, list,
                                                                                               report.results);
    else if (kind == TARGETS_TABLE && count > 0)
        target_results_write_table(session, list, report.results);
    *outcome = report.outcome;
    bool good = raise_failures(&report, error);
    target_results_free(report.results, count);
    return good;
}

static bool
print_for(PleatSession *session, const char *tenant, TargetWork *work, const void *options, GError **error)
{
    PleatOutcome outcome = PLEAT_CLEAN;
    session->is_target = true;
    session->tenant = tenant;
    bool good = work(session, options, &outcome, error);
    session->is_target = false;
    session->tenant = NULL;
    return good || fail_within(error, "tenant %s", tenant);
}

bool
targets_print(PleatSession *session, TargetWork *work, const void *options, GError **error)
{
    if (session->options.all_databases)
        return fail(error, PLEAT_ERROR_USAGE, "--sql is one script for one database, not for all");
    for (const char *const *name = session->options.tenant; name != NULL && *name != NULL; name++)
        if (!print_for(session, *name, work, options, error))
            return false;
    if (session->options.tenant != NULL)
        return true;
    g_autoptr(TargetList) list = NULL;
    if (!target_list_read(session, &list, error))
        return false;
    for (guint i = 0; i < list->targets->len; i++) {
        const Target *target = list->targets->pdata[i];
        if (target->database->problem != NULL) {
            g_propagate_error(error, g_error_copy(target->database->problem));
            return false;
        }
        if (!print_for(session, target->schema, work, options, error))
            return false;
    }
    return true;
}
