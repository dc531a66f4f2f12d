/* copy.h - rows to the server by COPY, as they are made */
#pragma once

#include "fake/row.h"

typedef struct CopyWriter CopyWriter;

/* into: a table's name as SQL. All columns but generated ones are written. A sign that the server refuses comes with
 * copy_end() at the latest. */
bool copy_begin(PGconn *connection, const FakeTable *table, const char *into, CopyWriter **out, GError **error);
bool copy_row(CopyWriter *writer, const RowMaker *row, GError **error);

/* *rows: how many the server took. Frees the writer. */
bool copy_end(CopyWriter *writer, gint64 *rows, GError **error);

/* What COPY ... TO STDOUT gives. */
bool copy_read(PGconn *connection, const char *from, GString *out, GError **error);

/* What another COPY gives goes into a table. */
bool copy_across(PGconn *connection, const char *from, const char *into, gint64 *rows, GError **error);

/* "(a, b)" of the columns that are written. */
void append_columns(GString *out, const FakeTable *table);
