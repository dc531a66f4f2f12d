#include "fake/limits.h"

#include <string.h>

bool
value_set_has(const ValueSet *set, const char *text)
{
    for (size_t i = 0; i < set->count; i++)
        if (strcmp(set->texts[i], text) == 0)
            return true;
    return false;
}

Limits
limits_any(void)
{
    return (Limits){.low = G_MININT64, .high = G_MAXINT64, .longest = LIMITS_LONGEST, .bytes = -1};
}

static bool
add_set(const ValueSet **sets, const ValueSet *set)
{
    for (size_t i = 0; i < LIMITS_SETS; i++) {
        if (sets[i] == NULL || sets[i] == set) {
            sets[i] = set;
            return true;
        }
    }
    return false;
}

bool
limits_allow(Limits *limits, const ValueSet *set)
{
    return add_set(limits->allowed, set);
}

bool
limits_forbid(Limits *limits, const ValueSet *set)
{
    return add_set(limits->forbidden, set);
}

bool
limits_add_pattern(Limits *limits, const Pattern *pattern)
{
    for (size_t i = 0; i < LIMITS_PATTERNS; i++) {
        if (limits->patterns[i] == NULL || limits->patterns[i] == pattern) {
            limits->patterns[i] = pattern;
            return true;
        }
    }
    return false;
}

bool
limits_are_empty(const Limits *limits)
{
    if (limits->only_null)
        return limits->not_null;
    return limits->low > limits->high || limits->shortest > limits->longest;
}

static bool
forbids(const Limits *limits, const char *text)
{
    for (size_t i = 0; i < LIMITS_SETS && limits->forbidden[i] != NULL; i++)
        if (value_set_has(limits->forbidden[i], text))
            return true;
    return false;
}

static bool
matches(const Limits *limits, const char *text)
{
    for (size_t i = 0; i < LIMITS_SETS && limits->allowed[i] != NULL; i++)
        if (!value_set_has(limits->allowed[i], text))
            return false;
    for (size_t i = 0; i < LIMITS_PATTERNS && limits->patterns[i] != NULL; i++)
        if (!pattern_matches(limits->patterns[i], text))
            return false;
    return true;
}

bool
limits_accept(const Limits *limits, const Axis *axis, const char *text)
{
    gint64 ticks;
    if (limits->only_null || forbids(limits, text) || !matches(limits, text))
        return false;
    if (axis->kind != AXIS_NONE && axis_parse(axis, text, &ticks))
        return ticks >= limits->low && ticks <= limits->high;
    if (limits->shortest > 0 || limits->longest < LIMITS_LONGEST) {
        const glong length = g_utf8_strlen(text, -1);
        return length >= limits->shortest && length <= limits->longest;
    }
    return true;
}
