/*
 * comes_again.h - what an expand makes that an earlier contract took away
 *
 * Until that contract has run, the old thing is still there: the expand depends on it, so that a database whose
 * deployment lags behind is told which one is missing, not that the column exists already.
 */
#pragma once

#include "project/autogenerate.h"
#include "revision/graph.h"

/*
 * Ids: the given ones, and the last contracts that take away what the plan's expand makes, without those that the
 * parents stand on: what their headers say that they drop (revision/drops.h), and what stands beside an object until
 * they have run, under a name that pleat gives (a column of another type, an old index). *out in the arena. Fails where
 * a revision cannot be read.
 */
bool comes_again_needs(const Graph *graph, const Proposal *proposal, GPtrArray *parents, const char *const *given,
                       Arena *arena, const char ***out, GError **error);
