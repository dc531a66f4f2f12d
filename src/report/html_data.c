#include "report/html_private.h"

#include "base/spell.h"
#include "report/record.h"

enum {
    MOST_BOXES = 2000,     /* of a larger schema only those that are about the change are drawn */
    REVISIONS_BEFORE = 12, /* that stand before the first that is reviewed */
};

/* What is drawn stands on one line. */
static void
write_label(Record *record, const char *key, const char *text)
{
    g_autofree char *line = spell_controls(text, "");
    record_text(record, key, line);
}

static void
write_line(Record *record, const DiagramLine *line)
{
    const char mark[] = {line->mark, '\0'};
    record_open(record, NULL);
    write_label(record, "name", line->name);
    write_label(record, "type", line->type);
    record_text(record, "mark", mark);
    record_flag(record, "key", line->is_key);
    record_flag(record, "reference", line->is_reference);
    record_close(record);
}

static void
write_box(Record *record, const DiagramBox *box, guint number)
{
    const char mark[] = {box->mark, '\0'};
    record_open(record, NULL);
    record_integer(record, "number", number);
    write_label(record, "name", box->address);
    record_text(record, "mark", mark);
    record_flag(record, "shown", diagram_box_is_shown(box));
    record_open_list(record, "lines");
    for (guint i = 0; i < box->lines->len; i++)
        write_line(record, &g_array_index(box->lines, DiagramLine, i));
    record_close(record);
    record_close(record);
}

static void
write_diagram(Record *record, const Diagram *diagram)
{
    const bool all = diagram->boxes->len <= MOST_BOXES;
    record_open_list(record, "boxes");
    for (guint i = 0; i < diagram->boxes->len; i++)
        if (all || diagram_box_is_shown(diagram->boxes->pdata[i]))
            write_box(record, diagram->boxes->pdata[i], i);
    record_close(record);
    record_open_list(record, "arrows");
    for (guint i = 0; i < diagram->arrows->len; i++) {
        const DiagramArrow *arrow = &g_array_index(diagram->arrows, DiagramArrow, i);
        const char mark[] = {arrow->mark, '\0'};
        record_open(record, NULL);
        record_integer(record, "from", arrow->from);
        record_integer(record, "to", arrow->to);
        write_label(record, "name", arrow->name);
        record_text(record, "mark", mark);
        record_close(record);
    }
    record_close(record);
}

static void
write_revision(Record *record, const Review *review, const Revision *revision)
{
    record_open(record, NULL);
    record_text(record, "id", revision->id);
    record_text(record, "phase", revision->phase == PHASE_NONE ? "both" : phase_name(revision->phase));
    write_label(record, "message", revision->message);
    record_texts(record, "after", revision->after);
    record_texts(record, "depends_on", revision->depends_on);
    record_flag(record, "reviewed", g_hash_table_contains(review->subject.wanted, revision));
    record_close(record);
}

static void
write_graph(Record *record, const Review *review, const Graph *graph)
{
    const GPtrArray *all = graph == NULL ? NULL : graph_all(graph);
    guint first = 0;
    while (all != NULL && first < all->len && !g_hash_table_contains(review->subject.wanted, all->pdata[first]))
        first++;
    const bool any = all != NULL && first < all->len;
    for (guint i = first > REVISIONS_BEFORE ? first - REVISIONS_BEFORE : 0; any && i < all->len; i++)
        write_revision(record, review, all->pdata[i]);
}

static void
write_revisions(Record *record, const Review *review)
{
    record_open_list(record, "revisions");
    write_graph(record, review, review->subject.graph);
    write_graph(record, review, review->subject.tenants);
    record_close(record);
}

void
html_append_data(GString *out, const Review *review)
{
    g_autoptr(Record) record = record_new();
    write_diagram(record, review->diagram);
    write_revisions(record, review);
    g_autofree char *json = record_line(record);
    for (const char *at = json; *at != '\0'; at++) {
        if (*at == '<' || *at == '>' || *at == '&')
            g_string_append_printf(out, "\\u%04x", *at);
        else
            g_string_append_c(out, *at);
    }
}
