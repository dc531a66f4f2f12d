#include "plan/implied.h"

/* What a cast or an operator class says of routines and types, and an operator class of operators: ORDER BY USING and
 * comparisons of arrays find it by its operator. */
static bool
is_said_of(const Kind *kind)
{
    return kind->space == SPACE_ROUTINE || kind->space == SPACE_TYPE || kind->raw_name;
}

void
implied_register(Sequence *sequence, const Node *node, size_t index)
{
    for (guint i = 0; node->kind->is_implied && node->needs != NULL && i < node->needs->len; i++) {
        const Node *needed = node->needs->pdata[i];
        if (is_said_of(needed->kind))
            edges_list_add(sequence->implied, needed, index);
    }
}

static bool
reaches(const Node *from, const Node *to, int steps)
{
    for (guint i = 0; from->needs != NULL && i < from->needs->len; i++) {
        const Node *needed = from->needs->pdata[i];
        if (node_root(needed) == to || (steps > 1 && reaches(needed, to, steps - 1)))
            return true;
    }
    return false;
}

/* Does an action make (or drop) what a node uses without naming it, and does not need the node itself? */
static bool
is_for(const Action *action, const Node *node)
{
    const int STEPS = 3; /* a cast, its function, the function's type */
    const Node *implied = action->new_node != NULL ? action->new_node : action->old_node;
    return implied != node && !reaches(implied, node_root(node), STEPS);
}

/* Whoever uses a cast's function may use the cast, and relations use a type's casts and operator classes. goes: the
 * node goes before that is gone, else it comes after that is there. */
static void
order_implied(Sequence *sequence, const Node *node, const Node *needed, size_t index, bool goes)
{
    const GArray *list = g_hash_table_lookup(sequence->implied, needed);
    if (list == NULL || node->kind->is_implied ||
        (needed->kind->space == SPACE_TYPE && node_root(node)->kind->space != SPACE_RELATION))
        return;
    for (guint i = 0; i < list->len; i++) {
        size_t other = g_array_index(list, size_t, i);
        if (is_for(sequence_action(sequence, other), node))
            edge_add(sequence, goes ? index : other, goes ? other : index);
    }
}

void
implied_order(Sequence *sequence, const Node *node, size_t index, bool goes)
{
    for (guint i = 0; node->needs != NULL && i < node->needs->len; i++)
        order_implied(sequence, node, node->needs->pdata[i], index, goes);
    const GPtrArray *of_column = node->kind->anonymous && node->parent != NULL ? node->parent->needs : NULL;
    for (guint i = 0; of_column != NULL && i < of_column->len; i++)
        order_implied(sequence, node, of_column->pdata[i], index, goes);
}
