#include "model/copy.h"

#include "model/lineage.h"

static const char **
copy_values(Arena *arena, const Node *node)
{
    if (node->kind->n_attrs == 0)
        return NULL;
    const char **values = arena_new_array(arena, const char *, node->kind->n_attrs);
    for (size_t i = 0; i < node->kind->n_attrs; i++)
        values[i] = arena_strdup(arena, node->values[i]);
    return values;
}

static Node *
copy_node(Schema *to, Node *parent, const Node *node, bool (*leaves_out)(const Node *))
{
    Node *copy = node_new(to, node->kind, node->schema, node->name, node->signature);
    copy->values = copy_values(to->arena, node);
    for (Facet facet = 0; facet < N_FACETS; facet++)
        copy->facets[facet] = arena_strdup(to->arena, node->facets[facet]);
    copy->leaf = arena_strdup(to->arena, node->leaf);
    copy->text = arena_strdup(to->arena, node->text);
    copy->path_schema = arena_strdup(to->arena, node->path_schema);
    copy->origin = arena_strdup(to->arena, node->origin);
    copy->extras = node->extras;
    copy->declared = node->declared;
    copy->declared_key = arena_strdup(to->arena, node->declared_key);
    copy->place = node->place;
    copy->flags = node->flags;
    if (!schema_add(to, parent, copy, NULL))
        return NULL;
    for (const Node *child = node->first_child; child != NULL; child = child->next)
        if (leaves_out == NULL || !leaves_out(child))
            copy_node(to, copy, child, leaves_out);
    return copy;
}

Node *
schema_copy_root(Schema *to, const Node *root)
{
    return copy_node(to, NULL, root, NULL);
}

void
schema_copy_edges(Schema *to, const Schema *from, GHashTable *only_roots)
{
    to->has_edges = true;
    for (guint i = 0; i < from->roots->len; i++) {
        Node *root = from->roots->pdata[i];
        if (only_roots != NULL && !g_hash_table_contains(only_roots, root->key))
            continue;
        for (Node *node = root; node != NULL; node = node_walk(root, node)) {
            Node *copy = node->needs == NULL ? NULL : schema_match(to, node);
            for (guint k = 0; copy != NULL && k < node->needs->len; k++) {
                Node *needed = schema_match(to, node->needs->pdata[k]);
                if (needed != NULL)
                    node_add_need(copy, needed);
            }
        }
    }
}

/* What a table can do without when it only stands there for others to refer to. A unique index may carry a foreign
 * key. */
static bool
is_dispensable(const Node *child)
{
    if (child->kind->inlined != NULL || child->kind->anonymous || child->kind->space == SPACE_CONSTRAINT)
        return child->kind->outlives_drop;
    int unique = kind_attr(child->kind, "unique");
    return unique < 0 || child->values[unique] == NULL;
}

/* Is it above one of those that are kept? That has parts from it that nothing else says. */
static bool
is_above(const Schema *schema, const Node *root, GHashTable *keep)
{
    for (guint i = 0; i < schema->roots->len; i++) {
        const Node *heir = schema->roots->pdata[i];
        if (node_has_lineage(heir) && g_hash_table_contains(keep, heir->key) && lineage_reaches(schema, root, heir))
            return true;
    }
    return false;
}

Schema *
schema_subset(const Schema *schema, GHashTable *keep, GHashTable *support)
{
    Schema *subset = schema_new(schema->major);
    for (guint i = 0; i < schema->roots->len; i++) {
        const Node *root = schema->roots->pdata[i];
        if (g_hash_table_contains(keep, root->key))
            copy_node(subset, NULL, root, NULL);
        else if (root->kind->is_schema || g_hash_table_contains(support, root->key))
            copy_node(subset, NULL, root, is_above(schema, root, keep) ? NULL : is_dispensable)->flags |=
                NODE_UNMANAGED;
    }
    schema_copy_edges(subset, schema, NULL);
    return subset;
}

void
schema_add_dependants(GHashTable *reached)
{
    g_autoptr(GPtrArray) open = g_ptr_array_new();
    GHashTableIter iterator;
    gpointer key;
    g_hash_table_iter_init(&iterator, reached);
    while (g_hash_table_iter_next(&iterator, &key, NULL))
        g_ptr_array_add(open, key);
    while (open->len > 0) {
        Node *node = g_ptr_array_steal_index_fast(open, open->len - 1);
        for (guint i = 0; node->needed_by != NULL && i < node->needed_by->len; i++)
            if (g_hash_table_add(reached, node->needed_by->pdata[i]))
                g_ptr_array_add(open, node->needed_by->pdata[i]);
    }
}

static void
add_needs_of(const Node *root, bool all_children, GHashTable *keep, GHashTable *support, GPtrArray *open)
{
    for (const Node *node = root; node != NULL; node = node_walk(root, node)) {
        if (!all_children && node != root && is_dispensable(node))
            continue;
        for (guint i = 0; node->needs != NULL && i < node->needs->len; i++) {
            Node *needed = node_root(node->needs->pdata[i]);
            if (!g_hash_table_contains(keep, needed->key) && g_hash_table_add(support, (gpointer)(guintptr)needed->key))
                g_ptr_array_add(open, needed);
        }
    }
}

void
schema_add_support(const Schema *schema, GHashTable *keep, GHashTable *support)
{
    g_autoptr(GPtrArray) open = g_ptr_array_new();
    for (guint i = 0; i < schema->roots->len; i++) {
        const Node *root = schema->roots->pdata[i];
        if (g_hash_table_contains(keep, root->key))
            add_needs_of(root, true, keep, support, open);
        else if (g_hash_table_contains(support, root->key))
            g_ptr_array_add(open, (gpointer)(guintptr)root);
    }
    while (open->len > 0) {
        const Node *root = g_ptr_array_steal_index_fast(open, open->len - 1);
        add_needs_of(root, is_above(schema, root, keep), keep, support, open);
    }
}
