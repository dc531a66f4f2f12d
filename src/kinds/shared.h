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
char *routine_find_id(const Node *node, Arena *arena);
bool routine_alter(const Node *old_node, const Node *new_node, guint64 changed, Actions *actions);

/* Storage parameters and the like: SET for what is new or another, RESET for what is gone; target: "ALTER TABLE
 * {node}". */
void emit_options(Actions *actions, const Node *old_node, const Node *new_node, int attr, Effect effect,
                  const char *target);

/* Options of foreign data: ADD, SET and DROP in one statement. */
void emit_foreign_options(Actions *actions, const Node *old_node, const Node *new_node, int attr, const char *target);

/* Primary keys and unique constraints: leaf and attributes. */
extern const Attr key_attrs[];
enum { N_KEY_ATTRS = 9 };
#define KEY_LEAF                                                                                                       \
    "{definition}[columns?[nulls_not_distinct?NULLS NOT DISTINCT ]({columns})[include? INCLUDE ({include})]]"          \
    "[storage? WITH ({storage})][deferrable? {deferrable}]"

/* What indexes have, be they a constraint's or not. */
#define INDEX_ATTRS                                                                                                    \
    {.key = "attached_to",                                                                                             \
     .type = VALUE_NAME,                                                                                               \
     .flags = ATTR_HIDDEN | ATTR_INTERNAL | ATTR_FOREBEAR,                                                             \
     .doc = "the index or key of the partitioned table that it is a part of"},                                         \
        {.key = "clustered",                                                                                           \
         .type = VALUE_BOOL,                                                                                           \
         .flags = ATTR_AFTER | ATTR_ALONE,                                                                             \
         .doc = "CLUSTER goes by it",                                                                                  \
         .alter = "ALTER TABLE {parent} CLUSTER ON {name}",                                                            \
         .reset = "ALTER TABLE {parent} SET WITHOUT CLUSTER",                                                          \
         .set_effect = {PHASE_EXPAND, LOCK_SHARE_UPDATE_EXCLUSIVE, 0, NULL}},                                          \
    {                                                                                                                  \
        .key = "replica_identity", .type = VALUE_BOOL, .flags = ATTR_AFTER | ATTR_ALONE,                               \
        .doc = "replication tells rows apart by it",                                                                   \
        .alter = "ALTER TABLE {parent} REPLICA IDENTITY USING INDEX {name}",                                           \
        .reset = "ALTER TABLE {parent} REPLICA IDENTITY DEFAULT", .set_effect = {                                      \
            PHASE_EXPAND,                                                                                              \
            LOCK_ACCESS_EXCLUSIVE,                                                                                     \
            0,                                                                                                         \
            NULL                                                                                                       \
        }                                                                                                              \
    }

/* Kind.create_actions and drop_actions of what is announced first (Kind.announce). */
bool announced_create(const Node *node, Actions *actions);
bool announced_drop(const Node *node, Actions *actions);

/* Kind.alias of what has columns: a view under the old name, with the old one's owner and privileges. invoker: its
 * reader's rights count, not its owner's (15 on). */
bool alias_view(const Node *old_node, const Node *new_node, Actions *actions, Action *action, ActionAdd *make,
                ActionAdd *take_away);

/* Of types: a domain over the new one. */
bool alias_domain(const Node *old_node, const Node *new_node, Actions *actions, Action *action, ActionAdd *make,
                  ActionAdd *take_away);

/* Of routines: a copy of the old one. */
bool alias_routine(const Node *old_node, const Node *new_node, Actions *actions, Action *action, ActionAdd *make,
                   ActionAdd *take_away);

/* Checks and foreign keys on a table that has rows: added NOT VALID, then validated by a statement of its own, so that
 * the scan does not stand under the addition's lock (manual, ALTER TABLE, "Notes"). */
void emit_not_valid_then_validate(Actions *actions, const Node *node, Effect effect);
