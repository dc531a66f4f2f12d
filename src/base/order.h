/*
 * order.h - a stable topological sort
 *
 * Items are numbers from 0. Of all orders that respect the edges, the result is the one that stays nearest to the
 * given order: at every turn the lowest-numbered item that nothing holds back comes next. Time and memory are
 * O((items + edges) log items).
 */
#pragma once

#include "base/error.h"
#include <stddef.h>

typedef struct Order Order;

Order *order_new(size_t items);
void order_free(Order *order);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Order, order_free)

/* "first" comes before "second". An edge given twice counts once; an item's edge to itself is ignored. */
void order_before(Order *order, size_t first, size_t second);

/*
 * Fills result[items]. Where edges form a cycle, the lowest-numbered item that is held back only by the cycle goes
 * first, and the number of items placed so is returned: 0 means that every edge holds.
 */
size_t order_sort(const Order *order, size_t *result);
