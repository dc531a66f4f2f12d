/* change.h - a column that stays becomes of another type or another kind of identity */
#pragma once

#include "model/action.h"

enum {
    TYPE,
    COLLATION,
    GENERATED,
    VIRTUAL,
    IDENTITY,
    SEQUENCE,
    NOT_NULL,
    STORAGE,
    COMPRESSION,
    STATISTICS,
    OPTIONS,
    FDW_OPTIONS,
    TYPE_STORAGE,
    NOT_NULL_NAME,
    NOT_NULL_NO_INHERIT,
    NOT_NULL_NOT_VALID,
    NOT_NULL_COMMENT,
    NOT_NULL_CONSTRAINT,
    TYPED,
};

#define COLUMN "ALTER TABLE {parent} ALTER COLUMN {name} "
#define COLUMN_TYPE "{type}[fdw_options? OPTIONS ({fdw_options})][collation? COLLATE {collation}]"
#define COLUMN_REST                                                                                                    \
    "[child.default? DEFAULT {child.default}]"                                                                         \
    "[generated? GENERATED ALWAYS AS ({generated}) [virtual?VIRTUAL][virtual!STORED]]"                                 \
    "[identity? GENERATED {identity} AS IDENTITY[sequence? ({sequence})]]"                                             \
    "[not_null?[not_null_name? CONSTRAINT {not_null_name}] NOT NULL[not_null_no_inherit? NO INHERIT]]"
#define COLUMN_ADD "ALTER TABLE {parent} ADD COLUMN {name} [typed?" COLUMN_TYPE COLUMN_REST "][typed!{leaf}]"
/* Its place alone: no row is written. */
#define COLUMN_STAND_IN "ALTER TABLE {parent} ADD COLUMN {name} boolean"
#define COLUMN_DROP "ALTER TABLE {parent} DROP COLUMN {name}"

/* Does a change of type write no row anew, for every value of the one is one of the other as it is stored? */
bool is_widening(const char *from, const char *to);

/* "::text" where PostgreSQL knows no cast: none of a user's own type that was not made. Else "". */
const char *cast_detour(const Actions *actions, const Node *from, const Node *to);

/* Are rows told to partitions by it, in its table or in a partition, at whatever depth? PostgreSQL changes no type of
 * such a column. */
bool is_partition_key_below(const Node *column);

void change_type(Actions *actions, const Node *old_node, const Node *new_node);

/* The old type, where a new application may not understand it. */
char *meanwhile_type(const Node *old_node, const Node *new_node, Arena *arena);

/* The type among what a column needs that can be moved aside; NULL: it is of none. */
Node *type_aside_of(const Node *column);

/* Do its values go over to a type that was made anew, or back, by the names of their fields, if at all? */
bool type_needs_json(const Actions *actions, const Node *old_node, const Node *new_node);

/* What of its values the type that was made anew does not have, if anything. */
void tell_loss(const Actions *actions, Action *action, const Node *old_node, const Node *new_node);

/* The type was made anew under its old name: goes over by way of text, of its fields or of JSON. */
bool follow_type(const Node *old_node, const Node *new_node, Actions *actions);

/* Is each attribute of both the same? */
bool has_same_values(const Node *node, const Node *other);

/* A computed column that goes on in place, with another expression (17 on) or as a plain one. False: it cannot; it is
 * made anew. */
bool alter_generated(const Node *old_node, const Node *new_node, Actions *actions);

/* Kind.detour. */
char *by_way_of_text(const Node *node, Arena *arena, bool back);

void change_identity(Actions *actions, const Node *old_node, const Node *new_node);

/* Before the type changes? The new one need not be one that can have an identity, or may be too narrow for its limits.
 */
bool identity_goes_first(const Node *old_node, const Node *new_node);

/* The identity goes on in another column, which has the name given here at that moment: the sequence of "from" is
 * called prefix and its name from then on, and is locked. */
void identity_pass_on(Actions *actions, Action *action, const Node *from, const Node *to, const char *column,
                      const char *prefix, ActionAdd *add);
