/* What an extension brings. */
#pragma once

#include "model/kind.h"
#include "model/schema.h"

/* A statement behind the CREATE of an extension: what default privileges of this Schema (NULL: none) may have given or
 * taken of its objects is as its script left it. Those that "undone" has, too, are left out. NULL: nothing to do. */
char *members_undo_defaults(Arena *arena, const Schema *schema, const Schema *undone, const Node *node);
