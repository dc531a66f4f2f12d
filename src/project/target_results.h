/*
 * target_results.h - what became of each of many targets, for people and for programs
 */
#pragma once

#include "project/target_list.h"

typedef enum {
    TARGET_NOT_BEGUN,
    TARGET_AT_WORK,
    TARGET_DONE,
    TARGET_NOTHING,
    TARGET_FAILED,
    TARGET_GONE,
    TARGET_STOPPED,
    N_TARGET_STATES
} TargetState;

typedef struct {
    TargetState state;
    char *from, *to; /* target_standing() before and after; NULL: not asked */
    double seconds;
    PleatFault fault;
    char *error;   /* why it failed; NULL: it did not */
    GString *text; /* what it wrote, kept until it is its turn */
    GString *note; /* the beginning of a line */
} TargetResult;

/* One for each target. */
TargetResult *target_results_new(guint count);
void target_results_free(TargetResult *results, guint count);

guint target_results_count(const TargetList *list, const TargetResult *results, TargetState state);

/* A table of what became of each, and how many of each there are. */
void target_results_write_table(PleatSession *session, const TargetList *list, const TargetResult *results);

/* The same as the last event of a run. */
void target_results_write_summary(PleatSession *session, const TargetList *list, const TargetResult *results);

/* One document of those that the targets wrote; in the place of one that failed is why. */
void target_results_write_document(PleatSession *session, const TargetList *list, const TargetResult *results);
