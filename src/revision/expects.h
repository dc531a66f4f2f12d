/*
 * expects.h - what a revision was made upon: the lines "expects" of its header
 *
 *     -- pleat: expects after c1 a4                       all that had been applied, by its heads
 *     -- pleat: expects public.t 9f3a77b0d2c1e5f0 (15)    an object's fingerprint then, of a major version
 *     -- pleat: expects public.v absent (15)
 */
#pragma once

#include "revision/revision.h"

typedef struct {
    GPtrArray *after;    /* ids */
    GHashTable *objects; /* object -> its state on this major version, "" where it was not there; NULL: none is known */
} Expects;

void expects_read(const Revision *revision, int major, Expects *out);
void expects_clear(Expects *expects);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Expects, expects_clear)

/* Lines, in the arena. state NULL: it is not there. */
const char *expects_format_after(Arena *arena, const char *const *ids);
const char *expects_format(Arena *arena, const char *object, const char *state, int major);

/*
 * The objects of which the revision's lines hold in a database that has applied these: those that no revision changes
 * which is applied now and was not then, or the other way round. NULL where that cannot be told. all: every Revision
 * there is. Names of "expects".
 */
GPtrArray *expects_comparable(const Revision *revision, const Expects *expects, GPtrArray *all, GHashTable *applied);
