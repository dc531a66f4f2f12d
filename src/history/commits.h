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
    GHashTable *places; /* git_oid -> place + 1; NULL until somebody looks for one */
    guint8 *within;     /* the ancestors of the commit that was asked about last; NULL: none was */
    guint within_of;
};

#define NOT_REACHED G_MAXUINT

/* Loads history->commits when it is not there yet; an empty list when there is no commit. */
bool commits_load(History *history, GError **error);
void commits_free(Commits *commits);

/* Fills history->replaced. */
void replaced_load(History *history);

/* The object that git reads in place of one: most often itself. */
git_oid replaced_by(const History *history, git_oid id);

const Commit *commits_get(const Commits *commits, guint index);

/* The place of a commit; false where the list does not have it. */
bool commits_find(Commits *commits, const git_oid *id, guint *place);

/* Is the one commit the other, or among its ancestors? Asking again with the same newer one is fast. */
bool commits_is_within(Commits *commits, guint older, guint newer);

/* Marks (a bit) one commit in a set over the list, and all of its ancestors, or only those up to a last place. */
void commits_mark_ancestors(const Commits *commits, guint index, guint last, guint8 mark, guint8 *set);

/* A set over the list, of ones: all descendants of one commit, and itself. Free with g_free. */
guint8 *commits_descendants(const Commits *commits, guint index);
