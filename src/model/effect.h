/*
 * effect.h - what a change does to a running system: its phase, its lock, its cost
 */
#pragma once

#include <stdbool.h>

typedef enum {
    PHASE_NONE, /* not decided; in an attribute table: take the kind's own */
    PHASE_EXPAND,
    PHASE_CONTRACT,
} Phase;

/* PostgreSQL's table locks, weakest first (manual, "Explicit Locking"). */
typedef enum {
    LOCK_NONE,
    LOCK_ACCESS_SHARE,
    LOCK_ROW_SHARE,
    LOCK_ROW_EXCLUSIVE,
    LOCK_SHARE_UPDATE_EXCLUSIVE,
    LOCK_SHARE,
    LOCK_SHARE_ROW_EXCLUSIVE,
    LOCK_EXCLUSIVE,
    LOCK_ACCESS_EXCLUSIVE,
} Lock;

typedef enum {
    COST_REWRITE = 1 << 0,   /* the table and its indexes are written anew */
    COST_SCAN = 1 << 1,      /* all rows are read while the lock is held */
    COST_DATA_LOSS = 1 << 2, /* what is gone does not come back with a downgrade */
    COST_BATCHED = 1 << 3,   /* rows are written in many small transactions */
    COST_SEMANTIC = 1 << 4,  /* instant, but both applications see it at once */
    COST_BREAKS = 1 << 5,    /* the old application fails from here on: it must be stopped first */
} Cost;

typedef struct {
    Phase phase;
    Lock lock;
    unsigned costs;     /* of Cost */
    const char *reason; /* why this phase, for the reviewer; NULL where the verb says it */
} Effect;

/* Costs in words, in the order in which they are told: "rewrites the table", "loses data". Ends with {0, NULL}. */
typedef struct {
    unsigned cost;
    const char *words;
} CostName;
extern const CostName cost_names[];

const char *phase_name(Phase phase); /* "expand", "contract", "none" */
const char *lock_name(Lock lock);    /* "ACCESS EXCLUSIVE", "no lock" */
