/* circle.h - foreign keys that go round in circles */
#pragma once

#include "fake/fill.h"

/* An UPDATE that sets a foreign key, in the rows of one relation that have none, to rows of another: g_free. */
char *circle_update(const FakeTable *table, const FakeForeignKey *key, const char *rows, const char *referenced);

/*
 * Tables whose foreign keys to each other all must be set: none can have the first row. So their rows are made in
 * temporary tables, refer to each other there, and then go to all tables in one statement, at whose end PostgreSQL
 * looks whether the foreign keys hold.
 */
bool circle_fill(PGconn *connection, FakeTable *const *tables, guint count, const FillOptions *options,
                 GPtrArray *results, GError **error);
