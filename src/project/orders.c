#include "project/orders.h"

#include "project/differences.h"
#include "project/replayed.h"

bool
orders_linear(const Graph *graph, GPtrArray *revisions, GPtrArray **out, GError **error)
{
    static const PathOptions options = {.both_phases = true};
    g_autoptr(GPtrArray) ids = g_ptr_array_new_with_free_func(g_free);
    g_autoptr(GHashTable) applied = g_hash_table_new(g_str_hash, g_str_equal);
    for (guint i = 0; i < revisions->len; i++) {
        g_autoptr(GPtrArray) path = NULL;
        if (!graph_upgrade_path(graph, applied, ((const Revision *)revisions->pdata[i])->id, &options, &path, error))
            return false;
        for (guint k = 0; k < path->len; k++) {
            const Revision *revision = path->pdata[k];
            g_ptr_array_add(ids, g_strdup(revision->id));
            g_hash_table_add(applied, (gpointer)(guintptr)revision->id);
        }
    }
    *out = g_steal_pointer(&ids);
    return true;
}

bool
orders_prove(PleatSession *session, GPtrArray *ids, GError **error)
{
    g_autoptr(Source) source = source_replayed_in_order("the new order", ids);
    source->scope = session_scope(session, source->arena, NULL);
    return replayed_get(session, source, 0, error);
}

bool
orders_all(const Graph *graph, GPtrArray **out, GError **error)
{
    g_autoptr(GPtrArray) heads = graph_heads(graph, PHASE_NONE);
    return orders_linear(graph, heads, out, error);
}

bool
orders_compare_sources(PleatSession *session, Source *from, Source *to, const char *heading, bool *same, GError **error)
{
    static const char *const words[N_DELTA_KINDS] = {"only in the second order", "only in the first order", "differs",
                                                     "has another name in the second order"};
    g_autoptr(Source) first = from, second = to;
    *same = true;
    return source_pair(session, first, second, error) &&
           differences_write(session, first, second, heading, words, same, error);
}

bool
orders_compare(PleatSession *session, GPtrArray *first, GPtrArray *second, const char *heading, bool *same,
               GError **error)
{
    return orders_compare_sources(session, source_replayed_in_order("the first order", first),
                                  source_replayed_in_order("the second order", second), heading, same, error);
}
