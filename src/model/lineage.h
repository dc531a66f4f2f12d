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

/* What CREATE gives an heir for an attribute, before anything is done to it alone. */
const char *heir_plain_value(const Node *node, const Node *forebear, size_t attr);

/* What a declaration must say of a derived node, as a node with nothing else: values, facets, and children of its own
 * (a default). NULL: nothing, for the tables above say it all. */
Node *heir_part(Arena *arena, const Schema *schema, const Node *node);

/* Are all copies of the node, of whatever generation, as CREATE makes them: do the tables above say it all of them? */
bool heirs_are_plain(const Node *node);

/* A node of its own that is in the tables above, too, with all that a declaration must say of it: what CREATE would
 * give it and it does not have. Itself where there is nothing of that. */
const Node *heir_own(Arena *arena, const Schema *schema, const Node *node);

/* Is this something that CREATE hands down, so that its lack is to be said: "not_null: false"? */
bool attr_may_be_lacked(const Attr *attr);

/* Does a command of its own make it, which reaches the heirs that are there (a check that is not valid)? */
bool node_is_apart(const Node *node);

/* May it have parts that the tables above it have? */
bool node_has_lineage(const Node *node);

/* Of a table: has another one its columns from it? */
bool node_has_heirs(const Node *table);

/* Does it fall when its forebear does, although it was made by a command of its own? */
bool node_is_attached(const Schema *schema, const Node *node);

/* The node's forebear, or what that is a copy of in turn: what a command of its own makes. NULL: none. */
Node *node_origin(const Schema *schema, const Node *node);

/* Of an attached node: what adopts it when it is made, and takes it along when it is dropped. NULL: nothing. */
Node *node_adopter(const Schema *schema, const Node *node);

/* Do two nodes of one table differ in the tables above them? */
bool lineage_differs(const Node *old_node, const Node *new_node);

/* Is the other table one of those above it? */
bool lineage_has(const Node *node, const Node *above);

/* Is it a partition or an heir of the other table, at whatever depth? */
bool lineage_reaches(const Schema *schema, const Node *above, const Node *node);

/* Adds what pg_depend does not tell: copies need their forebears; a forebear waits for what it is to adopt. */
void lineage_add_edges(Schema *schema);
