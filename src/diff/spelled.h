/*
 * spelled.h - are declarations, letter for letter, what a database's own texts would be?
 *
 * Equal texts are equal objects, and nothing needs to be created to know it. A difference here means nothing yet: the
 * declaration may say the same in other words, which only PostgreSQL can tell.
 */
#pragma once

#include "model/schema.h"

/*
 * Keys of the nodes that are not spelled alike in both, as a set: of a root or child that differs in its own text, or
 * that only one side has. g_hash_table_unref; the keys belong to the Schemas. Derived and unmanaged nodes are left out,
 * and so are schemas that nothing declares and that hold nothing but their name.
 */
GHashTable *spelled_differently(const Schema *declared, const Schema *reflected);
