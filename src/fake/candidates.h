/*
 * candidates.h - rows that PostgreSQL chooses from many
 *
 * Where a check says more than pleat understands, or a key is over an expression, rows are made in plenty, written to
 * a temporary table, and those are kept that every check holds for and that are not there already. Only these reach the
 * table itself. A check that says "column = expression" (or >=, <=) is helped: the column is set to it first.
 */
#pragma once

#include "fake/row.h"

/* Writes so many rows more: *rows of them were found. problem (g_free): what held the others up; NULL: nothing did.
 * *full: there can be no more. */
bool candidates_fill(PGconn *connection, const FakeTable *table, RowMaker *maker, gint64 wanted, gint64 *rows,
                     char **problem, bool *full, GError **error);
