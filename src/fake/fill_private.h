/* fill_private.h - what the files that fill tables share */
#pragma once

#include "fake/fill.h"

FillResult *fill_result_new(const FakeTable *table, GPtrArray *results);

/* To the savepoint before the table. */
bool fill_back(PGconn *connection, GError **error);

/* Sequences go on behind what was written. */
bool fill_advance_sequences(PGconn *connection, const FakeTable *table, GError **error);

/* What the table still wants, by COPY into a relation with its columns. */
bool fill_into(PGconn *connection, const FakeTable *table, const char *into, guint64 seed, FillResult *result,
               GError **error);

/* Nothing more can be done in this transaction. */
bool fill_is_fatal(PGconn *connection, const GError *problem);
