#include "base/shares.h"

guint
shares_count(guint n_items, guint smallest)
{
    return CLAMP(n_items / smallest, 1, MIN(g_get_num_processors(), SHARES_MOST));
}

guint
shares_begin(guint n_items, guint n_shares, guint position)
{
    return (guint)((guint64)n_items * position / n_shares);
}

void
shares_run(GThreadFunc work, void *shares, size_t element_size, guint n_shares)
{
    GThread *threads[SHARES_MOST] = {NULL};
    for (guint i = 0; i + 1 < n_shares; i++)
        threads[i] = g_thread_try_new("share", work, (char *)shares + i * element_size, NULL);
    work((char *)shares + (n_shares - 1) * element_size);
    for (guint i = 0; i + 1 < n_shares; i++) {
        if (threads[i] != NULL)
            g_thread_join(threads[i]);
        else
            work((char *)shares + i * element_size);
    }
}
