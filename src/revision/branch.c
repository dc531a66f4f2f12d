/* branch.c - the phases, and the branches that labels name */
#include "revision/graph_private.h"

#include <string.h>

void
branch_clear(Branch *branch)
{
    g_clear_pointer(&branch->name, g_free);
    g_clear_pointer(&branch->members, g_hash_table_unref);
    g_clear_pointer(&branch->lineage, g_hash_table_unref);
}

char *
spell_ids(GPtrArray *revisions)
{
    GString *ids = g_string_new(NULL);
    for (guint i = 0; i < revisions->len; i++)
        g_string_append_printf(ids, "%s%s", i > 0 ? ", " : "", ((const Revision *)revisions->pdata[i])->id);
    return g_string_free(ids, FALSE);
}

bool
revision_is_applied(GHashTable *applied, const Revision *revision)
{
    return applied != NULL && g_hash_table_contains(applied, revision->id);
}

bool
is_among(const Graph *graph, const char **ids, GHashTable *set)
{
    for (const char **id = ids; *id != NULL; id++)
        if (g_hash_table_contains(set, graph_find(graph, *id)))
            return true;
    return false;
}

static void
add_ids(const Graph *graph, const char **ids, GHashTable *set)
{
    for (const char **id = ids; *id != NULL; id++)
        g_hash_table_add(set, (gpointer)(guintptr)graph_find(graph, *id));
}

/* What a revision stands on is before it in the graph's list, so one pass from the end finds all. */
void
add_below(const Graph *graph, GHashTable *set, bool dependencies)
{
    for (guint i = graph->all->len; i-- > 0;) {
        const Revision *revision = graph->all->pdata[i];
        if (!g_hash_table_contains(set, revision))
            continue;
        add_ids(graph, revision->after, set);
        if (dependencies)
            add_ids(graph, revision->depends_on, set);
    }
}

/* Parents stand first in the graph's list, so one pass finds them. */
GHashTable *
descendants_of(const Graph *graph, const Revision *root)
{
    GHashTable *members = g_hash_table_new(NULL, NULL);
    for (guint i = 0; i < graph->all->len; i++) {
        Revision *revision = graph->all->pdata[i];
        if (revision == root || is_among(graph, revision->after, members))
            g_hash_table_add(members, revision);
    }
    return members;
}

/* Where a branch came from is part of the way to it; what else its revisions stand on is not. */
static GHashTable *
lineage_of(const Graph *graph, const Revision *root)
{
    GHashTable *lineage = g_hash_table_new(NULL, NULL);
    GHashTableIter iterator;
    gpointer revision;
    g_autoptr(GHashTable) above = descendants_of(graph, root);
    g_hash_table_add(lineage, (gpointer)(guintptr)root);
    add_below(graph, lineage, false);
    g_hash_table_iter_init(&iterator, above);
    while (g_hash_table_iter_next(&iterator, &revision, NULL))
        g_hash_table_add(lineage, revision);
    return lineage;
}

static const Revision *
find_labelled(const Graph *graph, const char *label)
{
    for (guint i = 0; i < graph->all->len; i++) {
        const Revision *revision = graph->all->pdata[i];
        if (g_strv_contains(revision->labels, label))
            return revision;
    }
    return NULL;
}

bool
branch_find(const Graph *graph, const char *name, Branch *out, GError **error)
{
    *out = (Branch){.name = g_strdup(name)};
    for (Phase phase = PHASE_EXPAND; name != NULL && phase <= PHASE_CONTRACT; phase++)
        if (strcmp(name, phase_name(phase)) == 0)
            out->phase = phase;
    if (name == NULL || out->phase != PHASE_NONE)
        return true;
    const Revision *root = find_labelled(graph, name);
    if (root == NULL && name[0] != '\0')
        root = graph_find_prefix(graph, name, NULL);
    if (root == NULL) {
        branch_clear(out);
        fail(error, PLEAT_ERROR_USAGE, "no branch \"%s\"", name);
        return fail_hint(error, "branches are expand, contract, and the labels and ids that pleat history -v lists");
    }
    out->phase = root->phase;
    out->members = descendants_of(graph, root);
    out->lineage = lineage_of(graph, root);
    return true;
}

bool
branch_holds(const Branch *branch, const Revision *revision)
{
    bool in_phase = branch->phase == PHASE_NONE || revision->phase == PHASE_NONE || revision->phase == branch->phase;
    return in_phase && (branch->members == NULL || g_hash_table_contains(branch->members, revision));
}

/* Does another one of the branch come after it? Dependencies do not count. */
static bool
is_followed(const Graph *graph, const Branch *branch, const Revision *revision, GHashTable *applied)
{
    GPtrArray *children = g_hash_table_lookup(graph->children, revision->id);
    for (guint i = 0; children != NULL && i < children->len; i++) {
        const Revision *child = children->pdata[i];
        if (branch_holds(branch, child) && (applied == NULL || revision_is_applied(applied, child)) &&
            g_strv_contains(child->after, revision->id))
            return true;
    }
    return false;
}

GPtrArray *
branch_heads(const Graph *graph, const Branch *branch, GHashTable *applied)
{
    GPtrArray *heads = g_ptr_array_new();
    for (guint i = 0; i < graph->all->len; i++) {
        Revision *revision = graph->all->pdata[i];
        if (branch_holds(branch, revision) && (applied == NULL || revision_is_applied(applied, revision)) &&
            !is_followed(graph, branch, revision, applied))
            g_ptr_array_add(heads, revision);
    }
    return heads;
}

static bool
fail_several(const Branch *branch, Phase phase, GPtrArray *heads, GError **error)
{
    g_autofree char *ids = spell_ids(heads);
    const char *name = branch->name != NULL ? branch->name : phase == PHASE_NONE ? "the project" : phase_name(phase);
    fail(error, PLEAT_ERROR_STATE, "%s has %u heads: %s", name, heads->len, ids);
    return fail_hint(error,
                     "name one of them, or say \"heads\" for all; a revision that comes after all makes them one");
}

bool
branch_head(const Graph *graph, const Branch *branch, GPtrArray **out, GError **error)
{
    for (Phase phase = PHASE_EXPAND; phase <= PHASE_CONTRACT; phase++) {
        const Branch part = {.phase = phase, .members = branch->members};
        g_autoptr(GPtrArray) heads = branch_heads(graph, &part, NULL);
        if ((branch->phase == PHASE_NONE || branch->phase == phase) && heads->len > 1)
            return fail_several(branch, phase, heads, error);
    }
    *out = branch_heads(graph, branch, NULL);
    return true;
}
