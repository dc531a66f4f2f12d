/*
 * parts.h - what a partitioned table hands down, made in each partition by itself first
 *
 * Steps over the partitions run for those that exist then and there, and lock one after the other. What is made of the
 * partitioned table then finds equal ones in all of them and adopts these, whatever lies between.
 */
#pragma once

#include "model/emit.h"

/* Is it a partitioned table? */
bool parts_are_of(const Node *table);

/* Has a partition one under a name of its own, which this index or key adopts? */
bool parts_are_adopted(const Node *node);

/* Kind.is_torn of indexes and keys. */
bool parts_are_torn(const Node *node, const Node *old_column, const Node *new_column);

/* Storage parameters of what is attached to another, which cannot be made anew alone: of a part of an index. False: it
 * can, or has parts itself. from, to: lists of options. */
bool parts_alter_options(const Node *old_node, const Node *new_node, const char *from, const char *to,
                         Actions *actions);

/* A statement with "{partition}" in it, for each leaf of the node's table. add: action_up or action_down. */
ActionSql *parts_add(Actions *actions, Action *action, const Node *node, const char *sql, ActionAdd *add);

/* An action of its own, before what makes the node; sql as above. More may be added to it. */
Action *parts_make_first(Actions *actions, const Node *node, Effect effect, const char *verb, const char *sql);

/* The same on the way back, where what drops the node makes it again. */
Action *parts_make_first_back(Actions *actions, const Node *node, Effect effect, const char *verb, const char *sql);

/* Where the node's table is partitioned: validates a constraint that each partition has of it under its name. What is
 * then validated of the table above finds nothing to scan. flags: of SqlFlags. add: action_up or action_down. */
void parts_validate(Actions *actions, Action *action, const Node *node, const char *constraint, unsigned flags,
                    ActionAdd *add);

/* The statement, with "{partition}" in it, that adds a foreign key to a partition, NOT VALID: arena text. */
char *parts_add_unchecked_sql(Actions *actions, const Node *foreign_key);

/* RENAME of a foreign key does not reach those of the partitions, which had its name: the statement that renames them
 * after it: arena text. */
char *parts_rename_sql(Actions *actions, const Node *foreign_key, const char *was);

/*
 * What was built beside an index whose parts have names of the same columns, which is gone later: the parts of the node
 * get the names that PostgreSQL would give them by then. back: the node is dropped, and comes with the way back.
 */
void parts_settle_names(Actions *actions, const Node *node, bool back);

/* Of two versions of one index: may a part of the one have the name that a part of the other has? */
bool parts_share_names(const Actions *actions, const Node *old_node, const Node *new_node);

/* The statement that gives them these names: arena text. */
char *parts_names_sql(Actions *actions, const Node *node);

/* The statement, with "{partition}" in it, that builds the index of a partition. PostgreSQL names it as it does when it
 * makes one for the table above. Arena text. */
char *parts_build_sql(Actions *actions, const Node *index);

/* The statement that names the parts of indexes, whatever they are called, as PostgreSQL names them for the columns
 * that they are on now, in this order: arena text. */
char *parts_usual_names_sql(Actions *actions, const GPtrArray *indexes);

/* An expression for such a name in a query over pg_index i, its class x and its table t: arena text. label: "idx". */
char *parts_usual_name(Actions *actions, const char *label);
