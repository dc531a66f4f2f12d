/*
 * fingerprint.h - the state of single objects in a few digits, found in one query
 *
 * It tells whether an object is as it was, not what it is. Relations that inherit have none: what changes above them
 * changes them too. Definitions are PostgreSQL's own, hence those of one major version.
 */
#pragma once

#include "exec/connection.h"

/*
 * Of tables, views and routines, by their addresses ("public.t", "public.f(integer)"): object -> 16 hex digits, where
 * there is one; g_hash_table_unref. names: NULL-terminated. Leaves the session with an empty search_path.
 */
bool fingerprint_read(PGconn *connection, const char *const *names, GHashTable **out, GError **error);

/* In words, what differs between two: "columns and indexes"; g_free. */
char *fingerprint_compare(const char *expected, const char *found);
