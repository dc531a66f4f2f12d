/* reference.h - what a foreign key says: which table it refers to, which rows it refuses */
#pragma once

#include "kinds/violations.h"

const Node *referenced_table(const Node *key);

/* The rows that refer to nothing. False: it cannot be said with "=" alone, which of a type of one's own may mean
 * something else than in the key. */
bool reference_violation(Actions *actions, const Node *key, Violation *out);
