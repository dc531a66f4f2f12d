/*
 * path.h - from what is applied to what runs: the part of a run that does not care where revisions come from
 */
#pragma once

#include "run/run.h"

/* Finds what to run, in order, given the ids of what is applied. *out is g_ptr_array_unref'd. */
typedef bool PathFind(void *data, GHashTable *applied, GPtrArray **out, GError **error);

typedef struct {
    GPtrArray *all; /* every Revision there is: applied ones are compared with what was applied */
    PathFind *find;
    void *data;
} Path;

/*
 * Finds, takes the lock, finds again (another runner may have been at it), and runs. With nothing to do, nothing is
 * locked or written. An unfinished revision goes first; what would leave it behind is refused.
 */
bool path_run(const char *conninfo, const Path *path, bool down, const RunOptions *options, int *count, GError **error);
