/*
 * logged.h - tables that become unlogged or logged, and the foreign keys between them
 *
 * What is logged cannot refer to what is not (manual, CREATE TABLE, UNLOGGED); a table may refer to itself. So of two
 * that become unlogged the referencing one goes first, of two that become logged the referenced one; in a ring, where
 * neither can, the foreign keys are made anew.
 */
#pragma once

#include "model/action.h"

/* The action that makes it unlogged or logged waits for those of others, and they for it. */
void logged_order(const Node *old_table, Action *action, Actions *actions);

/* Is the part of the table a foreign key in such a ring? Kind.tears_part. */
bool logged_ring_has(const Schema *new_schema, const Node *old_table, const Node *part);

/* A foreign key comes when its tables are what they are to be, and goes before they change. */
void logged_hold_up(const Node *foreign_key, Actions *actions, guint from);
