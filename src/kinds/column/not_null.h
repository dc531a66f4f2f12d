/* not_null.h - a column's NOT NULL, which is a constraint of its own from 18 on */
#pragma once

#include "model/action.h"

/* In one statement: by its name, where somebody gave it one, or it is for this table alone. */
#define NOT_NULL_ADD                                                                                                   \
    "ALTER TABLE {parent} ADD CONSTRAINT {not_null_constraint} NOT NULL {name}[not_null_no_inherit? NO INHERIT]"
#define NOT_NULL_SET                                                                                                   \
    "[not_null_name?" NOT_NULL_ADD "][not_null_name![not_null_no_inherit?" NOT_NULL_ADD "]"                            \
    "[not_null_no_inherit!ALTER TABLE {parent} ALTER COLUMN {name} SET NOT NULL]]"

/* Old rows are not checked; a declaration may leave the name to PostgreSQL. */
#define NOT_NULL_ADD_NOT_VALID                                                                                         \
    "ALTER TABLE {parent} ADD[not_null_constraint? CONSTRAINT {not_null_constraint}]"                                  \
    "[not_null_constraint![not_null_name? CONSTRAINT {not_null_name}]] NOT NULL {name}"                                \
    "[not_null_no_inherit? NO INHERIT] NOT VALID"
#define NOT_NULL_COMMENT_ON "COMMENT ON CONSTRAINT {not_null_constraint} ON {parent} IS "

typedef enum { NULLABLE, NOT_VALID, VALID } Strength;

Strength not_null_strength(const Node *node);

/* "IS NULL" or "IS NOT NULL", as NOT NULL means it. Of a value that has fields they say that all of its fields are
 * null, or that none is (manual, "Comparison Functions and Operators"): then it is IS [NOT] DISTINCT FROM NULL. */
const char *not_null_test(const Node *column, bool null);

/* Kind.complete: the constraint's name where a declaration says more about it. */
void not_null_complete(Node *node, Arena *arena);

/* As the node has it, in one statement, with its comment. */
void not_null_make(Actions *actions, Action *action, const Node *node, ActionAdd *add);

/* The same, and old rows are scanned under no lock that others mind. */
void not_null_add(Actions *actions, Action *action, const Node *node, ActionAdd *add);

/* By way of a check that is validated first: SET NOT NULL then needs no scan under its lock (manual, ALTER TABLE). */
void not_null_by_check(Actions *actions, Action *action, const Node *node, ActionAdd *add);

/* The constraint's name as PostgreSQL chooses it where nobody does, but for names that are taken (makeObjectName). */
char *not_null_usual_name(Arena *arena, const Node *node);

/* Makes it NOT NULL, so that a table with rows is scanned under no lock that others mind. Expand: where nobody writes
 * nulls. */
void not_null_set(Actions *actions, const Node *old_node, const Node *new_node, Phase phase);

/* The way back of an action that drops it from its old node: rows are looked for that it would refuse, and scanned
 * under no lock that others mind. */
void not_null_restore(Actions *actions, Action *action, const Node *node);

/* Is there a way from one to the other? */
bool not_null_can_change(const Actions *actions, const Node *old_node, const Node *new_node);

/* What refuses more than before, ahead of what needs that; and what refuses less, behind what needed it. */
void not_null_tighten(Actions *actions, const Node *old_node, const Node *new_node, guint64 changed);
void not_null_loosen(Actions *actions, const Node *old_node, const Node *new_node, guint64 changed);

/* The primary key that the column is a part of, or NULL. */
const Node *not_null_key(const Node *node);

/* Of a column that comes or goes: not in the tables below that have it in the other Schema, too. */
void not_null_drop_alone(Actions *actions, Action *action, const Node *node, const Schema *other, ActionAdd *add);

/* The index that replication tells rows apart by, where the column is a part of it, or NULL. */
const Node *not_null_identity(const Node *node);
