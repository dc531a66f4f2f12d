/* separate.h - what cannot stand in its root's CREATE, for it would wait for something that waits for the root */
#pragma once

#include "model/schema.h"

/* Marks (NODE_SEPARATE) what is to be made by a command of its own when the root is. */
void separate_mark(Node *root);

/* Of all roots that the other Schema does not have. */
void separate_mark_all(const Schema *schema, const Schema *other);
