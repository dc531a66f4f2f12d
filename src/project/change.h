/* change.h - a phase of a plan as a revision file */
#pragma once

#include "project/autogenerate.h"
#include "project/revision_files.h"

/*
 * Adds what a proved plan says of its phase to the header: the declarations that it comes from, what it was made upon,
 * what it does, as the proof has measured it, that pleat has written it. heads: ids of all heads that it was made upon;
 * NULL: it was made upon something else. *up, *down: its steps, g_free.
 */
void change_write(Revision *header, const Source *to, const Proposal *proposal, const char *const *heads, char **up,
                  char **down);

/* The same as a new file. */
bool change_add(RevisionFiles *files, Revision *header, const Source *to, const Proposal *proposal,
                const char *const *heads, GError **error);

/* Are they the two phases of one change? A contract depends on others' expands too. */
bool change_is_one(const Revision *expand, const Revision *contract);
