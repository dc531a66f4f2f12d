/*
 * pager.h - long output on a terminal, a screen at a time
 *
 * As git does it: the program of $PLEAT_PAGER, else of $PAGER, else less, which leaves at once when all fits the
 * screen. "cat" or nothing at all in the variable: none.
 */
#pragma once

#include <stdbool.h>

/* What goes to standard output from here on, and to standard error where that is a terminal, goes to the pager. Does
 * nothing where there is none. */
void pager_start(void);

/* Waits until its user has read enough. Does nothing when none was started. */
void pager_finish(void);

/* Was one started, which may be gone by now? */
bool pager_has_run(void);
