/*
 * step.h - one thing that a runner does: the unit that is journalled and resumed
 */
#pragma once

#include "base/arena.h"
#include "base/problem.h"

typedef enum {
    STEP_TRANSACTION,    /* BEGIN ... COMMIT: all of its statements or none */
    STEP_STATEMENT,      /* one statement on its own */
    STEP_BACKFILL,       /* one UPDATE in batches over a table's key */
    STEP_EACH_PARTITION, /* one statement for each leaf partition that exists then and there */
    STEP_VERIFY,         /* a query that must give true */
    STEP_COMMAND,        /* a program */
    STEP_SETTING,        /* a SET for the session, not journalled */
} StepKind;

typedef struct {
    StepKind kind;
    char **statements;   /* without semicolons, NULL-terminated; of a command: its argv */
    const char *subject; /* backfill: table as SQL; each partition: table as SQL; verify: what is verified */
    const char *key;     /* backfill: the key's columns as SQL, "a, b"; NULL: none was named */
    const char *done_if; /* a query that says whether a non-transactional step has happened; NULL: none */
    int line;            /* of its first statement in the file, of a block its BEGIN */
    const int *lines;    /* of each statement; of a command: none */
} Step;

/* The line of one of its statements; of any other text, NULL too, that of the step. */
int step_line(const Step *step, const char *statement);

/* "allow RULE REASON": lint may be silent about this. */
typedef struct {
    const char *text; /* "RULE REASON" */
    int line;
    bool in_header; /* of the whole file; else of the statement or block that follows */
} Allow;
