#include "fake/fill_order.h"

#include "base/order.h"
#include <string.h>

FakeTable *
fill_place(const Subject *subject, FakeTable *table)
{
    FakeTable *root = table->root != 0 ? g_hash_table_lookup(subject->relations, GUINT_TO_POINTER(table->root)) : NULL;
    return root != NULL ? root : table;
}

/* A foreign key that is set later holds nobody up. */
static const FakeTable *
awaited(const Subject *subject, const FakeTable *table, size_t number)
{
    const FakeForeignKey *key = &table->foreign_keys[number];
    const FakeTable *place = fill_place(subject, key->referenced);
    return key->later || place == table ? NULL : place;
}

static bool
is_filled(const FakeTable *table)
{
    return table->root == 0 && table->relkind != 'f';
}

typedef struct {
    const Subject *subject;
    guint *visited, *low; /* from 1; 0: not visited */
    bool *on_stack;
    GArray *stack;
    guint counter;
    guint *component; /* 0: alone */
    guint components;
} Search;

static void
close_component(Search *search, size_t first)
{
    size_t at;
    guint size = 0;
    do {
        at = g_array_index(search->stack, size_t, search->stack->len - 1 - size);
        size++;
    } while (at != first);
    search->components += size > 1;
    for (guint i = 0; i < size; i++) {
        at = g_array_index(search->stack, size_t, search->stack->len - 1 - i);
        search->on_stack[at] = false;
        search->component[at] = size > 1 ? search->components : 0;
    }
    g_array_set_size(search->stack, search->stack->len - size);
}

/* Tarjan's strongly connected components. */
static void
visit(Search *search, size_t number)
{
    const FakeTable *table = &search->subject->tables[number];
    search->visited[number] = search->low[number] = ++search->counter;
    g_array_append_val(search->stack, number);
    search->on_stack[number] = true;
    for (size_t i = 0; i < table->n_foreign_keys; i++) {
        const FakeTable *next = awaited(search->subject, table, i);
        if (next == NULL)
            continue;
        if (search->visited[next->number] == 0)
            visit(search, next->number);
        if (search->on_stack[next->number])
            search->low[number] = MIN(search->low[number], search->low[next->number]);
    }
    if (search->low[number] == search->visited[number])
        close_component(search, number);
}

static guint *
find_circles(const Subject *subject, guint *count)
{
    const size_t tables = MAX(subject->n_tables, 1);
    Search search = {.subject = subject,
                     .visited = g_new0(guint, tables),
                     .low = g_new0(guint, tables),
                     .on_stack = g_new0(bool, tables),
                     .stack = g_array_new(FALSE, FALSE, sizeof(size_t)),
                     .component = g_new0(guint, tables)};
    for (size_t i = 0; i < subject->n_tables; i++)
        if (search.visited[i] == 0 && is_filled(&subject->tables[i]))
            visit(&search, i);
    g_free(search.visited);
    g_free(search.low);
    g_free(search.on_stack);
    g_array_free(search.stack, TRUE);
    *count = search.components;
    return search.component;
}

static bool
can_wait(const FakeTable *table, const FakeForeignKey *key)
{
    bool any = false, all = true;
    for (size_t i = 0; i < key->count; i++) {
        const bool can = !table->limits[key->columns[i]].not_null;
        any |= can;
        all &= can;
    }
    return key->full ? all : any;
}

/* One key of a circle that can wait. */
static bool
let_one_wait(Subject *subject, const guint *component)
{
    for (size_t i = 0; i < subject->n_tables; i++) {
        FakeTable *table = &subject->tables[i];
        for (size_t j = 0; component[i] != 0 && j < table->n_foreign_keys; j++) {
            const FakeTable *next = awaited(subject, table, j);
            if (next == NULL || component[next->number] != component[i] || !can_wait(table, &table->foreign_keys[j]))
                continue;
            table->foreign_keys[j].later = true;
            return true;
        }
    }
    return false;
}

static void
break_circles(Subject *subject)
{
    for (;;) {
        guint count;
        g_autofree guint *component = find_circles(subject, &count);
        if (count > 0 && let_one_wait(subject, component))
            continue;
        for (size_t i = 0; i < subject->n_tables; i++) {
            FakeTable *table = &subject->tables[i];
            table->circle = component[i];
            for (size_t j = 0; component[i] != 0 && j < table->n_foreign_keys; j++) {
                const FakeTable *next = awaited(subject, table, j);
                if (next != NULL && component[next->number] == component[i])
                    table->foreign_keys[j].later = true;
            }
        }
        return;
    }
}

/* A hard circle is one thing to be sorted: what its first table waits for and what waits for any of it. */
static size_t
item_of(const Subject *subject, const FakeTable *table)
{
    for (size_t i = 0; table->circle != 0 && i < subject->n_tables; i++)
        if (subject->tables[i].circle == table->circle)
            return i;
    return table->number;
}

static void
add_item(const Subject *subject, size_t item, GPtrArray *list)
{
    const guint circle = subject->tables[item].circle;
    for (size_t i = item; i < subject->n_tables; i++)
        if (i == item || (circle != 0 && subject->tables[i].circle == circle))
            g_ptr_array_add(list, &subject->tables[i]);
}

GPtrArray *
fill_order(Subject *subject)
{
    break_circles(subject);
    g_autoptr(Order) order = order_new(subject->n_tables);
    g_autofree size_t *sorted = g_new(size_t, MAX(subject->n_tables, 1));
    GPtrArray *list = g_ptr_array_new();
    for (size_t i = 0; i < subject->n_tables; i++) {
        const FakeTable *table = &subject->tables[i];
        for (size_t j = 0; is_filled(table) && j < table->n_foreign_keys; j++) {
            const FakeTable *next = awaited(subject, table, j);
            if (next != NULL)
                order_before(order, item_of(subject, next), item_of(subject, table));
        }
        for (size_t j = 0; is_filled(table) && j < table->n_columns; j++)
            if (table->columns[j].implied != NULL)
                order_before(order, item_of(subject, table->columns[j].implied->referenced), item_of(subject, table));
    }
    order_sort(order, sorted);
    for (size_t i = 0; i < subject->n_tables; i++) {
        const FakeTable *table = &subject->tables[sorted[i]];
        if (is_filled(table) && item_of(subject, table) == sorted[i])
            add_item(subject, sorted[i], list);
    }
    return list;
}
