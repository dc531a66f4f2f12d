/*
 * stair.h - one revision on a scratch database: up, down, up, and what the database is like at each landing
 *
 * Landings are compared as schemas, sequences and privileges with them, and once more by pg_dump, which is a witness of
 * its own. With data: rows are there before, and what stays of each table must stay as it was.
 */
#pragma once

#include "project/session.h"

typedef struct {
    PleatSession *session;
    const Graph *graph;
    const char *pg_dump; /* the program; NULL: there is none */
    bool data;
    gint64 rows; /* of each table, with data */
} StairPlan;

typedef enum {
    STAIR_GOOD,
    STAIR_ONE_WAY, /* good, and it cannot be undone */
    STAIR_FAILED
} StairResult;

/* In a database that has all that the revision stands on. *text: where it failed and what differs, or what else is
 * to be known (NULL: nothing); g_free. */
StairResult stair_climb(const StairPlan *plan, Revision *revision, const char *conninfo, char **text);
