#include "report/text.h"

#include "report/changes.h"
#include "report/lines.h"

typedef struct {
    GString *out;
    bool color;
} Text;

static void
append_marked(Text *text, char mark, const char *line)
{
    const char *paint = mark == '+' ? "\033[32m" : mark == '-' ? "\033[31m" : "\033[33m";
    g_string_append_printf(text->out, "%s  %c %s%s\n", text->color ? paint : "", mark, line,
                           text->color ? "\033[0m" : "");
}

/* A value of many lines is shown as the lines that differ. */
static void
append_value_change(Text *text, const Change *change)
{
    const char *from = change->before, *to = change->after;
    if (change_is_long(change)) {
        append_marked(text, '~', change->title);
        lines_append_diff(text->out, from == NULL ? "" : from, to == NULL ? "" : to, "    ", text->color);
        return;
    }
    g_autofree char *line =
        g_strdup_printf("%s: %s -> %s", change->title, from == NULL ? "(none)" : from, to == NULL ? "(none)" : to);
    append_marked(text, '~', line);
}

static void
append_change(Text *text, const Change *change)
{
    if (change->mark == '~' && change->detail == NULL) {
        append_value_change(text, change);
        return;
    }
    const bool has_detail = change->detail != NULL;
    g_autofree char *line = g_strconcat(change->title, ": ", has_detail ? change->detail : "", NULL);
    append_marked(text, change->mark, has_detail ? line : change->title);
}

static void
append_heading(Text *text, const ChangedObject *object)
{
    g_string_append_printf(text->out, "%s%s %s%s", text->color ? "\033[1m" : "", object->root->kind->title,
                           node_address(object->root), text->color ? "\033[0m" : "");
    if (object->place.file != NULL)
        g_string_append_printf(text->out, "  (%s:%d)", object->place.file, object->place.line);
    g_string_append_c(text->out, '\n');
}

char *
report_text(GArray *deltas, bool color)
{
    Text text = {g_string_new(NULL), color};
    g_autoptr(GPtrArray) objects = changes_of(deltas);
    for (guint i = 0; i < objects->len; i++) {
        const ChangedObject *object = objects->pdata[i];
        append_heading(&text, object);
        for (guint k = 0; k < object->changes->len; k++)
            append_change(&text, object->changes->pdata[k]);
    }
    return g_string_free(text.out, FALSE);
}
