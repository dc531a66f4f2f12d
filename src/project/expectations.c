#include "project/expectations.h"

#include "revision/expects.h"
#include <string.h>

static int
compare_names(const void *left, const void *right)
{
    return strcmp(*(const char *const *)left, *(const char *const *)right);
}

static bool
is_known(const ProofStates *states, const char *name)
{
    for (Phase phase = PHASE_EXPAND; phase <= PHASE_CONTRACT; phase++)
        if (states->before[phase] != NULL && g_hash_table_contains(states->before[phase], name))
            return true;
    return g_hash_table_contains(states->after, name);
}

/* Objects of the phase's actions that have fingerprints before or after, by name. */
static GPtrArray *
objects_of(const Proposal *proposal, Phase phase)
{
    GPtrArray *names = g_ptr_array_new();
    GPtrArray *actions = proposal->plan->actions->list;
    g_autoptr(GHashTable) seen = g_hash_table_new(g_str_hash, g_str_equal);
    for (guint i = 0; i < actions->len; i++) {
        const Action *action = actions->pdata[i];
        const Node *nodes[] = {action->old_node, action->new_node};
        for (size_t k = 0; action->effect.phase == phase && k < G_N_ELEMENTS(nodes); k++) {
            const char *name = nodes[k] == NULL ? NULL : node_address(node_root(nodes[k]));
            if (name != NULL && is_known(&proposal->states, name) && g_hash_table_add(seen, (gpointer)(guintptr)name))
                g_ptr_array_add(names, (gpointer)(guintptr)name);
        }
    }
    g_ptr_array_sort(names, compare_names);
    return names;
}

const char **
expectations_of(const Proposal *proposal, Phase phase, const char *const *heads, int major, Arena *arena)
{
    GHashTable *before = proposal->states.before[phase];
    g_autoptr(GPtrArray) names = before == NULL ? g_ptr_array_new() : objects_of(proposal, phase);
    const bool none = heads == NULL || names->len == 0 || proposal->stage != NULL;
    const char **lines = arena_new_array(arena, const char *, none ? 1 : names->len + 2);
    if (none)
        return lines;
    lines[0] = expects_format_after(arena, heads);
    for (guint i = 0; i < names->len; i++) {
        const char *state = g_hash_table_lookup(before, names->pdata[i]);
        lines[i + 1] = expects_format(arena, names->pdata[i], state, major);
    }
    return lines;
}
