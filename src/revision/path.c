#include "revision/graph_private.h"

#include <string.h>

typedef struct {
    const Graph *graph;
    GHashTable *applied;
    GHashTable *chosen; /* of Revision */
    GHashTable *seen;   /* of Revision: looked at */
    Phase phase;        /* the target's branch; PHASE_NONE: both */
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
        return fail_hint(error,
                         "deploy the application that %s belongs to, run pleat upgrade contract@head, then this again",
                         missing->id);
    return fail_hint(error, "run pleat upgrade expand@head and deploy the new application first");
}

/* A file that has come in below an applied revision (a rebase, a merge in git) is missing like any other. */
static bool
choose(Path *path, const Revision *revision, GError **error)
{
    if (!g_hash_table_add(path->seen, (gpointer)(guintptr)revision))
        return true;
    const bool applied = is_applied(path, revision);
    const char **lists[] = {revision->after, revision->depends_on};
    for (size_t i = 0; i < G_N_ELEMENTS(lists); i++)
        for (const char **id = lists[i]; *id != NULL; id++) {
            const Revision *needed = graph_find(path->graph, *id);
            bool other = path->phase != PHASE_NONE && needed->phase != PHASE_NONE && needed->phase != path->phase;
            if (other && !applied && !is_applied(path, needed))
                return fail_needs(revision, needed, error);
            if (!other && !choose(path, needed, error))
                return false;
        }
    if (!applied)
        g_hash_table_add(path->chosen, (gpointer)(guintptr)revision);
    return true;
}

/* What is applied must be known, or what stands on it cannot be. */
static bool
check_applied(const Graph *graph, GHashTable *applied, GError **error)
{
    GHashTableIter iterator;
    gpointer id;
    const char *unknown = NULL;
    g_hash_table_iter_init(&iterator, applied);
    while (g_hash_table_iter_next(&iterator, &id, NULL))
        if (graph_find(graph, id) == NULL && (unknown == NULL || strcmp(id, unknown) < 0))
            unknown = id;
    if (unknown == NULL)
        return true;
    fail(error, PLEAT_ERROR_STATE, "the database has revision %s, which is not among the files", unknown);
    return fail_hint(error,
                     "check out the commit that has its file, or say with pleat stamp --purge where the database is");
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

static const Revision *
first_of(GPtrArray *list, Phase phase)
{
    for (guint i = 0; i < list->len; i++)
        if (((const Revision *)list->pdata[i])->phase == phase)
            return list->pdata[i];
    return NULL;
}

/* The branch that the target names: a label's and an id's phase is that of their revision. Steps from what is applied
 * must lead where the command goes. */
static bool
find_branch(const Graph *graph, const char *target, bool forward, Branch *branch, GError **error)
{
    g_auto(Symbol) symbol = {0};
    symbol_read(graph, target, &symbol);
    if (symbol.name[0] == '\0' && (forward ? symbol.offset < 0 : symbol.offset > 0)) {
        fail(error, PLEAT_ERROR_USAGE, "\"%s\" goes %s", target, forward ? "back" : "forth");
        return fail_hint(error, "pleat %s %s does that", forward ? "downgrade" : "upgrade", target);
    }
    return branch_find(graph, symbol.branch, branch, error);
}

bool
graph_upgrade_path(const Graph *graph, GHashTable *applied, const char *target, const PathOptions *options,
                   GPtrArray **out, GError **error)
{
    g_autoptr(GHashTable) chosen = g_hash_table_new(NULL, NULL);
    g_autoptr(GPtrArray) targets = NULL;
    g_auto(Branch) branch = {0};
    if (!check_applied(graph, applied, error) || !find_branch(graph, target, true, &branch, error) ||
        !graph_resolve(graph, target, applied, &targets, error))
        return false;
    g_autoptr(GHashTable) seen = g_hash_table_new(NULL, NULL);
    Path path = {graph, applied, chosen, seen, branch.phase};
    for (guint i = 0; i < targets->len; i++)
        if (!choose(&path, targets->pdata[i], error))
            return false;
    g_autoptr(GPtrArray) list = chosen_in_order(&path);
    const Revision *expand = first_of(list, PHASE_EXPAND), *contract = first_of(list, PHASE_CONTRACT);
    if (expand != NULL && contract != NULL && !options->both_phases && g_hash_table_size(applied) > 0) {
        fail(error, PLEAT_ERROR_STATE, "\"%s\" would run expand %s and contract %s at once", target, expand->id,
             contract->id);
        return fail_hint(error,
                         "run pleat upgrade expand@head, deploy, then pleat upgrade contract@head; or --both-phases "
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
            fail(error, PLEAT_ERROR_STATE, "%s %s cannot be undone under %s %s, which is applied",
                 phase_name(revision->phase), revision->id, phase_name(child->phase), child->id);
            return fail_hint(error, "undo that one first: pleat downgrade %s@-1", phase_name(child->phase));
        }
        if (!undo(path, child, error))
            return false;
    }
    return true;
}

/* "-1" asks for something to be undone, where "base" is content with nothing. */
static bool
asks_for_steps(const Graph *graph, const char *target)
{
    g_auto(Symbol) symbol = {0};
    symbol_read(graph, target, &symbol);
    return symbol.has_offset && symbol.offset < 0 && symbol.name[0] == '\0';
}

/* What comes after the targets in their phases. */
static GHashTable *
find_above(const Graph *graph, GPtrArray *targets)
{
    GHashTable *above = g_hash_table_new(NULL, NULL);
    for (guint i = 0; i < targets->len; i++) {
        const Revision *target = targets->pdata[i];
        const Branch same_phase = {.phase = target->phase};
        g_autoptr(GHashTable) after = descendants_of(graph, target);
        GHashTableIter iterator;
        gpointer revision;
        g_hash_table_iter_init(&iterator, after);
        while (g_hash_table_iter_next(&iterator, &revision, NULL))
            if (branch_holds(&same_phase, revision))
                g_hash_table_add(above, revision);
    }
    return above;
}

/* Is everything undone (targets: none, "base"), or what the named branch has for itself, this goes with it. */
static bool
goes_with_all(const Revision *revision, const Branch *branch)
{
    return branch->name == NULL ||
           (branch_holds(branch, revision) && (branch->phase == PHASE_NONE || revision->phase == branch->phase));
}

static bool
keep_targets(const Graph *graph, GHashTable *applied, GPtrArray *targets, GHashTable *kept, GError **error)
{
    for (guint i = 0; i < targets->len; i++) {
        const Revision *revision = targets->pdata[i];
        if (!revision_is_applied(applied, revision))
            return fail(error, PLEAT_ERROR_STATE, "revision %s is not applied: there is nothing to go back to",
                        revision->id);
        g_hash_table_add(kept, targets->pdata[i]);
    }
    add_below(graph, kept, true);
    return true;
}

bool
graph_downgrade_path(const Graph *graph, GHashTable *applied, const char *target, const PathOptions *options,
                     GPtrArray **out, GError **error)
{
    (void)options;
    g_autoptr(GHashTable) chosen = g_hash_table_new(NULL, NULL);
    g_autoptr(GHashTable) kept = g_hash_table_new(NULL, NULL);
    g_autoptr(GPtrArray) targets = NULL;
    g_auto(Branch) branch = {0};
    if (!check_applied(graph, applied, error) || !find_branch(graph, target, false, &branch, error) ||
        !graph_resolve(graph, target, applied, &targets, error) || !keep_targets(graph, applied, targets, kept, error))
        return false;
    Path path = {graph, applied, chosen, NULL, branch.phase};
    const Branch way = {.phase = branch.phase, .members = branch.lineage};
    g_autoptr(GHashTable) above = find_above(graph, targets);
    for (guint i = 0; i < graph->all->len; i++) {
        const Revision *revision = graph->all->pdata[i];
        bool goes = targets->len == 0 ? goes_with_all(revision, &branch)
                                      : g_hash_table_contains(above, revision) && branch_holds(&way, revision);
        if (goes && !g_hash_table_contains(kept, revision) && !undo(&path, revision, error))
            return false;
    }
    g_autoptr(GPtrArray) list = chosen_in_order(&path);
    if (list->len == 0 && asks_for_steps(graph, target))
        return fail(error, PLEAT_ERROR_USAGE, "\"%s\" goes below base: nothing of that branch is applied", target);
    GPtrArray *reversed = g_ptr_array_new();
    for (guint i = list->len; i-- > 0;)
        g_ptr_array_add(reversed, list->pdata[i]);
    *out = reversed;
    return true;
}
