#include "report/html_private.h"

#include "report/sides.h"

static void
append_side(GString *out, const Side *side, const char *class)
{
    if (side->segments == NULL) {
        g_string_append(out, "<td class=\"line\"></td><td class=\"none\"></td>");
        return;
    }
    g_string_append_printf(out, "<td class=\"line\">%d</td><td%s%s%s><code>", side->number,
                           class != NULL ? " class=\"" : "", class != NULL ? class : "", class != NULL ? "\"" : "");
    for (guint i = 0; i < side->segments->len; i++) {
        const Segment *segment = side->segments->pdata[i];
        g_string_append(out, segment->differs ? "<mark>" : "");
        html_append_text(out, segment->text);
        g_string_append(out, segment->differs ? "</mark>" : "");
    }
    g_string_append(out, "</code></td>");
}

static void
append_pair(GString *out, const SidePair *pair)
{
    g_string_append_printf(out, "<tr%s>", pair->is_near ? "" : " class=\"far\"");
    append_side(out, &pair->left, pair->differs ? "gone" : NULL);
    append_side(out, &pair->right, pair->differs ? "new" : NULL);
    g_string_append(out, "</tr>\n");
}

/* Both versions of a text, side by side; lines far from a change are hidden until they are asked for. */
static void
append_sides(GString *out, const Change *change)
{
    g_autoptr(GArray) pairs =
        sides_compare(change->before == NULL ? "" : change->before, change->after == NULL ? "" : change->after);
    guint far = 0;
    for (guint i = 0; i < pairs->len; i++)
        far += !g_array_index(pairs, SidePair, i).is_near;
    g_string_append(out, "<div class=\"sides\" tabindex=\"0\" role=\"region\" aria-label=\"before and after\">");
    if (far > 0)
        g_string_append_printf(
            out, "<button type=\"button\" class=\"all-lines\" aria-pressed=\"false\">show %u more lines</button>", far);
    g_string_append(out, "<table><colgroup><col class=\"line\"><col><col class=\"line\"><col></colgroup><thead><tr><th "
                         "colspan=\"2\" scope=\"col\">before</th><th colspan=\"2\" "
                         "scope=\"col\">after</th></tr></thead><tbody>\n");
    for (guint i = 0; i < pairs->len; i++)
        append_pair(out, &g_array_index(pairs, SidePair, i));
    g_string_append(out, "</tbody></table></div>\n");
}

/* Of what comes or goes as a whole there is one version. */
static void
append_text(GString *out, const Change *change)
{
    g_string_append_printf(out, "<pre class=\"%s\" tabindex=\"0\"><code>", html_mark_word(change->mark));
    html_append_sql(out, change->before != NULL ? change->before : change->after);
    g_string_append(out, "</code></pre>\n");
}

static void
append_change(GString *out, const Review *review, const ChangedObject *object, const Change *change)
{
    const bool is_long = change_is_long(change);
    g_string_append_printf(out,
                           "<li class=\"%s\"><span class=\"sign\" aria-hidden=\"true\">%s</span><span "
                           "class=\"said\">%s</span> ",
                           html_mark_word(change->mark),
                           change->mark == '-'   ? "−"
                           : change->mark == '+' ? "+"
                                                 : "~",
                           html_mark_word(change->mark));
    g_string_append(out, "<span class=\"title\">");
    html_append_line(out, change_words(change));
    g_string_append(out, "</span>");
    if (change->detail != NULL && !is_long) {
        g_string_append_c(out, ' ');
        html_append_code(out, change->detail);
    } else if (change->mark == '~' && change->detail == NULL && !is_long) {
        g_string_append_c(out, ' ');
        html_append_code(out, change->before == NULL ? "(none)" : change->before);
        g_string_append(out, " → ");
        html_append_code(out, change->after == NULL ? "(none)" : change->after);
    }
    const guint columns = change_columns(change);
    if (columns > 0)
        g_string_append_printf(out, " <span class=\"quiet\">%u column%s</span>", columns, columns == 1 ? "" : "s");
    html_append_place(out, review, change_place(object, change), &object->place);
    if (is_long && change->before != NULL && change->after != NULL)
        append_sides(out, change);
    else if (is_long)
        append_text(out, change);
    g_string_append(out, "</li>\n");
}

static void
append_object(GString *out, const Review *review, const ChangedObject *object)
{
    const char *word = html_mark_word(object->mark);
    g_string_append(out, "<details class=\"object\" open data-name=\"");
    html_append_line(out, node_address(object->root));
    g_string_append_printf(out, "\"><summary><span class=\"chip %s\">%s</span> <span class=\"kind\">%s</span> <strong>",
                           word, word, object->root->kind->title);
    html_append_line(out, node_address(object->root));
    g_string_append(out, "</strong> ");
    if (object->mark == '-')
        html_append_former_place(out, review, object->place);
    else
        html_append_place(out, review, object->place, NULL);
    g_string_append(out, "</summary>\n<ul class=\"changes\">\n");
    for (guint i = 0; i < object->changes->len; i++)
        append_change(out, review, object, object->changes->pdata[i]);
    g_string_append(out, "</ul></details>\n");
}

void
html_append_changes(GString *out, const Review *review)
{
    g_string_append(
        out, "<section id=\"changes\" aria-labelledby=\"changes-title\"><h2 id=\"changes-title\">What changes</h2>\n");
    if (review->objects->len == 0)
        g_string_append(out, "<p>The declarations do not differ.</p>\n");
    for (guint i = 0; i < review->objects->len; i++)
        append_object(out, review, review->objects->pdata[i]);
    g_string_append(out, "</section>\n");
}
