/*
 * shares.h - work that several processors take shares of
 */
#pragma once

#include <glib.h>

enum { SHARES_MOST = 4 };

/* In how many shares n items go, each of "smallest" items at least, to be worth a thread: 1 to SHARES_MOST. */
guint shares_count(guint n_items, guint smallest);

/* Where the share at a position begins among the items; that of n_shares is n_items. */
guint shares_begin(guint n_items, guint n_shares, guint position);

/* Does the work for each element of an array of n shares, beside each other; the last one in the thread that asks. */
void shares_run(GThreadFunc work, void *shares, size_t element_size, guint n_shares);
