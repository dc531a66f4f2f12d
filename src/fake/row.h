/*
 * row.h - the rows of one table, made one after the other
 *
 * A row is begun with what holds for all, chooses a partition and the branches of its checks, then its parents, then
 * makes the other columns, and is refused where a key has been seen before; then another is tried.
 */
#pragma once

#include "fake/condition.h"
#include "fake/pool.h"

typedef enum {
    ROW_MADE,
    ROW_EXHAUSTED,   /* a key has no more values: proved by counting */
    ROW_IMPOSSIBLE,  /* none was found */
    ROW_NEEDS_SERVER /* only PostgreSQL can tell what a key still lets in */
} RowResult;

typedef struct RowMaker RowMaker;

/* pools: for each foreign key; NULL: it is set later, or refers to the table itself. implied: for each column, NULL:
 * none. existing: rows that are there. */
RowMaker *row_maker_new(const FakeTable *table, guint64 seed, Pool **pools, Pool **implied, gint64 existing);
void row_maker_free(RowMaker *maker);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(RowMaker, row_maker_free)

/* Reads what the rows that are there have in keys and in counted columns. */
bool row_maker_read_existing(RowMaker *maker, PGconn *connection, GError **error);

/* The server chooses among the rows: keys that only it knows are left to it, and no row refers to another one that is
 * made here, for that may be left out. */
void row_maker_trust_server(RowMaker *maker);

/* Makes one more. *reason (when there is none): why; lives as long as the maker. */
RowResult row_make(RowMaker *maker, const char **reason);

/* A value of the row that was made; NULL is NULL. */
const char *row_text(const RowMaker *maker, size_t column);
