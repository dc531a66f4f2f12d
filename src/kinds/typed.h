/* typed.h - typed tables: they stop being of their type while it or their columns change */
#pragma once

#include "model/action.h"

/* The table becomes one of another type, or of one, or of none. */
void typed_change(const Node *old_node, const Node *new_node, Actions *actions);

/* Kind.follow of a table: the type was made anew under its old name. */
bool typed_follow(const Node *old_node, const Node *new_node, Actions *actions);

/* The type is altered in place: PostgreSQL refuses that while there are tables of it. */
void typed_tables_let_go(const Node *old_type, Actions *actions);
