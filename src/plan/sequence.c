#include "plan/sequence.h"

#include "base/order.h"
#include "model/lineage.h"
#include "plan/circles.h"
#include "plan/resources.h"
#include "sql/format.h"
#include <string.h>

typedef struct {
    Actions *actions;
    Order *order;
    GArray *edges;           /* of Edge: to move phases along */
    GHashTable *creators;    /* new node -> index + 1 */
    GHashTable *droppers;    /* old node -> index + 1 */
    GHashTable *alterers;    /* key -> GArray of indexes */
    GHashTable *announcers;  /* node that is announced before it is made -> index + 1 */
    GHashTable *freed_names; /* name resource -> index + 1 of the drop that frees it */
    GHashTable *fallers; /* old node that falls with another -> index + 1 of its own action, which has no statement */
    GHashTable *implied; /* node -> GArray of indexes of what is made or dropped on top of it and used without a name */
    GHashTable *given;   /* what an action gives up -> GArray of indexes */
    GHashTable *by_key;  /* key of a node that is made, altered or dropped -> GArray of indexes */
} Sequence;

typedef struct {
    Sequence *sequence;
    size_t index; /* of an action */
} At;

static Action *
action_at(const Sequence *sequence, size_t index)
{
    return sequence->actions->list->pdata[index];
}

static void
before(Sequence *sequence, size_t first, size_t second)
{
    Edge edge = {first, second};
    if (first == second)
        return;
    order_before(sequence->order, first, second);
    g_array_append_val(sequence->edges, edge);
}

/* The action that a table gives for a key, before or after "index". */
static void
before_if_there(Sequence *sequence, GHashTable *table, const void *key, size_t index)
{
    gpointer value = g_hash_table_lookup(table, key);
    if (value != NULL)
        before(sequence, GPOINTER_TO_SIZE(value) - 1, index);
}

static void
after_if_there(Sequence *sequence, GHashTable *table, const void *key, size_t index)
{
    gpointer value = g_hash_table_lookup(table, key);
    if (value != NULL)
        before(sequence, index, GPOINTER_TO_SIZE(value) - 1);
}

/* Can a foreign key refer to its columns? */
static bool
is_unique(const Node *node)
{
    int unique = kind_attr(node->kind, "unique");
    return resources_has_index(node) &&
           (node->kind->space == SPACE_CONSTRAINT || (unique >= 0 && node->values[unique] != NULL));
}

static void
add_to_list(GHashTable *table, const void *key, size_t index)
{
    GArray *list = g_hash_table_lookup(table, key);
    if (list == NULL) {
        list = g_array_new(FALSE, FALSE, sizeof(size_t));
        g_hash_table_insert(table, (gpointer)(guintptr)key, list);
    }
    g_array_append_val(list, index);
}

static void
after_list(Sequence *sequence, GHashTable *table, const void *key, size_t index)
{
    GArray *list = key == NULL ? NULL : g_hash_table_lookup(table, key);
    for (guint i = 0; list != NULL && i < list->len; i++)
        before(sequence, g_array_index(list, size_t, i), index);
}

static void
before_list(Sequence *sequence, GHashTable *table, const void *key, size_t index)
{
    GArray *list = key == NULL ? NULL : g_hash_table_lookup(table, key);
    for (guint i = 0; list != NULL && i < list->len; i++)
        before(sequence, index, g_array_index(list, size_t, i));
}

static void
register_implied(Sequence *sequence, const Node *node, size_t index)
{
    for (guint i = 0; node->kind->is_implied && node->needs != NULL && i < node->needs->len; i++) {
        const Node *needed = node->needs->pdata[i];
        if (needed->kind->space == SPACE_ROUTINE || needed->kind->space == SPACE_TYPE)
            add_to_list(sequence->implied, needed, index);
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
        if (is_for(action_at(sequence, other), node))
            before(sequence, goes ? index : other, goes ? other : index);
    }
}

/* A default comes to be of its column's type, which not every release of PostgreSQL notes as a need of the default. */
static void
order_all_implied(Sequence *sequence, const Node *node, size_t index, bool goes)
{
    for (guint i = 0; node->needs != NULL && i < node->needs->len; i++)
        order_implied(sequence, node, node->needs->pdata[i], index, goes);
    const GPtrArray *of_column = node->kind->anonymous && node->parent != NULL ? node->parent->needs : NULL;
    for (guint i = 0; of_column != NULL && i < of_column->len; i++)
        order_implied(sequence, node, of_column->pdata[i], index, goes);
}

/* What makes or drops a node does so to its heirs. */
static void
register_with_heirs(GHashTable *table, const Node *node, size_t index)
{
    g_hash_table_insert(table, (gpointer)(guintptr)node, GSIZE_TO_POINTER(index + 1));
    for (guint i = 0; node->needed_by != NULL && i < node->needed_by->len; i++) {
        const Node *heir = node->needed_by->pdata[i];
        if ((heir->flags & NODE_DERIVED) && heir->kind == node->kind && !g_hash_table_contains(table, heir))
            register_with_heirs(table, heir, index);
    }
}

static void
free_resource(const char *resource, void *data)
{
    const At *at = data;
    g_hash_table_insert(at->sequence->freed_names, g_strdup(resource), GSIZE_TO_POINTER(at->index + 1));
}

/* What a node and its heirs hold is free when it is gone. */
static void
free_names(Sequence *sequence, const Node *node, size_t index)
{
    resources_visit(node, free_resource, &(At){sequence, index});
}

static void
take_resource(const char *resource, void *data)
{
    const At *at = data;
    before_if_there(at->sequence, at->sequence->freed_names, resource, at->index);
    after_list(at->sequence, at->sequence->given, resource, at->index);
}

static void
take_names(Sequence *sequence, const Node *node, size_t index)
{
    resources_visit(node, take_resource, &(At){sequence, index});
}

static void
register_actions(Sequence *sequence)
{
    for (size_t i = 0; i < sequence->actions->list->len; i++) {
        Action *action = action_at(sequence, i);
        for (guint k = 0; k < action->creates->len; k++) {
            register_with_heirs(sequence->creators, action->creates->pdata[k], i);
            register_implied(sequence, action->creates->pdata[k], i);
        }
        for (guint k = 0; k < action->drops->len; k++) {
            register_with_heirs(sequence->droppers, action->drops->pdata[k], i);
            register_implied(sequence, action->drops->pdata[k], i);
            if (!action->moves_aside)
                free_names(sequence, action->drops->pdata[k], i);
        }
        for (guint k = 0; k < action->gives->len; k++)
            add_to_list(sequence->given, action->gives->pdata[k], i);
        const Node *node = action->new_node != NULL ? action->new_node : action->old_node;
        if (action->announces && action->old_node != NULL) /* only with the last of it the name is free */
            free_names(sequence, node, i);
        if (action->announces)
            g_hash_table_insert(sequence->announcers, (gpointer)(guintptr)node, GSIZE_TO_POINTER(i + 1));
        add_to_list(sequence->by_key, node->key, i);
        if (action->alters)
            add_to_list(sequence->alterers, node->key, i);
    }
}

/* What falls with something else is gone when that is, not before. */
static void
register_falling(Sequence *sequence)
{
    for (size_t i = 0; i < sequence->actions->list->len; i++) {
        Action *action = action_at(sequence, i);
        gpointer dropper =
            action->falls_with == NULL ? NULL : g_hash_table_lookup(sequence->droppers, action->falls_with);
        for (guint k = 0; dropper != NULL && k < action->drops->len; k++) {
            g_hash_table_insert(sequence->droppers, action->drops->pdata[k], dropper);
            g_hash_table_insert(sequence->fallers, action->drops->pdata[k], GSIZE_TO_POINTER(i + 1));
            free_names(sequence, action->drops->pdata[k], GPOINTER_TO_SIZE(dropper) - 1);
        }
    }
}

/* Actions on one node run in the order in which they were emitted. */
static void
chain_alterations(Sequence *sequence)
{
    GHashTableIter iterator;
    gpointer list;
    g_hash_table_iter_init(&iterator, sequence->alterers);
    while (g_hash_table_iter_next(&iterator, NULL, &list)) {
        GArray *indexes = list;
        for (guint i = 1; i < indexes->len; i++)
            before(sequence, g_array_index(indexes, size_t, i - 1), g_array_index(indexes, size_t, i));
    }
}

/* What alters a node in expand, or so that dependants notice, comes before whatever is made on top of the node; unless
 * both are made at once. */
static void
after_alterations_of(Sequence *sequence, const Node *needed, size_t index)
{
    if (g_hash_table_lookup(sequence->creators, node_root(needed)) == GSIZE_TO_POINTER(index + 1))
        return;
    GArray *indexes = g_hash_table_lookup(sequence->alterers, needed->key);
    for (guint i = 0; indexes != NULL && i < indexes->len; i++) {
        size_t alterer = g_array_index(indexes, size_t, i);
        const Action *action = action_at(sequence, alterer);
        if (action->disturbs || action->leads || (action->effect.phase == PHASE_EXPAND && !action->late))
            before(sequence, alterer, index);
    }
}

/* The table above alters its heirs. */
static void
after_alterations_above(Sequence *sequence, const Node *needed, size_t index)
{
    for (guint i = 0; (needed->flags & NODE_DERIVED) && needed->needs != NULL && i < needed->needs->len; i++) {
        const Node *forebear = needed->needs->pdata[i];
        if (forebear->kind != needed->kind || g_strcmp0(forebear->name, needed->name) != 0)
            continue;
        after_alterations_of(sequence, forebear, index);
        after_alterations_above(sequence, forebear, index);
    }
}

/* What a table and one that inherits from it both say: the table above adopts what is there, and lets go of it before
 * it goes. */
static void
order_merged(Sequence *sequence, const Node *node, size_t index, bool creates)
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
        after_if_there(sequence, table, forebear, index);
    else
        before_if_there(sequence, table, forebear, index);
}

/* A foreign key holds on to whatever fitting key it finds: those that go must be gone. On the way back, where the drop
 * makes it, likewise. */
static void
between_keys(Sequence *sequence, const Node *needed, size_t index, bool creates)
{
    const Actions *actions = sequence->actions;
    const Schema *other = creates ? actions->old_schema : actions->new_schema;
    const Node *table = needed->parent == NULL || other == NULL ? NULL : schema_match(other, needed->parent);
    for (const Node *key = table == NULL || !is_unique(needed) ? NULL : table->first_child; key != NULL;
         key = key->next)
        if (is_unique(key) && creates)
            before_if_there(sequence, sequence->droppers, key, index);
        else if (is_unique(key))
            after_if_there(sequence, sequence->creators, key, index);
}

/* What is told apart by a type comes when there is but one of that name: its way back names it. */
static void
after_asides(Sequence *sequence, const Node *node, const Node *needed, size_t index)
{
    GArray *list = node->signature == NULL ? NULL : g_hash_table_lookup(sequence->by_key, needed->key);
    for (guint i = 0; list != NULL && i < list->len; i++)
        if (action_at(sequence, g_array_index(list, size_t, i))->moves_aside)
            before(sequence, g_array_index(list, size_t, i), index);
}

/* What has no way back of its own goes with its root: until then it holds its names. */
static void
take_names_with_root(Sequence *sequence, const Node *node, size_t index)
{
    gpointer creator = g_hash_table_lookup(sequence->creators, node_root(node));
    if (node->parent != NULL && creator != NULL && action_at(sequence, index)->down->len == 0)
        take_names(sequence, node, GPOINTER_TO_SIZE(creator) - 1);
}

/* What completes a new parent comes before all that uses this, and goes, where that goes, after it: unless it needs
 * some of it itself. */
static void
complete_parent(Sequence *sequence, const Node *node, size_t index, bool creates)
{
    GHashTable *table = creates ? sequence->creators : sequence->droppers;
    if (!node->kind->completes_parent || (node->flags & NODE_SEPARATE) || !g_hash_table_contains(table, node->parent))
        return;
    const GPtrArray *dependants = node->parent->needed_by;
    for (guint i = 0; dependants != NULL && i < dependants->len; i++)
        if (node_root(dependants->pdata[i]) == node->parent)
            continue;
        else if (creates)
            after_if_there(sequence, table, dependants->pdata[i], index);
        else
            before_if_there(sequence, table, dependants->pdata[i], index);
}

/* PostgreSQL attaches what a partition has already to what its parent gets: what is to go goes before that, and, on the
 * way back, what is to be alone comes when that is gone. */
static void
keep_from_adoption(Sequence *sequence, const Node *node, size_t index, bool creates)
{
    const Actions *actions = sequence->actions;
    for (guint i = 0; node->kind->attach_makes && node->needed_by != NULL && i < node->needed_by->len; i++) {
        const Node *heir = node->needed_by->pdata[i];
        if (!(heir->flags & NODE_DERIVED) || heir->kind != node->kind)
            continue;
        keep_from_adoption(sequence, heir, index, creates);
        const Node *table = schema_match(creates ? actions->old_schema : actions->new_schema, heir->parent);
        for (const Node *own = table == NULL ? NULL : table->first_child; own != NULL; own = own->next) {
            if (own->kind != heir->kind ||
                g_strcmp0(node_value(own, "definition"), node_value(heir, "definition")) != 0)
                continue;
            if (creates)
                before_if_there(sequence, sequence->droppers, own, index);
            else
                after_if_there(sequence, sequence->creators, own, index);
        }
    }
}

/* What holds up a change of a type is gone before it, and comes after it. */
static void
without_holders(Sequence *sequence, const Action *action, const Node *node, const Node *type, size_t index)
{
    for (guint i = 0; type != NULL && type->needed_by != NULL && i < type->needed_by->len; i++) {
        const Node *user = type->needed_by->pdata[i];
        if (user->kind->aside != NULL)
            without_holders(sequence, action, node, user, index);
        else if (node->kind->is_held_up(action->old_node, action->new_node, user)) {
            before_if_there(sequence, sequence->droppers, user, index);
            after_if_there(sequence, sequence->creators, user, index);
        }
    }
}

static void
order_holders(Sequence *sequence, const Action *action, size_t index)
{
    const Node *node = action->new_node != NULL ? action->new_node : action->old_node;
    if (node->kind->is_held_up == NULL)
        return;
    const Node *root = node_root(node);
    const Schema *old_schema = sequence->actions->old_schema;
    without_holders(sequence, action, node, old_schema == NULL ? NULL : schema_match(old_schema, root), index);
    without_holders(sequence, action, node, schema_match(sequence->actions->new_schema, root), index);
}

/* What refers to a key of a table above holds the part of it that a table below has: it comes behind that, and goes
 * first. */
static void
order_referrers(Sequence *sequence, const Node *node, size_t index, bool creates)
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
                after_if_there(sequence, sequence->creators, dependant, index);
            else
                before_if_there(sequence, sequence->droppers, dependant, index);
        }
}

/* "Create what a thing needs before the thing." */
static void
order_create(Sequence *sequence, const Node *node, size_t index)
{
    const Node *whole = node_whole(node);
    for (guint i = 0; node->needs != NULL && i < node->needs->len; i++) {
        const Node *needed = node->needs->pdata[i];
        if (needed == whole) {
            before_if_there(sequence, sequence->announcers, needed, index);
            continue;
        }
        before_if_there(sequence, sequence->creators, needed, index);
        after_alterations_of(sequence, needed, index);
        after_alterations_above(sequence, needed, index);
        after_asides(sequence, node, needed, index);
        if (node->kind->outlives_drop)
            between_keys(sequence, needed, index, true);
    }
    order_all_implied(sequence, node, index, false);
    for (const Node *parent = node->parent; parent != NULL; parent = parent->parent)
        before_if_there(sequence, sequence->creators, parent, index);
    if (node->kind->bare)
        after_list(sequence, sequence->alterers, node->parent->key, index);
    before_if_there(sequence, sequence->announcers, node, index);
    order_merged(sequence, node, index, true);
    take_names(sequence, node, index);
    take_names_with_root(sequence, node, index);
    keep_from_adoption(sequence, node, index, true);
    order_referrers(sequence, node, index, true);
    complete_parent(sequence, node, index, true);
}

/* What uses a type's own functions goes before they go with the type. */
static void
order_falling(Sequence *sequence, const Node *node)
{
    gpointer taker = g_hash_table_lookup(sequence->droppers, node);
    for (guint i = 0; node->needed_by != NULL && i < node->needed_by->len; i++)
        before_if_there(sequence, sequence->droppers, node->needed_by->pdata[i], GPOINTER_TO_SIZE(taker) - 1);
}

/* The way back to an announcement is the last of what is dropped. */
static void
order_forgetting(Sequence *sequence, const Node *node, size_t index)
{
    before_if_there(sequence, sequence->droppers, node, index);
    for (guint i = 0; node->needs != NULL && i < node->needs->len; i++)
        before_if_there(sequence, sequence->fallers, node->needs->pdata[i], index);
}

/* What is adopted goes with its own table, which goes before that of its forebear: they only waited for each other to
 * be made. */
static bool
adopts(const Sequence *sequence, const Node *dependant, const Node *node)
{
    return node->parent != NULL && dependant->kind == node->kind &&
           g_hash_table_contains(sequence->droppers, node_root(node)) &&
           g_hash_table_contains(sequence->droppers, node_root(dependant)) &&
           node_forebear(sequence->actions->old_schema, node) == dependant;
}

/* Also of what needs the thing's heirs, which go with it. */
static void
after_dependants(Sequence *sequence, const Node *node, const char *key, size_t index)
{
    for (guint i = 0; node->needed_by != NULL && i < node->needed_by->len; i++) {
        const Node *dependant = node->needed_by->pdata[i];
        if (adopts(sequence, dependant, node))
            continue;
        bool both_fall =
            g_hash_table_contains(sequence->fallers, node) && g_hash_table_contains(sequence->fallers, dependant);
        before_if_there(sequence, both_fall ? sequence->fallers : sequence->droppers, dependant, index);
        GArray *alterers = g_hash_table_lookup(sequence->alterers, dependant->key);
        for (guint k = 0; alterers != NULL && k < alterers->len; k++) {
            size_t alterer = g_array_index(alterers, size_t, k);
            const Action *action = action_at(sequence, alterer);
            if (action->old_node != NULL && g_strcmp0(action->after, key) != 0)
                before(sequence, alterer, index);
        }
        if ((dependant->flags & NODE_DERIVED) && dependant->kind == node->kind &&
            g_hash_table_lookup(sequence->droppers, dependant) == GSIZE_TO_POINTER(index + 1))
            after_dependants(sequence, dependant, key, index);
    }
}

/* "Drop what needs a thing, or stop its needing it, before dropping the thing." */
static void
order_drop(Sequence *sequence, const Node *node, size_t index)
{
    after_dependants(sequence, node, node->key, index);
    order_referrers(sequence, node, index, false);
    order_all_implied(sequence, node, index, true);
    if (node->parent == NULL && g_hash_table_contains(sequence->fallers, node))
        order_falling(sequence, node);
    complete_parent(sequence, node, index, false);
    keep_from_adoption(sequence, node, index, false);
    for (const Node *parent = node->parent; parent != NULL; parent = parent->parent)
        after_if_there(sequence, sequence->droppers, parent, index);
    if (node->kind->bare && g_hash_table_lookup(sequence->droppers, node->parent) != GSIZE_TO_POINTER(index + 1))
        before_list(sequence, sequence->alterers, node->parent->key, index);
    for (guint i = 0; node->kind->outlives_drop && node->needs != NULL && i < node->needs->len; i++)
        between_keys(sequence, node->needs->pdata[i], index, false);
    order_merged(sequence, node, index, false);
}

/* Also of what depends on the node's heirs. A type that is moved aside lets others move aside after it. */
static void
after_drops_of_dependants(Sequence *sequence, const Node *node, size_t index)
{
    for (guint i = 0; node != NULL && node->needed_by != NULL && i < node->needed_by->len; i++) {
        const Node *dependant = node->needed_by->pdata[i];
        gpointer dropper = g_hash_table_lookup(sequence->droppers, dependant);
        if (dropper != NULL && !action_at(sequence, GPOINTER_TO_SIZE(dropper) - 1)->moves_aside)
            before(sequence, GPOINTER_TO_SIZE(dropper) - 1, index);
        if (dependant->flags & NODE_DERIVED)
            after_drops_of_dependants(sequence, dependant, index);
    }
}

/* Tables below may say a column themselves, too: those that go do so before it has another type, and come behind. */
static void
order_heirs(Sequence *sequence, const Node *table, size_t index, bool creates)
{
    for (guint i = 0; table != NULL && table->needed_by != NULL && i < table->needed_by->len; i++) {
        const Node *heir = table->needed_by->pdata[i];
        if (heir->kind != table->kind)
            continue;
        if (creates)
            after_if_there(sequence, sequence->creators, heir, index);
        else
            before_if_there(sequence, sequence->droppers, heir, index);
        order_heirs(sequence, heir, index, creates);
    }
}

static void
order_alter(Sequence *sequence, const Action *action, size_t index)
{
    if (action->disturbs & DISTURBS_DEPENDANTS) {
        after_drops_of_dependants(sequence, action->old_node, index);
        order_heirs(sequence, action->old_node == NULL ? NULL : action->old_node->parent, index, false);
        order_heirs(sequence, action->new_node == NULL ? NULL : action->new_node->parent, index, true);
    }
    if (action->disturbs & DISTURBS_PARTS) {
        for (const Node *part = action->old_node->first_child; part != NULL; part = part->next)
            before_if_there(sequence, sequence->droppers, part, index);
        for (const Node *part = action->new_node->first_child; part != NULL; part = part->next)
            after_if_there(sequence, sequence->creators, part, index);
    }
    const Node *new_node = action->new_node;
    for (const Node *node = new_node; node != NULL; node = node->parent) {
        before_if_there(sequence, sequence->creators, node, index);
        for (guint i = 0; node == new_node && node->needs != NULL && i < node->needs->len; i++) {
            const Node *needed = node->needs->pdata[i];
            before_if_there(sequence, sequence->creators, needed, index);
            if (g_strcmp0(action->before, needed->key) != 0)
                after_alterations_of(sequence, needed, index);
        }
    }
}

/* What is done to a node, or else to what it copies, of whatever generation: that reaches it, too. NULL: nothing is. */
static const char *
nearest_key(const Sequence *sequence, const char *key)
{
    const Actions *actions = sequence->actions;
    while (key != NULL && !g_hash_table_contains(sequence->by_key, key)) {
        const Schema *schema =
            schema_find(actions->new_schema, key) != NULL ? actions->new_schema : actions->old_schema;
        const Node *node = schema_find(schema, key);
        const Node *forebear = node == NULL ? NULL : node_forebear(schema, node);
        key = forebear == NULL ? NULL : forebear->key;
    }
    return key;
}

static void
order_action(Sequence *sequence, size_t index)
{
    const Action *action = action_at(sequence, index);
    order_holders(sequence, action, index);
    for (guint i = 0; i < action->creates->len; i++)
        order_create(sequence, action->creates->pdata[i], index);
    for (guint i = 0; i < action->drops->len; i++)
        order_drop(sequence, action->drops->pdata[i], index);
    if (action->alters)
        order_alter(sequence, action, index);
    if (action->announces && action->old_node != NULL)
        order_forgetting(sequence, action->old_node, index);
    else if (action->announces)
        take_names(sequence, action->new_node, index);
    for (guint i = 0; i < action->requires->len; i++) {
        before_if_there(sequence, sequence->creators, action->requires->pdata[i], index);
        if (action->requires->pdata[i] != action->new_node) /* their order is that of their emission */
            after_alterations_of(sequence, action->requires->pdata[i], index);
    }
    for (guint i = 0; i < action->frees->len; i++)
        after_if_there(sequence, sequence->droppers, action->frees->pdata[i], index);
    for (guint i = 0; i < action->takes->len; i++) {
        after_list(sequence, sequence->given, action->takes->pdata[i], index);
        before_if_there(sequence, sequence->freed_names, action->takes->pdata[i], index);
    }
    after_list(sequence, sequence->by_key, nearest_key(sequence, action->after), index);
    before_list(sequence, sequence->by_key, nearest_key(sequence, action->before), index);
}

/* What attaches or detaches a table may know but one version of it. NULL: there is none in that Schema. */
static const Node *
version_in(const Schema *schema, const Action *action)
{
    return schema == NULL ? NULL : schema_match(schema, action->new_node);
}

/* What a table has, its heirs must have: what goes is gone before another becomes its heir, and what comes comes when
 * one that is not its heir any more has left. One that comes back has what comes before it leaves, and what goes until
 * it is there again. */
static void
order_above(Sequence *sequence, size_t index, size_t other_index)
{
    const Action *action = action_at(sequence, index), *other = action_at(sequence, other_index);
    const Node *gone = other->drops->len > 0 ? other->drops->pdata[0] : NULL;
    const Node *made = other->creates->len > 0 ? other->creates->pdata[0] : NULL;
    const Node *part = gone != NULL ? gone : made;
    if (part == NULL || part->parent == NULL || part->kind->attach_makes || part->kind->outlives_drop)
        return;
    const Node *old_node = version_in(sequence->actions->old_schema, action);
    const Node *new_node = version_in(sequence->actions->new_schema, action);
    bool was = old_node != NULL && lineage_has(old_node, part->parent);
    bool is = new_node != NULL && lineage_has(new_node, part->parent);
    if (action->attaches && gone != NULL && is)
        before(sequence, was ? index : other_index, was ? other_index : index);
    if (action->detaches && made != NULL && was)
        before(sequence, is ? other_index : index, is ? index : other_index);
}

/* A column's new type reaches the heirs that are there: a table that comes has it already and comes behind, one that
 * leaves does so before, and one that only leaves for a while is there again. */
static void
order_retyped_above(Sequence *sequence, size_t index, size_t other_index)
{
    const Action *action = action_at(sequence, index), *other = action_at(sequence, other_index);
    const Actions *actions = sequence->actions;
    const Node *old_node = version_in(actions->old_schema, action), *new_node = version_in(actions->new_schema, action);
    if (!(other->alters && (other->disturbs & DISTURBS_DEPENDANTS)) || other->new_node->parent == NULL ||
        old_node == NULL || new_node == NULL)
        return;
    bool was = lineage_reaches(actions->old_schema, other->old_node->parent, old_node);
    bool is = lineage_reaches(actions->new_schema, other->new_node->parent, new_node);
    if (action->attaches && is)
        before(sequence, was ? index : other_index, was ? other_index : index);
    if (action->detaches && was && !is)
        before(sequence, index, other_index);
}

/* Whatever else is done to a table happens between its detaching and its attaching, but for what says that it comes
 * after. */
static void
order_lineage(Sequence *sequence, size_t index)
{
    const Action *action = action_at(sequence, index);
    if (!action->attaches && !action->detaches)
        return;
    const char *key = node_root(action->new_node)->key;
    for (size_t i = 0; i < sequence->actions->list->len; i++) {
        const Action *other = action_at(sequence, i);
        const Node *node = other->new_node != NULL ? other->new_node : other->old_node;
        order_above(sequence, index, i);
        order_retyped_above(sequence, index, i);
        if (strcmp(node_root(node)->key, key) != 0)
            continue;
        if (action->detaches && !other->detaches)
            before(sequence, index, i);
        if (action->attaches && !other->attaches && g_strcmp0(other->after, key) != 0)
            before(sequence, i, index);
    }
}

/* What must come after a contract action is contract; "sorted" is a topological order, so one pass does. */
static void
move_phases(Sequence *sequence, const size_t *sorted)
{
    const size_t count = sequence->actions->list->len;
    g_autofree size_t *position = g_new(size_t, count + 1);
    for (size_t i = 0; i < count; i++)
        position[sorted[i]] = i;
    g_autoptr(GPtrArray) followers = g_ptr_array_new_full((guint)count, (GDestroyNotify)g_array_unref);
    for (size_t i = 0; i < count; i++)
        g_ptr_array_add(followers, g_array_new(FALSE, FALSE, sizeof(size_t)));
    for (guint i = 0; i < sequence->edges->len; i++) {
        const Edge *edge = &g_array_index(sequence->edges, Edge, i);
        if (position[edge->first] < position[edge->second])
            g_array_append_val((GArray *)followers->pdata[edge->first], edge->second);
    }
    for (size_t i = 0; i < count; i++) {
        if (action_at(sequence, sorted[i])->effect.phase != PHASE_CONTRACT)
            continue;
        GArray *list = followers->pdata[sorted[i]];
        for (guint k = 0; k < list->len; k++) {
            Action *follower = action_at(sequence, g_array_index(list, size_t, k));
            if (follower->effect.phase != PHASE_CONTRACT)
                follower->effect.reason = "it waits for what the contract phase does before it";
            follower->effect.phase = PHASE_CONTRACT;
        }
    }
}

/* Default privileges reach whatever is made behind them. */
static bool
governs_others(const Action *action)
{
    return action->new_node != NULL && action->new_node->kind->grant_parts != NULL;
}

static void
reorder(Sequence *sequence, const size_t *sorted)
{
    GPtrArray *list = sequence->actions->list;
    g_autoptr(GPtrArray) before_sorting = g_ptr_array_copy(list, NULL, NULL);
    g_ptr_array_set_size(list, 0);
    for (Phase phase = PHASE_EXPAND; phase <= PHASE_CONTRACT; phase++)
        for (int last = 0; last < 2; last++)
            for (guint i = 0; i < before_sorting->len; i++) {
                Action *action = before_sorting->pdata[sorted[i]];
                if (action->effect.phase == phase && governs_others(action) == last)
                    g_ptr_array_add(list, action);
            }
}

size_t
sequence_actions(Actions *actions, Circle *circle)
{
    const guint count = actions->list->len;
    g_autoptr(Order) order = order_new(count);
    Sequence sequence = {
        .actions = actions,
        .order = order,
        .edges = g_array_new(FALSE, FALSE, sizeof(Edge)),
        .creators = g_hash_table_new(NULL, NULL),
        .droppers = g_hash_table_new(NULL, NULL),
        .alterers = g_hash_table_new_full(g_str_hash, g_str_equal, NULL, (GDestroyNotify)g_array_unref),
        .freed_names = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL),
        .fallers = g_hash_table_new(NULL, NULL),
        .announcers = g_hash_table_new(NULL, NULL),
        .implied = g_hash_table_new_full(NULL, NULL, NULL, (GDestroyNotify)g_array_unref),
        .given = g_hash_table_new_full(g_str_hash, g_str_equal, NULL, (GDestroyNotify)g_array_unref),
        .by_key = g_hash_table_new_full(g_str_hash, g_str_equal, NULL, (GDestroyNotify)g_array_unref),
    };
    register_actions(&sequence);
    register_falling(&sequence);
    chain_alterations(&sequence);
    for (guint i = 0; i < count; i++)
        order_action(&sequence, i);
    for (guint i = 0; i < count; i++)
        order_lineage(&sequence, i);
    g_autofree size_t *sorted = g_new(size_t, count + 1);
    size_t broken = order_sort(order, sorted);
    move_phases(&sequence, sorted);
    if (broken > 0 && circle != NULL) {
        circles_describe(actions, sequence.edges, sorted, circle->text);
        circles_find_altered(actions, sequence.edges, circle->altered);
    }
    reorder(&sequence, sorted);
    g_array_unref(sequence.edges);
    g_hash_table_unref(sequence.creators);
    g_hash_table_unref(sequence.droppers);
    g_hash_table_unref(sequence.alterers);
    g_hash_table_unref(sequence.freed_names);
    g_hash_table_unref(sequence.fallers);
    g_hash_table_unref(sequence.announcers);
    g_hash_table_unref(sequence.implied);
    g_hash_table_unref(sequence.given);
    g_hash_table_unref(sequence.by_key);
    return broken;
}
