/* filter.h - the word filters of blobs: kept ones, and those that are made when a blob is first asked for */
#pragma once

#include "history/walk.h"
#include "history/words.h"

bool filter_known(const History *history, const Change *change, WordFilter *filter);

/* Whether a blob may hold one of the words (NULL-terminated; NULL: any). One that cannot be read may hold all. */
bool filter_may_hold(History *history, const Change *change, const char *const *words);

/* Makes those of n changes that are not known yet, on all processors; what cannot be read gets none. */
void filter_make_all(History *history, Change *const *changes, guint n);
