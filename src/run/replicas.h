/*
 * replicas.h - a pause while replicas are behind
 *
 * Whoever replays the database's log (a standby, a logical subscriber) is behind when it has not replayed what was
 * written a while ago: a mark in the log and the time at which it was the end of it tell, also of one that has stopped.
 * What this role may not see (pg_monitor, superusers) is not waited for.
 */
#pragma once

#include "run/runner.h"

typedef struct {
    char *mark;    /* a place in the log; NULL: none yet */
    gint64 marked; /* when it was the end: microseconds of g_get_monotonic_time() */
    gint64 asked;  /* when the server was asked last */
} Replicas;

/* Between two batches, in no transaction: returns when no replica is behind by more than RunOptions.max_lag_ms. Asks at
 * most once a second. */
bool replicas_wait(Runner *runner, Replicas *replicas, GError **error);

/* Frees what it holds. */
void replicas_clear(Replicas *replicas);
