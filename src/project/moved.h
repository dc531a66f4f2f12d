/*
 * moved.h - what git sees as renamed: an object whose declaration stands in a file that was called otherwise
 */
#pragma once

#include "diff/renames.h"
#include "project/session.h"

/*
 * Appends to an array of Rename what is made where the file of its declaration was renamed, in the work tree or in a
 * commit, and what is dropped was the only one of its kind that the old file named. Nothing is appended twice. Without
 * git, or where git cannot tell, nothing is: these are hints.
 */
void moved_find(PleatSession *session, GArray *deltas, GArray *renames);
