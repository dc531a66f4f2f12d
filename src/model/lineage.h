/*
 * lineage.h - what a partition or an heir has from the table above it
 *
 * Columns, checks, indexes, ... of a partition copy those of its parent table: their forebears. Most come and go with
 * them (NODE_DERIVED). An index or key that was attached under a name of its own is a node like any other with a
 * forebear: PostgreSQL adopts it when the forebear is made, and drops it with the forebear.
 */
#pragma once

#include "model/schema.h"

/* The table of a qualified name, of whatever kind it is; NULL: none. */
Node *lineage_find(const Schema *schema, const char *name);

/* The node that this one is a copy of; NULL: none. schema: the node's own. */
Node *node_forebear(const Schema *schema, const Node *node);

/* Does it fall when its forebear does, although it was made by a command of its own? */
bool node_is_attached(const Schema *schema, const Node *node);

/* Do two nodes of one table differ in the tables above them? */
bool lineage_differs(const Node *old_node, const Node *new_node);

/* Is the other table one of those above it? */
bool lineage_has(const Node *node, const Node *above);

/* Adds what pg_depend does not tell: copies need their forebears; a forebear waits for what it is to adopt. */
void lineage_add_edges(Schema *schema);
