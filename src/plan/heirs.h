/* heirs.h - what partitions and heirs have that differs from what the tables above hand down */
#pragma once

#include "model/action.h"

/* A node that comes with an heir's CREATE: alters what it has of its own. back: the heir is dropped, and comes with the
 * way back. */
void heir_differs(Actions *actions, Node *node, bool back);

/* The same of what the heir gets when it is attached. */
void heir_differs_when_attached(Actions *actions, Node *node);

/* The same of a node that an heir has of its own and from above: CREATE gives it what it lacks. */
void heir_lacks(Actions *actions, Node *node, bool back);

/* The same of a declaration, which says only what is its own (NODE_PART). */
void heir_says(Actions *actions, Node *node);

/* An heir that has no default keeps none when its forebear's changes. */
void heir_refuses(Actions *actions, const Node *old_node, const Node *new_node);

/* The actions from an index on, done to an heir's node, come after what is done to its forebear and reaches the heir.
 */
void heir_comes_after(Actions *actions, guint from, const Node *node);
