/*
 * condition.h - what checks and partition bounds ask of a row, in a form that rows are made from
 *
 * A condition is not tested but obeyed: applying it narrows the limits of columns, choosing at random where there is a
 * choice. NULL passes a check, as in SQL.
 */
#pragma once

#include "fake/subject.h"

typedef enum {
    CONDITION_TRUE,
    CONDITION_ALL,     /* of the children */
    CONDITION_ANY,     /* one of the children */
    CONDITION_LIMIT,   /* column is within limits */
    CONDITION_PAIR,    /* column and other compare so */
    CONDITION_COUNT,   /* so many of the columns are not NULL */
    CONDITION_UNKNOWN, /* nobody but PostgreSQL knows */
} ConditionKind;

struct Condition {
    ConditionKind kind;
    Condition **children;
    size_t n_children;
    int column, other;
    PairKind pair;
    Limits *limits;
    int *columns;
    size_t n_columns, least, most;
};

enum { MOST_PAIRS = 64 };

/* What a row is made within. */
typedef struct {
    Limits *limits; /* of each column */
    size_t n_limits;
    Pair pairs[MOST_PAIRS];
    size_t n_pairs;
} Frame;

/* False: it contradicts what was applied before; the frame is then good for nothing. */
bool condition_apply(const Condition *condition, Random *random, Frame *frame);

/* Applies what leaves no choice, and gives what is left to be applied to each row: NULL when that is nothing. */
const Condition *condition_apply_fixed(Arena *arena, const Condition *condition, Frame *frame);

Condition *condition_new(Arena *arena, ConditionKind kind);
void condition_add(Arena *arena, Condition *condition, Condition *child);

/* The arrays of ORs within it are all that is unknown? */
bool condition_is_known(const Condition *condition);

/* Both at once; false where nothing is left. */
bool limits_narrow(Limits *limits, const Limits *with);
