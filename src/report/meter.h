/*
 * meter.h - how far a step is, for people: one line, as wide as there is room
 */
#pragma once

#include "run/run.h"

/* "public.t: 1200 of 5000 rows (24%), 400 a second, 10 s left": without the step. g_free. */
char *meter_words(const RunEvent *event);

/*
 * For a terminal of so many columns: "step 2 of 5 [====      ] 24%  1200 of 5000 rows  400/s  10 s left". What has no
 * room is left out, the least needed first. Shorter than columns. g_free.
 */
char *meter_line(const RunEvent *event, int columns);

/* "45 s", "4 min 10 s", "2 h 5 min": g_free. */
char *meter_duration(double seconds);

/* "process 4711 (psql, user app, on a local socket, idle in transaction, 12 s)", and others: g_free. */
char *meter_holders(const GPtrArray *holders);
