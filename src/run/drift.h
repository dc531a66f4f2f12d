/* drift.h - is what a revision changes as it was when the revision was made? */
#pragma once

#include "run/runner.h"

/*
 * Before its first step: one query for the objects that its lines "expects" speak of, as far as these hold for a
 * database of these revisions (revision/expects.h). What has drifted is an error that names it, or, where the options
 * allow it, a row of the journal. all: every Revision there is.
 */
bool drift_check(Runner *runner, GPtrArray *all, const Revision *revision, GError **error);
