/* emit_private.h - what the files that emit ordinary actions share */
#pragma once

#include "model/emit.h"

/* Of a declaration as it was written: the schema that its unqualified names mean. NULL: all are qualified. */
const char *emit_path_of(const Node *node);

/* The facets of a new object, and those of what comes with it and is no node, for nothing is said of it. */
void emit_first_facets(Actions *actions, Action *action, const Node *node, ActionAdd *add);
