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

bool prove_plan(Scratch *scratch, Schema *old_schema, const Schema *new_schema, const Plan *plan, const Scope *scope,
                GError **error);
