/*
 * objects.h - git's objects as bytes, for those who read thousands of them
 *
 * An Objects is one thread's: what inflates, and the last bases of deltas. Objects in packs are read here, without a
 * lock and without an allocation but their own; what is not there, or is not as it should be, is asked of libgit2.
 * Nothing checks their hashes: who goes by a content does that (git_read_blob).
 */
#pragma once

#include "history/git.h"

typedef struct {
    git_object_t type;
    size_t size;
    char data[]; /* a NUL behind it is not counted */
} Object;

Object *object_ref(Object *object);
void object_unref(Object *object);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Object, object_unref)

Objects *objects_new(const History *history);
void objects_free(Objects *objects);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Objects, objects_free)

/* False: libgit2's last error says why. The caller drops it with object_unref, in the same thread. */
bool objects_read(Objects *objects, const git_oid *id, Object **out);

/* What is in a pack and no larger than HISTORY_LARGEST_BLOB; NULL: libgit2 has to be asked. */
Object *objects_read_packed(Objects *objects, const git_oid *id);

/* A pack's index leads out of the pack, where libgit2 1.5 would follow: it must not be asked. Sets its last error. */
bool objects_is_lost(const Objects *objects, const git_oid *id);
