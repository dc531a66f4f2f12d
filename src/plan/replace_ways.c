/* What is made anew need not be gone meanwhile: the old one may serve on, or the new one be built first. */
#include "plan/replace_private.h"

#include "model/lineage.h"
#include <string.h>

/* Itself, or what hands its changes down to it. */
static bool
changes(const Search *search, const Node *node)
{
    while (node != NULL && !replace_has(search->found, node) && !g_ptr_array_find(search->disturbed, node, NULL))
        node = (node->flags & NODE_DERIVED) ? node_forebear(search->old_schema, node) : NULL;
    return node != NULL;
}

/* By others than the copies that its table's heirs have of it. */
static bool
is_needed(const Node *node)
{
    for (guint i = 0; node->needed_by != NULL && i < node->needed_by->len; i++) {
        const Node *dependant = node->needed_by->pdata[i];
        if (!(dependant->flags & NODE_DERIVED) || dependant->kind != node->kind || is_needed(dependant))
            return true;
    }
    return false;
}

/* The old one can serve on when nothing else has to go or come for the sake of it or because of it. */
static bool
can_stand_beside(const Search *search, const Replacement *replacement)
{
    const Node *old_node = replacement->old_node, *new_node = replacement->new_node;
    if (replacement->way != REPLACE_ANEW || !replacement->own || old_node->kind->beside == NULL ||
        strcmp(old_node->key, new_node->key) != 0 || is_needed(old_node) || is_needed(new_node))
        return false;
    for (guint i = 0; old_node->needs != NULL && i < old_node->needs->len; i++)
        if (changes(search, old_node->needs->pdata[i]))
            return false;
    g_autoptr(Arena) arena = arena_new();
    g_autoptr(Actions) actions = actions_new(arena, search->old_schema, search->new_schema);
    return old_node->kind->beside(old_node, new_node, actions);
}

static bool
stays_as_it_is(const Search *search, const Node *node)
{
    const Node *old_node = schema_match(search->old_schema, node);
    const Delta *delta = old_node == NULL ? NULL : g_hash_table_lookup(search->deltas, old_node);
    const bool altered =
        delta != NULL && (delta->changed != 0 || g_strcmp0(delta->old_node->name, delta->new_node->name) != 0);
    return old_node == NULL || !(altered || changes(search, old_node));
}

/* Of all that a node needs, however far away: what comes or goes with this plan waits, or is waited for. */
static bool
all_needs_stay(const Search *search, const Node *node, GHashTable *seen)
{
    for (guint i = 0; node->needs != NULL && i < node->needs->len; i++) {
        Node *needed = node->needs->pdata[i];
        if (g_hash_table_add(seen, needed) &&
            (!stays_as_it_is(search, needed) || !all_needs_stay(search, needed, seen)))
            return false;
    }
    return true;
}

bool
replace_can_be_built_first(const Search *search, const Replacement *replacement)
{
    const Node *old_node = replacement->old_node, *new_node = replacement->new_node;
    g_autoptr(GHashTable) seen = g_hash_table_new(NULL, NULL);
    return replacement->way == REPLACE_ANEW && replacement->own && old_node->kind->can_build_first != NULL &&
           strcmp(old_node->key, new_node->key) == 0 && old_node->kind->can_build_first(old_node, new_node) &&
           all_needs_stay(search, old_node, seen) && all_needs_stay(search, new_node, seen);
}

void
replace_find_beside(const Search *search, GArray *deltas, const GPtrArray *anew)
{
    for (guint i = 0; i < deltas->len; i++) {
        const Delta *delta = &g_array_index(deltas, Delta, i);
        Replacement *replacement = replacement_of(search, delta);
        if (replacement != NULL && !replace_has(search->found, delta->old_node->parent) &&
            !replace_is_among(anew, delta->old_node) && can_stand_beside(search, replacement))
            replacement->way = REPLACE_BESIDE;
    }
}
