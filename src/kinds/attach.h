/*
 * attach.h - partitions and heirs, for tables of every kind
 *
 * These kinds have the attributes "partition_of", "bound" and "inherits".
 */
#pragma once

#include "model/action.h"

/* A partition is made in its place, or made and then attached; false: it is none. */
bool attach_create_actions(const Node *node, Actions *actions);
bool attach_drop_actions(const Node *node, Actions *actions);

/* What an action gives that attaches a partition to the table, or to one below it, and one takes that looks for these
 * rows; and what an action gives that ends references to them, and one takes that detaches: arena texts. */
char *attach_rows(Arena *arena, const Node *table);
char *attach_references(Arena *arena, const Node *table);

void attach_change_partition(const Node *old_node, const Node *new_node, Actions *actions);
void attach_change_inheritance(const Node *old_node, const Node *new_node, Actions *actions);
