/* What needs no DROP of its own, for what it belongs to takes it along. */
#include "model/emit.h"
#include "model/lineage.h"

/* An attached index or key lives as long as what it is attached to, unless its table leaves the one above. */
static bool
falls_with_forebear(const Actions *actions, const Node *node)
{
    bool old = node->parent != NULL && schema_match(actions->old_schema, node) == node;
    const Schema *own = old ? actions->old_schema : actions->new_schema;
    const Schema *other = old ? actions->new_schema : actions->old_schema;
    if (node->parent == NULL || other == NULL || !node_is_attached(own, node))
        return false;
    const Node *match = schema_match(other, node_root(node));
    return match == NULL || !lineage_differs(match, node_root(node));
}

typedef bool RootTest(const Actions *actions, const Node *node);

/* Does it hold on to something else that the same plan makes (drops), and that the way back (forth) may drop before its
 * table? */
static bool
needs_other_root(const Actions *actions, const Node *node, RootTest *test)
{
    for (guint i = 0; node->needs != NULL && i < node->needs->len; i++) {
        const Node *root = node_root(node->needs->pdata[i]);
        if (root != node_root(node) && test(actions, root))
            return true;
    }
    return false;
}

/* Rules and policies of two tables may name each other's: such a one does not wait for its table. */
static bool
goes_with_root(const Actions *actions, const Node *node)
{
    bool names_others = node->kind->on_alter == DEPENDANT_RECREATE;
    return is_root_dropped(actions, node) && !(names_others && needs_other_root(actions, node, is_root_dropped));
}

/* Is one of two versions of a node dropped, and the other made? */
static bool
is_made_anew(const Node *one, const Node *other)
{
    for (size_t i = 0; i < one->kind->n_attrs; i++)
        if (one->kind->attrs[i].alter == NULL && g_strcmp0(one->values[i], other->values[i]) != 0)
            return true;
    return false;
}

static bool
is_root_made_anew(const Actions *actions, const Node *node)
{
    const Node *old_root = actions->old_schema == NULL ? NULL : schema_match(actions->old_schema, node_root(node));
    const Node *new_root = schema_match(actions->new_schema, node_root(node));
    return old_root != NULL && new_root != NULL && is_made_anew(old_root, new_root);
}

/* Does it come with its new root, and go with it on the way back? What waits for other roots must make room for them.
 */
static bool
comes_with_root(const Actions *actions, const Node *node)
{
    return is_root_new(actions, node) && !needs_other_root(actions, node, is_root_new) &&
           !needs_other_root(actions, node, is_root_made_anew);
}

/* A type takes its own functions along. */
static bool
falls_with_whole(const Actions *actions, const Node *node)
{
    const Node *whole = node_whole(node);
    if (whole == NULL)
        return false;
    bool old = schema_match(actions->old_schema, node) == node;
    const Schema *other = old ? actions->new_schema : actions->old_schema;
    const Node *twin = schema_match(other, whole), *own = schema_match(other, node);
    return twin == NULL || (own != NULL && node_whole(own) == twin) || is_made_anew(whole, twin);
}

bool
falls(const Actions *actions, const Node *node)
{
    if (node->parent == NULL)
        return falls_with_whole(actions, node);
    bool root_goes = goes_with_root(actions, node) || comes_with_root(actions, node);
    bool with_root = root_goes && !node->kind->outlives_drop && !(node->flags & NODE_SEPARATE);
    return with_root || falls_with_forebear(actions, node);
}
