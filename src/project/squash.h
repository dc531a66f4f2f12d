/*
 * squash.h - a range of revisions that becomes one
 *
 * A range that begins at base runs where there are no rows yet: it becomes the statements that make the schema that it
 * leads to. Any other may meet rows, of which scratch knows nothing: its steps are kept as they are, one after the
 * other.
 */
#pragma once

#include "project/source.h"

typedef struct {
    PleatSession *session;
    const Graph *graph;
    const PleatSquashOptions *options;
    Arena *arena;
    GPtrArray *range;   /* of Revision, loaded, in the order in which they run */
    GHashTable *inside; /* their ids */
    bool from_base;     /* they stand on nothing */
    Phase phase;        /* of them all; PHASE_NONE: of both */
    char *up, *down;    /* what they become; down NULL: it cannot be undone */
    GPtrArray *notes;   /* for its header, in the arena */
    GHashTable *texts;  /* the files as they will be: path -> text, NULL: gone */
} Squash;

/* Finds the range, and whether one revision can stand in its place (squash_range.c). */
bool squash_find_range(Squash *squash, GError **error);

/* Is this id one of the range's? */
bool squash_holds(const Squash *squash, const char *id);

/* Writes up, down and notes (squash_steps.c). */
bool squash_make_steps(Squash *squash, GError **error);
