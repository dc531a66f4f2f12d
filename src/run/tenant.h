/*
 * tenant.h - the steps of a revision as they run in one tenant's schema
 */
#pragma once

#include "run/run.h"

/*
 * The steps of one direction. Of a run over a tenant: with its schema in place of {schema}, as SQL writes it there:
 *   {schema}.t          acme.t, "Acme Inc".t       a name, in quotes where it needs them
 *   '{schema}.t'        'acme.t'                   the same in a string, which it does not end
 *   "ix {schema}"       "ix acme"                  the bare name, as a part of a quoted one
 * A body in dollar quotes is read likewise. Comments stay as they are; words of a command get the bare name. Else the
 * steps as they are, and a {schema} outside of quotes is refused, which no server would understand. Needs a loaded
 * revision; made in the arena.
 */
bool tenant_steps(Arena *arena, const Revision *revision, bool down, const RunOptions *options, Step *const **out,
                  GError **error);
