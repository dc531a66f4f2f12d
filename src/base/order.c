#include "base/order.h"

typedef struct {
    size_t first, second;
} Edge;

struct Order {
    size_t items;
    GArray *edges; /* of Edge */
};

Order *
order_new(size_t items)
{
    Order *order = g_new0(Order, 1);
    order->items = items;
    order->edges = g_array_new(FALSE, FALSE, sizeof(Edge));
    return order;
}

void
order_free(Order *order)
{
    if (order == NULL)
        return;
    g_array_unref(order->edges);
    g_free(order);
}

void
order_before(Order *order, size_t first, size_t second)
{
    g_return_if_fail(first < order->items && second < order->items);
    Edge edge = {first, second};
    if (first != second)
        g_array_append_val(order->edges, edge);
}

/* A binary heap of item numbers, the smallest on top. */
typedef struct {
    size_t *items;
    size_t count;
} Heap;

static void
heap_push(Heap *heap, size_t item)
{
    size_t at = heap->count++;
    for (; at > 0 && heap->items[(at - 1) / 2] > item; at = (at - 1) / 2)
        heap->items[at] = heap->items[(at - 1) / 2];
    heap->items[at] = item;
}

static size_t
heap_pop(Heap *heap)
{
    size_t top = heap->items[0];
    size_t last = heap->items[--heap->count];
    size_t at = 0;
    for (;;) {
        size_t child = 2 * at + 1;
        if (child >= heap->count)
            break;
        if (child + 1 < heap->count && heap->items[child + 1] < heap->items[child])
            child++;
        if (heap->items[child] >= last)
            break;
        heap->items[at] = heap->items[child];
        at = child;
    }
    heap->items[at] = last;
    return top;
}

static int
compare_edges(const void *left, const void *right)
{
    const Edge *a = left, *b = right;
    if (a->first != b->first)
        return a->first < b->first ? -1 : 1;
    return (a->second > b->second) - (a->second < b->second);
}

/* The edges by their second item: what an item waits for. */
typedef struct {
    size_t *start, *first; /* those of item i are first[start[i]] to first[start[i + 1] - 1] */
} Waits;

static Waits
waits_of(const Order *order)
{
    const size_t items = order->items;
    const GArray *edges = order->edges;
    Waits waits = {g_new0(size_t, items + 2), g_new(size_t, edges->len + 1)};
    for (guint i = 0; i < edges->len; i++)
        waits.start[g_array_index(edges, Edge, i).second + 2]++;
    for (size_t i = 0; i + 2 <= items + 1; i++)
        waits.start[i + 2] += waits.start[i + 1];
    for (guint i = 0; i < edges->len; i++) {
        const Edge *edge = &g_array_index(edges, Edge, i);
        waits.first[waits.start[edge->second + 1]++] = edge->first;
    }
    return waits;
}

static void
waits_clear(Waits *waits)
{
    g_free(waits->start);
    g_free(waits->first);
}

typedef struct {
    size_t item, at; /* at: the next of what it waits for */
} Visit;

/*
 * Of items that wait for each other and for nothing else, the lowest. The first strongly connected component that
 * Tarjan's algorithm completes, from an item on along what it waits for, waits for none outside of it.
 */
static size_t
lowest_of_cycle(const Waits *waits, const bool *placed, size_t items, size_t from)
{
    g_autofree size_t *number = g_new0(size_t, items), *low = g_new0(size_t, items); /* 0: not seen */
    g_autofree Visit *path = g_new(Visit, items + 1);
    g_autofree size_t *seen = g_new(size_t, items + 1); /* none is in a component that was completed */
    size_t depth = 0, count = 0;
    path[depth++] = (Visit){from, waits->start[from]};
    number[from] = low[from] = 1;
    seen[count++] = from;
    for (;;) {
        Visit *visit = &path[depth - 1];
        const size_t item = visit->item;
        if (visit->at < waits->start[item + 1]) {
            const size_t next = waits->first[visit->at++];
            if (!placed[next] && number[next] == 0) {
                seen[count++] = next;
                number[next] = low[next] = count;
                path[depth++] = (Visit){next, waits->start[next]};
            } else if (!placed[next]) {
                low[item] = MIN(low[item], number[next]);
            }
            continue;
        }
        if (low[item] == number[item])
            break;
        depth--;
        low[path[depth - 1].item] = MIN(low[path[depth - 1].item], low[item]);
    }
    size_t lowest = items;
    for (size_t i = number[path[depth - 1].item] - 1; i < count; i++)
        lowest = MIN(lowest, seen[i]);
    return lowest;
}

size_t
order_sort(const Order *order, size_t *result)
{
    const size_t items = order->items;
    GArray *edges = order->edges;
    g_array_sort(edges, compare_edges);

    g_autofree size_t *start = g_new0(size_t, items + 1); /* where an item's edges begin */
    g_autofree size_t *held = g_new0(size_t, items);      /* how many unplaced items it waits for */
    g_autofree bool *placed = g_new0(bool, items);
    for (size_t i = 0; i < edges->len; i++) {
        const Edge *edge = &g_array_index(edges, Edge, i);
        start[edge->first + 1]++;
        held[edge->second]++;
    }
    for (size_t i = 0; i < items; i++)
        start[i + 1] += start[i];

    g_autofree size_t *room = g_new(size_t, items + 1);
    Heap ready = {room, 0};
    for (size_t i = 0; i < items; i++)
        if (held[i] == 0)
            heap_push(&ready, i);

    Waits waits = {0}; /* known as soon as there is a cycle */
    size_t broken = 0, first_unplaced = 0;
    for (size_t done = 0; done < items; done++) {
        size_t item;
        if (ready.count > 0) {
            item = heap_pop(&ready);
        } else {
            while (placed[first_unplaced])
                first_unplaced++;
            if (waits.start == NULL)
                waits = waits_of(order);
            item = lowest_of_cycle(&waits, placed, items, first_unplaced);
            broken++;
        }
        result[done] = item;
        placed[item] = true;
        for (size_t i = start[item]; i < start[item + 1]; i++) {
            size_t next = g_array_index(edges, Edge, i).second;
            if (!placed[next] && --held[next] == 0)
                heap_push(&ready, next);
        }
    }
    waits_clear(&waits);
    return broken;
}
