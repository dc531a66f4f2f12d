/*
 * range.h - a table cut into ranges of its key, for statements that are repeated over them
 *
 * The key is the one named, else the primary key, of any types and any number of columns, compared as a row. A table
 * with neither, and one of which "ctid" is named, is cut by physical place where the server can scan that (14 and
 * later), in all partitions at once; else not at all, or, for "ctid", by the primary key. A row that is written is
 * found again at another place: the statement must pass over what it has done. A position is SQL: "ROW('17'::bigint,
 * 'x'::text)" or a page number; it outlives the session in the journal.
 */
#pragma once

#include "base/arena.h"
#include "exec/connection.h"

typedef enum { RANGE_KEY, RANGE_PAGES, RANGE_WHOLE } RangeBy;

typedef struct {
    RangeBy by;
    const char *table;               /* as SQL */
    const char *columns;             /* "a, b" */
    const char *prefixed;            /* the same as the statement must write them: "t.a, t.b" */
    const char *literal;             /* an expression that gives the position of a row as SQL */
    const char *not_null, *any_null; /* conditions on the columns; any_null NULL: none can be null */
    const char *place;               /* "t.ctid" */
    gint64 pages;
    double rows_a_page;
} Range;

/* "sql" is the statement to repeat: its alias for the table matters. */
bool range_find(PGconn *connection, Arena *arena, const char *table, const char *key, const char *sql, Range *range,
                GError **error);

/* What the statement must put before the table's columns: "t."; "" when it is no plain UPDATE. g_free. */
char *range_alias(const char *sql);

/* Where the batch of so many rows after "from" (NULL: the start) ends: *to is NULL when it is the last one. g_free. */
bool range_next(PGconn *connection, const Range *range, const char *from, int batch, char **to, GError **error);

/* What its progress is counted in: "rows", "pages", or NULL for one batch alone. */
const char *range_unit(const Range *range);

/*
 * How much there is, and how much of it comes before "from": rows as the planner estimates them, pages to the last one.
 * The planner is asked in the open transaction.
 */
bool range_measure(PGconn *connection, const Range *range, const char *from, gint64 *done, gint64 *total,
                   GError **error);

/* How much is done with a batch that ends at "to". */
gint64 range_done(const Range *range, const char *to, gint64 before, int batch);

/* The condition for rows after "from" and up to "to". g_free. */
char *range_condition(const Range *range, const char *from, const char *to);

/* The statement with the condition in place of its range mark; NULL when it has none. g_free. */
char *range_fill(const char *sql, const char *condition);
