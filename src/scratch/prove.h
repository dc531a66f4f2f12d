/*
 * prove.h - a plan tried out before anybody sees it
 *
 * On a scratch database that is made to be the old Schema: expand and contract must lead to the new one, and their ways
 * back to the old one. What an action says to be irreversible may stay. A plan that fails is pleat's fault: the error
 * (PLEAT_ERROR_INTERNAL) prints what differs.
 */
#pragma once

#include "model/scope.h"
#include "plan/plan.h"
#include "scratch/scratch.h"

/* What the objects that a plan is about were before each phase and after all: address -> fingerprint. */
typedef struct {
    GHashTable *before[PHASE_CONTRACT + 1], *after;
} ProofStates;

void proof_states_clear(ProofStates *states);

/* states: filled when the plan is proved. */
bool prove_plan(Scratch *scratch, Schema *old_schema, const Schema *new_schema, const Plan *plan, const Scope *scope,
                ProofStates *states, GError **error);
