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
    gint64 rows;                /* of each table, with data */
    const char *ground;         /* the database that all begins with; NULL: an empty one */
    const char *const *tenants; /* the schemas that the revisions run in; NULL: they are the database's */
} StairPlan;

typedef enum {
    STAIR_GOOD,
    STAIR_ONE_WAY,      /* good, and it cannot be undone */
    STAIR_NOT_CLIMBED,  /* a failure like those below: what is to be there before cannot be made */
    STAIR_UP_FAILED,    /* the way up, or what it leads to */
    STAIR_DOWN_FAILED,  /* the way back, or what it leads to */
    STAIR_AGAIN_FAILED, /* the second way up */
    N_STAIR_RESULTS
} StairResult;

typedef struct {
    StairResult result;
    int line;   /* of the revision's file, of what fails: a step, or the section that leads elsewhere; 0: none */
    char *text; /* where it failed and what differs, or what else is to be known; NULL: nothing; g_free */
} StairOutcome;

bool stair_has_failed(StairResult result);

/* In a database that has all that the revision stands on. */
StairOutcome stair_climb(const StairPlan *plan, Revision *revision, const char *conninfo);

/* Runs the revision there, up or down; a role that scratch does not have yet is made. *line: of the statement that
 * fails, of the section where no step has begun. */
bool stair_run(const StairPlan *plan, Revision *revision, bool down, const char *conninfo, int *line, GError **error);
