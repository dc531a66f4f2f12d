#include "base/shares.h"

enum { N = 1003 };

typedef struct {
    const int *items;
    guint n;
    int sum;
} Share;

static void *
add_share(void *data)
{
    Share *share = data;
    for (guint i = 0; i < share->n; i++)
        share->sum += share->items[i];
    return NULL;
}

/* However many there are, together they are all items, each once. */
static void
test_every_item_once(void)
{
    int items[N];
    for (int i = 0; i < N; i++)
        items[i] = i;
    for (guint n = 1; n <= SHARES_MOST; n++) {
        Share shares[SHARES_MOST] = {0};
        for (guint i = 0; i < n; i++)
            shares[i] = (Share){items + shares_begin(N, n, i), shares_begin(N, n, i + 1) - shares_begin(N, n, i), 0};
        shares_run(add_share, shares, sizeof(Share), n);
        int sum = 0;
        guint count = 0;
        for (guint i = 0; i < n; i++) {
            sum += shares[i].sum;
            count += shares[i].n;
        }
        g_assert_cmpint(sum, ==, N * (N - 1) / 2);
        g_assert_cmpuint(count, ==, N);
    }
}

static void
test_few_items_are_one_share(void)
{
    g_assert_cmpuint(shares_count(0, 100), ==, 1);
    g_assert_cmpuint(shares_count(199, 100), ==, 1);
    g_assert_cmpuint(shares_count(1000000, 1), ==, MIN(g_get_num_processors(), SHARES_MOST));
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/shares/every-item-once", test_every_item_once);
    g_test_add_func("/shares/few-items-are-one-share", test_few_items_are_one_share);
    return g_test_run();
}
