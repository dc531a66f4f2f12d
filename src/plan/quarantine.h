/*
 * quarantine.h - what goes into quarantine (model/quarantine.h) goes as if it were dropped, in the contract phase, but
 * that a move stands in place of the DROP, and the way back needs nothing else
 */
#pragma once

#include "plan/plan.h"

/* Of the actions from there on, which drop the old node: the drop becomes the move to where the new node is. */
void quarantine_instead(Actions *actions, guint from, const Node *old_node, const Node *new_node);

/* Is it declared to be there, and can its own text make it only where it was before? */
bool quarantine_is_made_elsewhere(const Node *node);

/* Puts the node where it was, for the time in which its creation is emitted, and back again, with the statement that
 * does this in the database. */
Node quarantine_leave(Node *node);
void quarantine_return(Actions *actions, Node *node, const Node *place);
