/* renames.h - from which path a commit moved the files that it added */
#pragma once

#include "history/walk.h"

/*
 * The path, from the repository's root, that an added file had before its commit: NULL when it is new. Asked of git's
 * own rename detection once a commit, over the whole repository, so that moves from anywhere are seen.
 */
bool renames_source(History *history, const Change *added, const char **source, GError **error);

/* The renames of a commit that are known already, of which none may be: new path -> old path, both interned. */
GHashTable *renames_known(History *history, guint commit);
