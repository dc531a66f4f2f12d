#include "report/text.h"

#include "model/template.h"
#include "report/lines.h"
#include <string.h>

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

static const Node *
node_of(const Delta *delta)
{
    return delta->new_node != NULL ? delta->new_node : delta->old_node;
}

/* "column name" for a child; for a root its kind's name alone. */
static char *
title(const Node *node)
{
    if (node->parent == NULL)
        return g_strdup(node->kind->title);
    const Node *named = node->kind->anonymous ? node->parent : node;
    return g_strdup_printf("%s%s%s", node->kind->title, node->kind->anonymous ? " of " : " ", named->name);
}

static char *
short_leaf(const Node *node)
{
    g_autofree char *leaf = node->kind->leaf == NULL ? g_strdup("") : node_leaf(node);
    return g_strdelimit(g_strstrip(g_strdup(leaf)), "\n", ' ');
}

static void
append_whole(Text *text, char mark, const Node *node)
{
    g_autofree char *name = title(node);
    g_autofree char *leaf = short_leaf(node);
    const Extras *extras = node->declared == NULL ? NULL : node->declared->extras;
    const char *was = mark != '+' || extras == NULL ? NULL : extras->renamed_from;
    g_autofree char *line =
        g_strconcat(name, leaf[0] == '\0' ? "" : ": ", leaf, was == NULL ? "" : ", renamed from ", was, NULL);
    append_marked(text, mark, line);
}

/* A value of many lines is shown as the lines that differ. */
static void
append_value_change(Text *text, const char *key, const char *from, const char *to)
{
    if ((from != NULL && strchr(from, '\n') != NULL) || (to != NULL && strchr(to, '\n') != NULL)) {
        append_marked(text, '~', key);
        lines_append_diff(text->out, from == NULL ? "" : from, to == NULL ? "" : to, "    ", text->color);
        return;
    }
    g_autofree char *line =
        g_strdup_printf("%s: %s -> %s", key, from == NULL ? "(none)" : from, to == NULL ? "(none)" : to);
    append_marked(text, '~', line);
}

static void
append_altered(Text *text, const Delta *delta)
{
    const Node *node = delta->new_node;
    g_autofree char *name = title(node);
    for (size_t i = 0; i < node->kind->n_attrs; i++) {
        if ((delta->changed & (1ull << i)) == 0)
            continue;
        g_autofree char *key = g_strdup_printf("%s: %s", name, node->kind->attrs[i].key);
        append_value_change(text, key, delta->old_node->values[i], node->values[i]);
    }
    for (Facet facet = 0; facet < N_FACETS; facet++) {
        if ((delta->facets & (1u << facet)) == 0)
            continue;
        g_autofree char *key = g_strdup_printf("%s: %s", name, facet_keys[facet]);
        append_value_change(text, key, delta->old_node->facets[facet], node->facets[facet]);
    }
}

static void
append_renamed(Text *text, const Delta *delta)
{
    g_autofree char *name = title(delta->new_node);
    const Extras *extras = delta->new_node->declared == NULL ? NULL : delta->new_node->declared->extras;
    if (strcmp(delta->old_node->name, delta->new_node->name) != 0 ||
        g_strcmp0(delta->old_node->schema, delta->new_node->schema) != 0) {
        const char *was = delta->new_node->parent == NULL ? node_address(delta->old_node) : delta->old_node->name;
        g_autofree char *line = g_strdup_printf("%s: renamed from %s", name, was);
        append_marked(text, '~', line);
    }
    for (const char *const *pair = extras == NULL ? NULL : extras->renamed_labels; pair != NULL && *pair; pair += 2) {
        g_autofree char *line = g_strdup_printf("%s: value %s renamed from %s", name, pair[0], pair[1]);
        append_marked(text, '~', line);
    }
}

static void
append_delta(Text *text, const Delta *delta)
{
    if (delta->kind == DELTA_RENAME)
        append_renamed(text, delta);
    else if (delta->kind == DELTA_ALTER)
        append_altered(text, delta);
    else
        append_whole(text, delta->kind == DELTA_CREATE ? '+' : '-', node_of(delta));
}

static void
append_heading(Text *text, const Node *node)
{
    const Node *root = node_root(node);
    const Node *declared = node->declared != NULL ? node->declared : root->declared;
    g_string_append_printf(text->out, "%s%s %s%s", text->color ? "\033[1m" : "", root->kind->title, node_address(root),
                           text->color ? "\033[0m" : "");
    if (declared != NULL && declared->place.file != NULL)
        g_string_append_printf(text->out, "  (%s:%d)", declared->place.file, declared->place.line);
    g_string_append_c(text->out, '\n');
}

char *
report_text(GArray *deltas, bool color)
{
    Text text = {g_string_new(NULL), color};
    g_autoptr(GHashTable) done = g_hash_table_new(g_str_hash, g_str_equal);
    for (guint i = 0; i < deltas->len; i++) {
        const char *root = node_root(node_of(&g_array_index(deltas, Delta, i)))->key;
        if (!g_hash_table_add(done, (gpointer)(guintptr)root))
            continue;
        append_heading(&text, node_of(&g_array_index(deltas, Delta, i)));
        for (guint k = i; k < deltas->len; k++) {
            const Delta *delta = &g_array_index(deltas, Delta, k);
            if (strcmp(node_root(node_of(delta))->key, root) == 0)
                append_delta(&text, delta);
        }
    }
    return g_string_free(text.out, FALSE);
}
