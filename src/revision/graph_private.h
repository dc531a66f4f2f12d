/* graph_private.h - what graph.c, resolve.c and path.c share; nobody else includes it */
#pragma once

#include "revision/graph.h"

struct Graph {
    GPtrArray *all;       /* of Revision, owned; parents first */
    GHashTable *by_id;
    GHashTable *children; /* id -> GPtrArray of the revisions that come after it or depend on it */
};

/* Raises the error for several heads where one is needed. */
bool graph_fail_several(GPtrArray *heads, Phase phase, GError **error);
