#include "plan/family.h"

#include "model/lineage.h"
#include <string.h>

void
family_merge(Sequence *sequence, const Node *node, size_t index, bool creates)
{
    const Schema *schema = creates ? sequence->actions->new_schema : sequence->actions->old_schema;
    GHashTable *table = creates ? sequence->creators : sequence->droppers;
    bool own = node->parent != NULL && !node->kind->anonymous && !(node->flags & NODE_DERIVED);
    const Node *forebear = own ? node_forebear(schema, node) : NULL;
    const Schema *other = creates ? sequence->actions->old_schema : sequence->actions->new_schema;
    const Node *heir = forebear == NULL || other == NULL ? NULL : schema_match(other, node_root(node));
    if (heir == NULL || lineage_differs(heir, node_root(node)) || g_hash_table_contains(table, node_root(forebear)))
        return;
    if (creates)
        edge_to(sequence, table, forebear, index);
    else
        edge_from(sequence, table, forebear, index);
}

bool
family_adopts_others(const Schema *schema, const Node *node, const Node *needed)
{
    const bool is_part = (node->flags & NODE_DERIVED) && node->kind->attach_makes;
    const Node *origin = is_part && node_forebear(schema, node) == needed ? node_origin(schema, node) : NULL;
    for (guint i = 0; origin != NULL && origin->needs != NULL && i < origin->needs->len; i++)
        if (node_adopter(schema, origin->needs->pdata[i]) == origin)
            return true;
    return false;
}

void
family_keep_apart(Sequence *sequence, const Node *node, size_t index, bool creates)
{
    const Actions *actions = sequence->actions;
    for (guint i = 0; node->kind->attach_makes && node->needed_by != NULL && i < node->needed_by->len; i++) {
        const Node *heir = node->needed_by->pdata[i];
        if (!(heir->flags & NODE_DERIVED) || heir->kind != node->kind)
            continue;
        family_keep_apart(sequence, heir, index, creates);
        const Node *table = schema_match(creates ? actions->old_schema : actions->new_schema, heir->parent);
        for (const Node *own = table == NULL ? NULL : table->first_child; own != NULL; own = own->next) {
            if (own->kind != heir->kind ||
                g_strcmp0(node_value(own, "definition"), node_value(heir, "definition")) != 0)
                continue;
            if (creates)
                edge_from(sequence, sequence->droppers, own, index);
            else
                edge_to(sequence, sequence->creators, own, index);
        }
    }
}

void
family_refer(Sequence *sequence, const Node *node, size_t index, bool creates)
{
    const Schema *schema = creates ? sequence->actions->new_schema : sequence->actions->old_schema;
    if (!node->kind->attach_makes)
        return;
    for (const Node *above = node_forebear(schema, node); above != NULL; above = node_forebear(schema, above))
        for (guint i = 0; above->needed_by != NULL && i < above->needed_by->len; i++) {
            const Node *dependant = above->needed_by->pdata[i];
            if (!dependant->kind->outlives_drop || (dependant->flags & NODE_DERIVED))
                continue;
            if (creates)
                edge_to(sequence, sequence->creators, dependant, index);
            else
                edge_from(sequence, sequence->droppers, dependant, index);
        }
}

bool
family_adopts(const Sequence *sequence, const Node *dependant, const Node *node)
{
    return node->parent != NULL && dependant->kind == node->kind &&
           g_hash_table_contains(sequence->droppers, node_root(node)) &&
           g_hash_table_contains(sequence->droppers, node_root(dependant)) &&
           node_adopter(sequence->actions->old_schema, node) == dependant;
}

void
family_retype(Sequence *sequence, const Node *table, size_t index, bool creates)
{
    for (guint i = 0; table != NULL && table->needed_by != NULL && i < table->needed_by->len; i++) {
        const Node *heir = table->needed_by->pdata[i];
        if (heir->kind != table->kind)
            continue;
        if (creates)
            edge_to(sequence, sequence->creators, heir, index);
        else
            edge_from(sequence, sequence->droppers, heir, index);
        family_retype(sequence, heir, index, creates);
    }
}

/* What attaches or detaches a table may know but one version of it. NULL: there is none in that Schema. */
static const Node *
version_in(const Schema *schema, const Action *action)
{
    return schema == NULL ? NULL : schema_match(schema, action->new_node);
}

static bool
comes_by_parts(const Node *node)
{
    return node != NULL && node->parent != NULL && (node->kind->attach_makes || node->kind->outlives_drop);
}

/* What an action makes in each partition, before another action makes it for all; NULL: nothing. */
static const Node *
part_of_making(const Action *action)
{
    return action->old_node == NULL && comes_by_parts(action->new_node) ? action->new_node : NULL;
}

/* Likewise on the way back. */
static const Node *
part_of_ending(const Action *action)
{
    return action->new_node == NULL && comes_by_parts(action->old_node) ? action->old_node : NULL;
}

/* Has the table a copy of the node in its own Schema that is its own in the other one? */
static bool
keeps_copy(const Schema *schema, const Schema *other, const Node *table, const Node *node)
{
    for (const Node *child = table == NULL || node == NULL ? NULL : table->first_child; child != NULL;
         child = child->next)
        if (child->kind == node->kind && node_forebear(schema, child) == node && schema_match(other, child) != NULL)
            return true;
    return false;
}

/* An index, a key or a foreign key comes when a table is gone that is not to have it, and goes before one comes that is
 * not to have it on the way back. A table that has it before it comes, or when it has left, is never one of those that
 * lose it with the table above. */
static void
order_copies(Sequence *sequence, size_t index, size_t other_index, const Node *gone, const Node *made)
{
    const Action *action = sequence_action(sequence, index);
    const Schema *old_schema = sequence->actions->old_schema, *new_schema = sequence->actions->new_schema;
    if (action->detaches && (gone == NULL || keeps_copy(old_schema, new_schema, version_in(old_schema, action), gone)))
        edge_add(sequence, index, other_index);
    else if (action->attaches &&
             (made == NULL || keeps_copy(new_schema, old_schema, version_in(new_schema, action), made)))
        edge_add(sequence, other_index, index);
}

/* What a table has, its heirs must have: what goes is gone before another becomes its heir, and what comes comes when
 * one that is not its heir any more has left. One that comes back has what comes before it leaves, and what goes until
 * it is there again. */
static void
order_above(Sequence *sequence, size_t index, size_t other_index)
{
    const Action *action = sequence_action(sequence, index), *other = sequence_action(sequence, other_index);
    const Node *gone = other->drops->len > 0 ? other->drops->pdata[0] : part_of_ending(other);
    const Node *made = other->creates->len > 0 ? other->creates->pdata[0] : part_of_making(other);
    const Node *part = gone != NULL ? gone : made;
    if (part == NULL || part->parent == NULL)
        return;
    const Node *old_node = version_in(sequence->actions->old_schema, action);
    const Node *new_node = version_in(sequence->actions->new_schema, action);
    bool was = old_node != NULL && lineage_has(old_node, node_root(part));
    bool is = new_node != NULL && lineage_has(new_node, node_root(part));
    if (comes_by_parts(part)) { /* attaching makes them, detaching leaves them */
        if (was != is && (action->attaches ? is : was))
            order_copies(sequence, index, other_index, gone, made);
        return;
    }
    bool anew = made != NULL && schema_match(sequence->actions->old_schema, made) != NULL;
    if (action->attaches && gone != NULL && is)
        edge_add(sequence, was ? index : other_index, was ? other_index : index);
    if (action->detaches && gone != NULL && made == NULL && was && !is) /* it keeps it, or loses it by itself */
        edge_add(sequence, index, other_index);
    if (action->detaches && made != NULL && was && !(is && anew)) /* which goes, and comes, behind its return */
        edge_add(sequence, is ? other_index : index, is ? index : other_index);
}

/* A column's new type reaches the heirs that are there: a table that comes has it already and comes behind, one that
 * leaves does so before, and one that only leaves for a while is there again. */
static void
order_retyped_above(Sequence *sequence, size_t index, size_t other_index)
{
    const Action *action = sequence_action(sequence, index), *other = sequence_action(sequence, other_index);
    const Actions *actions = sequence->actions;
    const Node *old_node = version_in(actions->old_schema, action), *new_node = version_in(actions->new_schema, action);
    if (!(other->alters && (other->disturbs & DISTURBS_DEPENDANTS)) || other->new_node->parent == NULL ||
        old_node == NULL || new_node == NULL)
        return;
    bool was = lineage_reaches(actions->old_schema, other->old_node->parent, old_node);
    bool is = lineage_reaches(actions->new_schema, other->new_node->parent, new_node);
    if (action->attaches && is)
        edge_add(sequence, was ? index : other_index, was ? other_index : index);
    if (action->detaches && was && !is)
        edge_add(sequence, index, other_index);
}

/* Does a column get a new type from the tables above? */
static bool
is_retyped_above(const Sequence *sequence, const Node *column)
{
    for (guint i = 0; (column->flags & NODE_DERIVED) && column->needs != NULL && i < column->needs->len; i++) {
        const Node *forebear = column->needs->pdata[i];
        if (forebear->kind != column->kind || g_strcmp0(forebear->name, column->name) != 0)
            continue;
        const GArray *alterers = g_hash_table_lookup(sequence->alterers, forebear->key);
        for (guint k = 0; alterers != NULL && k < alterers->len; k++)
            if (sequence_action(sequence, g_array_index(alterers, size_t, k))->disturbs & DISTURBS_DEPENDANTS)
                return true;
        if (is_retyped_above(sequence, forebear))
            return true;
    }
    return false;
}

/* What stands on such a column comes, or is validated, when the table is an heir again: only then the column has its
 * type. */
static bool
waits_for_type(const Sequence *sequence, const Action *action)
{
    const Node *made = action->creates->len > 0 ? action->creates->pdata[0] : action->new_node;
    if (made == NULL || made->parent == NULL)
        return false;
    if (made->kind->anonymous && is_retyped_above(sequence, made->parent))
        return true;
    for (guint i = 0; made->needs != NULL && i < made->needs->len; i++)
        if (node_root(made->needs->pdata[i]) == node_root(made) && is_retyped_above(sequence, made->needs->pdata[i]))
            return true;
    return false;
}

void
family_leave_and_join(Sequence *sequence, size_t index)
{
    const Action *action = sequence_action(sequence, index);
    if (!action->attaches && !action->detaches)
        return;
    const char *key = node_root(action->new_node)->key;
    for (size_t i = 0; i < sequence->actions->list->len; i++) {
        const Action *other = sequence_action(sequence, i);
        const Node *node = other->new_node != NULL ? other->new_node : other->old_node;
        order_above(sequence, index, i);
        order_retyped_above(sequence, index, i);
        if (strcmp(node_root(node)->key, key) != 0)
            continue;
        if (action->detaches && !other->detaches)
            edge_add(sequence, index, i);
        if (action->attaches && !other->attaches && g_strcmp0(other->after, key) != 0 &&
            !waits_for_type(sequence, other))
            edge_add(sequence, i, index);
    }
}
