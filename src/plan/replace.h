/* replace.h - which nodes are dropped and made again, because of themselves or of what they depend on */
#pragma once

#include "diff/diff.h"
#include "model/action.h"

typedef struct {
    Node *old_node, *new_node;
    Phase phase; /* of both halves */
} Replacement;

/* Can the delta be done by altering in place? Tried on a list of its own. */
bool delta_is_alterable(const Delta *delta, const Schema *old_schema, const Schema *new_schema);

/*
 * Key -> Replacement for every node that is replaced. Fails where a replacement would take data with it that nothing
 * asked to drop.
 */
bool replace_find(const Schema *old_schema, const Schema *new_schema, GArray *deltas, Arena *arena, GHashTable **out,
                  GError **error);
