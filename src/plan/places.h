/*
 * places.h - the order of columns of rows that functions give, and of what reads them by their places
 */
#pragma once

#include "plan/edges.h"

/* The action with this index makes or drops a node. */
void places_order(Sequence *sequence, const Node *node, size_t index, bool creates);
