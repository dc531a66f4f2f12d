/*
 * target_pool.h - targets worked on by processes, some at a time
 */
#pragma once

#include "project/target_list.h"
#include "project/targets.h"

/* How the work on one target ended. */
typedef struct {
    bool good;
    bool told; /* by the work itself, which came to its end */
    PleatOutcome outcome;
    PleatFault fault; /* and text: why it is not good */
    const char *text;
    double seconds;
} TargetEnd;

/* What the processes say, in the order in which it comes. */
typedef struct {
    void (*begin)(guint target, void *data);
    void (*text)(guint target, const char *text, bool note, void *data);
    void (*end)(guint target, const TargetEnd *end, void *data);
    void *data;
} TargetListener;

/*
 * Works on all targets but those whose database has a problem (which end with it), at most session->options.jobs at a
 * time. After Ctrl-C those at work are told to stop and no other is begun: these have no end.
 */
void target_pool_run(PleatSession *session, const TargetList *list, TargetWork *work, const void *options,
                     const TargetListener *listener);
