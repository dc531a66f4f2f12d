#include "report/diff_text.h"

#include "base/spell.h"
#include "report/diff_details.h"
#include "report/fold.h"
#include "report/lines.h"
#include "sql/split.h"
#include <string.h>

/* Lines that go to no terminal are not broken; but a change that would be longer than this stands in two. */
enum { USUAL_COLUMNS = 120, INDENT = 4 };
static const char indent[] = "    ", deeper[] = "      ";

typedef struct {
    GString *out;
    const DiffView *view;
    Arena *arena;
    const char *file;  /* that the heading names; NULL: none */
    const char *where; /* what a part that is changed says of its place; "" of an object, whose heading has said it */
} Text;

static const char *
paint(const Text *text, char mark)
{
    if (!text->view->color)
        return "";
    return mark == '+' ? "\033[32m" : mark == '-' ? "\033[31m" : "\033[33m";
}

/* "+ " and a line, broken where it must be. */
static void
append_folded(Text *text, int at, char mark, const char *line)
{
    const char *start = paint(text, mark);
    g_autofree char *safe = spell_controls(line, "\t");
    g_string_append_printf(text->out, "%*s%s%c ", at, "", start, mark);
    fold_append(text->out, safe, at + 2, at + 4, text->view->columns, start);
    g_string_append_printf(text->out, "%s\n", text->view->color ? "\033[0m" : "");
}

/* Under the heading. */
static void
append_marked(Text *text, char mark, const char *line)
{
    append_folded(text, INDENT, mark, line);
}

/* "  (:9)" for a line of the file that the heading names, "  (schema/x.yaml:9)" for one of another; g_free. */
static char *
place_words(const Text *text, Place place)
{
    if (place.file == NULL)
        return g_strdup("");
    bool same = g_strcmp0(place.file, text->file) == 0;
    return g_strdup_printf("  (%s:%d)", same ? "" : place.file, place.line);
}

static bool
has_lines(const char *value)
{
    return value != NULL && strchr(value, '\n') != NULL;
}

/* Details ---------------------------------------------------------------------------------------------------------- */

static bool
has_item(char **items, const char *item)
{
    return items != NULL && g_strv_contains((const char *const *)items, item);
}

/* Do both lists have the same items in another order? */
static bool
is_shuffled(char **was, char **is)
{
    for (char **item = was; *item != NULL; item++)
        if (!has_item(is, *item))
            return false;
    return g_strv_length(was) == g_strv_length(is);
}

/* Items that come and go, a line each, with what one comes after where that counts. */
static void
append_items(Text *text, const char *key, const DiffDetail *detail, char **was, char **is)
{
    for (char **item = was; *item != NULL; item++)
        if (!has_item(is, *item))
            append_marked(text, '-', arena_printf(text->arena, "%s: %s%s", key, *item, text->where));
    for (char **item = is; *item != NULL; item++) {
        if (has_item(was, *item))
            continue;
        const char *after = !detail->in_order || item == is ? "" : arena_printf(text->arena, "  (after %s)", item[-1]);
        append_marked(text, '+', arena_printf(text->arena, "%s: %s%s%s", key, *item, after, text->where));
    }
}

/* On one line, "key: a -> b", or, where that is long, on two below it. */
static void
append_both(Text *text, const char *key, const char *was, const char *is)
{
    int most = text->view->columns > 0 ? text->view->columns : USUAL_COLUMNS;
    const char *line = arena_printf(text->arena, "%s: %s -> %s%s", key, was, is, text->where);
    if (g_utf8_strlen(line, -1) + INDENT + 2 <= most) {
        append_marked(text, '~', line);
        return;
    }
    append_marked(text, '~', arena_printf(text->arena, "%s%s", key, text->where));
    append_folded(text, INDENT + 2, '-', was);
    append_folded(text, INDENT + 2, '+', is);
}

/* The key as it stands in a line: behind the child that it belongs to, alone of the object itself. */
static const char *
key_words(Text *text, const Node *node, const DiffDetail *detail)
{
    g_autofree char *title = diff_title(node);
    const char *key = detail->of == NULL ? detail->key : arena_printf(text->arena, "%s of %s", detail->key, detail->of);
    return node->parent == NULL ? key : arena_printf(text->arena, "%s: %s", title, key);
}

/* "renamed from public.users", of a label "value fine renamed from ok". */
static void
append_renamed(Text *text, const Node *node, const DiffDetail *detail)
{
    g_autofree char *title = diff_title(node);
    bool is_label = strcmp(detail->key, "name") != 0;
    append_marked(text, '~',
                  arena_printf(text->arena, "%s%s%s%s%srenamed from %s%s", node->parent == NULL ? "" : title,
                               node->parent == NULL ? "" : ": ", is_label ? "value " : "", is_label ? detail->is : "",
                               is_label ? " " : "", detail->was, text->where));
}

static void
append_change(Text *text, const Node *node, const DiffDetail *detail)
{
    const char *key = key_words(text, node, detail);
    if (has_lines(detail->was) || has_lines(detail->is)) {
        bool is_all = node->parent == NULL && strcmp(detail->key, "definition") == 0; /* the heading says what it is */
        const LinesView view = {.indent = is_all ? indent : deeper, .color = text->view->color};
        if (!is_all)
            append_marked(text, '~', arena_printf(text->arena, "%s%s", key, text->where));
        lines_append_diff(text->out, detail->was == NULL ? "" : detail->was, detail->is == NULL ? "" : detail->is,
                          &view);
        return;
    }
    if (detail->is_list && detail->was != NULL && detail->is != NULL) {
        char **was = split_list(text->arena, detail->was), **is = split_list(text->arena, detail->is);
        if (!is_shuffled(was, is)) {
            append_items(text, key, detail, was, is);
            return;
        }
    }
    append_both(text, key, diff_value_words(detail->type, detail->was), diff_value_words(detail->type, detail->is));
}

/* Nodes ------------------------------------------------------------------------------------------------------------ */

/* What the leaf of a node that comes or goes does not say. */
static void
append_details_of(Text *text, char mark, const Node *node)
{
    g_autoptr(GArray) details = diff_details_of(text->arena, node);
    for (guint i = 0; i < details->len; i++) {
        const DiffDetail *detail = &g_array_index(details, DiffDetail, i);
        const char *key = key_words(text, node, detail);
        if (!has_lines(detail->is)) {
            append_marked(text, mark, arena_printf(text->arena, "%s: %s", key, detail->is));
            continue;
        }
        const LinesView view = {.indent = deeper, .color = text->view->color};
        append_marked(text, mark, key);
        lines_append_whole(text->out, detail->is, mark, &view);
    }
}

static const char *
was_called(const Node *node, char mark)
{
    const Extras *extras = mark != '+' || node->declared == NULL ? NULL : node->declared->extras;
    return extras == NULL ? NULL : extras->renamed_from;
}

/* "+ column name: text NOT NULL  (:9)", and what else it has. */
static void
append_part(Text *text, char mark, const Node *node)
{
    g_autofree char *title = diff_title(node), *leaf = diff_leaf(node);
    g_autofree char *place = place_words(text, diff_place(node, NULL));
    const char *was = was_called(node, mark);
    if (has_lines(leaf))
        g_strdelimit(leaf, "\n", ' ');
    append_marked(text, mark,
                  arena_printf(text->arena, "%s%s%s%s%s%s", title, *leaf == '\0' ? "" : ": ", leaf,
                               was == NULL ? "" : ", renamed from ", was == NULL ? "" : was, place));
    append_details_of(text, mark, node);
}

/* The object itself, whose heading is there already. */
static void
append_root(Text *text, char mark, const Node *node)
{
    g_autofree char *leaf = diff_leaf(node);
    const LinesView view = {.indent = indent, .color = text->view->color};
    if (*leaf != '\0' && has_lines(leaf))
        lines_append_whole(text->out, leaf, mark, &view);
    else if (*leaf != '\0')
        append_marked(text, mark, leaf);
    append_details_of(text, mark, node);
}

static void
append_whole(Text *text, char mark, const Node *node)
{
    g_autoptr(GPtrArray) parts = diff_parts(node);
    if (node->parent == NULL && mark == '-' && !text->view->whole)
        return;
    for (guint i = 0; i < parts->len; i++)
        if (((const Node *)parts->pdata[i])->parent == NULL)
            append_root(text, mark, parts->pdata[i]);
        else
            append_part(text, mark, parts->pdata[i]);
}

/* The author's own texts of both versions, where both are known and it is the text that differs: with the lines of
 * their files. */
static bool
append_own_texts(Text *text, const Delta *delta)
{
    const Node *was = delta->old_node->declared, *is = delta->new_node->declared;
    if (delta->kind != DELTA_ALTER || delta->changed == 0 || was == NULL || is == NULL || was->text == NULL ||
        is->text == NULL || strcmp(was->text, is->text) == 0)
        return false;
    const LinesView view = {indent, text->view->color, was->place.line, is->place.line};
    lines_append_diff(text->out, was->text, is->text, &view);
    return true;
}

static void
append_altered(Text *text, const Delta *delta)
{
    const Node *node = delta->new_node;
    bool told = append_own_texts(text, delta);
    g_autoptr(GArray) details = diff_details(text->arena, delta);
    g_autofree char *where = place_words(text, node->parent == NULL ? (Place){0} : diff_place(node, delta->old_node));
    text->where = arena_strdup(text->arena, where);
    for (guint i = 0; i < details->len; i++) {
        const DiffDetail *detail = &g_array_index(details, DiffDetail, i);
        bool is_facet = kind_attr(node->kind, detail->key) < 0;
        if (delta->kind == DELTA_RENAME)
            append_renamed(text, node, detail);
        else if (!told || is_facet)
            append_change(text, node, detail);
    }
}

static void
append_delta(Text *text, const Delta *delta)
{
    if (delta->kind == DELTA_CREATE || delta->kind == DELTA_DROP)
        append_whole(text, delta->kind == DELTA_CREATE ? '+' : '-', diff_node(delta));
    else
        append_altered(text, delta);
}

/* Objects ---------------------------------------------------------------------------------------------------------- */

static char
mark_of(DeltaKind kind)
{
    return kind == DELTA_CREATE ? '+' : kind == DELTA_DROP ? '-' : '~';
}

/* What goes with an object that is dropped: "3 columns, 1 index". */
static void
append_contents(GString *out, const Node *root)
{
    g_autoptr(GPtrArray) parts = diff_parts(root);
    const char *comma = "  ";
    for (size_t i = 0; kinds_all[i] != NULL; i++) {
        guint count = 0;
        for (guint k = 1; k < parts->len; k++)
            count += ((const Node *)parts->pdata[k])->kind == kinds_all[i];
        if (count == 0)
            continue;
        g_autofree char *plural = g_strdelimit(g_strdup(kinds_all[i]->plural), "_", ' ');
        g_string_append_printf(out, "%s%u %s", comma, count, count == 1 ? kinds_all[i]->title : plural);
        comma = ", ";
    }
}

static Place
group_place(const DiffGroup *group, const Schema *from)
{
    const Delta *first = group->deltas->pdata[0];
    const Node *other = first->old_node == NULL ? NULL : node_root(first->old_node);
    return diff_place(group->root, other == NULL && from != NULL ? schema_match(from, group->root) : other);
}

static void
append_group(Text *text, const DiffGroup *group)
{
    const Place place = group_place(group, text->view->from);
    char mark = mark_of(group->kind);
    g_autofree char *address = spell_controls(node_address(group->root), "\t");
    g_string_append_printf(text->out, "%s%s%c %s %s%s", text->view->color ? "\033[1m" : "", paint(text, mark), mark,
                           group->root->kind->title, address, text->view->color ? "\033[0m" : "");
    text->file = NULL;
    g_autofree char *words = place_words(text, place), *safe = spell_controls(words, "\t");
    g_string_append(text->out, safe);
    text->file = place.file;
    if (group->kind == DELTA_DROP && !text->view->whole)
        append_contents(text->out, group->root);
    g_string_append_c(text->out, '\n');
    for (guint i = 0; i < group->deltas->len; i++)
        append_delta(text, group->deltas->pdata[i]);
}

char *
diff_text(const GArray *deltas, const DiffView *view)
{
    g_autoptr(Arena) arena = arena_new();
    g_autoptr(GPtrArray) groups = diff_groups(deltas);
    Text text = {.out = g_string_new(NULL), .view = view, .arena = arena, .where = ""};
    for (guint i = 0; i < groups->len; i++)
        append_group(&text, groups->pdata[i]);
    return g_string_free(text.out, FALSE);
}
