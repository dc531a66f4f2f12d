/*
 * walk.h - what changed in which commit: the one walk that all questions about files are answered from
 *
 * A commit changes a path when it has there what none of its parents has: an edit, an addition, a deletion, a merge
 * resolved by hand. Subtrees whose id is also a parent's are never opened. Paths are from the repository's root here.
 * What is kept for later commands (kept.h) is the lists of changes: then only new commits are walked.
 */
#pragma once

#include "history/commits.h"

typedef struct {
    const char *path; /* interned */
    git_oid blob;     /* not set when deleted */
    git_oid before;   /* the first of the parents' that have the path; not set when added */
    guint commit;     /* place in history->commits: smaller is newer */
    guint32 filter;   /* of the blob: its place in history->kept + 1; 0: it is not known there */
    bool added;       /* no parent has the path */
    bool deleted;
    FileVersion *version; /* NULL until somebody asks */
} Change;

void walk_free(Walk *walk);

/* Sees to it that the places (folders or files, NULL-terminated) are walked, and counts them among what is asked for.
 */
bool walk_ensure(History *history, const char *const *places, GError **error);

/* Whether a path lies in a place that is asked for. walk may be NULL. */
bool walk_asks_for(const Walk *walk, const char *path);

/* Nothing is asked for any more, though it stays walked. What is kept may be of more places than this command's. */
void walk_forget_asked(Walk *walk);

/* The places that have been walked: char *. The caller frees the array. */
GPtrArray *walk_places(const Walk *walk);

/* The changes of one path. */
typedef struct {
    const char *path;   /* interned */
    GPtrArray *changes; /* of Change */
} PathChanges;

/* Puts a path in the list when it is new. */
PathChanges *walk_path(History *history, const char *path);

/* Adds a copy of a change, whatever its path says. */
void walk_add(History *history, PathChanges *of, const Change *change);

/* Whether a path lies in a place that has been walked. walk may be NULL. */
bool walk_covers(const Walk *walk, const char *path);

/* The changes of one path, newest first; NULL: none. Elements are Change. */
const GPtrArray *walk_changes(const Walk *walk, const char *path);

/* All changes in places that have been walked, newest first, by path within a commit. places: NULL-terminated.
 * The array is shared: the caller drops it with g_ptr_array_unref, and does not change it. */
GPtrArray *walk_changes_under(Walk *walk, const char *const *places);

/* All changes of one commit in what is asked for. The caller frees the array. */
GPtrArray *walk_changes_in(Walk *walk, guint commit);

/* Newest first, by path within a commit: for g_ptr_array_sort. */
int change_compare(const void *left, const void *right);
bool path_is_under(const char *path, const char *place);

/* The change as others see it. */
bool change_version(History *history, Change *change, const FileVersion **out, GError **error);
