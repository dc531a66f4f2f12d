/* describe.h - what a plan does, in the words of a revision's header and of reports */
#pragma once

#include "project/table_sizes.h"
#include "scratch/prove.h"

/*
 * One line an action of the phase: object, verb, and in columns what its proof has measured, with the size of the table
 * where it is known (table_sizes.h); below it what else it locks; then what does not come back. Strings of the array
 * are g_free'd by it.
 */
GPtrArray *describe_phase(const Plan *plan, Phase phase, const ProofStates *states, GHashTable *sizes);
