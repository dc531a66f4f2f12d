/* conversion.h - how a value of one type becomes one of another */
#pragma once

#include "model/action.h"

/* Has every value of the one type an equal one of the other, whatever the session's settings, so that no cast fails? */
bool conversion_is_total(const Node *from, const Node *to);

/* Do both types belong to one family, so that a value that was kept whole comes back as it was? */
bool conversion_returns(const Node *from, const Node *to);

/* The expression that makes a value of the one type one of the other: arena text. */
char *conversion_cast(Actions *actions, const Node *from, const Node *to, const char *value);

/* What the declaration says in place of a cast (backfill, or backfill_down on the way back): an expression that names
 * the column itself. NULL: nothing. */
const char *conversion_declared(const Node *new_node, bool back);
