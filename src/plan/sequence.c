#include "plan/sequence.h"

#include "base/order.h"
#include "model/lineage.h"
#include "plan/bars.h"
#include "plan/circles.h"
#include "plan/detour.h"
#include "plan/family.h"
#include "plan/gaps.h"
#include "plan/implied.h"
#include "plan/places.h"
#include "plan/resources.h"
#include "sql/format.h"
#include <string.h>

typedef struct {
    Sequence *sequence;
    size_t index; /* of an action */
} At;

/* Can a foreign key refer to its columns? */
static bool
is_unique(const Node *node)
{
    int unique = kind_attr(node->kind, "unique");
    return resources_has_index(node) &&
           (node->kind->space == SPACE_CONSTRAINT || (unique >= 0 && node->values[unique] != NULL));
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
    edge_from(at->sequence, at->sequence->freed_names, resource, at->index);
    edges_from(at->sequence, at->sequence->given, resource, at->index);
}

static void
take_names(Sequence *sequence, const Node *node, size_t index)
{
    resources_visit(node, take_resource, &(At){sequence, index});
    bars_wait(sequence, node, index);
}

static void
register_actions(Sequence *sequence)
{
    for (size_t i = 0; i < sequence->actions->list->len; i++) {
        Action *action = sequence_action(sequence, i);
        for (guint k = 0; k < action->creates->len; k++) {
            register_with_heirs(sequence->creators, action->creates->pdata[k], i);
            implied_register(sequence, action->creates->pdata[k], i);
        }
        for (guint k = 0; k < action->drops->len; k++) {
            register_with_heirs(sequence->droppers, action->drops->pdata[k], i);
            implied_register(sequence, action->drops->pdata[k], i);
            if (!action->moves_aside)
                free_names(sequence, action->drops->pdata[k], i);
        }
        for (guint k = 0; k < action->gives->len; k++)
            edges_list_add(sequence->given, action->gives->pdata[k], i);
        const Node *node = action->new_node != NULL ? action->new_node : action->old_node;
        if (action->announces && action->old_node != NULL) /* only with the last of it the name is free */
            free_names(sequence, node, i);
        if (action->announces)
            g_hash_table_insert(sequence->announcers, (gpointer)(guintptr)node, GSIZE_TO_POINTER(i + 1));
        edges_list_add(sequence->by_key, node->key, i);
        if (action->alters)
            edges_list_add(sequence->alterers, node->key, i);
    }
}

/* What falls with something else is gone when that is, not before. */
static void
register_falling(Sequence *sequence)
{
    for (size_t i = 0; i < sequence->actions->list->len; i++) {
        Action *action = sequence_action(sequence, i);
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
            edge_add(sequence, g_array_index(indexes, size_t, i - 1), g_array_index(indexes, size_t, i));
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
        const Action *action = sequence_action(sequence, alterer);
        if (action->disturbs || action->leads || (action->effect.phase == PHASE_EXPAND && !action->late))
            edge_add(sequence, alterer, index);
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
            edge_from(sequence, sequence->droppers, key, index);
        else if (is_unique(key))
            edge_to(sequence, sequence->creators, key, index);
}

/* What is told apart by a type comes when there is but one of that name: its way back names it. */
static void
after_asides(Sequence *sequence, const Node *node, const Node *needed, size_t index)
{
    GArray *list = node->signature == NULL ? NULL : g_hash_table_lookup(sequence->by_key, needed->key);
    for (guint i = 0; list != NULL && i < list->len; i++)
        if (sequence_action(sequence, g_array_index(list, size_t, i))->moves_aside)
            edge_add(sequence, g_array_index(list, size_t, i), index);
}

/* What has no way back of its own goes with its root: until then it holds its names. */
static void
take_names_with_root(Sequence *sequence, const Node *node, size_t index)
{
    gpointer creator = g_hash_table_lookup(sequence->creators, node_root(node));
    if (node->parent != NULL && creator != NULL && sequence_action(sequence, index)->down->len == 0)
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
            edge_to(sequence, table, dependants->pdata[i], index);
        else
            edge_from(sequence, table, dependants->pdata[i], index);
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
            edge_from(sequence, sequence->droppers, user, index);
            edge_to(sequence, sequence->creators, user, index);
        }
    }
}

static void
order_holders(Sequence *sequence, const Action *action, size_t index)
{
    const Node *node = action->new_node != NULL ? action->new_node : action->old_node;
    const bool changes_type = action->creates->len + action->drops->len > 0 || action->disturbs != 0;
    if (node->kind->is_held_up == NULL || !changes_type)
        return;
    const Node *root = node_root(node);
    const Schema *old_schema = sequence->actions->old_schema;
    without_holders(sequence, action, node, old_schema == NULL ? NULL : schema_match(old_schema, root), index);
    without_holders(sequence, action, node, schema_match(sequence->actions->new_schema, root), index);
}

/* Kind.binds_replaced: it comes, and goes, while what would hold on to it is not there. */
static void
between_versions(Sequence *sequence, const Node *node, size_t index, bool creates)
{
    const Schema *other = creates ? sequence->actions->old_schema : sequence->actions->new_schema;
    for (guint i = 0; node->kind->binds_replaced && node->needed_by != NULL && i < node->needed_by->len; i++) {
        const Node *version = other == NULL ? NULL : schema_match(other, node->needed_by->pdata[i]);
        if (creates)
            edge_from(sequence, sequence->droppers, version, index);
        else
            edge_to(sequence, sequence->creators, version, index);
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
            edge_from(sequence, sequence->announcers, needed, index);
            continue;
        }
        if (family_adopts_others(sequence->actions->new_schema, node, needed))
            continue;
        edge_from(sequence, sequence->creators, needed, index);
        after_alterations_of(sequence, needed, index);
        after_alterations_above(sequence, needed, index);
        after_asides(sequence, node, needed, index);
        if (node->kind->outlives_drop)
            between_keys(sequence, needed, index, true);
    }
    implied_order(sequence, node, index, false);
    places_order(sequence, node, index, true);
    for (const Node *parent = node->parent; parent != NULL; parent = parent->parent)
        edge_from(sequence, sequence->creators, parent, index);
    if (node->kind->bare)
        edges_from(sequence, sequence->alterers, node->parent->key, index);
    edge_from(sequence, sequence->announcers, node, index);
    family_merge(sequence, node, index, true);
    take_names(sequence, node, index);
    take_names_with_root(sequence, node, index);
    family_keep_apart(sequence, node, index, true);
    family_refer(sequence, node, index, true);
    complete_parent(sequence, node, index, true);
    between_versions(sequence, node, index, true);
}

/* What uses a type's own functions goes before they go with the type. */
static void
order_falling(Sequence *sequence, const Node *node)
{
    gpointer taker = g_hash_table_lookup(sequence->droppers, node);
    for (guint i = 0; node->needed_by != NULL && i < node->needed_by->len; i++)
        edge_from(sequence, sequence->droppers, node->needed_by->pdata[i], GPOINTER_TO_SIZE(taker) - 1);
}

/* The way back to an announcement is the last of what is dropped. */
static void
order_forgetting(Sequence *sequence, const Node *node, size_t index)
{
    edge_from(sequence, sequence->droppers, node, index);
    for (guint i = 0; node->needs != NULL && i < node->needs->len; i++)
        edge_from(sequence, sequence->fallers, node->needs->pdata[i], index);
}

/* What is done to a node, or else to what it copies, of whatever generation, or is a part of: that reaches it, too.
 * NULL: nothing is. */
static const char *
nearest_key(const Sequence *sequence, const char *key)
{
    const Actions *actions = sequence->actions;
    while (key != NULL && !g_hash_table_contains(sequence->by_key, key)) {
        const Schema *schema =
            schema_find(actions->new_schema, key) != NULL ? actions->new_schema : actions->old_schema;
        const Node *node = schema_find(schema, key);
        const Node *above = node == NULL ? NULL : node_forebear(schema, node);
        if (above == NULL && node != NULL && node->kind->anonymous)
            above = node->parent;
        key = above == NULL ? NULL : above->key;
    }
    return key;
}

/* Also of what needs the thing's heirs, which go with it. */
static void
after_dependants(Sequence *sequence, const Node *node, const char *key, size_t index)
{
    for (guint i = 0; node->needed_by != NULL && i < node->needed_by->len; i++) {
        const Node *dependant = node->needed_by->pdata[i];
        if (family_adopts(sequence, dependant, node))
            continue;
        bool both_fall =
            g_hash_table_contains(sequence->fallers, node) && g_hash_table_contains(sequence->fallers, dependant);
        edge_from(sequence, both_fall ? sequence->fallers : sequence->droppers, dependant, index);
        GArray *alterers = g_hash_table_lookup(sequence->alterers, dependant->key);
        for (guint k = 0; alterers != NULL && k < alterers->len; k++) {
            size_t alterer = g_array_index(alterers, size_t, k);
            const Action *action = sequence_action(sequence, alterer);
            if (action->old_node != NULL && g_strcmp0(nearest_key(sequence, action->after), key) != 0)
                edge_add(sequence, alterer, index);
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
    family_refer(sequence, node, index, false);
    implied_order(sequence, node, index, true);
    places_order(sequence, node, index, false);
    if (node->parent == NULL && g_hash_table_contains(sequence->fallers, node))
        order_falling(sequence, node);
    complete_parent(sequence, node, index, false);
    family_keep_apart(sequence, node, index, false);
    for (const Node *parent = node->parent; parent != NULL; parent = parent->parent)
        edge_to(sequence, sequence->droppers, parent, index);
    if (node->kind->bare && g_hash_table_lookup(sequence->droppers, node->parent) != GSIZE_TO_POINTER(index + 1))
        edges_to(sequence, sequence->alterers, node->parent->key, index);
    for (guint i = 0; node->kind->outlives_drop && node->needs != NULL && i < node->needs->len; i++)
        between_keys(sequence, node->needs->pdata[i], index, false);
    family_merge(sequence, node, index, false);
    between_versions(sequence, node, index, false);
}

/* Also of what depends on the node's heirs, and of what falls: its way back makes it again. A type that is moved aside
 * lets others move aside after it. */
static void
after_drops_of_dependants(Sequence *sequence, const Node *node, size_t index)
{
    for (guint i = 0; node != NULL && node->needed_by != NULL && i < node->needed_by->len; i++) {
        const Node *dependant = node->needed_by->pdata[i];
        gpointer dropper = g_hash_table_lookup(sequence->droppers, dependant);
        if (dropper != NULL && !sequence_action(sequence, GPOINTER_TO_SIZE(dropper) - 1)->moves_aside)
            edge_add(sequence, GPOINTER_TO_SIZE(dropper) - 1, index);
        edge_from(sequence, sequence->fallers, dependant, index);
        if (dependant->flags & NODE_DERIVED)
            after_drops_of_dependants(sequence, dependant, index);
    }
}

static void
after_parts(Sequence *sequence, const Node *node, size_t index)
{
    for (const Node *part = node->first_child; part != NULL; part = part->next) {
        edge_from(sequence, sequence->creators, part, index);
        edges_from(sequence, sequence->alterers, part->key, index);
    }
}

static void
before_parts(Sequence *sequence, const Node *node, size_t index)
{
    for (const Node *part = node->first_child; part != NULL; part = part->next) {
        edge_to(sequence, sequence->droppers, part, index);
        edges_to(sequence, sequence->alterers, part->key, index);
    }
}

static void
order_alter(Sequence *sequence, const Action *action, size_t index)
{
    if (action->after_parts)
        after_parts(sequence, action->new_node, index);
    if (action->before_parts)
        before_parts(sequence, action->old_node, index);
    if (action->disturbs & DISTURBS_DEPENDANTS) {
        after_drops_of_dependants(sequence, action->old_node, index);
        family_retype(sequence, action->old_node == NULL ? NULL : action->old_node->parent, index, false);
        family_retype(sequence, action->new_node == NULL ? NULL : action->new_node->parent, index, true);
    }
    if (action->disturbs & DISTURBS_PARTS) {
        for (const Node *part = action->old_node->first_child; part != NULL; part = part->next)
            edge_from(sequence, sequence->droppers, part, index);
        for (const Node *part = action->new_node->first_child; part != NULL; part = part->next)
            edge_to(sequence, sequence->creators, part, index);
    }
    const Node *new_node = action->new_node;
    for (const Node *node = new_node; node != NULL; node = node->parent) {
        edge_from(sequence, sequence->creators, node, index);
        for (guint i = 0; node == new_node && node->needs != NULL && i < node->needs->len; i++) {
            const Node *needed = node->needs->pdata[i];
            edge_from(sequence, sequence->creators, needed, index);
            if (g_strcmp0(action->before, needed->key) != 0)
                after_alterations_of(sequence, needed, index);
        }
    }
}

/* What stands on columns that hold rows which are texts meanwhile is gone before, and comes after. */
static void
order_detour(Sequence *sequence, const Action *action, size_t index)
{
    const Actions *actions = sequence->actions;
    g_autoptr(GPtrArray) holders = g_ptr_array_new();
    detour_add_holders(actions, action, holders);
    for (guint i = 0; i < holders->len; i++) {
        const Node *old_holder = schema_match(actions->old_schema, holders->pdata[i]);
        const Node *new_holder = schema_match(actions->new_schema, holders->pdata[i]);
        edge_from(sequence, sequence->droppers, old_holder, index);
        edge_to(sequence, sequence->creators, new_holder, index);
        for (guint k = 0; old_holder != NULL && old_holder->needed_by != NULL && k < old_holder->needed_by->len; k++)
            edge_from(sequence, sequence->droppers, old_holder->needed_by->pdata[k], index);
        for (guint k = 0; new_holder != NULL && new_holder->needed_by != NULL && k < new_holder->needed_by->len; k++)
            edge_to(sequence, sequence->creators, new_holder->needed_by->pdata[k], index);
    }
}

static void
order_action(Sequence *sequence, size_t index)
{
    const Action *action = sequence_action(sequence, index);
    order_detour(sequence, action, index);
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
        edge_from(sequence, sequence->creators, action->requires->pdata[i], index);
        if (action->requires->pdata[i] != action->new_node) /* their order is that of their emission */
            after_alterations_of(sequence, action->requires->pdata[i], index);
    }
    for (guint i = 0; i < action->frees->len; i++)
        edge_to(sequence, sequence->droppers, action->frees->pdata[i], index);
    for (guint i = 0; i < action->takes->len; i++) {
        edges_from(sequence, sequence->given, action->takes->pdata[i], index);
        edge_from(sequence, sequence->freed_names, action->takes->pdata[i], index);
    }
    edges_from(sequence, sequence->by_key, nearest_key(sequence, action->after), index);
    edges_to(sequence, sequence->by_key, nearest_key(sequence, action->before), index);
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
        if (sequence_action(sequence, sorted[i])->effect.phase != PHASE_CONTRACT)
            continue;
        GArray *list = followers->pdata[sorted[i]];
        for (guint k = 0; k < list->len; k++) {
            Action *follower = sequence_action(sequence, g_array_index(list, size_t, k));
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
    bars_register(&sequence);
    chain_alterations(&sequence);
    for (guint i = 0; i < count; i++)
        order_action(&sequence, i);
    for (guint i = 0; i < count; i++)
        family_leave_and_join(&sequence, i);
    g_autofree size_t *sorted = g_new(size_t, count + 1);
    size_t broken = order_sort(order, sorted);
    move_phases(&sequence, sorted);
    if (broken > 0 && circle != NULL) {
        circles_describe(actions, sequence.edges, sorted, circle->text);
        circles_find_altered(actions, sequence.edges, circle->altered);
    }
    if (broken == 0)
        gaps_delay(&sequence, sorted);
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
