/*
 * plan.h - from deltas to ordered, phased actions
 *
 * What cannot be altered in place is dropped and made again, and with it exactly what depends on it. The order is one
 * stable topological sort over the catalogs' edges and the actions' own; an action that must come after one of the
 * contract phase belongs to the contract phase too.
 */
#pragma once

#include "diff/diff.h"
#include "model/action.h"

typedef struct {
    Arena *arena;
    Actions *actions; /* in the order in which they run: all of expand, then all of contract */
    bool *together;   /* for each action: in one transaction with the one before, lest something be missing between */
} Plan;

/* Both Schemas must have their edges and outlive the plan. machinery: the schema of pleat's own objects ("pleat").
 * online: a column whose change of type would write its table anew is exchanged (kinds/shadow.h), where it can be. */
bool plan_make(const Schema *old_schema, const Schema *new_schema, GArray *deltas, const char *machinery, bool online,
               Plan **out, GError **error);

/* Everything that a Schema holds, unmanaged nodes too, into an empty database. Edges may be guesses (plan/names.h): a
 * circle of them is broken somewhere. */
Plan *plan_creation(const Schema *schema, const char *machinery);

void plan_free(Plan *plan);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Plan, plan_free)

size_t plan_count(const Plan *plan, Phase phase);
