/*
 * mentions.h - routines that stay and whose bodies name what goes
 *
 * PostgreSQL does not look into the body of a routine that is a string, so nothing but its words tells. They are a
 * warning, not an edge: a word may mean something else.
 */
#pragma once

#include "diff/diff.h"
#include "project/session.h"

/* One line for each routine of the new Schema and each dropped object that its body names; broken: addresses of
 * routines of which more than that has been told; NULL: none. */
void mentions_tell(PleatSession *session, GArray *deltas, const Schema *new_schema, GHashTable *broken);
