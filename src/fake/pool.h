/*
 * pool.h - the rows that a foreign key may refer to
 *
 * Read from the database when the referenced table has been filled, in the order of their keys, so that the same rows
 * give the same choices.
 */
#pragma once

#include "fake/subject.h"

typedef struct Pool Pool;

/* At most so many; those with a NULL among them are left out. */
bool pool_read(PGconn *connection, const FakeForeignKey *key, gint64 most, Pool **out, GError **error);
void pool_free(Pool *pool);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Pool, pool_free)

size_t pool_count(const Pool *pool);

/* One column of one row. */
const char *pool_text(const Pool *pool, size_t row, size_t column);

/* A row that has these texts where they are not NULL, at random; false: there is none. */
bool pool_find(Pool *pool, const char *const *texts, Random *random, size_t *row);

/* To be referred to within its own table: rows that are being made. */
Pool *pool_new(size_t columns);
void pool_add(Pool *pool, const char *const *texts);
