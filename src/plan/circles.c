#include "plan/circles.h"

static const Action *
action_at(const Actions *actions, size_t index)
{
    return actions->list->pdata[index];
}

void
circles_describe(const Actions *actions, const GArray *edges, const size_t *sorted, GString *out)
{
    const size_t count = actions->list->len;
    g_autofree size_t *position = g_new(size_t, count + 1);
    for (size_t i = 0; i < count; i++)
        position[sorted[i]] = i;
    for (guint i = 0; i < edges->len; i++) {
        const Edge *edge = &g_array_index(edges, Edge, i);
        const Action *first = action_at(actions, edge->first), *second = action_at(actions, edge->second);
        if (position[edge->first] > position[edge->second])
            g_string_append_printf(
                out, "\n    %s: %s\n        before %s: %s",
                node_address(first->new_node != NULL ? first->new_node : first->old_node), first->verb,
                node_address(second->new_node != NULL ? second->new_node : second->old_node), second->verb);
    }
}

static int
compare_edges(const void *left, const void *right)
{
    const Edge *a = left, *b = right;
    return (a->first > b->first) - (a->first < b->first);
}

/* Does an action wait for itself? The edges are sorted. */
static bool
is_in_circle(const GArray *edges, size_t count, size_t index)
{
    g_autofree size_t *start = g_new0(size_t, count + 1);
    for (guint i = 0; i < edges->len; i++)
        start[g_array_index(edges, Edge, i).first + 1]++;
    for (size_t i = 0; i < count; i++)
        start[i + 1] += start[i];
    g_autofree bool *seen = g_new0(bool, count);
    g_autoptr(GArray) open = g_array_new(FALSE, FALSE, sizeof(size_t));
    g_array_append_val(open, index);
    while (open->len > 0) {
        size_t item = g_array_index(open, size_t, open->len - 1);
        g_array_set_size(open, open->len - 1);
        for (size_t i = start[item]; i < start[item + 1]; i++) {
            size_t next = g_array_index(edges, Edge, i).second;
            if (next == index)
                return true;
            if (!seen[next])
                g_array_append_val(open, next);
            seen[next] = true;
        }
    }
    return false;
}

void
circles_find_altered(const Actions *actions, GArray *edges, GPtrArray *out)
{
    g_array_sort(edges, compare_edges);
    for (size_t i = 0; i < actions->list->len; i++) {
        const Action *action = action_at(actions, i);
        if (action->alters && action->old_node != NULL && action->new_node != NULL &&
            is_in_circle(edges, actions->list->len, i))
            g_ptr_array_add(out, (gpointer)(guintptr)action->old_node);
    }
}
