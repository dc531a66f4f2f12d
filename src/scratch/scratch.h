/*
 * scratch.h - a running server that pleat may do anything with
 *
 * Either an embedded cluster, made for this process and gone with it however it ends, or a server that somebody else
 * runs (`scratch: URL` in the configuration), where only databases named pleat_scratch_<pid>_<n> are made and dropped.
 * Not for use by several threads at once.
 */
#pragma once

#include "base/error.h"

typedef struct Scratch Scratch;

/* A new cluster of a major version (0: the newest installed). About 0.2 s, and 1 s more when the first of its version.
 */
bool scratch_start(int major, Scratch **out, GError **error);

/* Databases that a process left there when it was killed are dropped on the way. */
bool scratch_open_url(const char *url, Scratch **out, GError **error);

/* Drops the databases made here and ends the embedded cluster; NULL is nothing. */
void scratch_stop(Scratch *scratch);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Scratch, scratch_stop)

/* For maintenance: of an embedded cluster, the database postgres. Borrowed. */
const char *scratch_conninfo(const Scratch *scratch);

int scratch_major(const Scratch *scratch);

/*
 * Makes an empty database, or a copy of another one, which nobody may be connected to. Both results are g_free'd;
 * either may be NULL. The database is dropped by scratch_stop() at the latest.
 */
bool scratch_database_new(Scratch *scratch, const char *template, char **conninfo, char **name, GError **error);

/* Drops it, ending its sessions. One that does not exist is a success. */
bool scratch_database_drop(Scratch *scratch, const char *name, GError **error);
