/*
 * kept.h - the file that keeps what one command found out about commits for later commands
 *
 * Nothing in git changes under a commit's id: what is kept of a commit stays true, and a new HEAD only adds to it. Kept
 * are the commits that HEAD reached, what each changed in the places that were walked, the renames that were asked for,
 * and which words blobs may hold. Never kept are contents: those that matter are read, and their hashes checked, each
 * time.
 *
 * A file that is damaged, or was written by another version, on another kind of machine, or for another cut of a
 * shallow clone, is as good as none. All that points somewhere in a Kept has been checked.
 */
#pragma once

#include "history/words.h"
#include <git2.h>

typedef struct {
    guint8 id[GIT_OID_RAWSZ], tree[GIT_OID_RAWSZ];
    gint64 time;
    guint32 first_parent, n_parents; /* in PART_PARENTS, one commit's behind the other's */
} KeptCommit;

enum { KEPT_ADDED = 1, KEPT_DELETED = 2 };
enum { KEPT_NONE = G_MAXUINT32 };

typedef struct {
    guint8 blob[GIT_OID_RAWSZ], before[GIT_OID_RAWSZ];
    guint32 path, commit, flags;
    guint32 filter; /* of the blob; KEPT_NONE */
} KeptChange;

/* One file that a commit renamed; or, from KEPT_NONE to KEPT_NONE, that all of its renames are known. */
typedef struct {
    guint32 commit, to, from;
} KeptRename;

typedef struct {
    guint8 blob[GIT_OID_RAWSZ];
    guint32 start, n; /* in the blocks */
} KeptFilter;

typedef enum {
    PART_COMMITS, /* KeptCommit: HEAD of then first, children before parents */
    PART_PARENTS, /* guint32: places in the commits */
    PART_CHANGES, /* KeptChange, newest first */
    PART_RENAMES, /* KeptRename */
    PART_FILTERS, /* KeptFilter, by blob */
    PART_BLOCKS,  /* guint64 */
    PART_PATHS,   /* guint32: where each begins in the text */
    PART_PLACES,  /* guint32: paths that have been walked */
    PART_TEXT,    /* char: paths, each with its NUL */
    N_PARTS
} Part;

typedef struct Kept {
    GMappedFile *file; /* whoever writes it puts another one in its place */
    const void *parts[N_PARTS];
    guint32 counts[N_PARTS];
} Kept;

/* cut: what a shallow clone lacks, as a number. NULL where there is nothing to go by. */
Kept *kept_read(const char *file, guint64 cut);
void kept_free(Kept *kept);

const char *kept_path(const Kept *kept, guint32 path);
bool kept_filter(const Kept *kept, const git_oid *blob, WordFilter *filter);
WordFilter kept_filter_at(const Kept *kept, guint32 place);
int kept_filter_compare(const void *left, const void *right);

/* Its place among n that are sorted; KEPT_NONE. */
guint32 kept_filter_find(const KeptFilter *filters, guint32 n, const guint8 blob[GIT_OID_RAWSZ]);

/* Such a file as it is put together: arrays of the parts' elements. */
typedef struct {
    GArray *parts[N_PARTS];
    GHashTable *paths; /* path -> its number + 1 */
} Keeping;

Keeping *keeping_new(void);
void keeping_free(Keeping *keeping);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Keeping, keeping_free)

/* A path's number; it must live as long as the Keeping. */
guint32 keeping_path(Keeping *keeping, const char *path);

/* Failing to write it is no error: then the next command finds all out again. */
void keeping_write(Keeping *keeping, const char *file, guint64 cut);

/* A number for some bytes, which a changed bit changes. */
guint64 kept_checksum(const void *data, size_t size);
