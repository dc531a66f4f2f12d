/*
 * cache.h - what commands keep for later ones, most of it Schemas, in the user's cache directory
 *
 * A file of a Schema serves one project with one configuration, one server version, and these very catalog queries.
 * Failing to keep one is no error: then the next command works for it again.
 */
#pragma once

#include "project/session.h"

/* "<kind>-<hash>"; detail: what else the content depends on; NULL: nothing. g_free. */
char *cache_path(PleatSession *session, const char *kind, int major, const char *detail);

/* "history-<hash>": what is kept of a repository's commits, which has nothing to do with a configuration. g_free. */
#define CACHE_HISTORY "history"
char *cache_history_path(const char *repository);

/* NULL when it is not there, or another version of pleat wrote it. notes as in model/store.h. */
Schema *cache_read(const char *path, const char *const **notes);
void cache_write(const char *path, const Schema *schema, const char *const *notes);

/* Removes the oldest files of a kind, of all projects, but for as many. */
void cache_prune(const char *kind, guint keep);
