#include "plan/successors.h"

#include "sql/format.h"
#include <string.h>

/* Types that columns can go over to one another. */
static bool
is_movable_type(const Kind *kind)
{
    return kind->space == SPACE_TYPE && kind->aside != NULL;
}

/* Where a node stands as far as others see: routines whatever their arguments, types whatever their kind. NULL: it is
 * of a kind that has no successors. */
static char *
place_of(Arena *arena, const Node *node)
{
    if (node->kind->takes_place == NULL && !is_movable_type(node->kind))
        return NULL;
    const char *space = is_movable_type(node->kind) ? "type" : node->kind->name;
    return sql_printf(arena, "%s %I.%I", space, node->schema, node->name);
}

static Phase
takes_place(const Node *gone, const Node *made)
{
    return is_movable_type(gone->kind) ? PHASE_CONTRACT : gone->kind->takes_place(gone, made);
}

/* New nodes that may take the place of one that is dropped: place -> GPtrArray of Node. */
static GHashTable *
find_candidates(Arena *arena, const GArray *deltas)
{
    GHashTable *candidates = g_hash_table_new_full(g_str_hash, g_str_equal, NULL, (GDestroyNotify)g_ptr_array_unref);
    for (guint i = 0; i < deltas->len; i++) {
        const Delta *make = &g_array_index(deltas, Delta, i);
        char *place = make->kind == DELTA_CREATE ? place_of(arena, make->new_node) : NULL;
        if (place == NULL)
            continue;
        GPtrArray *list = g_hash_table_lookup(candidates, place);
        if (list == NULL) {
            list = g_ptr_array_new();
            g_hash_table_insert(candidates, place, list);
        }
        g_ptr_array_add(list, make->new_node);
    }
    return candidates;
}

void
successors_find(Arena *arena, const GArray *deltas, SuccessorTaken *take, void *data)
{
    g_autoptr(GHashTable) candidates = find_candidates(arena, deltas);
    for (guint i = 0; i < deltas->len; i++) {
        const Delta *drop = &g_array_index(deltas, Delta, i);
        const char *place = drop->kind == DELTA_DROP ? place_of(arena, drop->old_node) : NULL;
        const GPtrArray *list = place == NULL ? NULL : g_hash_table_lookup(candidates, place);
        bool taken = false;
        for (guint k = 0; list != NULL && !taken && k < list->len; k++) {
            Phase phase = takes_place(drop->old_node, list->pdata[k]);
            taken = phase != PHASE_NONE && take(drop->old_node, list->pdata[k], phase, data);
        }
    }
}
