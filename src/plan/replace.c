#include "plan/replace_private.h"

#include "model/emit.h"
#include "model/lineage.h"
#include "plan/detour.h"
#include "plan/successors.h"
#include "sql/format.h"
#include <string.h>

/* The node's new version; NULL: there is none, or it comes with another table, of another kind, of that name. */
static Node *
counterpart(const Search *search, const Node *node)
{
    return schema_match(search->new_schema, node_root(node)) == NULL ? NULL : schema_match(search->new_schema, node);
}

/* What an alteration in place would do; NULL: it cannot be done. */
typedef struct {
    bool possible;
    unsigned disturbs; /* of Disturbance */
    Phase phase;
} Trial;

static bool
has_templates(const Delta *delta)
{
    const Kind *kind = delta->new_node->kind;
    for (size_t i = 0; i < kind->n_attrs; i++)
        if ((delta->changed & (1ull << i)) && (kind->attrs[i].alter == NULL || delta->new_node->values[i] == NULL) &&
            (kind->attrs[i].reset == NULL || delta->new_node->values[i] != NULL))
            return false;
    return true;
}

/* holders: takes columns that hold rows of what is written anew; NULL: nobody asks. */
static Trial
try_altering(const Delta *delta, const Search *search, GPtrArray *holders)
{
    Trial trial = {true, 0, PHASE_EXPAND};
    const Kind *kind = delta->new_node->kind;
    if (delta->changed == 0)
        return trial;
    g_autoptr(Arena) arena = arena_new();
    g_autoptr(Actions) actions = actions_new(arena, search->old_schema, search->new_schema);
    if (kind->alter == NULL || !kind->alter(delta->old_node, delta->new_node, delta->changed, actions))
        trial.possible = has_templates(delta);
    for (guint i = 0; i < actions->list->len; i++) {
        const Action *action = actions->list->pdata[i];
        trial.disturbs |= action->disturbs;
        trial.phase = MAX(trial.phase, action->effect.phase);
        if (holders != NULL)
            detour_add_holders(actions, action, holders);
    }
    return trial;
}

/* A replaced object goes in the contract phase, but for kinds whose attributes say that both applications bear it. */
static Phase
replacement_phase(const Delta *delta)
{
    const Kind *kind = delta->new_node->kind;
    for (size_t i = 0; i < kind->n_attrs; i++) {
        const Attr *attr = &kind->attrs[i];
        const bool resets = delta->new_node->values[i] == NULL && attr->reset_effect.phase != PHASE_NONE;
        const Phase phase = resets ? attr->reset_effect.phase : attr->set_effect.phase;
        if ((delta->changed & (1ull << i)) && phase != PHASE_EXPAND)
            return PHASE_CONTRACT;
    }
    return PHASE_EXPAND;
}

/* Does the node hold rows that DROP would take, and nothing could compute again? */
static bool
holds_data(const Node *node)
{
    return (drop_effect(node->kind).costs & COST_DATA_LOSS) != 0 &&
           (node->kind->is_rebuilt == NULL || !node->kind->is_rebuilt(node));
}

/* What is there of the node afterwards, by its key or in its place; NULL: nothing. */
static const Node *
new_version(const Search *search, const Node *node)
{
    const Replacement *replacement = g_hash_table_lookup(search->found, node->key);
    return replacement != NULL ? replacement->new_node : schema_match(search->new_schema, node);
}

/* Does the new version of a dependant still need the new version of the node? If not, altering it frees the old one. */
static bool
still_needs(const Search *search, const Node *dependant, const Node *node)
{
    const Node *now = schema_match(search->new_schema, dependant), *needed = new_version(search, node);
    const Delta *delta = g_hash_table_lookup(search->deltas, dependant);
    if (now == NULL || delta == NULL)
        return now != NULL;
    if (!try_altering(delta, search, NULL).possible)
        return true;
    return needed != NULL && now->needs != NULL && g_ptr_array_find(now->needs, needed, NULL);
}

/* Do columns keep values of the type, directly or inside of other types? */
static bool
is_kept_in_data(const Search *search, const Node *node)
{
    for (guint i = 0; node->needed_by != NULL && i < node->needed_by->len; i++) {
        const Node *dependant = node->needed_by->pdata[i];
        if (schema_match(search->new_schema, dependant) == NULL)
            continue;
        if (holds_data(dependant) || (dependant->kind->aside != NULL && is_kept_in_data(search, dependant)))
            return true;
    }
    return false;
}

/* Would making it anew lose what nothing else has? */
static bool
loses_data(const Node *old_node, const Node *new_node)
{
    const Kind *kind = old_node->kind;
    return holds_data(old_node) && kind->aside == NULL &&
           (kind->is_computed_now == NULL || !kind->is_computed_now(old_node, new_node));
}

static Replacement *
mark(Search *search, Node *old_node, Node *new_node, Phase phase, ReplaceWay way)
{
    Replacement *replacement = g_hash_table_lookup(search->found, old_node->key);
    if (replacement != NULL) {
        if (phase > replacement->phase) {
            replacement->phase = phase;
            g_ptr_array_add(search->open, replacement);
        }
        return replacement;
    }
    if (way == REPLACE_ANEW && old_node->kind->aside != NULL && is_kept_in_data(search, old_node))
        way = REPLACE_ASIDE;
    replacement = arena_new_one(search->arena, Replacement);
    *replacement = (Replacement){.old_node = old_node, .new_node = new_node, .phase = phase, .way = way};
    g_hash_table_insert(search->found, (gpointer)(guintptr)old_node->key, replacement);
    g_ptr_array_add(search->open, replacement);
    return replacement;
}

static bool
fail_for_data(const Node *node, const Node *dependant, GError **error)
{
    fail(error, PLEAT_ERROR_STATE, "cannot replace %s %s: %s %s depends on it and would lose its data",
         node->kind->title, node_address(node), dependant->kind->title, node_address(dependant));
    return fail_hint(error, "make a new %s under another name and move to it", node->kind->title);
}

/* holders: as in try_altering. */
static bool
can_follow(const Search *search, const Node *old_node, const Node *new_node, GPtrArray *holders)
{
    g_autoptr(Arena) arena = arena_new();
    g_autoptr(Actions) actions = actions_new(arena, search->old_schema, search->new_schema);
    bool can = old_node->kind->follow != NULL && old_node->kind->follow(old_node, new_node, actions);
    for (guint i = 0; can && holders != NULL && i < actions->list->len; i++)
        detour_add_holders(actions, actions->list->pdata[i], holders);
    return can;
}

/* Everything that needs the node must go before it goes and come back after it; one that is dropped anyway does. */
static bool
mark_dependants(Search *search, const Node *node, const Replacement *cause, GError **error)
{
    for (guint i = 0; node->needed_by != NULL && i < node->needed_by->len; i++) {
        Node *dependant = node->needed_by->pdata[i];
        if (dependant->flags & NODE_DERIVED) { /* goes and comes with its forebear, not so what depends on it */
            if (!mark_dependants(search, dependant, cause, error))
                return false;
            continue;
        }
        Node *new_node = counterpart(search, dependant);
        if (new_node == NULL || !still_needs(search, dependant, node))
            continue;
        if (shadows_have_type(search->shadows, node) && shadows_cover(search->shadows, dependant))
            continue; /* it is exchanged with the columns that it stands on */
        if (!holds_data(dependant))
            mark(search, dependant, new_node, cause->phase, REPLACE_ANEW);
        else if (cause->way == REPLACE_ASIDE && can_follow(search, dependant, new_node, NULL))
            mark(search, dependant, new_node, cause->phase, REPLACE_FOLLOW);
        else
            return fail_for_data(node, dependant, error);
    }
    return true;
}

/* dependant_now: its new version. */
static bool
is_torn(const Search *search, const Node *dependant, const Node *dependant_now, const Node *node, const Node *changed)
{
    const Kind *kind = dependant->kind;
    if (shadows_have(search->shadows, node))
        return shadows_tear(search->shadows, dependant);
    if (node->kind->tears != NULL && changed != NULL)
        return node->kind->tears(node, changed, dependant);
    return kind->on_alter == DEPENDANT_RECREATE || (kind->is_rebuilt != NULL && kind->is_rebuilt(dependant)) ||
           (kind->is_torn != NULL && changed != NULL &&
            (kind->is_torn(dependant, node, changed) || kind->is_torn(dependant_now, node, changed)));
}

/* Has it parts in the partitions of its table, which take their names from what is there? */
static bool
has_parts(const Node *node)
{
    const int attr = kind_attr(node->kind, "partitioned");
    return attr >= 0 && node->values[attr] != NULL;
}

/* Kind.beside is what can be built while others work. */
static void
mark_torn(Search *search, const Node *node, Node *dependant, Node *new_node, Phase phase)
{
    Replacement *replacement = mark(search, dependant, new_node, phase, REPLACE_ANEW);
    if (node->kind->tears_because != NULL && dependant->kind->beside != NULL && !has_parts(dependant))
        replacement->apart = node->kind->tears_because;
}

/* A change in place that what depends on the node does not survive (a column's type under a view). */
static void
mark_disturbed(Search *search, const Node *node, Phase phase)
{
    for (guint i = 0; node->needed_by != NULL && i < node->needed_by->len; i++) {
        Node *dependant = node->needed_by->pdata[i];
        if (dependant->flags & NODE_DERIVED) {
            mark_disturbed(search, dependant, phase);
            continue;
        }
        Node *new_node = counterpart(search, dependant);
        const Node *changed = schema_match(search->new_schema, node);
        if (new_node != NULL && is_torn(search, dependant, new_node, node, changed))
            mark_torn(search, node, dependant, new_node, phase);
    }
}

/* What stands on a column that holds rows, which are texts for a while; what computes them. */
static void
mark_on_holders(Search *search, const GPtrArray *holders)
{
    for (guint i = 0; i < holders->len; i++) {
        Node *holder = schema_match(search->old_schema, holders->pdata[i]);
        Node *same = holder == NULL || holder->kind->holds_rows == NULL ? NULL : counterpart(search, holder);
        if (same != NULL)
            mark(search, holder, same, PHASE_CONTRACT, REPLACE_ANEW);
        for (guint k = 0; holder != NULL && holder->needed_by != NULL && k < holder->needed_by->len; k++) {
            Node *dependant = holder->needed_by->pdata[k], *new_node = counterpart(search, dependant);
            if (new_node != NULL && replace_is_possible(dependant))
                mark(search, dependant, new_node, PHASE_CONTRACT, REPLACE_ANEW);
        }
    }
}

/* A column that comes or goes may be filled on one of both ways. */
static void
look_at_part(Search *search, const Delta *delta)
{
    const Node *node = delta->old_node != NULL ? delta->old_node : delta->new_node;
    const Kind *kind = node->kind;
    if (kind->detour == NULL || delta->kind == DELTA_ALTER ||
        schema_match(search->old_schema, node_root(node)) == NULL ||
        schema_match(search->new_schema, node_root(node)) == NULL)
        return;
    g_autoptr(Arena) arena = arena_new();
    g_autoptr(Actions) actions = actions_new(arena, search->old_schema, search->new_schema);
    g_autoptr(GPtrArray) holders = g_ptr_array_new();
    if (delta->kind == DELTA_CREATE ? kind->create_actions(node, actions) : kind->drop_actions(node, actions))
        for (guint i = 0; i < actions->list->len; i++)
            detour_add_holders(actions, actions->list->pdata[i], holders);
    mark_on_holders(search, holders);
}

static void
mark_parts(Search *search, const Node *node, Phase phase)
{
    for (Node *part = node->first_child; part != NULL; part = part->next) {
        Node *new_node = schema_match(search->new_schema, part);
        if (part->kind->anonymous && new_node != NULL)
            mark(search, part, new_node, phase, REPLACE_ANEW);
    }
}

static void
mark_torn_parts(Search *search, const Node *node, Phase phase)
{
    for (Node *part = node->first_child; node->kind->tears_part != NULL && part != NULL; part = part->next) {
        Node *new_node = schema_match(search->new_schema, part);
        if (new_node != NULL && !(part->flags & NODE_DERIVED) && node->kind->tears_part(search->new_schema, node, part))
            mark(search, part, new_node, phase, REPLACE_ANEW);
    }
}

/* A replacement takes its whole subtree along: what depends on a part of it depends on it. */
static bool
close_over_dependants(Search *search, GError **error)
{
    while (search->open->len > 0) {
        Replacement *replacement = g_ptr_array_steal_index_fast(search->open, search->open->len - 1);
        Node *root = replacement->old_node;
        if (replacement->way == REPLACE_FOLLOW) {
            g_autoptr(GPtrArray) holders = g_ptr_array_new();
            can_follow(search, root, replacement->new_node, holders);
            mark_on_holders(search, holders);
            mark_disturbed(search, root, replacement->phase);
            g_ptr_array_add(search->disturbed, root);
            mark_parts(search, root, replacement->phase);
            continue;
        }
        for (Node *node = root; node != NULL; node = node_walk(root, node))
            if (!mark_dependants(search, node, replacement, error))
                return false;
    }
    return true;
}

static const Attr *
fixed_attr(const Delta *delta)
{
    const Kind *kind = delta->new_node->kind;
    for (size_t i = 0; i < kind->n_attrs; i++)
        if ((delta->changed & (1ull << i)) && kind->attrs[i].fixed != NULL)
            return &kind->attrs[i];
    return NULL;
}

static bool
fail_to_alter(const Delta *delta, GError **error)
{
    const Node *node = delta->old_node;
    const char *key = "definition";
    for (size_t i = node->kind->n_attrs; i-- > 0;)
        if (delta->changed & (1ull << i))
            key = node->kind->attrs[i].key;
    const Attr *fixed = fixed_attr(delta);
    if (fixed != NULL) {
        fail(error, PLEAT_ERROR_STATE, "cannot change %s of %s %s: %s", fixed->key, node->kind->title,
             node_address(node), fixed->fixed);
        return fail_hint(error, "change it by hand where the %s is", node->kind->title);
    }
    fail(error, PLEAT_ERROR_STATE,
         "cannot change %s of %s %s: PostgreSQL has no way but a new one, and its data would be lost", key,
         node->kind->title, node_address(node));
    return fail_hint(error, "make a new %s under another name and move the rows", node->kind->title);
}

/* What is replaced beside a rewrite of its table is no concern of its own: it goes in the same transaction. */
static void
disown_dependants(const Search *search, const Node *node)
{
    for (guint i = 0; node->needed_by != NULL && i < node->needed_by->len; i++) {
        const Node *dependant = node->needed_by->pdata[i];
        Replacement *replacement = g_hash_table_lookup(search->found, dependant->key);
        if (dependant->flags & NODE_DERIVED)
            disown_dependants(search, dependant);
        else if (replacement != NULL)
            replacement->own = false;
    }
}

/* What is handed down is made anew with what hands it down. NULL: it is not, or that is not there any more, or the
 * node's table leaves it. */
static Node *
handed_down_by(const Search *search, const Node *node)
{
    const Node *table = schema_match(search->new_schema, node_root(node));
    const bool stays = table != NULL && !lineage_differs(node_root(node), table);
    Node *origin =
        stays && node->parent != NULL && (node->flags & NODE_DERIVED) ? node_origin(search->old_schema, node) : NULL;
    return origin == NULL || holds_data(origin) || counterpart(search, origin) == NULL ? NULL : origin;
}

/* A new heir would get valid what is not valid above and reaches heirs that are there: that comes behind it. A
 * partition is attached with it (kinds/attach.c). */
static void
look_at_heir(Search *search, const Node *root)
{
    const int inherits = kind_attr(root->kind, "inherits");
    if (inherits < 0 || root->values[inherits] == NULL)
        return;
    for (const Node *child = root->first_child; child != NULL; child = child->next) {
        const bool is_late = (child->flags & NODE_DERIVED) && node_is_apart(child) && child->kind->inlined != NULL;
        Node *origin = is_late ? node_origin(search->new_schema, child) : NULL;
        Node *old_origin = origin == NULL ? NULL : schema_match(search->old_schema, origin);
        if (old_origin != NULL && node_is_apart(old_origin) && !holds_data(origin))
            mark(search, old_origin, origin, create_effect(origin->kind).phase, REPLACE_ANEW);
    }
}

/* Only what hands it down can make a check of an heir not valid again, on one of both ways. */
static bool
is_validated_alone(const Search *search, const Delta *delta)
{
    const Node *origin = handed_down_by(search, delta->old_node);
    const Kind *kind = delta->old_node->kind;
    for (size_t i = 0; origin != NULL && i < kind->n_attrs; i++)
        if ((delta->changed & (1ull << i)) && (kind->attrs[i].flags & ATTR_SEPARATE))
            return node_is_apart(origin) && node_is_apart(counterpart(search, origin));
    return false;
}

static bool
look_at_alteration(Search *search, const Delta *delta, GError **error)
{
    if (shadows_cover(search->shadows, delta->old_node))
        return true;
    g_autoptr(GPtrArray) holders = g_ptr_array_new();
    Trial trial = try_altering(delta, search, holders);
    if (!trial.possible || is_validated_alone(search, delta)) {
        if (loses_data(delta->old_node, delta->new_node))
            return fail_to_alter(delta, error);
        const Kind *kind = delta->new_node->kind;
        Phase phase = kind->takes_place == NULL ? PHASE_NONE : kind->takes_place(delta->old_node, delta->new_node);
        Node *origin = handed_down_by(search, delta->old_node);
        mark(search, origin != NULL ? origin : delta->old_node,
             origin != NULL ? counterpart(search, origin) : delta->new_node,
             phase != PHASE_NONE ? phase : replacement_phase(delta), REPLACE_ANEW)
            ->own = true;
    }
    if (trial.disturbs & DISTURBS_DEPENDANTS) {
        mark_disturbed(search, delta->old_node, trial.phase);
        g_ptr_array_add(search->disturbed, delta->old_node);
    }
    if (trial.disturbs & DISTURBS_PARTS)
        mark_parts(search, delta->old_node, trial.phase);
    mark_torn_parts(search, delta->old_node, trial.phase);
    mark_on_holders(search, holders);
    return true;
}

static void
mark_holders(Search *search, const Delta *delta, const Node *type)
{
    const Node *node = delta->old_node != NULL ? delta->old_node : delta->new_node;
    const Phase phase = delta->kind == DELTA_CREATE ? create_effect(node->kind).phase : PHASE_CONTRACT;
    for (guint i = 0; type->needed_by != NULL && i < type->needed_by->len; i++) {
        Node *user = type->needed_by->pdata[i];
        Node *new_node = counterpart(search, user);
        if (new_node != NULL && (node->kind->is_held_up(delta->old_node, delta->new_node, user) ||
                                 node->kind->is_held_up(delta->old_node, delta->new_node, new_node)))
            mark(search, user, new_node, phase, REPLACE_ANEW);
        else if (user->kind->aside != NULL)
            mark_holders(search, delta, user);
    }
}

/* A check of a domain of which columns hold arrays, say. */
static void
look_at_root(Search *search, const Delta *delta)
{
    const Node *node = delta->old_node != NULL ? delta->old_node : delta->new_node;
    Node *old_root = schema_match(search->old_schema, node_root(node));
    Node *new_root = schema_match(search->new_schema, node_root(node));
    if (node->kind->asks_for_new_root != NULL && old_root != NULL && new_root != NULL &&
        node->kind->asks_for_new_root(delta->old_node, delta->new_node, old_root))
        mark(search, old_root, new_root, PHASE_CONTRACT, REPLACE_ANEW)->own = true;
    else if (node->kind->is_held_up != NULL && old_root != NULL && new_root != NULL)
        mark_holders(search, delta, old_root);
}

/* A foreign key to a partitioned table lets go of a partition by itself. */
static bool
holds_by_forebear(const Search *search, const Node *dependant, const Node *node)
{
    const Node *forebear = dependant->kind->outlives_drop ? node_forebear(search->old_schema, node) : NULL;
    return forebear != NULL && g_ptr_array_find(dependant->needs, forebear, NULL);
}

/* What would be replaced while it is there, or was there, needs it then, and would not let go of it. */
static void
look_at_bound(Search *search, const Node *node)
{
    for (guint i = 0; node->kind->binds_replaced && node->needed_by != NULL && i < node->needed_by->len; i++) {
        Node *old_node = schema_match(search->old_schema, node->needed_by->pdata[i]);
        Node *new_node = schema_match(search->new_schema, node->needed_by->pdata[i]);
        if (old_node != NULL && new_node != NULL && g_hash_table_contains(search->deltas, old_node))
            mark(search, old_node, new_node, PHASE_CONTRACT, REPLACE_ANEW);
    }
}

/* What stays, word for word, must let go of what is dropped: it will mean something else of the same name. */
static void
look_at_drop(Search *search, const Delta *delta)
{
    for (Node *node = delta->old_node; node != NULL; node = node_walk(delta->old_node, node))
        for (guint i = 0; node->needed_by != NULL && i < node->needed_by->len; i++) {
            Node *dependant = node->needed_by->pdata[i];
            Node *new_node = counterpart(search, dependant);
            if (new_node != NULL && !holds_data(dependant) && !(dependant->flags & NODE_DERIVED) &&
                node_adopter(search->old_schema, node) != dependant && /* which only adopted it */
                !holds_by_forebear(search, dependant, node) && !g_hash_table_contains(search->deltas, dependant))
                mark(search, dependant, new_node, PHASE_CONTRACT, REPLACE_ANEW);
        }
}

/* They are one replacement. */
static bool
take_successor(Node *gone, Node *made, Phase phase, void *data)
{
    Search *search = data;
    if (g_hash_table_contains(search->found, made->key))
        return false;
    Replacement *replacement = mark(search, gone, made, phase, REPLACE_ANEW);
    replacement->own = true;
    g_hash_table_insert(search->found, (gpointer)(guintptr)made->key, replacement);
    return true;
}

Replacement *
replacement_of(const Search *search, const Delta *delta)
{
    return delta->kind == DELTA_ALTER ? g_hash_table_lookup(search->found, delta->old_node->key) : NULL;
}

bool
replace_is_among(const GPtrArray *nodes, const Node *node)
{
    return g_ptr_array_find((GPtrArray *)(guintptr)nodes, node, NULL);
}

/* What must be made in one transaction with what it reads does not come early: who needs it would wait for that.
 * anew: what is to be made in its turn. */
static bool
find_built_first(Search *search, const GArray *deltas, const GPtrArray *anew, GError **error)
{
    for (guint i = 0; i < deltas->len; i++) {
        const Delta *delta = &g_array_index(deltas, Delta, i);
        Replacement *replacement = replacement_of(search, delta);
        if (replacement == NULL || replacement->old_node->kind->can_build_first == NULL)
            continue;
        replacement->built_first =
            !replace_is_among(anew, delta->old_node) && replace_can_be_built_first(search, replacement);
        if (!replacement->built_first)
            mark(search, replacement->old_node, replacement->new_node, PHASE_CONTRACT, REPLACE_ANEW);
    }
    return close_over_dependants(search, error);
}

bool
replace_is_possible(const Node *node)
{
    return !holds_data(node) && !(node->flags & NODE_DERIVED) && !node->kind->bare && node->kind->drop != NULL;
}

bool
replace_find(const Schema *old_schema, const Schema *new_schema, GArray *deltas, const GPtrArray *anew,
             const Shadows *shadows, Arena *arena, GHashTable **out, GError **error)
{
    g_autoptr(GHashTable) found = g_hash_table_new(g_str_hash, g_str_equal);
    g_autoptr(GHashTable) by_node = g_hash_table_new(NULL, NULL);
    g_autoptr(GPtrArray) open = g_ptr_array_new(), disturbed = g_ptr_array_new();
    Search search = {old_schema, new_schema, arena, by_node, found, open, shadows, disturbed};
    for (guint i = 0; i < deltas->len; i++) {
        Delta *delta = &g_array_index(deltas, Delta, i);
        if (delta->kind == DELTA_ALTER)
            g_hash_table_insert(by_node, delta->old_node, delta);
    }
    successors_find(arena, deltas, take_successor, &search);
    for (guint i = 0; i < deltas->len; i++) {
        const Delta *delta = &g_array_index(deltas, Delta, i);
        look_at_root(&search, delta);
        look_at_part(&search, delta);
        if (delta->kind == DELTA_CREATE && delta->new_node->parent == NULL)
            look_at_heir(&search, delta->new_node);
        if (delta->kind != DELTA_ALTER)
            look_at_bound(&search, delta->old_node != NULL ? delta->old_node : delta->new_node);
        if (delta->kind == DELTA_ALTER && !look_at_alteration(&search, delta, error))
            return false;
        if ((delta->kind == DELTA_DROP || delta->kind == DELTA_RENAME) &&
            !g_hash_table_contains(found, delta->old_node->key))
            look_at_drop(&search, delta);
    }
    for (guint i = 0; i < anew->len; i++)
        mark(&search, anew->pdata[i], schema_match(new_schema, anew->pdata[i]), PHASE_CONTRACT, REPLACE_ANEW)->own =
            true;
    if (!close_over_dependants(&search, error))
        return false;
    if (!find_built_first(&search, deltas, anew, error))
        return false;
    for (guint i = 0; i < disturbed->len; i++)
        disown_dependants(&search, disturbed->pdata[i]);
    replace_find_beside(&search, deltas, anew);
    *out = g_steal_pointer(&found);
    return true;
}

bool
replace_has(GHashTable *replaced, const Node *node)
{
    for (; node != NULL; node = node->parent) {
        const Replacement *replacement = g_hash_table_lookup(replaced, node->key);
        if (replacement != NULL && replacement->way != REPLACE_FOLLOW)
            return true;
    }
    return false;
}
