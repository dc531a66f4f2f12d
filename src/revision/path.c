#include "revision/graph_private.h"

#include <string.h>

typedef struct {
    const Graph *graph;
    GHashTable *applied;
    GHashTable *chosen; /* of Revision */
    Phase phase;        /* the run's own; PHASE_NONE: both */
} Path;

static bool
is_applied(const Path *path, const Revision *revision)
{
    return g_hash_table_contains(path->applied, revision->id);
}

/* The deployment that must come first, in words. */
static bool
fail_needs(const Revision *revision, const Revision *missing, GError **error)
{
    fail(error, PLEAT_ERROR_STATE, "%s %s needs %s %s, which is not applied", phase_name(revision->phase), revision->id,
         phase_name(missing->phase), missing->id);
    if (missing->phase == PHASE_CONTRACT)
        return fail_hint(error, "deploy the application that %s belongs to, run pleat upgrade contract@head, then this again",
                         missing->id);
    return fail_hint(error, "run pleat upgrade expand@head and deploy the new application first");
}

static bool
choose(Path *path, const Revision *revision, GError **error)
{
    if (is_applied(path, revision) || !g_hash_table_add(path->chosen, (gpointer)(guintptr)revision))
        return true;
    const char **lists[] = {revision->after, revision->depends_on};
    for (size_t i = 0; i < G_N_ELEMENTS(lists); i++)
        for (const char **id = lists[i]; *id != NULL; id++) {
            const Revision *needed = graph_find(path->graph, *id);
            bool other = path->phase != PHASE_NONE && needed->phase != PHASE_NONE && needed->phase != path->phase;
            if (other && !is_applied(path, needed))
                return fail_needs(revision, needed, error);
            if (!choose(path, needed, error))
                return false;
        }
    return true;
}

/* A run that the target's own words bind to one phase. */
static Phase
phase_of_target(const char *target)
{
    if (g_str_has_prefix(target, "expand@"))
        return PHASE_EXPAND;
    return g_str_has_prefix(target, "contract@") ? PHASE_CONTRACT : PHASE_NONE;
}

static GPtrArray *
chosen_in_order(const Path *path)
{
    GPtrArray *list = g_ptr_array_new();
    for (guint i = 0; i < path->graph->all->len; i++)
        if (g_hash_table_contains(path->chosen, path->graph->all->pdata[i]))
            g_ptr_array_add(list, path->graph->all->pdata[i]);
    return list;
}

static bool
has_phase(GPtrArray *list, Phase phase)
{
    for (guint i = 0; i < list->len; i++)
        if (((const Revision *)list->pdata[i])->phase == phase)
            return true;
    return false;
}

bool
graph_upgrade_path(const Graph *graph, GHashTable *applied, const char *target, const PathOptions *options,
                   GPtrArray **out, GError **error)
{
    g_autoptr(GHashTable) chosen = g_hash_table_new(NULL, NULL);
    Path path = {graph, applied, chosen, phase_of_target(target)};
    g_autoptr(GPtrArray) targets = NULL;
    if (!graph_resolve(graph, target, applied, &targets, error))
        return false;
    if (g_str_has_suffix(target, "head") && path.phase != PHASE_NONE && targets->len > 1)
        return graph_fail_several(targets, path.phase, error);
    for (guint i = 0; i < targets->len; i++)
        if (!choose(&path, targets->pdata[i], error))
            return false;
    g_autoptr(GPtrArray) list = chosen_in_order(&path);
    bool crosses = has_phase(list, PHASE_EXPAND) && has_phase(list, PHASE_CONTRACT);
    if (crosses && !options->both_phases && g_hash_table_size(applied) > 0) {
        fail(error, PLEAT_ERROR_STATE, "\"%s\" would run expand and contract revisions at once", target);
        return fail_hint(error, "run pleat upgrade expand@head, deploy, then pleat upgrade contract@head; or --both-phases "
                                "where no application runs");
    }
    *out = g_steal_pointer(&list);
    return true;
}

/* Everything applied that stands on this revision, and itself. */
static bool
undo(Path *path, const Revision *revision, GError **error)
{
    if (!is_applied(path, revision) || !g_hash_table_add(path->chosen, (gpointer)(guintptr)revision))
        return true;
    GPtrArray *children = g_hash_table_lookup(path->graph->children, revision->id);
    for (guint i = 0; children != NULL && i < children->len; i++) {
        const Revision *child = children->pdata[i];
        bool other = path->phase != PHASE_NONE && child->phase != PHASE_NONE && child->phase != path->phase;
        if (other && is_applied(path, child)) {
            fail(error, PLEAT_ERROR_STATE, "%s %s cannot be undone under %s %s, which is applied", phase_name(revision->phase),
                 revision->id, phase_name(child->phase), child->id);
            return fail_hint(error, "undo that one first: pleat downgrade %s@-1", phase_name(child->phase));
        }
        if (!undo(path, child, error))
            return false;
    }
    return true;
}

static void
keep_with_ancestors(const Graph *graph, const Revision *revision, GHashTable *kept)
{
    if (!g_hash_table_add(kept, (gpointer)(guintptr)revision))
        return;
    for (const char **id = revision->after; *id != NULL; id++)
        keep_with_ancestors(graph, graph_find(graph, *id), kept);
    for (const char **id = revision->depends_on; *id != NULL; id++)
        keep_with_ancestors(graph, graph_find(graph, *id), kept);
}

/* Which revisions does the target leave? For an id: those of its own branch up to it, and all of the other branch that
 * do not stand on what goes. */
static bool
goes(const Revision *revision, GPtrArray *targets, GHashTable *kept, Phase phase)
{
    if (g_hash_table_contains(kept, revision))
        return false;
    if (phase != PHASE_NONE)
        return revision->phase == phase;
    const Revision *target = targets->len == 0 ? NULL : targets->pdata[0];
    return target == NULL || target->phase == PHASE_NONE || revision->phase == target->phase;
}

bool
graph_downgrade_path(const Graph *graph, GHashTable *applied, const char *target, const PathOptions *options,
                     GPtrArray **out, GError **error)
{
    (void)options;
    g_autoptr(GHashTable) chosen = g_hash_table_new(NULL, NULL);
    g_autoptr(GHashTable) kept = g_hash_table_new(NULL, NULL);
    g_autoptr(GPtrArray) targets = NULL;
    Path path = {graph, applied, chosen, phase_of_target(target)};
    if (!graph_resolve(graph, target, applied, &targets, error))
        return false;
    for (guint i = 0; i < targets->len; i++) {
        const Revision *revision = targets->pdata[i];
        if (!is_applied(&path, revision))
            return fail(error, PLEAT_ERROR_STATE, "revision %s is not applied: there is nothing to go back to", revision->id);
        keep_with_ancestors(graph, revision, kept);
    }
    for (guint i = 0; i < graph->all->len; i++)
        if (goes(graph->all->pdata[i], targets, kept, path.phase) && !undo(&path, graph->all->pdata[i], error))
            return false;
    g_autoptr(GPtrArray) list = chosen_in_order(&path);
    GPtrArray *reversed = g_ptr_array_new();
    for (guint i = list->len; i-- > 0;)
        g_ptr_array_add(reversed, list->pdata[i]);
    *out = reversed;
    return true;
}
