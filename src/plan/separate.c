#include "plan/separate.h"

#include "model/emit.h"

/* Would the child, inlined in its root's CREATE, wait for something that waits for the root? */
static bool
reaches(const Node *node, const Node *root, GHashTable *seen)
{
    if (node_root(node) == root)
        return true;
    if (!g_hash_table_add(seen, (gpointer)(guintptr)node))
        return false;
    for (const Node *part = node_root(node); part != NULL; part = node_walk(node_root(node), part))
        for (guint i = 0; part->needs != NULL && i < part->needs->len; i++)
            if (part == node || part == node_root(node) || node_comes_along(part))
                if (reaches(part->needs->pdata[i], root, seen))
                    return true;
    return false;
}

static bool
must_be_separate(const Node *child, const Node *root)
{
    g_autoptr(GHashTable) seen = g_hash_table_new(NULL, NULL);
    for (guint i = 0; child->needs != NULL && i < child->needs->len; i++) {
        const Node *needed = child->needs->pdata[i];
        if (node_root(needed) != root && reaches(needed, root, seen))
            return true;
    }
    return false;
}

/* A column cannot wait: what stands beside it names it. */
static bool
holds_data(const Node *node)
{
    return (drop_effect(node->kind).costs & COST_DATA_LOSS) != 0;
}

static bool
says_so(const Node *node)
{
    for (size_t i = 0; i < node->kind->n_attrs; i++)
        if ((node->kind->attrs[i].flags & ATTR_SEPARATE) && node->values[i] != NULL)
            return true;
    return false;
}

void
separate_mark(Node *root)
{
    for (Node *node = root; node != NULL; node = node_walk(root, node))
        if (node != root && !(node->flags & NODE_DERIVED) && !holds_data(node) &&
            (says_so(node) || must_be_separate(node, root)))
            node->flags |= NODE_SEPARATE;
}

void
separate_mark_all(const Schema *schema, const Schema *other)
{
    for (guint i = 0; i < schema->roots->len; i++)
        if (schema_match(other, schema->roots->pdata[i]) == NULL)
            separate_mark(schema->roots->pdata[i]);
}
