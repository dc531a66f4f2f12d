#include "fake/condition.h"

#include <string.h>

Condition *
condition_new(Arena *arena, ConditionKind kind)
{
    Condition *condition = arena_new_one(arena, Condition);
    condition->kind = kind;
    return condition;
}

void
condition_add(Arena *arena, Condition *condition, Condition *child)
{
    Condition **children = arena_new_array(arena, Condition *, condition->n_children + 1);
    if (condition->n_children > 0)
        memcpy(children, condition->children, condition->n_children * sizeof(Condition *));
    children[condition->n_children++] = child;
    condition->children = children;
}

bool
condition_is_known(const Condition *condition)
{
    if (condition->kind == CONDITION_ANY) { /* one that is known will do */
        for (size_t i = 0; i < condition->n_children; i++)
            if (condition_is_known(condition->children[i]))
                return true;
        return false;
    }
    for (size_t i = 0; condition->kind == CONDITION_ALL && i < condition->n_children; i++)
        if (!condition_is_known(condition->children[i]))
            return false;
    return condition->kind != CONDITION_UNKNOWN;
}

/* Is any of the first set also in the others, and not forbidden? */
static bool
sets_meet(const Limits *limits)
{
    const ValueSet *first = limits->allowed[0];
    if (first == NULL || (limits->allowed[1] == NULL && limits->forbidden[0] == NULL))
        return true;
    for (size_t i = 0; i < first->count; i++) {
        bool in_all = true;
        for (size_t set = 0; set < LIMITS_SETS && in_all; set++)
            in_all = (limits->allowed[set] == NULL || value_set_has(limits->allowed[set], first->texts[i])) &&
                     (limits->forbidden[set] == NULL || !value_set_has(limits->forbidden[set], first->texts[i]));
        if (in_all)
            return true;
    }
    return false;
}

bool
limits_narrow(Limits *limits, const Limits *with)
{
    bool ok = true;
    limits->only_null |= with->only_null;
    limits->not_null |= with->not_null;
    limits->low = MAX(limits->low, with->low);
    limits->high = MIN(limits->high, with->high);
    limits->shortest = MAX(limits->shortest, with->shortest);
    limits->longest = MIN(limits->longest, with->longest);
    if (with->bytes >= 0)
        limits->bytes = with->bytes;
    if (with->letters != LETTERS_ANY)
        limits->letters = with->letters;
    if (with->json != NULL)
        limits->json = with->json;
    for (size_t i = 0; i < LIMITS_SETS; i++)
        ok = ok && (with->allowed[i] == NULL || limits_allow(limits, with->allowed[i])) &&
             (with->forbidden[i] == NULL || limits_forbid(limits, with->forbidden[i]));
    for (size_t i = 0; i < LIMITS_PATTERNS; i++)
        ok = ok && (with->patterns[i] == NULL || limits_add_pattern(limits, with->patterns[i]));
    return ok && !limits_are_empty(limits) && sets_meet(limits);
}

/* One after the other, from a random one on, until one does not contradict. Those that are known come first. */
static bool
apply_any(const Condition *condition, Random *random, Frame *frame)
{
    const size_t count = condition->n_children, pairs = frame->n_pairs;
    if (count == 0)
        return true;
    const size_t first = (size_t)random_below(random, count);
    const gsize size = frame->n_limits * sizeof(Limits);
    g_autofree Limits *saved = g_memdup2(frame->limits, size);
    for (int known = 1; known >= 0; known--) {
        for (size_t i = 0; i < count; i++) {
            const Condition *child = condition->children[(first + i) % count];
            if (condition_is_known(child) != (known == 1))
                continue;
            if (condition_apply(child, random, frame))
                return true;
            memcpy(frame->limits, saved, size);
            frame->n_pairs = pairs;
        }
    }
    return false;
}

static bool
apply_count(const Condition *condition, Random *random, Frame *frame)
{
    const size_t count = condition->n_columns, first = (size_t)random_below(random, count);
    const size_t most = MIN(condition->most, count);
    const size_t wanted =
        condition->least + (size_t)random_below(random, MAX(most, condition->least) - condition->least + 1);
    size_t given = 0, left = 0;
    for (size_t i = 0; i < count; i++) {
        given += frame->limits[condition->columns[i]].not_null;
        left += frame->limits[condition->columns[i]].only_null;
    }
    const size_t goal = CLAMP(wanted, given, count - left);
    for (size_t i = 0; i < count; i++) {
        Limits *limits = &frame->limits[condition->columns[(first + i) % count]];
        if (limits->not_null || limits->only_null)
            continue;
        limits->not_null = given < goal;
        limits->only_null = given >= goal;
        given += limits->not_null;
    }
    return given >= condition->least && given <= condition->most;
}

static bool
apply_pair(const Condition *condition, Frame *frame)
{
    if (frame->n_pairs < MOST_PAIRS)
        frame->pairs[frame->n_pairs++] = (Pair){condition->column, condition->other, condition->pair};
    return true;
}

bool
condition_apply(const Condition *condition, Random *random, Frame *frame)
{
    switch (condition->kind) {
    case CONDITION_ALL:
        for (size_t i = 0; i < condition->n_children; i++)
            if (!condition_apply(condition->children[i], random, frame))
                return false;
        return true;
    case CONDITION_ANY:
        return apply_any(condition, random, frame);
    case CONDITION_LIMIT:
        return limits_narrow(&frame->limits[condition->column], condition->limits);
    case CONDITION_PAIR:
        return apply_pair(condition, frame);
    case CONDITION_COUNT:
        return apply_count(condition, random, frame);
    default:
        return true;
    }
}

const Condition *
condition_apply_fixed(Arena *arena, const Condition *condition, Frame *frame)
{
    Condition *rest;
    switch (condition->kind) {
    case CONDITION_ALL:
        rest = condition_new(arena, CONDITION_ALL);
        for (size_t i = 0; i < condition->n_children; i++) {
            const Condition *left = condition_apply_fixed(arena, condition->children[i], frame);
            if (left != NULL)
                condition_add(arena, rest, (Condition *)(guintptr)left);
        }
        return rest->n_children > 0 ? rest : NULL;
    case CONDITION_LIMIT:
        limits_narrow(&frame->limits[condition->column], condition->limits);
        return NULL;
    case CONDITION_PAIR:
        apply_pair(condition, frame);
        return NULL;
    case CONDITION_ANY:
    case CONDITION_COUNT:
        return condition;
    default:
        return NULL;
    }
}
