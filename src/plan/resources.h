/*
 * resources.h - what only one object can hold at a time: names above all
 */
#pragma once

#include "model/schema.h"

/* resource: "relation public.t", "primary_key of public.t"; valid for the time of the call. */
typedef void ResourceVisit(const char *resource, void *data);

/* All that a node and its heirs, which come and go with it, hold. */
void resources_visit(const Node *node, ResourceVisit *visit, void *data);

/* Is it a key, whose index has its name among the relations? */
bool resources_has_index(const Node *node);
