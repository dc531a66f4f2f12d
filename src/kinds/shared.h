/*
 * shared.h - what several kinds have in common
 *
 * A family's attributes stand in one table, its hooks in one function; each kind's own file says what sets it apart.
 */
#pragma once

#include "kinds/violations.h"

/* Functions and procedures. */
extern const Attr routine_attrs[];
enum { ROUTINE_DEFINITION, ROUTINE_BODY, ROUTINE_ARGUMENTS, ROUTINE_RETURNS, ROUTINE_LANGUAGE, N_ROUTINE_ATTRS };
/* CREATE OR REPLACE, both ways. */
Action *emit_replace(Actions *actions, const Node *old_node, const Node *new_node, const char *verb);
char *routine_find_id(const Node *node, Arena *arena);
bool routine_alter(const Node *old_node, const Node *new_node, guint64 changed, Actions *actions);
/* With keep_prior, the old body stays callable under a name of its own until the old application is gone. */
void routine_keep_prior(Actions *actions, const Node *old_node, const Node *new_node);
bool routine_tears(const Node *old_node, const Node *new_node, const Node *dependant);
char *routine_meanwhile(const Node *old_node, const Node *new_node, Arena *arena);
Phase routine_takes_place(const Node *old_node, const Node *new_node);
Phase aggregate_takes_place(const Node *old_node, const Node *new_node);

/* Of kinds of which there is nothing but privileges: Kind.create_actions and Kind.drop_actions. */
bool grants_create(const Node *node, Actions *actions);
bool grants_drop(const Node *node, Actions *actions);

/* Storage parameters and the like: SET for what is new or another, RESET for what is gone; target: "ALTER TABLE
 * {node}". */
Action *emit_options(Actions *actions, const Node *old_node, const Node *new_node, int attr, Effect effect,
                     const char *target);

/* The same of options that are no attribute. */
Action *emit_option_changes(Actions *actions, const Node *old_node, const Node *new_node, const char *from,
                            const char *to, Effect effect, const char *target);

/* Options of foreign data: ADD, SET and DROP in one statement. */
void emit_foreign_options(Actions *actions, const Node *old_node, const Node *new_node, int attr, const char *target);

/* Where rows are kept. PostgreSQL copies the files under the lock; of what has partitions only what is made from then
 * on comes there. */
#define TABLESPACE_ATTR(alter_words, more_flags)                                                                       \
    {                                                                                                                  \
        .key = "tablespace", .type = VALUE_NAME, .flags = ATTR_TABLESPACE | (more_flags),                              \
        .doc = "where it is kept, if not in the database's own tablespace",                                            \
        .alter = alter_words " SET TABLESPACE {value}", .reset = alter_words " SET TABLESPACE pg_default",             \
        .set_effect = {PHASE_CONTRACT, LOCK_ACCESS_EXCLUSIVE, COST_REWRITE, "it is copied under its lock"},            \
    }

/* has_parts: nothing is stored in itself. */
void emit_tablespace(Actions *actions, const Node *old_node, const Node *new_node, int attr, bool has_parts);

/* The columns of a view, for a look at what of them stays. */
#define COLUMNS_ATTR                                                                                                   \
    {                                                                                                                  \
        .key = "columns", .type = VALUE_MAP, .flags = ATTR_HIDDEN | ATTR_INTERNAL, .doc = "its columns' types",        \
    }

/* Are the new one's columns those of the old one, with others behind them, or none? False where one is not known. */
bool columns_go_on(const Node *old_node, const Node *new_node);

/* How rows are kept: by a table access method other than heap. It can be altered from 15 on, of what has partitions
 * from 17 on. */
#define ACCESS_METHOD_ATTR(alter_words, default_name)                                                                  \
    {                                                                                                                  \
        .key = "access_method", .type = VALUE_NAME, .doc = "the table access method, if it is not heap",               \
        .alter = alter_words " SET ACCESS METHOD {value}", .reset = alter_words " SET ACCESS METHOD " default_name,    \
        .set_effect = {PHASE_CONTRACT, LOCK_ACCESS_EXCLUSIVE, COST_REWRITE, "it is written anew under its lock"},      \
    }

/* Primary keys and unique constraints: leaf and attributes. */
extern const Attr key_attrs[];
enum { N_KEY_ATTRS = 11 };
#define KEY_LEAF                                                                                                       \
    "{definition}[columns?[nulls_not_distinct?NULLS NOT DISTINCT ]({columns})[include? INCLUDE ({include})]]"          \
    "[storage? WITH ({storage})][tablespace? USING INDEX TABLESPACE {tablespace}][deferrable? {deferrable}]"

/* What indexes have, be they a constraint's or not. */
#define INDEX_ATTRS                                                                                                    \
    TABLESPACE_ATTR("ALTER INDEX {sibling}", ATTR_HEIR | ATTR_HEIR_APART),                                             \
        {.key = "attached_to",                                                                                         \
         .type = VALUE_NAME,                                                                                           \
         .flags = ATTR_INTERNAL | ATTR_FOREBEAR,                                                                       \
         .doc = "the index or key of the partitioned table that it is a part of"},                                     \
        {.key = "clustered",                                                                                           \
         .type = VALUE_BOOL,                                                                                           \
         .flags = ATTR_AFTER | ATTR_ALONE | ATTR_HEIR_APART,                                                           \
         .doc = "CLUSTER goes by it",                                                                                  \
         .alter = "ALTER TABLE {parent} CLUSTER ON {name}",                                                            \
         .reset = "ALTER TABLE {parent} SET WITHOUT CLUSTER",                                                          \
         .set_effect = {PHASE_EXPAND, LOCK_SHARE_UPDATE_EXCLUSIVE, 0, NULL}},                                          \
    {                                                                                                                  \
        .key = "replica_identity", .type = VALUE_BOOL, .flags = ATTR_AFTER | ATTR_ALONE | ATTR_HEIR_APART,             \
        .doc = "replication tells rows apart by it",                                                                   \
        .alter = "ALTER TABLE {parent} REPLICA IDENTITY USING INDEX {name}",                                           \
        .reset = "ALTER TABLE {parent} REPLICA IDENTITY DEFAULT", .set_effect = {                                      \
            PHASE_EXPAND,                                                                                              \
            LOCK_ACCESS_EXCLUSIVE,                                                                                     \
            0,                                                                                                         \
            NULL                                                                                                       \
        }                                                                                                              \
    }

/* "timestamp without time zone" for "timestamp(3) without time zone". g_free. */
char *type_without_modifier(const char *type);

/* A constraint and its index are two objects of one name, and each may have a comment. */
#define INDEX_COMMENT_ATTR                                                                                             \
    {                                                                                                                  \
        .key = "index_comment", .type = VALUE_TEXT, .flags = ATTR_AFTER | ATTR_HEIR_APART,                             \
        .doc = "a comment on its index, beside its own", .alter = "COMMENT ON INDEX {sibling} IS {value}",             \
        .reset = "COMMENT ON INDEX {sibling} IS NULL", .set_effect = {                                                 \
            PHASE_EXPAND,                                                                                              \
            LOCK_SHARE_UPDATE_EXCLUSIVE,                                                                               \
            0,                                                                                                         \
            NULL                                                                                                       \
        }                                                                                                              \
    }

/* What may have a WHERE at its end, with a clause that comes before that. */
void append_before_where(GString *sql, const char *text, const char *clause);

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
 * the scan does not stand under the addition's lock (manual, ALTER TABLE, "Notes"). violation: what is looked for
 * before all of that; NULL: nothing. Returns the action that adds it. */
Action *emit_not_valid_then_validate(Actions *actions, const Node *node, Effect effect, const Violation *violation);

/* The statement of an action's way forth or back that adds one, by its place in it, likewise: the validation comes at
 * the end. add: action_up or action_down. */
void validate_apart(Actions *actions, Action *action, const Node *node, guint place, ActionAdd *add);

/* Is it a table's column, whose rows hold values of its type? */
bool holds_values(const Node *node);

/* Do columns hold values of a domain inside of others: arrays, rows, ranges? PostgreSQL looks at no such values, so it
 * refuses to tighten the domain. */
bool domain_is_held(const Node *domain);

/* Do columns of other tables hold rows of a table? PostgreSQL changes no column's type then. */
bool row_is_held(const Node *table);
