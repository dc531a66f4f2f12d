#include "diff/diff.h"

#include <string.h>

typedef struct {
    const Schema *old_schema, *new_schema;
    GArray *deltas;
} Run;

static bool
is_compared(const Node *node)
{
    return (node->flags & (NODE_DERIVED | NODE_UNMANAGED)) == 0;
}

guint64
diff_attributes(const Node *old_node, const Node *new_node)
{
    guint64 changed = 0;
    const Kind *kind = new_node->kind;
    for (size_t i = 0; i < kind->n_attrs; i++)
        if ((kind->attrs[i].flags & ATTR_INTERNAL) == 0 && g_strcmp0(old_node->values[i], new_node->values[i]) != 0)
            changed |= 1ull << i;
    return changed;
}

static unsigned
diff_facets(const Node *old_node, const Node *new_node)
{
    unsigned facets = 0;
    for (Facet facet = 0; facet < N_FACETS; facet++)
        if (facet == FACET_OWNER && new_node->facets[facet] == NULL)
            continue; /* a declaration that says no owner takes any */
        else if (g_strcmp0(old_node->facets[facet], new_node->facets[facet]) != 0)
            facets |= 1u << facet;
    return facets;
}

static void
add(Run *run, DeltaKind kind, Node *old_node, Node *new_node, guint64 changed, unsigned facets)
{
    Delta delta = {kind, old_node, new_node, changed, facets};
    g_array_append_val(run->deltas, delta);
}

static void
compare(Run *run, Node *new_node)
{
    if (!is_compared(new_node))
        return;
    Node *old_node = schema_match(run->old_schema, new_node);
    if (old_node == NULL) {
        add(run, DELTA_CREATE, NULL, new_node, 0, 0);
        return;
    }
    if (!is_compared(old_node))
        return;
    guint64 changed = diff_attributes(old_node, new_node);
    unsigned facets = diff_facets(old_node, new_node);
    if (changed != 0 || facets != 0)
        add(run, DELTA_ALTER, old_node, new_node, changed, facets);
    for (Node *child = new_node->first_child; child != NULL; child = child->next)
        compare(run, child);
}

static void
find_dropped(Run *run, Node *old_node)
{
    if (!is_compared(old_node))
        return;
    Node *new_node = schema_match(run->new_schema, old_node);
    if (new_node == NULL) {
        add(run, DELTA_DROP, old_node, NULL, 0, 0);
        return;
    }
    if (!is_compared(new_node))
        return;
    for (Node *child = old_node->first_child; child != NULL; child = child->next)
        find_dropped(run, child);
}

GArray *
diff_run(const Schema *old_schema, const Schema *new_schema)
{
    Run run = {old_schema, new_schema, g_array_new(FALSE, FALSE, sizeof(Delta))};
    for (guint i = 0; i < new_schema->roots->len; i++)
        compare(&run, new_schema->roots->pdata[i]);
    for (guint i = 0; i < old_schema->roots->len; i++)
        find_dropped(&run, old_schema->roots->pdata[i]);
    return run.deltas;
}
