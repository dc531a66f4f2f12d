#include "project/target_results.h"

#include "report/event.h"
#include "report/failure.h"
#include <string.h>

static const char *const STATES[N_TARGET_STATES] = {
    [TARGET_NOT_BEGUN] = "not begun",   [TARGET_AT_WORK] = "at work", [TARGET_DONE] = "done",
    [TARGET_NOTHING] = "nothing to do", [TARGET_FAILED] = "failed",   [TARGET_GONE] = "gone",
    [TARGET_STOPPED] = "interrupted",
};

TargetResult *
target_results_new(guint count)
{
    TargetResult *results = g_new0(TargetResult, (gsize)count + 1);
    for (guint i = 0; i < count; i++) {
        results[i].text = g_string_new(NULL);
        results[i].note = g_string_new(NULL);
    }
    return results;
}

void
target_results_free(TargetResult *results, guint count)
{
    for (guint i = 0; i < count; i++) {
        g_free(results[i].from);
        g_free(results[i].to);
        g_free(results[i].error);
        g_string_free(results[i].text, TRUE);
        g_string_free(results[i].note, TRUE);
    }
    g_free(results);
}

guint
target_results_count(const TargetList *list, const TargetResult *results, TargetState state)
{
    guint count = 0;
    for (guint i = 0; i < list->targets->len; i++)
        count += results[i].state == state;
    return count;
}

static const char *
label_of(const TargetList *list, guint index)
{
    return ((const Target *)list->targets->pdata[index])->label;
}

/* For people --------------------------------------------------------------------------------------------------------*/

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

/* "200 targets: 198 done, 1 failed, 1 gone" */
static void
note_sum(PleatSession *session, const TargetList *list, const TargetResult *results)
{
    g_autoptr(GString) sum = g_string_new(NULL);
    for (TargetState state = 0; state < N_TARGET_STATES; state++) {
        guint count = target_results_count(list, results, state);
        if (count > 0)
            g_string_append_printf(sum, "%s%u %s", sum->len > 0 ? ", " : "", count, STATES[state]);
    }
    guint all = list->targets->len;
    session_note(session, "%u target%s: %s\n", all, all == 1 ? "" : "s", sum->str);
}

void
target_results_write_table(PleatSession *session, const TargetList *list, const TargetResult *results)
{
    const char *const titles[] = {"target", "from", "to", "outcome"};
    guint count = list->targets->len;
    g_autofree const char *(*rows)[4] = (const char *(*)[4])g_new0(const char *, 4 * ((gsize)count + 1));
    int widths[4] = {0};
    for (guint i = 0; i <= count; i++) {
        const TargetResult *result = i == 0 ? NULL : &results[i - 1];
        const char *const cells[] = {i == 0 ? titles[0] : label_of(list, i - 1), i == 0 ? titles[1] : result->from,
                                     i == 0 ? titles[2] : result->to, i == 0 ? titles[3] : STATES[result->state]};
        for (int k = 0; k < 4; k++) {
            rows[i][k] = cells[k];
            widths[k] = MAX(widths[k], columns_of(cells[k]));
        }
    }
    for (guint i = 0; i <= count; i++) {
        g_autofree char *seconds = i == 0 ? g_strdup("seconds") : g_strdup_printf("%.2f", results[i - 1].seconds);
        write_row(session, rows[i], widths, seconds);
    }
    note_sum(session, list, results);
}

/* For programs ------------------------------------------------------------------------------------------------------*/

/* "a1, b2" as a list, "base" as an empty one; null where nobody can tell. */
static void
write_standing(Record *record, const char *name, const char *standing)
{
    if (standing == NULL || strcmp(standing, "?") == 0) {
        record_null(record, name);
        return;
    }
    g_auto(GStrv) ids = g_strsplit(strcmp(standing, "base") == 0 ? "" : standing, ", ", -1);
    record_texts(record, name, (const char *const *)ids);
}

/* "nothing_to_do": g_free. */
static char *
state_name(TargetState state)
{
    return g_strdelimit(g_strdup(STATES[state]), " ", '_');
}

static void
write_state(Record *record, TargetState state)
{
    g_autofree char *name = state_name(state);
    record_text(record, "outcome", name);
}

void
target_results_write_summary(PleatSession *session, const TargetList *list, const TargetResult *results)
{
    g_autoptr(Record) record = event_new("summary", NULL);
    record_open_list(record, "targets");
    for (guint i = 0; i < list->targets->len; i++) {
        record_open(record, NULL);
        record_text(record, "target", label_of(list, i));
        write_standing(record, "from", results[i].from);
        write_standing(record, "to", results[i].to);
        write_state(record, results[i].state);
        record_seconds(record, "seconds", results[i].seconds);
        record_close(record);
    }
    record_close(record);
    record_open(record, "counts");
    for (TargetState state = 0; state < N_TARGET_STATES; state++)
        if (state != TARGET_AT_WORK) {
            g_autofree char *name = state_name(state);
            record_integer(record, name, target_results_count(list, results, state));
        }
    record_close(record);
    g_autofree char *line = record_line(record);
    session_write_text(session, line);
}

static void
write_error(Record *record, const char *target, const TargetResult *result)
{
    record_open(record, NULL);
    record_text(record, "target", target);
    record_open(record, "error");
    failure_write(record, result->fault, result->error == NULL ? STATES[result->state] : result->error);
    record_close(record);
    record_close(record);
}

void
target_results_write_document(PleatSession *session, const TargetList *list, const TargetResult *results)
{
    g_autoptr(Record) record = record_new();
    record_open_list(record, "targets");
    for (guint i = 0; i < list->targets->len; i++) {
        bool good = results[i].state == TARGET_DONE || results[i].state == TARGET_NOTHING;
        if (good)
            record_value(record, NULL, results[i].text->str);
        else
            write_error(record, label_of(list, i), &results[i]);
    }
    record_close(record);
    g_autofree char *document = record_document(record);
    session_write_text(session, document);
}
