#include "plan/edges.h"

Action *
sequence_action(const Sequence *sequence, size_t index)
{
    return sequence->actions->list->pdata[index];
}

void
edge_add(Sequence *sequence, size_t first, size_t second)
{
    Edge edge = {first, second};
    if (first == second)
        return;
    order_before(sequence->order, first, second);
    g_array_append_val(sequence->edges, edge);
}

void
edge_from(Sequence *sequence, GHashTable *table, const void *key, size_t index)
{
    gpointer value = g_hash_table_lookup(table, key);
    if (value != NULL)
        edge_add(sequence, GPOINTER_TO_SIZE(value) - 1, index);
}

void
edge_to(Sequence *sequence, GHashTable *table, const void *key, size_t index)
{
    gpointer value = g_hash_table_lookup(table, key);
    if (value != NULL)
        edge_add(sequence, index, GPOINTER_TO_SIZE(value) - 1);
}

void
edges_from(Sequence *sequence, GHashTable *table, const void *key, size_t index)
{
    GArray *list = key == NULL ? NULL : g_hash_table_lookup(table, key);
    for (guint i = 0; list != NULL && i < list->len; i++)
        edge_add(sequence, g_array_index(list, size_t, i), index);
}

void
edges_to(Sequence *sequence, GHashTable *table, const void *key, size_t index)
{
    GArray *list = key == NULL ? NULL : g_hash_table_lookup(table, key);
    for (guint i = 0; list != NULL && i < list->len; i++)
        edge_add(sequence, index, g_array_index(list, size_t, i));
}

void
edges_list_add(GHashTable *table, const void *key, size_t index)
{
    GArray *list = g_hash_table_lookup(table, key);
    if (list == NULL) {
        list = g_array_new(FALSE, FALSE, sizeof(size_t));
        g_hash_table_insert(table, (gpointer)(guintptr)key, list);
    }
    g_array_append_val(list, index);
}
