/*
 * online.h - indexes and keys that are built while the table is in use
 *
 * A build that runs CONCURRENTLY is a statement of its own, so it would tear apart a transaction in which something is
 * dropped and comes back: it comes before all of that, on the way back likewise.
 */
#pragma once

#include "model/emit.h"

/* The concurrent form of a statement that builds or drops an index, which runs on its own. */
void make_concurrent(Actions *actions, ActionSql *statement);

/* The name under which what will be called so is built, and the statement that then gives it its own: arena text. */
char *build_name(Actions *actions, const Node *node);
char *take_name_sql(Actions *actions, const Node *node);

/*
 * Kind.create_actions, drop_actions and beside of primary keys and unique constraints. The index
 * is built first, and becomes the constraint's under a short lock. False where only the constraint can build it.
 */
bool key_create(const Node *node, Actions *actions);
bool key_drop(const Node *node, Actions *actions);
bool key_beside(const Node *old_node, const Node *new_node, Actions *actions);

/* Kind.alter of both. */
bool key_alter(const Node *old_node, const Node *new_node, guint64 changed, Actions *actions);

/* Can its index be built first? Not where no CREATE INDEX says what it is to be. */
bool key_can_be_built(const Node *key);

/* The statement that builds the index, and the one that makes the constraint of it: arena text. */
char *key_build_sql(Actions *actions, const Node *key, const char *index);
char *key_take_over_sql(Actions *actions, const Node *key, const char *index);

/* The same of a partitioned table's key: the statement that builds the index of "{partition}", and the one that makes
 * the constraints of all of them, before that of the table above is made: arena text. */
char *key_parts_build_sql(Actions *actions, const Node *key);
char *key_parts_adopt_sql(Actions *actions, const Node *key);

/* Does CLUSTER or replication go by it, so that there is a moment at which it passes to another? */
bool index_is_pointed_at(const Node *node);
