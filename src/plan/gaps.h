/* gaps.h - what leaves something missing until another action comes (Action.since) is done as late as can be */
#pragma once

#include "plan/edges.h"

/* sorted: indexes of all actions, in an order that all edges allow. What leaves a gap comes right before the first that
 * has to come after it, so that little else is done in their transaction. */
void gaps_delay(const Sequence *sequence, size_t *sorted);
