/* circles.h - actions that wait for themselves by way of others */
#pragma once

#include "model/action.h"

typedef struct {
    size_t first, second; /* indexes of actions: the first is to run before the second */
} Edge;

/* Two actions that wait for each other, in words. edges: of Edge; sorted: the order that was found, with circles broken
 * somewhere. */
void circles_describe(const Actions *actions, const GArray *edges, const size_t *sorted, GString *out);

/* Old nodes of what is altered in a circle. Sorts the edges. */
void circles_find_altered(const Actions *actions, GArray *edges, GPtrArray *out);
