/* chosen_bodies.h - the routines whose bodies a change may break */
#pragma once

#include "diff/diff.h"

/*
 * Of both states: routines that the change makes or alters, those whose bodies have a name of what it alters, renames
 * or drops, and what these bodies name. The keys of all these roots are added to keep (borrowed from the Schemas); the
 * names of the routines, "schema.name", are the result: g_ptr_array_unref.
 */
GPtrArray *chosen_bodies(const GArray *deltas, const Schema *old_schema, const Schema *new_schema, GHashTable *keep);

/* Adds to keep, the keys of roots, the routines that these call and all that their bodies name, however far. False: all
 * of it was there. */
bool keep_what_calls_need(const Schema *schema, GHashTable *keep);

/* The text of a routine's body; NULL: it is none, or has none. */
const char *routine_body(const Node *node);
