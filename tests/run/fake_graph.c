/* The few functions of a graph that a run asks, over a list of revisions: no files are needed. */
#include "run/fake_graph.h"

#include <string.h>

struct Graph {
    GPtrArray *all;
};

Graph *
fake_graph(Revision *const *revisions)
{
    Graph *graph = g_new0(Graph, 1);
    graph->all = g_ptr_array_new();
    for (; *revisions != NULL; revisions++)
        g_ptr_array_add(graph->all, *revisions);
    return graph;
}

void
graph_free(Graph *graph)
{
    g_ptr_array_unref(graph->all);
    g_free(graph);
}

GPtrArray *
graph_all(const Graph *graph)
{
    return graph->all;
}

const Revision *
graph_find(const Graph *graph, const char *id)
{
    for (guint i = 0; i < graph->all->len; i++)
        if (strcmp(((const Revision *)graph->all->pdata[i])->id, id) == 0)
            return graph->all->pdata[i];
    return NULL;
}

bool
graph_resolve(const Graph *graph, const char *symbol, GHashTable *applied, GPtrArray **out, GError **error)
{
    (void)applied;
    const Revision *revision = graph_find(graph, symbol);
    bool is_base = g_str_has_suffix(symbol, "base");
    if (revision == NULL && !is_base)
        return fail(error, PLEAT_ERROR_INPUT, "no revision \"%s\"", symbol);
    *out = g_ptr_array_new();
    if (!is_base)
        g_ptr_array_add(*out, (gpointer)(guintptr)revision);
    return true;
}

static bool
missing(const Graph *graph, GHashTable *applied, bool down, GPtrArray **out)
{
    *out = g_ptr_array_new();
    for (guint i = 0; i < graph->all->len; i++) {
        Revision *revision = graph->all->pdata[down ? graph->all->len - 1 - i : i];
        if (g_hash_table_contains(applied, revision->id) == down)
            g_ptr_array_add(*out, revision);
    }
    return true;
}

bool
graph_upgrade_path(const Graph *graph, GHashTable *applied, const char *target, const PathOptions *options,
                   GPtrArray **out, GError **error)
{
    (void)target, (void)options, (void)error;
    return missing(graph, applied, false, out);
}

bool
graph_downgrade_path(const Graph *graph, GHashTable *applied, const char *target, const PathOptions *options,
                     GPtrArray **out, GError **error)
{
    (void)target, (void)options, (void)error;
    return missing(graph, applied, true, out);
}
