/*
 * pace.h - how fast a step gets on, and how long it will still take
 *
 * The rate is that of this run, pauses included: what an earlier run did counts as done and took no time.
 */
#pragma once

#include "run/run.h"

typedef struct {
    const char *unit;   /* NULL: nobody knows how far the step is */
    gint64 done, total; /* total 0: not known */
    gint64 first;       /* what was done when this run came to it */
    gint64 began;       /* microseconds of g_get_monotonic_time() */
} Pace;

void pace_begin(Pace *pace, const char *unit, gint64 done, gint64 total, gint64 now);

/* So much is done now. A total that turns out to be too low is not known any more. */
void pace_move(Pace *pace, gint64 done);

/* All is done: what the total was thought to be counts no more. */
void pace_end(Pace *pace);

RunProgress pace_progress(const Pace *pace, gint64 now);
