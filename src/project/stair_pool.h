/* stair_pool.h - stairs climbed by processes of their own, some at a time */
#pragma once

#include "project/stair.h"

typedef struct {
    Revision *revision;
    bool chosen; /* else it is only run, for those that stand on it */
    int major;   /* the server's that it is tried on; 0: that of the newest one */
    bool ended;
    StairOutcome outcome;
    double seconds;
} Stair;

/* In the order in which the revisions run, on the session's scratch server; a database is led along. tell: for each
 * that has ended, in this order. False only for what is wrong with more than one revision. */
bool stair_pool_run(const StairPlan *plan, Stair *stairs, guint count, int jobs,
                    void (*tell)(const Stair *stair, void *data), void *data, GError **error);
