/* stair_pool.h - stairs climbed by processes of their own, some at a time */
#pragma once

#include "project/stair.h"

typedef struct {
    Revision *revision;
    bool chosen; /* else it is only run, for those that stand on it */
    bool ended;
    StairResult result;
    char *text; /* NULL: nothing to be said */
    double seconds;
} Stair;

/* Of Stair, in the order in which the revisions run; a database is led along. tell: for each that has ended, in this
 * order. False only for what is wrong with more than one revision. */
bool stair_pool_run(const StairPlan *plan, GArray *stairs, int jobs, void (*tell)(const Stair *stair, void *data),
                    void *data, GError **error);
