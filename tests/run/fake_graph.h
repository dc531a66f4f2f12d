/* fake_graph.h - a graph of revisions made by hand, in their order; targets are ids and base, paths are all of it */
#pragma once

#include "revision/graph.h"

/* The list ends with NULL and is borrowed; graph_free(). */
Graph *fake_graph(Revision *const *revisions);
