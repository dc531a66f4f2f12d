/*
 * bars.h - what cannot come while something else is there (Kind.bars, Kind.barred_as)
 */
#pragma once

#include "plan/edges.h"

/* Once all actions and what falls are registered. */
void bars_register(Sequence *sequence);

/* The action with this index makes the node: it waits for all that bars it. */
void bars_wait(Sequence *sequence, const Node *node, size_t index);
