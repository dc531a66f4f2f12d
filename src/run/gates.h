/*
 * gates.h - what a database is asked before a contract revision runs on it
 *
 * A contract takes away what the expand phase has replaced. Each gate (model/gate.h) asks whether that is safe here and
 * now; nothing is written and no lock taken that anybody waits for. What the revision takes away says its header
 * (revision/drops.h): of one without such lines only the gates about its expand revisions are asked.
 */
#pragma once

#include "run/runner.h"

/*
 * Before the first step of a revision; one that goes on where an earlier run stopped is let through. all: every
 * Revision there is. Fails (PLEAT_ERROR_STATE) with everything that refuses, unless the options override it, which is
 * journalled.
 */
bool gates_check(Runner *runner, GPtrArray *all, const Revision *revision, GError **error);

/* The gates that a script can ask, before a revision's steps in it; the others are named in a comment. together: the
 * revisions that the script runs. Nothing where options->gates or options->all is NULL. */
bool gates_append_script(GString *out, const Revision *revision, const GPtrArray *together, const RunOptions *options,
                         GError **error);
