/*
 * packs.h - git's packs as they lie on the disk, and where an object begins in them
 *
 * Only what git writes today is understood: an index of version 2, with its pack beside it. What is otherwise, and all
 * that is in no pack, is left to libgit2, which says what is wrong with it. Nothing changes here once it is open, so
 * that threads may share it.
 */
#pragma once

#include <git2.h>
#include <glib.h>
#include <stdbool.h>

typedef struct Packs Packs;

/* A pack's content between its header and its checksum; offsets are counted from the beginning of the file. */
typedef struct {
    const guint8 *bytes;
    gsize end;
    GMappedFile *pack_file, *index_file;
    const guint8 *fan, *ids, *offsets, *large_offsets;
    guint32 n, n_large;
} Pack;

/* Those of a folder "objects/pack"; one that is not there has none. */
Packs *packs_open(const char *folder);
void packs_free(Packs *packs);

/* NULL: none of them has it. *offset is 0 where an index says that it begins outside of its pack. */
const Pack *packs_find(const Packs *packs, const guint8 id[GIT_OID_RAWSZ], gsize *offset);

/* The same in one pack. */
bool pack_find(const Pack *pack, const guint8 id[GIT_OID_RAWSZ], gsize *offset);
