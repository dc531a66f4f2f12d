/*
 * observed.h - the statements that a database has been given, as pg_stat_statements remembers them
 *
 * The extension replaces constants by $1, $2, ...; utility commands keep theirs. Since which moment it has counted a
 * statement it tells from 17 on, since when it counts at all from 14 on.
 */
#pragma once

#include "exec/connection.h"

typedef struct {
    char *id, *text;
    gint64 calls;
    double since; /* seconds since 1970: none of the calls is older; less than 0: not known */
} ObservedStatement;

typedef struct {
    GPtrArray *list; /* of ObservedStatement, each text once; NULL: they cannot be read */
    guint hidden;    /* those of other roles, which this one may not read */
    char *why;       /* they cannot be read; NULL: they can */
} Observed;

/* Of the connection's database, sent by clients themselves (from 14 on: not from within functions). Outside of a
 * transaction. That they cannot be read is no error. */
bool observed_read(PGconn *connection, Observed *out, GError **error);
void observed_clear(Observed *observed);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Observed, observed_clear)
