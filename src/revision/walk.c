/* walk.c - +N and -N */
#include "revision/graph_private.h"

#include <stdlib.h>

static bool
depends_on_any(const Revision *revision, GPtrArray *others)
{
    for (guint i = 0; i < others->len; i++)
        if (g_strv_contains(revision->depends_on, ((const Revision *)others->pdata[i])->id))
            return true;
    return false;
}

/* Where a step may lead. A change's contract, which depends on its expand, is not the next one beside it. */
static GPtrArray *
next_ones(const Graph *graph, const Branch *branch, const Revision *at, bool forward)
{
    GPtrArray *list = g_ptr_array_new();
    const Branch whole = {.phase = branch->phase}; /* back leads to where a labelled branch came from */
    for (const char **id = at == NULL ? NULL : at->after; !forward && *id != NULL; id++)
        if (branch_holds(&whole, graph_find(graph, *id)))
            g_ptr_array_add(list, (gpointer)(guintptr)graph_find(graph, *id));
    for (guint i = 0; forward && i < graph->all->len; i++) {
        Revision *revision = graph->all->pdata[i];
        bool follows = at == NULL ? !*revision->after : g_strv_contains(revision->after, at->id);
        if (follows && branch_holds(branch, revision) && !depends_on_any(revision, list))
            g_ptr_array_add(list, revision);
    }
    return list;
}

static bool
fail_ambiguous(const char *text, GPtrArray *list, GError **error)
{
    g_autofree char *ids = spell_ids(list);
    fail(error, PLEAT_ERROR_USAGE, "\"%s\" may be any of %s", text, ids);
    return fail_hint(error, "say which: its id, or a branch as in expand@+1");
}

bool
walk(const Graph *graph, const Branch *branch, const Revision *start, int offset, const char *text, GPtrArray **out,
     GError **error)
{
    bool forward = offset > 0;
    g_autoptr(GPtrArray) list = g_ptr_array_new();
    if (start != NULL)
        g_ptr_array_add(list, (gpointer)(guintptr)start);
    for (int left = abs(offset); left > 0; left--) {
        if (list->len > 1)
            return fail_ambiguous(text, list, error);
        const Revision *at = list->len == 0 ? NULL : list->pdata[0];
        if (!forward && at == NULL)
            return fail(error, PLEAT_ERROR_USAGE, "\"%s\" goes below base", text);
        g_ptr_array_unref(list);
        list = next_ones(graph, branch, at, forward);
        if (list->len > 1 && forward)
            return fail_ambiguous(text, list, error);
        if (list->len == 0 && forward)
            return fail(error, PLEAT_ERROR_USAGE, "\"%s\" goes beyond the head", text);
    }
    *out = g_steal_pointer(&list);
    return true;
}

bool
walk_start(const Graph *graph, const Branch *branch, const Symbol *symbol, GHashTable *applied, const Revision **start,
           GError **error)
{
    const Branch way = {.phase = branch->phase, .members = symbol->offset > 0 ? branch->lineage : branch->members};
    g_autoptr(GPtrArray) heads = branch_heads(graph, &way, applied);
    if (heads->len > 1) {
        fail(error, PLEAT_ERROR_USAGE, "\"%s%s%+d\" is ambiguous: several branches are applied",
             branch->name == NULL ? "" : branch->name, branch->name == NULL ? "" : "@", symbol->offset);
        if (branch->phase == PHASE_NONE)
            return fail_hint(error, "say expand@%+d or contract@%+d", symbol->offset, symbol->offset);
        return fail_hint(error, "say the id of the revision to go to");
    }
    *start = heads->len > 0 ? heads->pdata[0] : NULL;
    return true;
}
