/* describe.h - what a plan does, in the words of a revision's header and of reports */
#pragma once

#include "plan/plan.h"

/* "ACCESS EXCLUSIVE, rewrites the table": g_free. */
char *describe_cost(const Action *action);

/* One line an action of the phase: object, verb, lock and cost in columns; then what does not come back. Strings of the
 * array are g_free'd by it. */
GPtrArray *describe_phase(const Plan *plan, Phase phase);
