/*
 * deferred.h - constraint triggers that are asked when all rows are there
 *
 * What such a trigger refuses then would take all rows of all tables, and say nothing of which they are. So it is found
 * out which of them refuse; these are asked with each row instead, when all is filled once more.
 */
#pragma once

#include <glib.h>
#include <libpq-fe.h>
#include <stdbool.h>

/* As SQL, schema and name: *names is an array of texts, g_ptr_array_unref. */
bool deferred_read(PGconn *connection, GPtrArray **names, GError **error);

/* Asks each of the names now, in a transaction that has rows; those that refuse move to "refusing". *any: there was
 * one. */
bool deferred_ask(PGconn *connection, GPtrArray *names, GPtrArray *refusing, bool *any, GError **error);

/* "SET CONSTRAINTS ... IMMEDIATE" of these: g_free. NULL: there are none. */
char *deferred_at_once(const GPtrArray *names);
