/* commits.h - all commits that HEAD can reach, loaded once, children before their parents and newest first */
#pragma once

#include "history/git.h"

typedef struct {
    git_oid id, tree;
    gint64 time;    /* the committer's */
    guint *parents; /* their places in the list; cut-off parents of a shallow clone are left out */
    guint n_parents;
} Commit;

struct Commits {
    GArray *list;       /* of Commit */
    guint *kept_places; /* of each commit of history->kept: its place in the list, or NOT_REACHED */
    guint8 *is_kept;    /* of each in the list: history->kept knows it */
    guint n_kept;       /* how many these are */
};

#define NOT_REACHED G_MAXUINT

/* Loads history->commits when it is not there yet; an empty list when there is no commit. */
bool commits_load(History *history, GError **error);
void commits_free(Commits *commits);

const Commit *commits_get(const Commits *commits, guint index);

/* A set over the list: all ancestors (or descendants) of one commit, itself included. Free with g_free. */
guint8 *commits_ancestors(const Commits *commits, guint index);
guint8 *commits_descendants(const Commits *commits, guint index);
