#include "project/target_pool.h"

#include "base/quit.h"
#include <string.h>

typedef enum {
    STATE_NOT_BEGUN,
    STATE_AT_WORK,
    STATE_DONE,
    STATE_NOTHING,
    STATE_FAILED,
    STATE_GONE,
    STATE_STOPPED
} State;

static const char *const STATES[] = {
    [STATE_NOT_BEGUN] = "not begun",   [STATE_AT_WORK] = "at work", [STATE_DONE] = "done",
    [STATE_NOTHING] = "nothing to do", [STATE_FAILED] = "failed",   [STATE_GONE] = "gone",
    [STATE_STOPPED] = "interrupted",
};

/* What is known of one target. */
typedef struct {
    State state;
    char *from, *to;
    double seconds;
    GString *text; /* what it wrote, kept until it is its turn */
    GString *note; /* the beginning of a line */
} Result;

typedef struct {
    PleatSession *session;
    const TargetList *list;
    const Graph *graph;
    TargetReport report;
    Result *results;
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
    Result *result = &report->results[index];
    result->state = STATE_AT_WORK;
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
    Result *result = &report->results[index];
    g_string_append(note ? result->note : result->text, text);
    if (note)
        note_lines(report, index, false);
}

/* In the order of the targets, whoever is first. */
static void
write_texts(Report *report)
{
    for (; report->written < report->list->targets->len; report->written++) {
        Result *result = &report->results[report->written];
        if (result->state <= STATE_AT_WORK)
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

static void
end_target(guint index, const TargetEnd *end, void *data)
{
    Report *report = data;
    Result *result = &report->results[index];
    const Target *target = target_of(report, index);
    result->seconds = end->seconds;
    note_lines(report, index, true);
    if (report->report == TARGETS_TABLE)
        result->to = target_standing(report->session, target, report->graph);
    if (end->good) {
        result->state = g_strcmp0(result->from, result->to) == 0 ? STATE_NOTHING : STATE_DONE;
        report->outcome = MAX(report->outcome, end->outcome);
    } else if (target_is_gone(target)) {
        result->state = STATE_GONE;
        session_note(report->session, "%s: the schema was dropped meanwhile\n", target->label);
    } else {
        result->state = end->fault == PLEAT_FAULT_INTERRUPTED ? STATE_STOPPED : STATE_FAILED;
        count_failure(report, end->fault);
        tell_failure(report, index, end);
    }
    write_texts(report);
}

static int
columns_of(const char *text)
{
    return text == NULL ? 1 : (int)g_utf8_strlen(text, -1);
}

static void
append_cell(GString *line, const char *text, int width)
{
    g_string_append_printf(line, "%s%*s", text == NULL ? "-" : text, width - columns_of(text) + 2, "");
}

static void
write_row(PleatSession *session, const char *const cells[4], const int widths[4], const char *seconds)
{
    g_autoptr(GString) line = g_string_new(NULL);
    for (int i = 0; i < 4; i++)
        append_cell(line, cells[i], widths[i]);
    session_write(session, "%s%7s\n", line->str, seconds);
}

static void
write_table(const Report *report)
{
    const char *const titles[] = {"target", "from", "to", "outcome"};
    guint count = report->list->targets->len;
    g_autofree const char *(*rows)[4] = (const char *(*)[4])g_new0(const char *, 4 * ((gsize)count + 1));
    int widths[4] = {0};
    for (guint i = 0; i <= count; i++) {
        const Result *result = i == 0 ? NULL : &report->results[i - 1];
        const char *const cells[] = {i == 0 ? titles[0] : target_of(report, i - 1)->label,
                                     i == 0 ? titles[1] : result->from, i == 0 ? titles[2] : result->to,
                                     i == 0 ? titles[3] : STATES[result->state]};
        for (int k = 0; k < 4; k++) {
            rows[i][k] = cells[k];
            widths[k] = MAX(widths[k], columns_of(cells[k]));
        }
    }
    for (guint i = 0; i <= count; i++) {
        g_autofree char *seconds =
            i == 0 ? g_strdup("seconds") : g_strdup_printf("%.2f", report->results[i - 1].seconds);
        write_row(report->session, rows[i], widths, seconds);
    }
}

static guint
count_in(const Report *report, State state)
{
    guint count = 0;
    for (guint i = 0; i < report->list->targets->len; i++)
        count += report->results[i].state == state;
    return count;
}

/* "200 targets: 198 done, 1 failed, 1 gone" */
static void
note_sum(const Report *report)
{
    g_autoptr(GString) sum = g_string_new(NULL);
    for (State state = STATE_NOT_BEGUN; state < (State)G_N_ELEMENTS(STATES); state++) {
        guint count = count_in(report, state);
        if (count > 0)
            g_string_append_printf(sum, "%s%u %s", sum->len > 0 ? ", " : "", count, STATES[state]);
    }
    guint all = report->list->targets->len;
    session_note(report->session, "%u target%s: %s\n", all, all == 1 ? "" : "s", sum->str);
}

static bool
raise_failures(const Report *report, GError **error)
{
    enum { NAMED = 5 };
    guint failed = 0, all = report->list->targets->len;
    guint left = count_in(report, STATE_NOT_BEGUN);
    g_autoptr(GString) names = g_string_new(NULL);
    for (guint i = 0; i < all; i++) {
        State state = report->results[i].state;
        if ((state != STATE_FAILED && state != STATE_STOPPED) || failed++ >= NAMED)
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

static Result *
results_new(guint count)
{
    Result *results = g_new0(Result, (gsize)count + 1);
    for (guint i = 0; i < count; i++) {
        results[i].text = g_string_new(NULL);
        results[i].note = g_string_new(NULL);
    }
    return results;
}

static void
results_free(Result *results, guint count)
{
    for (guint i = 0; i < count; i++) {
        g_free(results[i].from);
        g_free(results[i].to);
        g_string_free(results[i].text, TRUE);
        g_string_free(results[i].note, TRUE);
    }
    g_free(results);
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
    Report report = {session, list, graph, kind, results_new(count), 0, PLEAT_CLEAN, PLEAT_ERROR_STATE};
    const TargetListener listener = {begin, hear, end_target, &report};
    target_pool_run(session, list, work, options, &listener);
    if (kind == TARGETS_TABLE && count > 0) {
        write_table(&report);
        note_sum(&report);
    }
    *outcome = report.outcome;
    bool good = raise_failures(&report, error);
    results_free(report.results, count);
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
