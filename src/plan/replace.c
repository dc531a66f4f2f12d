#include "plan/replace.h"

#include "model/emit.h"

typedef struct {
    const Schema *old_schema, *new_schema;
    Arena *arena;
    GHashTable *found; /* key -> Replacement */
    GPtrArray *open;   /* Replacements whose dependants were not looked at yet */
} Search;

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

bool
delta_is_alterable(const Delta *delta, const Schema *old_schema, const Schema *new_schema)
{
    if (delta->changed == 0)
        return true;
    const Kind *kind = delta->new_node->kind;
    if (kind->alter != NULL) {
        g_autoptr(Arena) arena = arena_new();
        g_autoptr(Actions) trial = actions_new(arena, old_schema, new_schema);
        if (kind->alter(delta->old_node, delta->new_node, delta->changed, trial))
            return true;
    }
    return has_templates(delta);
}

/* A replaced object goes in the contract phase, but for kinds whose attributes say that both applications bear it. */
static Phase
replacement_phase(const Delta *delta)
{
    const Kind *kind = delta->new_node->kind;
    for (size_t i = 0; i < kind->n_attrs; i++)
        if ((delta->changed & (1ull << i)) && kind->attrs[i].set_effect.phase != PHASE_EXPAND)
            return PHASE_CONTRACT;
    return PHASE_EXPAND;
}

static void
mark(Search *search, Node *old_node, Node *new_node, Phase phase)
{
    Replacement *replacement = g_hash_table_lookup(search->found, old_node->key);
    if (replacement != NULL) {
        if (phase > replacement->phase) {
            replacement->phase = phase;
            g_ptr_array_add(search->open, replacement);
        }
        return;
    }
    replacement = arena_new_one(search->arena, Replacement);
    *replacement = (Replacement){old_node, new_node, phase};
    g_hash_table_insert(search->found, (gpointer)(guintptr)old_node->key, replacement);
    g_ptr_array_add(search->open, replacement);
}

/* Does the node hold rows that DROP would take? */
static bool
holds_data(const Node *node)
{
    return (drop_effect(node->kind).costs & COST_DATA_LOSS) != 0;
}

/* Everything that needs the node must go before it goes and come back after it; one that is dropped anyway does. */
static bool
mark_dependants(Search *search, const Node *node, Phase phase, GError **error)
{
    for (guint i = 0; node->needed_by != NULL && i < node->needed_by->len; i++) {
        Node *dependant = node->needed_by->pdata[i];
        while (node_comes_along(dependant) && dependant->parent != NULL && !dependant->kind->anonymous &&
               (dependant->flags & NODE_DERIVED))
            dependant = dependant->parent;
        Node *new_node = schema_match(search->new_schema, dependant);
        if (new_node == NULL)
            continue;
        if (holds_data(dependant)) {
            fail(error, PLEAT_ERROR_STATE, "cannot replace %s %s: %s %s depends on it and would lose its data",
                 node->kind->title, node_address(node), dependant->kind->title, node_address(dependant));
            return fail_hint(error, "make a new %s under another name and move to it", node->kind->title);
        }
        mark(search, dependant, new_node, phase);
    }
    return true;
}

/* A change in place that what depends on it does not survive (a column's type under a view). */
static bool
mark_disturbed(Search *search, const Node *node, Phase phase)
{
    for (guint i = 0; node->needed_by != NULL && i < node->needed_by->len; i++) {
        Node *dependant = node->needed_by->pdata[i];
        Node *new_node = schema_match(search->new_schema, dependant);
        if (dependant->kind->on_alter == DEPENDANT_RECREATE && new_node != NULL)
            mark(search, dependant, new_node, phase);
    }
    return true;
}

static bool
disturbs(const Delta *delta)
{
    const Kind *kind = delta->new_node->kind;
    for (size_t i = 0; i < kind->n_attrs; i++)
        if ((delta->changed & (1ull << i)) && (kind->attrs[i].flags & ATTR_DISTURBS))
            return true;
    return false;
}

/* A replacement takes its whole subtree along: what depends on a part of it depends on it. */
static bool
close_over_dependants(Search *search, GError **error)
{
    while (search->open->len > 0) {
        Replacement *replacement = g_ptr_array_steal_index_fast(search->open, search->open->len - 1);
        Node *root = replacement->old_node;
        for (Node *node = root; node != NULL; node = node_walk(root, node))
            if (!mark_dependants(search, node, replacement->phase, error))
                return false;
    }
    return true;
}

bool
replace_find(const Schema *old_schema, const Schema *new_schema, GArray *deltas, Arena *arena, GHashTable **out,
             GError **error)
{
    g_autoptr(GHashTable) found = g_hash_table_new(g_str_hash, g_str_equal);
    g_autoptr(GPtrArray) open = g_ptr_array_new();
    Search search = {old_schema, new_schema, arena, found, open};
    for (guint i = 0; i < deltas->len; i++) {
        const Delta *delta = &g_array_index(deltas, Delta, i);
        if (delta->kind != DELTA_ALTER)
            continue;
        if (!delta_is_alterable(delta, old_schema, new_schema)) {
            mark(&search, delta->old_node, delta->new_node, replacement_phase(delta));
        } else if (disturbs(delta)) {
            mark_disturbed(&search, delta->old_node, PHASE_CONTRACT);
        }
    }
    for (guint i = 0; i < deltas->len; i++) { /* what stays must not hold on to what goes */
        const Delta *delta = &g_array_index(deltas, Delta, i);
        if (delta->kind != DELTA_DROP)
            continue;
        for (Node *node = delta->old_node; node != NULL; node = node_walk(delta->old_node, node))
            for (guint k = 0; node->needed_by != NULL && k < node->needed_by->len; k++) {
                Node *dependant = node->needed_by->pdata[k];
                Node *new_node = schema_match(new_schema, dependant);
                if (new_node != NULL && diff_attributes(dependant, new_node) == 0 && !holds_data(dependant) &&
                    dependant->kind->on_alter == DEPENDANT_RECREATE)
                    mark(&search, dependant, new_node, PHASE_CONTRACT);
            }
    }
    if (!close_over_dependants(&search, error))
        return false;
    *out = g_steal_pointer(&found);
    return true;
}
