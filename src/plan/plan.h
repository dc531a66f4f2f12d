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

/* Both Schemas must have their edges and outlive the plan. machinery: the schema of pleat's own objects ("pleat"). */
bool plan_make(const Schema *old_schema, const Schema *new_schema, GArray *deltas, const char *machinery, Plan **out,
               GError **error);
void plan_free(Plan *plan);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Plan, plan_free)

size_t plan_count(const Plan *plan, Phase phase);
