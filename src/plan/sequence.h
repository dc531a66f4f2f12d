/* sequence.h - the order and the phases of a list of actions */
#pragma once

#include "model/action.h"

/* What waits for each other. */
typedef struct {
    GString *text;      /* in words */
    GPtrArray *altered; /* old nodes whose alteration is part of it */
} Circle;

/*
 * Sorts actions->list: all of expand, then all of contract. An action that must come after a contract one becomes
 * contract. Returns how many cycles had to be broken: 0 is sound. circle (may be NULL) is added to.
 */
size_t sequence_actions(Actions *actions, Circle *circle);
