#include "base/order.h"

static void
test_keeps_the_given_order(void)
{
    g_autoptr(Order) order = order_new(4);
    order_before(order, 3, 1);
    size_t result[4];
    g_assert_cmpuint(order_sort(order, result), ==, 0);
    const size_t expected[] = {0, 2, 3, 1};
    g_assert_cmpmem(result, sizeof result, expected, sizeof expected);
}

static void
test_counts_what_a_cycle_breaks(void)
{
    g_autoptr(Order) order = order_new(3);
    order_before(order, 0, 1);
    order_before(order, 1, 2);
    order_before(order, 2, 0);
    order_before(order, 2, 0);
    size_t result[3];
    g_assert_cmpuint(order_sort(order, result), ==, 1);
    const size_t expected[] = {0, 1, 2};
    g_assert_cmpmem(result, sizeof result, expected, sizeof expected);
}

/* What only waits for a cycle keeps its edges, be its number ever so low; so does one cycle that waits for another. */
static void
test_breaks_nothing_but_the_cycle(void)
{
    g_autoptr(Order) order = order_new(7);
    order_before(order, 1, 0); /* 0 waits for 1, which waits for the cycle of 2 and 3 */
    order_before(order, 3, 1);
    order_before(order, 2, 3);
    order_before(order, 3, 2);
    order_before(order, 6, 2); /* which waits for that of 5 and 6 */
    order_before(order, 5, 6);
    order_before(order, 6, 5);
    order_before(order, 4, 5);
    size_t result[7];
    g_assert_cmpuint(order_sort(order, result), ==, 2);
    const size_t expected[] = {4, 5, 6, 2, 3, 1, 0};
    g_assert_cmpmem(result, sizeof result, expected, sizeof expected);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/order/keeps-the-given-order", test_keeps_the_given_order);
    g_test_add_func("/order/counts-what-a-cycle-breaks", test_counts_what_a_cycle_breaks);
    g_test_add_func("/order/breaks-nothing-but-the-cycle", test_breaks_nothing_but_the_cycle);
    return g_test_run();
}
