/*
 * shared.h - what several kinds have in common
 *
 * A family's attributes stand in one table, its hooks in one function; each kind's own file says what sets it apart.
 */
#pragma once

#include "model/emit.h"

/* Functions and procedures. */
extern const Attr routine_attrs[];
enum { ROUTINE_DEFINITION, ROUTINE_BODY, ROUTINE_ARGUMENTS, ROUTINE_RETURNS, ROUTINE_LANGUAGE, N_ROUTINE_ATTRS };
/* CREATE OR REPLACE, both ways. */
void emit_replace(Actions *actions, const Node *old_node, const Node *new_node, const char *verb);
bool routine_alter(const Node *old_node, const Node *new_node, guint64 changed, Actions *actions);

/* Primary keys and unique constraints: leaf and attributes. */
extern const Attr key_attrs[];
enum { N_KEY_ATTRS = 5 };
#define KEY_LEAF                                                                                                       \
    "{definition}[columns?[nulls_not_distinct?NULLS NOT DISTINCT ]({columns})[include? INCLUDE ({include})]"           \
    "[deferrable? {deferrable}]]"

/* Checks and foreign keys on a table that has rows: added NOT VALID, then validated by a statement of its own, so that
 * the scan does not stand under the addition's lock (manual, ALTER TABLE, "Notes"). */
void emit_not_valid_then_validate(Actions *actions, const Node *node, Effect effect);
