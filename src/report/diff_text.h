/* diff_text.h - differences for people: grouped by object, in the words of the declarations */
#pragma once

#include "diff/diff.h"

typedef struct {
    bool color;
    int columns;        /* of the terminal, which long lines are broken for; 0: none are */
    bool whole;         /* what goes is told with all that stands in it */
    const Schema *from; /* the old Schema: where objects are declared that only gain something; NULL: not known */
} DiffView;

/*
 * A line for each object, "~ table public.t  (schema/t.yaml:3)", and under it one for each thing that changes,
 * "+ column name: text NOT NULL  (:9)", the number being a line of the same file. Texts of many lines are told as
 * unified diffs. g_free.
 */
char *diff_text(const GArray *deltas, const DiffView *view);

/* A line for each object, with how much of it comes, goes and changes, and one with the sums: g_free. */
char *diff_stat(const GArray *deltas, const DiffView *view);
