#include "plan/plan.h"

#include "model/emit.h"
#include "model/lineage.h"
#include "model/quarantine.h"
#include "plan/detour.h"
#include "plan/heirs.h"
#include "plan/quarantine.h"
#include "plan/replace.h"
#include "plan/separate.h"
#include "plan/sequence.h"
#include <string.h>

/* The phase of a half of a replacement is the replacement's; PHASE_NONE: the kind's own. */
static Effect
with_phase(Effect effect, Phase phase)
{
    if (phase != PHASE_NONE)
        effect.phase = phase;
    return effect;
}

static void
set_phase(Actions *actions, guint from, Phase phase)
{
    for (guint i = from; phase != PHASE_NONE && i < actions->list->len; i++) {
        Action *action = actions->list->pdata[i];
        action->effect.phase = phase;
    }
}

/* Are the node and all above it, up to the one that is made or dropped, part of that one's own command? */
static bool
comes_along_up_to(const Node *node, const Node *top)
{
    for (; node != top; node = node->parent)
        if (!node_comes_along(node))
            return false;
    return true;
}

/* What stands inside of a new or dropped root comes and goes in the root's own phase: nobody else has any use of it. */
static Phase
phase_of_children(const Node *node, Phase phase, Phase of_root)
{
    return phase == PHASE_NONE && node->parent == NULL ? of_root : phase;
}

/* A table that is made and then attached has everything of its own already, but for what attaching makes. */
static bool
attaches(const Actions *actions, guint from)
{
    for (guint i = from; i < actions->list->len; i++)
        if (((const Action *)actions->list->pdata[i])->attaches)
            return true;
    return false;
}

/* Of whatever generation, in tables that stay. */
static void
heirs_differ(Actions *actions, const Node *node, bool back)
{
    for (guint i = 0; node->needed_by != NULL && i < node->needed_by->len; i++) {
        Node *heir = node->needed_by->pdata[i];
        if (!(heir->flags & NODE_DERIVED) || (heir->flags & NODE_PART) || heir->kind != node->kind)
            continue;
        if (back ? !is_root_dropped(actions, heir) : !is_root_new(actions, heir))
            heir_differs(actions, heir, back);
        heirs_differ(actions, heir, back);
    }
}

/* The same of what comes behind all heirs, which do not wait for it. */
static void
heirs_differ_apart(Actions *actions, const Node *node, bool back)
{
    const Schema *schema = back ? actions->old_schema : actions->new_schema;
    for (guint i = 0; node->parent != NULL && node_is_apart(node) && i < schema->roots->len; i++) {
        const Node *root = schema->roots->pdata[i];
        Node *heir =
            lineage_reaches(schema, node->parent, root) ? node_child(root, node->kind->name, node->name) : NULL;
        if (heir != NULL && (heir->flags & NODE_DERIVED) &&
            (back ? !is_root_dropped(actions, heir) : !is_root_new(actions, heir)))
            heir_differs(actions, heir, back);
    }
}

static void create_tree(Actions *actions, Node *node, Phase phase);

/* Its author's text makes it where it was. */
static void
create_in_quarantine(Actions *actions, Node *node, Phase phase)
{
    const Node place = quarantine_leave(node);
    create_tree(actions, node, phase);
    quarantine_return(actions, node, &place);
}

static void
create_tree(Actions *actions, Node *node, Phase phase)
{
    if (quarantine_is_made_elsewhere(node)) {
        create_in_quarantine(actions, node, phase);
        return;
    }
    guint from = actions->list->len;
    bool done = node->kind->create_actions != NULL && node->kind->create_actions(node, actions);
    if (!done)
        emit_create(actions, node, with_phase(create_effect(node->kind), phase));
    set_phase(actions, from, phase);
    for (Node *child = node_walk(node, node); child != NULL; child = node_walk(node, child))
        if (!node_comes_along(child) && comes_along_up_to(child->parent, node))
            create_tree(actions, child, phase_of_children(node, phase, PHASE_EXPAND));
    if (node->parent == NULL)
        emit_last(actions, node, true);
    bool attached = attaches(actions, from);
    for (Node *child = node->first_child; child != NULL; child = child->next)
        if (child->flags & NODE_PART)
            heir_says(actions, child);
        else if ((child->flags & NODE_DERIVED) && !attached)
            heir_differs(actions, child, false);
        else if ((child->flags & NODE_DERIVED) && child->kind->attach_makes)
            heir_differs_when_attached(actions, child);
        else if (!attached && node->parent == NULL)
            heir_lacks(actions, child, false);
    heirs_differ(actions, node, false);
    heirs_differ_apart(actions, node, false);
}

static void
drop_tree(Actions *actions, Node *node, Phase phase)
{
    for (Node *child = node->first_child; child != NULL; child = child->next)
        if (child->flags & NODE_DERIVED)
            heir_differs(actions, child, true);
        else if (node->parent == NULL)
            heir_lacks(actions, child, true);
    heirs_differ(actions, node, true);
    heirs_differ_apart(actions, node, true);
    if (node->parent == NULL)
        emit_last(actions, node, false);
    for (Node *child = node_walk(node, node); child != NULL; child = node_walk(node, child))
        if (!node_comes_along(child) && comes_along_up_to(child->parent, node))
            drop_tree(actions, child, phase_of_children(node, phase, PHASE_CONTRACT));
    guint from = actions->list->len;
    bool done = node->kind->drop_actions != NULL && node->kind->drop_actions(node, actions);
    if (!done)
        emit_drop(actions, node, with_phase(drop_effect(node->kind), phase));
    set_phase(actions, from, phase);
}

/* As if it were dropped, but that it is moved. What belongs to something else that goes there goes along. */
static void
emit_quarantine(Actions *actions, Node *old_node, Node *new_node)
{
    const guint from = actions->list->len;
    if (quarantine_extras(new_node) == NULL)
        return;
    drop_tree(actions, old_node, PHASE_NONE);
    quarantine_instead(actions, from, old_node, new_node);
}

/* Does the node's table hang from other tables than before? Then what came from these is as if it were its own. */
static bool
moves(const Actions *actions, const Node *node)
{
    const Node *old_root = schema_match(actions->old_schema, node_root(node));
    const Node *new_root = schema_match(actions->new_schema, node_root(node));
    return old_root != NULL && new_root != NULL && lineage_differs(old_root, new_root);
}

/* A check that a table has of its own and from above can be dropped when it has it no longer from above. */
static void
after_forebear(Actions *actions, guint from, const Node *node)
{
    const Node *forebear = node->kind->attach_makes ? NULL : node_forebear(actions->old_schema, node);
    for (guint i = from; forebear != NULL && i < actions->list->len; i++)
        ((Action *)actions->list->pdata[i])->after = forebear->key;
}

static void
emit_delta(Actions *actions, const Delta *delta)
{
    const Node *node = delta->new_node != NULL ? delta->new_node : delta->old_node;
    bool heir = (node->flags & NODE_DERIVED) || (node->kind->anonymous && (node->parent->flags & NODE_DERIVED));
    if (delta->kind == DELTA_ALTER && g_strcmp0(delta->old_node->name, delta->new_node->name) != 0)
        emit_rename(actions, delta->old_node, delta->new_node);
    bool facets = delta->kind == DELTA_ALTER && delta->facets != 0;
    bool wait = facets && node->kind->facets_wait != NULL && node->kind->facets_wait(delta->old_node, node);
    if (facets && !wait)
        emit_facets(actions, delta->old_node, delta->new_node);
    const guint from = actions->list->len; /* names and facets are not handed down */
    if (delta->kind == DELTA_CREATE)
        create_tree(actions, delta->new_node, PHASE_NONE);
    else if (delta->kind == DELTA_DROP)
        drop_tree(actions, delta->old_node, PHASE_NONE);
    else if (delta->kind == DELTA_RENAME)
        emit_quarantine(actions, delta->old_node, delta->new_node);
    else
        emit_attributes(actions, delta->old_node, delta->new_node, delta->changed);
    if (wait)
        emit_facets(actions, delta->old_node, delta->new_node);
    if (heir && delta->kind == DELTA_ALTER && delta->changed == 0 && delta->facets == 0)
        heir_refuses(actions, delta->old_node, delta->new_node);
    else if (heir && !moves(actions, node))
        heir_comes_after(actions, from, node);
    else if (!heir && delta->kind == DELTA_DROP && !moves(actions, node))
        after_forebear(actions, from, node);
}

/* What changes about a copy of something that is made anew comes with the new one. */
static bool
has_new_forebear(const Actions *actions, const Delta *delta, GHashTable *replaced)
{
    const Node *node = delta->new_node;
    if (delta->kind != DELTA_ALTER || !(node->flags & NODE_DERIVED))
        return false;
    const Node *origin = node_origin(actions->new_schema, node);
    return origin != NULL && replace_has(replaced, origin);
}

/* A part of an index that is made anew, and has something of its own on one side alone: there it is made by itself. */
static bool
emit_own_part(Actions *actions, const Delta *delta, GHashTable *replaced)
{
    Node *old_node = delta->old_node, *new_node = delta->new_node;
    if (delta->kind != DELTA_ALTER || !new_node->kind->attach_makes ||
        ((old_node->flags ^ new_node->flags) & NODE_DERIVED) == 0)
        return false;
    const Node *origin = node_origin(actions->old_schema, old_node);
    if (origin == NULL || !replace_has(replaced, origin))
        return false;
    actions->at_once = true;
    if (old_node->flags & NODE_DERIVED)
        create_tree(actions, new_node, PHASE_CONTRACT);
    else
        drop_tree(actions, old_node, PHASE_CONTRACT);
    actions->at_once = false;
    return true;
}

static void
emit_unless_replaced(Actions *actions, const Delta *delta, GHashTable *replaced)
{
    if (!replace_has(replaced, delta->old_node != NULL ? delta->old_node : delta->new_node) &&
        !shadows_cover(actions->shadows, delta->old_node) && !emit_own_part(actions, delta, replaced) &&
        !has_new_forebear(actions, delta, replaced))
        emit_delta(actions, delta);
}

/* Are both drops of children of one parent and kind? */
static bool
go_together(const Delta *delta, const Delta *next)
{
    return delta->kind == DELTA_DROP && next->kind == DELTA_DROP && delta->old_node->parent != NULL &&
           delta->old_node->parent == next->old_node->parent && delta->old_node->kind == next->old_node->kind;
}

/* Columns that go do so from the last to the first: on the way back they come in their order. */
static void
emit_deltas(Actions *actions, GArray *deltas, GHashTable *replaced)
{
    const Delta *all = (const Delta *)(void *)deltas->data;
    for (guint i = 0, end; i < deltas->len; i = end) {
        for (end = i + 1; end < deltas->len && go_together(&all[end - 1], &all[end]);)
            end++;
        for (guint k = end; k > i; k--)
            emit_unless_replaced(actions, &all[k - 1], replaced);
    }
}

/* Does it come, and go, with the index of the table above? One whose table leaves that stays with its table. */
static bool
comes_as_part(const Actions *actions, const Node *node)
{
    return (node->flags & NODE_DERIVED) && node->kind->attach_makes && !moves(actions, node);
}

/* The new one comes when the old one is gone, also where their names differ. */
static void
replace_anew(Actions *actions, const Replacement *replacement)
{
    const guint from = actions->list->len;
    char *place = (char *)(guintptr)replacement->old_node->key;
    if (!comes_as_part(actions, replacement->old_node))
        drop_tree(actions, replacement->old_node, replacement->phase);
    const guint made = actions->list->len;
    if (!comes_as_part(actions, replacement->new_node))
        create_tree(actions, replacement->new_node, replacement->phase);
    for (guint i = made; replacement->new_node->kind->anonymous && i < actions->list->len; i++)
        ((Action *)actions->list->pdata[i])->turn = TURN_NEXT; /* a default, which inserts rely on */
    if (strcmp(place, replacement->new_node->key) == 0)
        return;
    for (guint i = from; i < actions->list->len; i++) {
        Action *action = actions->list->pdata[i];
        g_ptr_array_add(i < made ? action->gives : action->takes, place);
    }
}

/* What goes does so before all transactions, what comes behind them, so that none is torn. */
static void
keep_apart(Actions *actions, guint from, const char *reason)
{
    for (guint i = from; i < actions->list->len; i++) {
        Action *action = actions->list->pdata[i];
        action->effect.reason = reason;
        action->explained = true;
        action->turn = action->drops->len > 0 ? TURN_FIRST : TURN_LAST;
    }
}

/* A type of which columns are. */
static void
emit_type_anew(Actions *actions, const Node *old_node, const Node *new_node, Phase phase)
{
    const Effect anew = {phase, LOCK_ACCESS_EXCLUSIVE, COST_REWRITE, "every table that uses it is written anew"};
    const Effect built = {phase, LOCK_NONE, 0, "columns of both are there until here"};
    if (shadows_have_type(actions->shadows, old_node))
        emit_aside_built(actions, old_node, new_node, built);
    else
        emit_aside(actions, old_node, new_node, anew);
}

static void
emit_replacement(Actions *actions, const Replacement *replacement)
{
    const guint from = actions->list->len;
    const bool own = replacement->own || replacement->apart != NULL;
    const bool whole = replacement->old_node->parent == NULL; /* nobody works on what is just being made */
    actions->at_once = !own || whole || (replacement->way != REPLACE_ANEW && replacement->way != REPLACE_BESIDE);
    actions->built_first = replacement->built_first;
    switch (replacement->way) {
    case REPLACE_ANEW:
        replace_anew(actions, replacement);
        break;
    case REPLACE_BESIDE:
        replacement->old_node->kind->beside(replacement->old_node, replacement->new_node, actions);
        break;
    case REPLACE_ASIDE:
        emit_type_anew(actions, replacement->old_node, replacement->new_node, replacement->phase);
        break;
    case REPLACE_FOLLOW:
        if (!shadows_have(actions->shadows, replacement->old_node))
            replacement->old_node->kind->follow(replacement->old_node, replacement->new_node, actions);
        break;
    }
    if (replacement->apart != NULL)
        keep_apart(actions, from, replacement->apart);
    actions->at_once = actions->built_first = false;
}

/* In the order of the Schemas, so that plans do not depend on hash tables. */
static void
emit_replacements(Actions *actions, GHashTable *replaced)
{
    for (guint r = 0; r < actions->old_schema->roots->len; r++) {
        Node *root = actions->old_schema->roots->pdata[r];
        for (Node *node = root; node != NULL; node = node_walk(root, node)) {
            const Replacement *replacement = g_hash_table_lookup(replaced, node->key);
            if (replacement != NULL && !replace_has(replaced, node->parent))
                emit_replacement(actions, replacement);
        }
    }
}

/* See Action.since. */
static GHashTable *
find_gone_for_actions(const GPtrArray *list)
{
    GHashTable *nodes = g_hash_table_new(NULL, NULL);
    for (guint i = 0; i < list->len; i++) {
        const Action *action = list->pdata[i];
        if (action->since != NULL)
            g_hash_table_add(nodes, (gpointer)(guintptr)action->since);
    }
    return nodes;
}

/* What it makes need not be waited for any more; what it waits for begins to be. gone: see Action.since. */
static void
wait_until(const Action *action, GHashTable *gone, GHashTable *awaited)
{
    for (guint i = 0; i < action->creates->len; i++)
        g_hash_table_remove(awaited, ((const Node *)action->creates->pdata[i])->key);
    if (action->since != NULL)
        g_hash_table_remove(awaited, action->since->key);
    if (action->until != NULL)
        g_hash_table_add(awaited, (gpointer)(guintptr)action->until->key);
    for (guint i = 0; i < action->drops->len; i++)
        if (g_hash_table_contains(gone, action->drops->pdata[i]))
            g_hash_table_add(awaited, (gpointer)(guintptr)((const Node *)action->drops->pdata[i])->key);
}

/* Between the drop of something and its coming back, or what stands in for it, nothing is committed. */
static bool *
find_together(Plan *plan, GHashTable *replaced)
{
    GPtrArray *list = plan->actions->list;
    bool *together = arena_new_array(plan->arena, bool, list->len + 1);
    g_autoptr(GHashTable) open = g_hash_table_new(g_str_hash, g_str_equal);
    g_autoptr(GHashTable) awaited = g_hash_table_new(g_str_hash, g_str_equal), gone = find_gone_for_actions(list);
    for (guint i = 0; i < list->len; i++) {
        const Action *action = list->pdata[i];
        const Node *node = action->new_node != NULL ? action->new_node : action->old_node;
        together[i] = g_hash_table_size(open) + g_hash_table_size(awaited) > 0;
        wait_until(action, gone, awaited);
        bool half = action->moves_aside || (!action->alters && (action->creates->len > 0 || action->drops->len > 0));
        const Replacement *replacement = half ? g_hash_table_lookup(replaced, node->key) : NULL;
        if (replacement != NULL && replacement->way != REPLACE_BESIDE && replacement->apart == NULL &&
            !g_hash_table_remove(open, replacement->old_node->key))
            g_hash_table_add(open, (gpointer)(guintptr)replacement->old_node->key);
    }
    return together;
}

static Plan *
plan_new(const Schema *old_schema, const Schema *new_schema, const char *machinery)
{
    Plan *plan = g_new0(Plan, 1);
    plan->arena = arena_new();
    plan->actions = actions_new(plan->arena, old_schema, new_schema);
    plan->actions->machinery = arena_strdup(plan->arena, machinery);
    return plan;
}

Plan *
plan_creation(const Schema *schema, const char *machinery)
{
    g_autoptr(Schema) nothing = schema_new(schema->major);
    Plan *plan = plan_new(nothing, schema, machinery);
    for (guint i = 0; i < schema->roots->len; i++) {
        separate_mark(schema->roots->pdata[i]);
        create_tree(plan->actions, schema->roots->pdata[i], PHASE_EXPAND);
    }
    sequence_actions(plan->actions, NULL);
    plan->together = arena_new_array(plan->arena, bool, plan->actions->list->len + 1);
    plan->actions->old_schema = NULL;
    return plan;
}

/* Of what is altered in a circle, what can be made anew is; false: there is nothing, or it was tried already. */
static bool
break_circle(const Circle *circle, GPtrArray *anew)
{
    const guint before = anew->len;
    for (guint i = 0; i < circle->altered->len; i++) {
        Node *node = circle->altered->pdata[i];
        if (replace_is_possible(node) && !g_ptr_array_find(anew, node, NULL))
            g_ptr_array_add(anew, node);
    }
    return anew->len > before;
}

static int
compare_turns(const void *left, const void *right)
{
    const Action *a = *(Action *const *)left, *b = *(Action *const *)right;
    static const int places[] = {[TURN_NEXT] = 0, [TURN_FIRST] = 1, [TURN_USUAL] = 2, [TURN_LAST] = 3};
    return places[a->turn] - places[b->turn];
}

/* What a plan is tried with, and what is found out in vain. */
typedef struct {
    const Schema *old_schema, *new_schema;
    GArray *deltas;
    const char *machinery;
    GPtrArray *anew;      /* old nodes that are made anew although they could be altered */
    GHashTable *in_place; /* old columns that are not exchanged, with the reason; NULL: none is */
} Attempt;

/* What is exchanged cannot also be made anew for something else. */
static bool
exclude_replaced(const Attempt *attempt, const Shadows *shadows, GHashTable *replaced)
{
    const guint before = g_hash_table_size(attempt->in_place);
    g_autoptr(GPtrArray) nodes = shadows_nodes(shadows);
    for (guint i = 0; i < nodes->len; i++)
        if (replace_has(replaced, nodes->pdata[i]))
            shadows_exclude(shadows, nodes->pdata[i], "something that it stands on is made anew", attempt->in_place);
    return g_hash_table_size(attempt->in_place) > before;
}

static bool
exclude_all(const Attempt *attempt, const Shadows *shadows)
{
    if (shadows == NULL)
        return false;
    g_autoptr(GPtrArray) nodes = shadows_nodes(shadows);
    for (guint i = 0; i < nodes->len; i++)
        shadows_exclude(shadows, nodes->pdata[i], "other changes need it at once", attempt->in_place);
    return nodes->len > 0;
}

static GHashTable *
find_asides(GHashTable *replaced)
{
    GHashTable *asides = g_hash_table_new(g_str_hash, g_str_equal);
    GHashTableIter iterator;
    gpointer value;
    g_hash_table_iter_init(&iterator, replaced);
    while (g_hash_table_iter_next(&iterator, NULL, &value)) {
        const Replacement *replacement = value;
        if (replacement->way == REPLACE_ASIDE)
            g_hash_table_add(asides, (gpointer)(guintptr)replacement->old_node->key);
    }
    return asides;
}

/* *out stays NULL where another attempt is to be made. */
static bool
try_plan(const Attempt *attempt, Plan **out, GError **error)
{
    g_autoptr(Plan) plan = plan_new(attempt->old_schema, attempt->new_schema, attempt->machinery);
    g_autoptr(GHashTable) replaced = NULL;
    Actions *actions = plan->actions;
    actions->in_place = attempt->in_place;
    g_autoptr(Shadows) shadows = attempt->in_place == NULL ? NULL : shadows_find(actions, attempt->in_place);
    actions->shadows = shadows;
    if (!replace_find(attempt->old_schema, attempt->new_schema, attempt->deltas, attempt->anew, shadows, plan->arena,
                      &replaced, error))
        return false;
    if (shadows != NULL && exclude_replaced(attempt, shadows, replaced))
        return true;
    g_autoptr(GHashTable) asides = find_asides(replaced);
    actions->asides = asides;
    shadows_emit(shadows, actions);
    emit_deltas(actions, attempt->deltas, replaced);
    emit_replacements(actions, replaced);
    shadows_emit_way_back(shadows, actions);
    g_ptr_array_sort(actions->list, compare_turns); /* stable: the rest keeps its order */
    g_autoptr(GString) text = g_string_new(NULL);
    g_autoptr(GPtrArray) altered = g_ptr_array_new();
    Circle circle = {text, altered};
    if (sequence_actions(actions, &circle) > 0)
        return exclude_all(attempt, shadows) || break_circle(&circle, attempt->anew) ||
               fail(error, PLEAT_ERROR_INTERNAL, "the changes need each other in a circle:%s", text->str);
    emit_undo_new_defaults(actions);
    detours_add(actions);
    plan->together = find_together(plan, replaced);
    actions->shadows = NULL;
    actions->in_place = actions->asides = NULL;
    *out = g_steal_pointer(&plan);
    return true;
}

bool
plan_make(const Schema *old_schema, const Schema *new_schema, GArray *deltas, const char *machinery, bool online,
          Plan **out, GError **error)
{
    g_assert(old_schema->has_edges && new_schema->has_edges);
    separate_mark_all(new_schema, old_schema);
    separate_mark_all(old_schema, new_schema);
    g_autoptr(GPtrArray) anew = g_ptr_array_new();
    g_autoptr(GHashTable) in_place = online ? g_hash_table_new(NULL, NULL) : NULL;
    const Attempt attempt = {old_schema, new_schema, deltas, machinery, anew, in_place};
    Plan *plan = NULL;
    while (plan == NULL)
        if (!try_plan(&attempt, &plan, error))
            return false;
    *out = plan;
    return true;
}

void
plan_free(Plan *plan)
{
    if (plan == NULL)
        return;
    actions_free(plan->actions);
    arena_free(plan->arena);
    g_free(plan);
}

size_t
plan_count(const Plan *plan, Phase phase)
{
    size_t count = 0;
    for (guint i = 0; i < plan->actions->list->len; i++)
        count += ((const Action *)plan->actions->list->pdata[i])->effect.phase == phase;
    return count;
}
