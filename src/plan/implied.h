/* implied.h - what is used without a name (Kind.is_implied): casts, operator classes */
#pragma once

#include "plan/edges.h"

/* The action with this index makes or drops the node. */
void implied_register(Sequence *sequence, const Node *node, size_t index);

/*
 * Once all are registered, for what uses them: the node goes before that is gone, or else comes after that is there.
 * A default comes to be of its column's type, which not every release of PostgreSQL notes as a need of the default.
 */
void implied_order(Sequence *sequence, const Node *node, size_t index, bool goes);
