#include "report/diff_details.h"

#include "model/emit.h"
#include "model/labels.h"
#include "model/privileges.h"
#include "model/template.h"
#include <string.h>

const Node *
diff_node(const Delta *delta)
{
    return delta->new_node != NULL ? delta->new_node : delta->old_node;
}

/* Groups ----------------------------------------------------------------------------------------------------------- */

static void
group_free(void *data)
{
    DiffGroup *group = data;
    g_ptr_array_unref(group->deltas);
    g_free(group);
}

static size_t
rank(const Kind *kind)
{
    size_t at = 0;
    while (kinds_all[at] != NULL && kinds_all[at] != kind)
        at++;
    return at;
}

static int
compare_groups(const void *left, const void *right)
{
    const DiffGroup *a = *(DiffGroup *const *)left, *b = *(DiffGroup *const *)right;
    size_t rank_a = rank(a->root->kind), rank_b = rank(b->root->kind);
    if (rank_a != rank_b)
        return rank_a < rank_b ? -1 : 1;
    g_autofree char *first = g_strdup(node_address(a->root));
    return strcmp(first, node_address(b->root));
}

static void
add_to_group(GPtrArray *groups, GHashTable *by_key, const Delta *delta)
{
    const Node *node = diff_node(delta), *root = node_root(node);
    DiffGroup *group = g_hash_table_lookup(by_key, root->key);
    if (group == NULL) {
        group = g_new0(DiffGroup, 1);
        group->root = root;
        group->kind = DELTA_ALTER;
        group->deltas = g_ptr_array_new();
        g_ptr_array_add(groups, group);
        g_hash_table_insert(by_key, (gpointer)(guintptr)root->key, group);
    }
    if (node == root && delta->kind != DELTA_ALTER)
        group->kind = delta->kind;
    g_ptr_array_add(group->deltas, (gpointer)(guintptr)delta);
}

GPtrArray *
diff_groups(const GArray *deltas)
{
    GPtrArray *groups = g_ptr_array_new_with_free_func(group_free);
    g_autoptr(GHashTable) by_key = g_hash_table_new(g_str_hash, g_str_equal);
    for (guint i = 0; i < deltas->len; i++)
        add_to_group(groups, by_key, &g_array_index(deltas, Delta, i));
    g_ptr_array_sort(groups, compare_groups);
    return groups;
}

/* Details ---------------------------------------------------------------------------------------------------------- */

static bool
is_list(ValueType type)
{
    return type == VALUE_NAMES || type == VALUE_LABELS || type == VALUE_MAP || type == VALUE_OPTIONS ||
           type == VALUE_FOREIGN_OPTIONS;
}

static void
add_attribute(GArray *details, const Attr *attr, const char *was, const char *is)
{
    bool is_option = attr->type == VALUE_OPTIONS || attr->type == VALUE_FOREIGN_OPTIONS;
    const DiffDetail detail = {.key = attr->key,
                               .was = was,
                               .is = is,
                               .type = attr->type,
                               .is_list = is_list(attr->type),
                               .in_order = !is_option || (attr->flags & ATTR_KEPT_ORDER) != 0};
    g_array_append_val(details, detail);
}

/* "select with grant option, update": as declarations say it. */
static const char *
privilege_words(Arena *arena, const char *canonical)
{
    if (canonical == NULL)
        return NULL;
    g_autofree char *lower = g_ascii_strdown(canonical, -1);
    g_auto(GStrv) words = g_strsplit(lower, "*", -1);
    g_autofree char *granted = g_strjoinv(" with grant option", words);
    g_auto(GStrv) items = g_strsplit(granted, ",", -1);
    g_autofree char *list = g_strjoinv(", ", items);
    return arena_printf(arena, "[%s]", list);
}

/* The value behind a name in a list of pairs; NULL: the name is not there. */
static const char *
find_pair(char **pairs, const char *name)
{
    for (; pairs != NULL && *pairs != NULL; pairs += 2)
        if (strcmp(pairs[0], name) == 0)
            return pairs[1];
    return NULL;
}

static void
add_pair(Arena *arena, GArray *details, Facet facet, const char *of, const char *was, const char *is)
{
    if (g_strcmp0(was, is) == 0)
        return;
    bool grants = facet == FACET_PRIVILEGES;
    const DiffDetail detail = {.key = facet_keys[facet],
                               .of = grants && strcmp(of, "PUBLIC") == 0 ? "public" : of,
                               .was = grants ? privilege_words(arena, was) : was,
                               .is = grants ? privilege_words(arena, is) : is,
                               .type = VALUE_TEXT};
    g_array_append_val(details, detail);
}

/* Privileges and labels are told for each grantee and each provider. */
static void
add_facet(Arena *arena, GArray *details, Facet facet, const char *was, const char *is)
{
    if (facet != FACET_PRIVILEGES && facet != FACET_LABELS) {
        const DiffDetail detail = {.key = facet_keys[facet], .was = was, .is = is, .type = VALUE_TEXT};
        g_array_append_val(details, detail);
        return;
    }
    char **(*split)(Arena *, const char *) = facet == FACET_LABELS ? labels_split : privileges_split;
    char **before = was == NULL ? NULL : split(arena, was), **after = is == NULL ? NULL : split(arena, is);
    for (char **pair = before; pair != NULL && *pair != NULL; pair += 2)
        add_pair(arena, details, facet, pair[0], pair[1], find_pair(after, pair[0]));
    for (char **pair = after; pair != NULL && *pair != NULL; pair += 2)
        if (find_pair(before, pair[0]) == NULL)
            add_pair(arena, details, facet, pair[0], NULL, pair[1]);
}

static void
add_altered(Arena *arena, GArray *details, const Delta *delta)
{
    const Node *was = delta->old_node, *is = delta->new_node;
    for (size_t i = 0; i < is->kind->n_attrs; i++)
        if ((delta->changed & (1ull << i)) != 0 && (is->kind->attrs[i].flags & ATTR_HIDDEN) == 0)
            add_attribute(details, &is->kind->attrs[i], was->values[i], is->values[i]);
    for (size_t i = 0; details->len == 0 && i < is->kind->n_attrs; i++) /* better than nothing */
        if ((delta->changed & (1ull << i)) != 0)
            add_attribute(details, &is->kind->attrs[i], was->values[i], is->values[i]);
    for (Facet facet = 0; facet < N_FACETS; facet++)
        if ((delta->facets & (1u << facet)) != 0)
            add_facet(arena, details, facet, was->facets[facet], is->facets[facet]);
}

static void
add_renamed(Arena *arena, GArray *details, const Delta *delta)
{
    const Node *was = delta->old_node, *is = delta->new_node;
    if (strcmp(was->name, is->name) != 0 || g_strcmp0(was->schema, is->schema) != 0) {
        bool whole = is->parent == NULL;
        const DiffDetail detail = {.key = "name",
                                   .was = arena_strdup(arena, whole ? node_address(was) : was->name),
                                   .is = arena_strdup(arena, whole ? node_address(is) : is->name),
                                   .type = VALUE_NAME};
        g_array_append_val(details, detail);
    }
    const Extras *extras = is->declared == NULL ? NULL : is->declared->extras;
    for (const char *const *pair = extras == NULL ? NULL : extras->renamed_labels; pair != NULL && *pair; pair += 2) {
        const DiffDetail detail = {.key = "value", .was = pair[1], .is = pair[0], .type = VALUE_NAME};
        g_array_append_val(details, detail);
    }
}

GArray *
diff_details(Arena *arena, const Delta *delta)
{
    GArray *details = g_array_new(FALSE, FALSE, sizeof(DiffDetail));
    if (delta->kind == DELTA_RENAME)
        add_renamed(arena, details, delta);
    else if (delta->kind == DELTA_ALTER)
        add_altered(arena, details, delta);
    return details;
}

GArray *
diff_details_of(Arena *arena, const Node *node)
{
    GArray *details = g_array_new(FALSE, FALSE, sizeof(DiffDetail));
    const Kind *kind = node->kind;
    const bool own_text = node->text != NULL || (node->declared != NULL && node->declared->text != NULL);
    for (size_t i = 0; i < kind->n_attrs; i++)
        if (node->values[i] != NULL && (kind->attrs[i].flags & (ATTR_HIDDEN | ATTR_INTERNAL)) == 0 && !own_text &&
            (kind->leaf == NULL || !node_leaf_says(node, i)))
            add_attribute(details, &kind->attrs[i], NULL, node->values[i]);
    for (Facet facet = 0; facet < N_FACETS; facet++)
        if (node->facets[facet] != NULL)
            add_facet(arena, details, facet, NULL, node->facets[facet]);
    return details;
}

/* Nodes ------------------------------------------------------------------------------------------------------------ */

/* Does its parent's leaf say it, or is there nothing to say (of a bare child: beside what it comes with)? */
static bool
goes_without_saying(const Node *node)
{
    g_autofree char *token = g_strconcat("child.", node->kind->name, NULL);
    return (node->flags & NODE_DERIVED) != 0 || node_is_silent(node) ||
           (node->parent->kind->leaf != NULL && kind_leaf_says(node->parent->kind, token));
}

GPtrArray *
diff_parts(const Node *node)
{
    GPtrArray *parts = g_ptr_array_new();
    g_ptr_array_add(parts, (gpointer)(guintptr)node);
    for (const Node *part = node_walk(node, node); part != NULL; part = node_walk(node, part))
        if (!goes_without_saying(part))
            g_ptr_array_add(parts, (gpointer)(guintptr)part);
    return parts;
}

const char *
diff_value_words(ValueType type, const char *value)
{
    if (value != NULL)
        return value;
    return type == VALUE_BOOL ? "false" : "(none)";
}

static const Place *
declared_place(const Node *node)
{
    const Node *declared = node == NULL ? NULL : node->declared;
    if (declared == NULL && node != NULL && node->place.file != NULL)
        return &node->place;
    return declared == NULL || declared->place.file == NULL ? NULL : &declared->place;
}

Place
diff_place(const Node *node, const Node *counterpart)
{
    const Place *place = declared_place(node);
    if (place == NULL)
        place = declared_place(counterpart);
    return place == NULL ? (Place){0} : *place;
}

char *
diff_title(const Node *node)
{
    if (node->parent == NULL)
        return g_strdup(node->kind->title);
    const Node *named = node->kind->anonymous ? node->parent : node;
    return g_strdup_printf("%s%s%s", node->kind->title, node->kind->anonymous ? " of " : " ", named->name);
}

char *
diff_leaf(const Node *node)
{
    const char *text = node->text != NULL ? node->text : node->declared == NULL ? NULL : node->declared->text;
    if (text != NULL)
        return g_strstrip(g_strdup(text));
    int definition = kind_attr(node->kind, "definition");
    if (node->kind->leaf != NULL)
        return g_strstrip(node_leaf(node));
    bool hidden = definition >= 0 && (node->kind->attrs[definition].flags & ATTR_HIDDEN) != 0;
    return g_strstrip(g_strdup(hidden && node->values[definition] != NULL ? node->values[definition] : ""));
}
