/*
 * watch.h - what becomes of a statement that takes long: who is in its way, and how far it is
 *
 * The session that holds the runner's lock is idle meanwhile. It is asked once half of the lock_timeout is over, and
 * then every second; nothing is asked when nobody listens.
 */
#pragma once

#include "run/run.h"

typedef struct {
    double next;           /* when to look again: seconds of the statement */
    const char *statement; /* the one that runs */
    char *failed;          /* the one that was refused last; NULL: the last one was not */
    GPtrArray *holders;    /* of RunHolder: in the way when it was looked last */
} Watch;

/* Nothing has failed, nobody is in the way. */
void watch_reset(Watch *watch);
void watch_clear(Watch *watch);

/* NULL: nobody is known to be in the way. */
const GPtrArray *watch_holders(const Watch *watch);
