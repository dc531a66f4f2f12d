#include "report/markdown_private.h"

#include "report/lines.h"
#include "report/mermaid.h"
#include <string.h>

enum {
    MOST_CHANGES = 12,      /* of one object in the table; the SQL has them all */
    MOST_OF_A_CHANGE = 300, /* characters in the table */
};

/* Of what comes or goes itself the row has said so. */
static bool
is_said(const Change *change)
{
    return change->mark != '~' && change->detail == NULL && delta_node(change->delta)->parent == NULL;
}

static void
append_change(GString *out, const Change *change)
{
    if (is_said(change)) {
        const guint columns = change_columns(change);
        if (columns > 0)
            g_string_append_printf(out, "%u column%s", columns, columns == 1 ? "" : "s");
        else if (change_is_long(change))
            g_string_append(out, "*see below*");
        return;
    }
    g_autoptr(GString) line = g_string_new(NULL);
    g_string_append_printf(line, "%c %s", change->mark, change_words(change));
    if (change->detail != NULL && !change_is_long(change))
        g_string_append_printf(line, ": %s", change->detail);
    else if (change->mark == '~' && change->detail == NULL && !change_is_long(change))
        g_string_append_printf(line, ": %s → %s", change->before == NULL ? "(none)" : change->before,
                               change->after == NULL ? "(none)" : change->after);
    if (g_utf8_strlen(line->str, -1) > MOST_OF_A_CHANGE) {
        g_string_truncate(line, (gsize)(g_utf8_offset_to_pointer(line->str, MOST_OF_A_CHANGE) - line->str));
        g_string_append(line, "…");
    }
    markdown_append_code(out, line->str);
    if (change_is_long(change))
        g_string_append(out, ", *see below*");
}

/* The change's own line, where the object's is another one. */
static void
append_change_place(GString *out, const Review *review, const ChangedObject *object, const Change *change)
{
    const Place place = change_place(object, change);
    if (place.file == NULL)
        return;
    g_string_append_c(out, ' ');
    comment_append_near(out, review, place, object->place);
}

static void
add_object(Comment *comment, const ChangedObject *object)
{
    static const char *const WORDS[] = {['+'] = "new", ['-'] = "gone", ['~'] = "changed"};
    GString *row = g_string_new(NULL);
    g_string_append_printf(row, "| **%s** %s ", WORDS[(int)object->mark], object->root->kind->title);
    markdown_append_code(row, node_address(object->root));
    if (object->place.file != NULL)
        g_string_append(row, "<br>");
    if (object->mark == '-')
        comment_append_former_place(row, comment->review, object->place);
    else
        comment_append_place(row, comment->review, object->place);
    g_string_append(row, " | ");
    for (guint i = 0; i < MIN(object->changes->len, MOST_CHANGES); i++) {
        g_string_append(row, i > 0 ? "<br>" : "");
        append_change(row, object->changes->pdata[i]);
        append_change_place(row, comment->review, object, object->changes->pdata[i]);
    }
    if (object->changes->len > MOST_CHANGES)
        g_string_append_printf(row, "<br>and %u more", object->changes->len - MOST_CHANGES);
    g_string_append(row, " |\n");
    comment_add(comment, "changed objects", row);
}

void
comment_add_objects(Comment *comment)
{
    const GPtrArray *objects = comment->review->objects;
    if (objects->len == 0)
        return;
    g_string_append(comment->out, "### What changes\n\n| Object | Change |\n|---|---|\n");
    for (guint i = 0; i < objects->len; i++)
        add_object(comment, objects->pdata[i]);
    g_string_append_c(comment->out, '\n');
}

static void
begin_fold(GString *out, const char *heading)
{
    g_string_append_printf(out, "<details><summary>%s</summary>\n\n", heading);
}

static void
end_fold(GString *out)
{
    g_string_append(out, "\n</details>\n\n");
}

static void
add_text_change(Comment *comment, const ChangedObject *object, const Change *change)
{
    if (!change_is_long(change))
        return;
    g_autoptr(GString) heading = g_string_new(NULL), diff = g_string_new(NULL);
    g_string_append_printf(heading, "%s <code>", object->root->kind->title);
    html_append_line(heading, node_address(object->root));
    g_string_append(heading, "</code>: ");
    html_append_line(heading, change_words(change));
    lines_append_diff(diff, change->before == NULL ? "" : change->before, change->after == NULL ? "" : change->after,
                      &(LinesView){.indent = ""});
    GString *text = g_string_new(NULL);
    begin_fold(text, heading->str);
    markdown_append_block(text, "diff", diff->str);
    end_fold(text);
    comment_add(comment, "bodies", text);
}

void
comment_add_texts(Comment *comment)
{
    const GPtrArray *objects = comment->review->objects;
    for (guint i = 0; i < objects->len; i++) {
        const ChangedObject *object = objects->pdata[i];
        for (guint k = 0; k < object->changes->len; k++)
            add_text_change(comment, object, object->changes->pdata[k]);
    }
}

void
comment_add_diagram(Comment *comment)
{
    g_autofree char *mermaid = diagram_mermaid(comment->review->diagram);
    if (mermaid == NULL) {
        if (comment->review->diagram->touched > 0)
            comment_left_out(comment, "diagram");
        return;
    }
    GString *text = g_string_new(NULL);
    g_string_append(text, "<details><summary>Diagram of the tables</summary>\n\n");
    markdown_append_block(text, "mermaid", mermaid);
    end_fold(text);
    comment_add(comment, "diagram", text);
}

/* SQL -------------------------------------------------------------------------------------------------------------- */

static void
append_actions(GString *out, const ReviewedRevision *reviewed)
{
    if (reviewed->actions->len > 0)
        g_string_append(out, "| Object | Action | Lock and cost |\n|---|---|---|\n");
    for (guint i = 0; i < reviewed->actions->len; i++) {
        const ReviewAction *action = reviewed->actions->pdata[i];
        g_string_append(out, "| ");
        markdown_append_code(out, action->object);
        g_string_append(out, " | ");
        markdown_append_text(out, action->verb);
        g_string_append(out, " | ");
        markdown_append_text(out, action->cost);
        g_auto(GStrv) more = g_strsplit(action->more == NULL ? "" : action->more, "\n", -1);
        for (char **line = more; *line != NULL; line++) {
            g_string_append(out, "<br>");
            markdown_append_text(out, *line);
        }
        g_string_append(out, " |\n");
    }
    g_string_append_c(out, '\n');
}

static void
append_script(GString *out, const Review *review, const GArray *steps)
{
    g_autoptr(GString) sql = g_string_new(NULL);
    for (guint i = 0; i < steps->len; i++) {
        const ReviewStep *step = &g_array_index(steps, ReviewStep, i);
        g_autofree char *text = review_step_sql(step), *title = review_step_title(review, step);
        g_string_append_printf(sql, "%s-- %s\n%s\n", i > 0 ? "\n" : "", title, text);
    }
    markdown_append_block(out, "sql", sql->str);
}

static void
append_fold_heading(GString *out, const ReviewedRevision *reviewed, const char *what)
{
    const Revision *revision = reviewed->revision;
    g_string_append_printf(out, "<details><summary>%s of %s%s <code>", what, revision->tenant ? "tenants' " : "",
                           revision->phase == PHASE_NONE ? "" : phase_name(revision->phase));
    html_append_text(out, reviewed->revision->id);
    g_string_append(out, "</code> ");
    html_append_text(out, reviewed->revision->message);
    g_string_append(out, "</summary>\n\n");
}

void
comment_add_way(Comment *comment, const ReviewedRevision *reviewed, bool down)
{
    if (down && reviewed->downgrade == NULL)
        return;
    GString *text = g_string_new(NULL);
    append_fold_heading(text, reviewed, down ? "The way back" : "Steps and SQL");
    if (!down)
        append_actions(text, reviewed);
    append_script(text, comment->review, down ? reviewed->downgrade : reviewed->upgrade);
    end_fold(text);
    comment_add(comment, down ? "downgrades" : "upgrades", text);
}
