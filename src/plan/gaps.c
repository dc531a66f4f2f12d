#include "plan/gaps.h"

/* Actions that leave something missing until another one (Action.since). */
static GHashTable *
find_gaps(const Sequence *sequence)
{
    GHashTable *gaps = g_hash_table_new(NULL, NULL);
    for (size_t i = 0; i < sequence->actions->list->len; i++) {
        const Action *action = sequence_action(sequence, i);
        gpointer dropper = action->since == NULL ? NULL : g_hash_table_lookup(sequence->droppers, action->since);
        if (dropper != NULL)
            g_hash_table_add(gaps, GSIZE_TO_POINTER(GPOINTER_TO_SIZE(dropper) - 1));
    }
    return gaps;
}

typedef struct {
    GHashTable *held; /* indexes of actions that are put off */
    GArray **waiting; /* for each action: those that come right before it; NULL: none */
    size_t *sorted, count;
} Delay;

static void
put(Delay *delay, size_t index)
{
    const GArray *before = delay->waiting[index];
    for (guint i = 0; before != NULL && i < before->len; i++) {
        const size_t held = g_array_index(before, size_t, i);
        if (g_hash_table_remove(delay->held, GSIZE_TO_POINTER(held)))
            put(delay, held);
    }
    delay->sorted[delay->count++] = index;
}

void
gaps_delay(const Sequence *sequence, size_t *sorted)
{
    const size_t count = sequence->actions->list->len;
    g_autoptr(GHashTable) gaps = find_gaps(sequence), held = g_hash_table_new(NULL, NULL);
    if (g_hash_table_size(gaps) == 0)
        return;
    g_autofree GArray **waiting = g_new0(GArray *, count + 1);
    g_autofree size_t *before = g_memdup2(sorted, count * sizeof *sorted);
    for (guint i = 0; i < sequence->edges->len; i++) {
        const Edge *edge = &g_array_index(sequence->edges, Edge, i);
        if (!g_hash_table_contains(gaps, GSIZE_TO_POINTER(edge->first)))
            continue;
        if (waiting[edge->second] == NULL)
            waiting[edge->second] = g_array_new(FALSE, FALSE, sizeof(size_t));
        g_array_append_val(waiting[edge->second], edge->first);
    }
    Delay delay = {held, waiting, sorted, 0};
    for (size_t i = 0; i < count; i++)
        if (g_hash_table_contains(gaps, GSIZE_TO_POINTER(before[i])))
            g_hash_table_add(held, GSIZE_TO_POINTER(before[i]));
        else
            put(&delay, before[i]);
    g_assert(delay.count == count);
    for (size_t i = 0; i < count; i++)
        if (waiting[i] != NULL)
            g_array_unref(waiting[i]);
}
