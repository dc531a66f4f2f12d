/*
 * gate.h - what must hold before a contract revision runs, by name: the keys of "gates:" in pleat.yaml
 */
#pragma once

#include <glib.h>
#include <stdbool.h>

typedef enum {
    GATE_BACKFILL,    /* what the expand revision has verified still holds */
    GATE_CONSTRAINTS, /* those that it validated are valid */
    GATE_INDEXES,     /* those that it built are valid */
    GATE_DEPENDANTS,  /* nothing else uses what goes */
    GATE_STATEMENTS,  /* nobody has asked for it (pg_stat_statements) */
    GATE_ROUTINES,    /* no body names it */
    GATE_SOAK,        /* the expand revision is old enough */
    GATE_DEPRECATED,  /* what goes was declared deprecated long enough */
    GATE_QUARANTINED, /* what is dropped was in quarantine long enough */
    N_GATES,
    GATE_FIRST_TIMED = GATE_SOAK /* from here on a gate is a time, with a key of its own */
} Gate;

typedef enum { GATE_OFF, GATE_WARN, GATE_ERROR, N_GATE_LEVELS } GateLevel;

extern const char *const gate_names[N_GATES];             /* "backfill", ... */
extern const char *const gate_level_names[N_GATE_LEVELS]; /* "off", "warn", "error" */

typedef struct {
    GateLevel levels[N_GATES];
    gint64 soak_ms;        /* since the expand revision was applied; 0: none is asked for */
    gint64 deprecated_ms;  /* since the declaration said so; 0: it need not */
    gint64 quarantined_ms; /* since the database had it in quarantine; 0: it need not */
} GateSettings;

/* All of them refuse; no time is asked for. */
#define GATE_SETTINGS_INIT                                                                                             \
    {                                                                                                                  \
        .levels = {                                                                                                    \
            GATE_ERROR,                                                                                                \
            GATE_ERROR,                                                                                                \
            GATE_ERROR,                                                                                                \
            GATE_ERROR,                                                                                                \
            GATE_ERROR,                                                                                                \
            GATE_ERROR,                                                                                                \
            GATE_ERROR,                                                                                                \
            GATE_ERROR,                                                                                                \
            GATE_ERROR                                                                                                 \
        }                                                                                                              \
    }
