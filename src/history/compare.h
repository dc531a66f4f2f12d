/* compare.h - one commit against its parents, tree by tree from the root, as far as their ids differ */
#pragma once

#include "history/tree_cache.h"
#include "history/walk.h"

typedef struct {
    const History *history;
    Objects *objects;
    TreeCache *cache;
    const GPtrArray *places; /* that are looked at, none inside of another: char * */
    guint commit;            /* its place in the list */
    int depth;
    Arena *arena;
    GArray *found; /* of Change: its path is in the arena, and may be no UTF-8 */
} Comparing;

/* Reads its History only, so that several can work beside each other. */
void comparing_init(Comparing *comparing, const History *history, const GPtrArray *places);
void comparing_clear(Comparing *comparing);

/* Notes the commit's changes in the places, but for those where an earlier walk has been. */
bool compare_commit(Comparing *comparing, GError **error);

/* Compares commits (guint: places in the list) with their parents, and adds their changes to history->walk. */
bool compare_all(History *history, const GPtrArray *places, const GArray *commits, GError **error);
