/* change.h - a phase of a plan as a revision file */
#pragma once

#include "plan/plan.h"
#include "project/revision_files.h"
#include "project/source.h"

/* Adds what a plan says of its phase to the header: the declarations that it comes from, what it does, that pleat has
 * written it. *up, *down: its steps, g_free. */
void change_write(Revision *header, const Source *to, const Plan *plan, char **up, char **down);

/* The same as a new file. */
bool change_add(RevisionFiles *files, Revision *header, const Source *to, const Plan *plan, GError **error);

/* Are they the two phases of one change? A contract depends on others' expands too. */
bool change_is_one(const Revision *expand, const Revision *contract);
