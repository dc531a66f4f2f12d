/*
 * quit.h - Ctrl-C and SIGTERM, asked for instead of suffered
 *
 * After quit_watch() the two signals only set a mark; loops that wait or work for long ask quit_asked() and leave
 * through their ordinary error path with PLEAT_ERROR_INTERRUPTED. A second signal ends the program at once.
 */
#pragma once

#include "base/error.h"

void quit_watch(void);
bool quit_asked(void);

/* This thread works for another, which sets the mark (by g_atomic_int_set) when it no longer wants the work: that
 * counts as asking, for this thread. */
void quit_heed(int *mark);

/* True while nobody asked; else raises PLEAT_ERROR_INTERRUPTED. */
bool quit_check(GError **error);
