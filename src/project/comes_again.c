#include "project/comes_again.h"

#include "revision/drops.h"
#include <string.h>

/* "column public.t.c" as the expand names it: what stood there may have been of another kind. */
static const char *
address_in(const Node *node)
{
    const char *space = strchr(node->key, ' ');
    return space == NULL ? node->key : space + 1;
}

/* Addresses of all that the expand makes: a set of texts. */
static GHashTable *
find_made(const Plan *plan)
{
    GHashTable *made = g_hash_table_new(g_str_hash, g_str_equal);
    for (guint i = 0; i < plan->actions->list->len; i++) {
        const Action *action = plan->actions->list->pdata[i];
        for (guint k = 0; action->effect.phase == PHASE_EXPAND && k < action->creates->len; k++)
            g_hash_table_add(made, (gpointer)(guintptr)address_in(action->creates->pdata[k]));
    }
    return made;
}

/* Does it drop one of them? What an earlier one dropped under the same name no longer counts then. */
static bool
takes_away(const Revision *revision, GHashTable *made, Arena *arena)
{
    g_autoptr(GArray) drops = drops_read(revision, arena);
    bool any = false;
    for (guint i = 0; i < drops->len; i++)
        any |= g_hash_table_remove(made, g_array_index(drops, Drop, i).address);
    return any;
}

const char **
comes_again_needs(const Graph *graph, const Proposal *proposal, GPtrArray *parents, const char *const *given,
                  Arena *arena)
{
    g_autoptr(GHashTable) made = find_made(proposal->plan), below = graph_below(graph, parents);
    g_autoptr(GPtrArray) needs = g_ptr_array_new();
    for (; *given != NULL; given++)
        g_ptr_array_add(needs, (gpointer)(guintptr)*given);
    const GPtrArray *all = graph_all(graph);
    for (guint i = all->len; i-- > 0 && g_hash_table_size(made) > 0;) {
        Revision *revision = all->pdata[i];
        if (revision->phase == PHASE_CONTRACT && takes_away(revision, made, arena) &&
            !g_hash_table_contains(below, revision))
            g_ptr_array_add(needs, (gpointer)(guintptr)revision->id);
    }
    const char **list = arena_new_array(arena, const char *, needs->len + 1);
    if (needs->len > 0)
        memcpy(list, needs->pdata, needs->len * sizeof *list);
    return list;
}
