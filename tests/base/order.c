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

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/order/keeps-the-given-order", test_keeps_the_given_order);
    g_test_add_func("/order/counts-what-a-cycle-breaks", test_counts_what_a_cycle_breaks);
    return g_test_run();
}
