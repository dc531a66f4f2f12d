/*
 * published.h - tables of which PostgreSQL refuses UPDATE and DELETE once they are published: nothing tells their rows
 * apart
 */
#pragma once

#include "model/action.h"

/* Makes what publishes the tables among those under "root" (NULL: all of the new schema) by the publication of this
 * name. The header says so where that makes applications fail. */
void published_emit(Actions *actions, const Node *node, const Node *root);

/* Kind.create_actions of what publishes what it stands in; node->name is the publication. */
bool published_create(const Node *node, Actions *actions);
