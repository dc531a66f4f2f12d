/*
 * prove.h - a plan tried out before anybody sees it
 *
 * On a scratch database that is made to be the old Schema: expand and contract must lead to the new one, and their ways
 * back to the old one. What an action says to be irreversible may stay. A plan that fails is pleat's fault: the error
 * (PLEAT_ERROR_INTERNAL) prints what differs.
 */
#pragma once

#include "model/impact.h"
#include "model/scope.h"
#include "plan/plan.h"
#include "scratch/bodies.h"
#include "scratch/compat.h"
#include "scratch/scratch.h"

/* What a proof has seen. */
typedef struct {
    GHashTable *before[PHASE_CONTRACT + 1], *after; /* of the objects that the plan is about: address -> fingerprint */
    GHashTable *impacts; /* ActionSql -> array of Impact: what it and those do that run with it, for the first of these;
                            the plan's arena holds the texts */
    GHashTable *failed;  /* where the proof failed: key of an object -> its definition there, in PostgreSQL's words, ""
                            where there is none; NULL: nowhere, or nobody knows */
    Compat *compat;      /* statements that are to work in the states between; NULL: none; not cleared with the rest */
} ProofStates;

void proof_states_clear(ProofStates *states);

/* states: filled when the plan is proved. bodies: tried on the way; NULL: none are. */
bool prove_plan(Scratch *scratch, Schema *old_schema, const Schema *new_schema, const Plan *plan, const Scope *scope,
                ProofStates *states, BodyCheck *bodies, GError **error);
