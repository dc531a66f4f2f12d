/*
 * impact.h - what a step does to a relation that was there before: measured on scratch (scratch/measure.h), or known
 */
#pragma once

#include "base/arena.h"
#include "model/effect.h"
#include <glib.h>

typedef struct {
    const char *relation; /* as SQL, with its schema: public.t; of partitions: what they are partitions of */
    Lock lock;            /* the strongest on it, or on its indexes: who uses the table needs these */
    unsigned costs;       /* COST_REWRITE and COST_SCAN of Cost */
    int partitions;       /* it is about so many partitions of it; 0: about itself */
    bool is_empty;        /* a partitioned table none of whose partitions were there to be seen */
    bool is_known;        /* it was not measured: PostgreSQL's manual says it */
} Impact;

/* Lists are arrays of Impact whose texts belong to somebody else: g_array_unref. */
GArray *impacts_new(void);

/* Adds what happens in the same transaction: a lock is held while all the rest is done. */
void impacts_join(GArray *impacts, const Impact *more);

/* Adds what happens in another one: what is weaker and costs nothing is left out. */
void impacts_gather(GArray *impacts, const Impact *more);

/* By name, the table before its partitions, the stronger lock first. */
void impacts_sort(GArray *impacts);
