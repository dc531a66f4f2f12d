/* expectations.h - the lines "expects" of a revision: what it was made upon (docs/revisions.md) */
#pragma once

#include "project/autogenerate.h"

/*
 * For a phase of a proved plan, in the arena: what had been applied, by its heads, and the state of each object that
 * the phase is about. Empty without heads, and where something is renamed: that reaches objects which no statement
 * names.
 */
const char **expectations_of(const Proposal *proposal, Phase phase, const char *const *heads, int major, Arena *arena);
