/*
 * quarantine.h - what is out of reach before it is dropped
 *
 * A declaration with "quarantine: REASON" stands for an object that nobody is to use any more and whose data is still
 * there. A root is kept in a schema of its own, on which nobody has USAGE, with all that it has; a column stays in its
 * table under another name. Whoever still uses it fails at once, and a renaming brings it back.
 */
#pragma once

#include "model/schema.h"

#define QUARANTINE "pleat_quarantine" /* the schema, and with "_" the beginning of a column's name */

/* Can what is of this kind be kept there? */
bool quarantine_can_hold(const Kind *kind);

/* Is it kept there, by its name alone? */
bool quarantine_has(const Node *node);

/* What its declaration says, where that says "quarantine"; NULL: it does not. */
const Extras *quarantine_extras(const Node *node);

/* The roots that say so: an array of Node, g_ptr_array_unref. */
GPtrArray *quarantine_owners(const Schema *schema);

/* Which of these takes the root along, for the root belongs to it (a serial column's sequence); NULL: none. */
const Node *quarantine_owner(const GPtrArray *owners, const Node *root);

/* The schema (NULL: no root) and the name of a node of this kind there; the name is arena text. */
const char *quarantine_schema(const Node *node);
char *quarantine_name(Arena *arena, const Node *node);
