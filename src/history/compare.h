/* compare.h - one commit against its parents, tree by tree from the root, as far as their ids differ */
#pragma once

#include "history/tree_cache.h"
#include "history/walk.h"

typedef struct {
    History *history;
    TreeCache *cache;
    const GPtrArray *places; /* that are looked at, none inside of another: char * */
    guint commit;            /* its place in the list */
    int depth;
} Comparing;

/* Adds the commit's changes in the places to history->walk, but for those where an earlier walk has been. */
bool compare_commit(Comparing *comparing, GError **error);
