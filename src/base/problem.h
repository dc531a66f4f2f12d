/*
 * problem.h - what is wrong with input files, all of it, each with its place
 *
 * Reading files never stops at the first mistake: each becomes a problem in a list, and the reader goes on. A place
 * belongs to whoever owns the file name (an arena or a file tree that outlives the list).
 */
#pragma once

#include "base/error.h"

typedef struct {
    const char *file; /* as the user would name it; NULL: no place */
    int line, column; /* from 1; 0: the file as a whole */
} Place;

typedef enum { PROBLEM_ERROR, PROBLEM_WARNING } ProblemLevel;

typedef struct {
    ProblemLevel level;
    Place place;
    char *text;
    char *hint; /* NULL: none */
} Problem;

typedef struct Problems Problems;

Problems *problems_new(void);
void problems_free(Problems *problems);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Problems, problems_free)

/* Adds an error at a place and returns false, so that a reader can say: return problems_add(...). */
bool problems_add(Problems *problems, Place place, const char *format, ...) G_GNUC_PRINTF(3, 4);
bool problems_warn(Problems *problems, Place place, const char *format, ...) G_GNUC_PRINTF(3, 4);

/* Gives the newest problem its hint. */
void problems_hint(Problems *problems, const char *format, ...) G_GNUC_PRINTF(2, 3);

size_t problems_errors(const Problems *problems);
size_t problems_count(const Problems *problems);

/* Sorts by file, line, column; equal places keep the order in which they were found. */
void problems_sort(Problems *problems);
const Problem *problems_get(const Problems *problems, size_t index);

/* One line a problem, "schema/user.yaml:12:7: error: ...", a hint indented below: free with g_free. */
char *problems_format(const Problems *problems);

/* An error of code PLEAT_ERROR_INPUT that holds problems_format() when there is any error; else true. */
bool problems_raise(Problems *problems, GError **error);

/* The candidate that a mistyped word most likely meant, or NULL when none is near. The candidates end with NULL. */
const char *problem_did_you_mean(const char *word, const char *const *candidates);
