/*
 * limits.h - what one value may be
 *
 * A flat struct, so that a row begins with a copy of what its columns always have and narrows it as its choices are
 * made. What it points to lives as long as the plan.
 */
#pragma once

#include "fake/axis.h"
#include "fake/pattern.h"

/* Texts as PostgreSQL writes the values. */
typedef struct {
    const char **texts;
    size_t count;
} ValueSet;

bool value_set_has(const ValueSet *set, const char *text);

enum { LIMITS_SETS = 4, LIMITS_PATTERNS = 3 };

typedef enum { LETTERS_ANY, LETTERS_LOWER, LETTERS_UPPER } Letters;

typedef struct {
    bool only_null, not_null;
    gint64 low, high;      /* ticks of its axis, both included */
    int shortest, longest; /* characters of a text, elements of an array */
    int bytes;             /* of a bytea, or bits of a bit string: exactly so many; -1: any */
    const ValueSet *allowed[LIMITS_SETS], *forbidden[LIMITS_SETS];
    const Pattern *patterns[LIMITS_PATTERNS];
    const ValueSet *hints; /* constants of checks that are not understood: worth a try */
    Letters letters;
    const char *json; /* what jsonb_typeof() is to say; NULL: anything */
} Limits;

#define LIMITS_LONGEST 1000000

/* Everything. */
Limits limits_any(void);

/* False where there is no room for one more, or nothing would be left. */
bool limits_allow(Limits *limits, const ValueSet *set);
bool limits_forbid(Limits *limits, const ValueSet *set);
bool limits_add_pattern(Limits *limits, const Pattern *pattern);

/* Can no value be left? (Not all contradictions are seen.) */
bool limits_are_empty(const Limits *limits);

/* Is a value that came from elsewhere within the limits? axis: of its type. */
bool limits_accept(const Limits *limits, const Axis *axis, const char *text);
