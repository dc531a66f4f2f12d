/*
 * candidates.h - rows that PostgreSQL chooses from many
 *
 * Where a check says more than pleat understands, or a key is over an expression, rows are made in plenty, written to
 * a temporary table, and those are kept that every check holds for and that are not there already. Only these reach the
 * table itself. A check that says "column = expression" (or >=, <=) is helped: the column is set to it first.
 */
#pragma once

#include "fake/row.h"

typedef struct {
    gint64 rows;   /* so many were found */
    char *problem; /* what held the others up (g_free); NULL: nothing did */
    bool full;     /* there can be no more */
} Found;

/* Writes so many rows more. in_pieces: something at the table refuses rows, so that each goes there to be tried. */
bool candidates_fill(PGconn *connection, const FakeTable *table, RowMaker *maker, gint64 wanted, bool in_pieces,
                     Found *found, GError **error);
