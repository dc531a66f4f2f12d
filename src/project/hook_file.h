/*
 * hook_file.h - the script that git runs, among those that were there before
 *
 * One script a repository, with a line for each project in it. A hook of somebody else's is never written over: it is
 * refused, or kept under another name and run first.
 */
#pragma once

#include "base/error.h"
#include <stdbool.h>

typedef enum {
    HOOK_MISSING,
    HOOK_OURS,   /* and it calls this project's */
    HOOK_OTHERS, /* ours, of other projects alone */
    HOOK_FOREIGN,
} HookState;

/* folder: where git looks for hooks. place: of the project, from the top of the work tree; "" is the top. */
bool hook_file_state(const char *folder, const char *place, HookState *state, GError **error);

/* Writes it, or adds the project to it. chains: a foreign one is kept, and run first; else it is an error. */
bool hook_file_install(const char *folder, const char *place, bool chains, GError **error);

/* Takes the project out of it; with the last one the script goes, and what was kept gets its name back. */
bool hook_file_uninstall(const char *folder, const char *place, GError **error);
