/*
 * fill.h - rows for every table of a database
 *
 * In one transaction, with all triggers and constraints as they are: a table that cannot be filled is as it was, the
 * others are filled. Rows that are there already stay, and count.
 */
#pragma once

#include "fake/subject.h"

typedef enum {
    FILL_DONE,
    FILL_FULL,   /* fewer rows than wanted, for there can be no more */
    FILL_SHORT,  /* fewer, for no more were found */
    FILL_FAILED, /* none */
    FILL_SKIPPED /* not a table that rows are written to */
} FillState;

typedef struct {
    const FakeTable *table;
    FillState state;
    gint64 before, made;
    char *reason; /* NULL: there is nothing to be said */
    double seconds;
} FillResult;

typedef enum { SCRIPT_NONE, SCRIPT_COPY, SCRIPT_INSERT } ScriptKind;

typedef struct {
    guint64 seed;
    ScriptKind script; /* the rows are written as a script, and nothing stays in the database */
    void (*write)(void *data, const char *text);
    void (*progress)(void *data, const FillResult *result); /* after each table; may be NULL */
    void *data;
} FillOptions;

/* How many rows each table is to have stands in the tables. results: of FillResult, in the order of filling;
 * g_ptr_array_unref. */
bool fill_run(Subject *subject, const FillOptions *options, GPtrArray **results, GError **error);
