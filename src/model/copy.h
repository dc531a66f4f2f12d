/*
 * copy.h - parts of one Schema in another
 */
#pragma once

#include "model/schema.h"

/* Copies a root with its whole subtree, values, facets and flags; the texts too. "declared" and "origin" are carried
 * over. NULL when its key is taken already. */
Node *schema_copy_root(Schema *to, const Node *root);

/* Repeats the edges of "from" between the nodes that "to" has by the same keys. only_roots: a set of root keys whose
 * nodes' edges are copied; NULL: all. */
void schema_copy_edges(Schema *to, const Schema *from, GHashTable *only_roots);

/*
 * The roots of "keep" as they are, and those of "support" as unmanaged, without what only they need themselves: foreign
 * keys, plain indexes and triggers. Sets of root keys. With edges.
 */
Schema *schema_subset(const Schema *schema, GHashTable *keep, GHashTable *support);

/*
 * Adds to "reached" (a set of nodes) everything that depends on its nodes, however far away; needs edges. Parents do
 * not depend on their children nor the reverse.
 */
void schema_add_dependants(GHashTable *reached);

/* Adds to "support" the keys of all roots that the roots of "keep" need, directly or not, but those of "keep". */
void schema_add_support(const Schema *schema, GHashTable *keep, GHashTable *support);
