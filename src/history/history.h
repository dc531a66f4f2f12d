/*
 * history.h - what git knows: trees at a commit, and every version that a file ever had
 *
 * A History stands for one directory (the project) in one repository. Nothing is ever checked out, written or fetched.
 * Paths are relative to that directory, "/" between the parts; what a file was called before the whole project was
 * moved inside its repository is shown from the repository's root as ":/old/place/add.sql", as git spells it.
 *
 * Works in work trees, linked worktrees, submodules, bare repositories, repositories without a commit (no versions),
 * shallow clones (the versions since the cut), blobless clones (an old content that is not there is an error that says
 * so). Refuses, in a line that says what to do: repositories of another user and SHA-256 repositories. Only regular
 * files have a history here; symlinks and submodules have none.
 *
 * Commits are walked once, from HEAD through all parents of merges, and compared by the ids of subtrees; commits and
 * versions are kept for the History's lifetime. One thread at a time.
 */
#pragma once

#include "base/problem.h"
#include "files/file_tree.h"

typedef struct History History;

#define HISTORY_LARGEST_BLOB ((size_t)16 << 20)

/*
 * Finds the repository at or above dir, by git's rules, $GIT_CEILING_DIRECTORIES among them. True with *out NULL when
 * there is none: pleat works without git. The caller frees the History.
 */
bool history_open(const char *dir, History **out, GError **error);
void history_free(History *history);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(History, history_free)

/*
 * A file in which this History keeps what it finds out about commits, for those that come later, and from which it
 * takes what they have found out; it need not exist. Told before anything is asked; history_keep() writes it, where
 * there is more to keep than before, and tells whether it did. Failing to read or write it is no error.
 */
void history_keep_in(History *history, const char *file);
bool history_keep(History *history);

/* The repository's own folder, which its work trees share: borrowed. */
const char *history_repository(const History *history);

/* The clone was cut (git clone --depth): older commits exist elsewhere. */
bool history_is_shallow(const History *history);

/* What was left out on the way, one warning each: huge blobs, LFS pointers, missing objects, files that are not text.
 */
const Problems *history_notes(const History *history);

/*
 * HEAD's commit id in hex, NULL when there is no commit yet, and whether any of the paths (NULL-terminated; NULL: the
 * whole project) has changes against it, staged, unstaged or untracked. A bare repository is never dirty. The caller
 * frees commit.
 */
bool history_head(History *history, const char *const *paths, char **commit, bool *dirty, GError **error);

/* The commit that REV names, in hex; the best common ancestor of two. The caller frees it. */
bool history_commit(History *history, const char *rev, char **commit, GError **error);
bool history_merge_base(History *history, const char *left, const char *right, char **commit, GError **error);

/*
 * What a file of the work tree is called in HEAD where that has no file of its name, as git's rename detection sees it:
 * same content, or at least half alike. *from is NULL when it is there, is new, or there is no work tree; else it lives
 * as long as the History. The work tree is looked at once.
 */
bool history_moved_from(History *history, const char *path, const char **from, GError **error);

/* The hash that git gives to a file with this content (as it is: no line end is converted). The caller frees it. */
char *history_blob_id(GBytes *content);

/*
 * The tree of files "git:REV", rooted at dir's place in it; dir need not exist on disk. NULL: the History's own
 * directory, or where the project stood then, if it has moved since. The tree must not outlive the History.
 */
bool history_tree(History *history, const char *rev, const char *dir, FileTree **out, GError **error);

/*
 * What git is about to commit, as a tree of files: the index (that of $GIT_INDEX_FILE, which git names to its hooks).
 * The tree must not outlive the History.
 */
bool history_staged(History *history, FileTree **out, GError **error);

/* --- What a branch has changed ---------------------------------------------------------------------------------- */

/* A file of the directory that differs between two trees. */
typedef struct {
    char *path;
    char *before, *after; /* blobs in hex; NULL: there is no such file */
} TreeChange;

/* From one commit (hex; NULL: from nothing) to another (NULL: to what is staged), by path: an array of TreeChange,
 * g_ptr_array_unref. Nothing is taken for renamed. */
bool history_changed(History *history, const char *from, const char *to, GPtrArray **out, GError **error);

typedef struct {
    char *commit, *subject;
    GPtrArray *changes; /* of TreeChange, against its parent */
} BranchCommit;

/* The commits that tip reaches and base does not, without merges, newest first: an array of BranchCommit,
 * g_ptr_array_unref. Both are hex ids. */
bool history_commits_since(History *history, const char *base, const char *tip, GPtrArray **out, GError **error);

typedef struct {
    char *name, *commit; /* "topic", "origin/topic" */
    gint64 time;         /* of the commit */
} GitBranch;

/* All branches, the remotes' too, newest first: an array of GitBranch, g_ptr_array_unref. */
bool history_branches(History *history, GPtrArray **out, GError **error);

/* The directory's place in the repository: "", or "services/db". Borrowed. */
const char *history_place_of(const History *history);

/*
 * Where git looks for hooks, as core.hooksPath says or in the repository's own folder: absolute, g_free. *is_own: it is
 * inside of the repository or its work tree, not shared with others.
 */
bool history_hooks_folder(History *history, char **out, bool *is_own, GError **error);

/* --- The time machine ------------------------------------------------------------------------------------------ */

/* A content that a path got in a commit that differs from all of its parents there. Lives as long as the History. */
typedef struct {
    const char *path;
    const char *blob;             /* hex; NULL: the file was deleted here */
    const char *commit;           /* hex */
    gint64 date;                  /* the author's, seconds since 1970 */
    int offset;                   /* of the author's time zone, minutes east */
    const char *author, *subject; /* UTF-8 */
    unsigned order;               /* smaller is newer, in git log's topological order; equal in one commit */
} FileVersion;

/* The clone was cut right behind this version's commit: what stands there may be older. */
bool history_is_cut_at(const History *history, const FileVersion *version);

/*
 * Names the folders (or files; NULL-terminated) that will be asked about, in place of earlier ones, so that one walk
 * serves all of them. Asking without watching works too: the topmost folder of a path is then asked about as well.
 */
bool history_watch(History *history, const char *const *folders, GError **error);

/*
 * The versions of one file, newest first in git log's topological order, with deletions, through merges and all sides
 * of them, and through renames and moves as git finds them (same blob, or at least half alike). A path without any
 * version gives an empty array. The caller frees the array, not its FileVersion elements.
 */
bool history_versions(History *history, const char *path, GPtrArray **versions, GError **error);

/*
 * What stood in a version's place before its commit: for each of the commit's parents one FileVersion that says path
 * (there, which a rename may have changed), blob (NULL: nothing stood there), commit and order, and nothing else. The
 * caller frees the array.
 */
bool history_before(History *history, const FileVersion *version, GPtrArray **before, GError **error);

/* What stands at a path in HEAD: as history_before() tells of it. NULL: there is no commit. */
bool history_in_head(History *history, const char *path, const FileVersion **out, GError **error);

/*
 * The merge to which HEAD owes what it has at a path, as a version, though a younger version is in HEAD's past: it kept
 * to another side, and what it found there has stayed. *out is NULL where there is none. same() tells whether a file of
 * some commit says what HEAD says.
 */
typedef bool HistorySame(const FileVersion *version, void *data);
bool history_kept(History *history, const FileVersion *younger, const char *path, HistorySame *same, void *data,
                  const FileVersion **out, GError **error);

/*
 * The files of the folders that no commit deleted and HEAD does not have: a merge kept to a side without them. Their
 * newest versions first; the caller frees the array, not its char * elements.
 */
bool history_overruled(History *history, const char *const *folders, GPtrArray **paths, GError **error);

/* All versions that one commit made in the folders that have been watched or asked about. The caller frees the array.
 */
bool history_beside(History *history, const FileVersion *version, GPtrArray **versions, GError **error);

/* Is the one commit the other, or among its ancestors? Both are hex ids that HEAD can reach; false where not. */
bool history_is_within(History *history, const char *older, const char *newer, bool *within, GError **error);

/* The blob whose hash begins so, in full, living as long as the History; false when there is none, or several. */
bool history_blob(History *history, const char *prefix, const char **blob);

/* A unified diff of two texts under a path; NULL is no file; "" when they are equal. g_free. */
bool history_patch(History *history, const char *path, const char *older, const char *newer, char **patch,
                   GError **error);

/* A version's content, with a NUL behind it that is not counted; an error, which does not say the commit, when it is
 * deleted, missing, huge or LFS's. */
bool history_content(History *history, const FileVersion *version, GBytes **content, GError **error);

/*
 * What to look for. Words are names that stand in all contents that can match: letters, digits and "_" alone
 * (word_is_plain in words.h), in any case; contents without any of them are not visited, and hardly ever read.
 */
typedef bool HistoryMatch(const FileVersion *version, GBytes *content, void *data);
typedef struct {
    const char *const *folders;
    const char *const *words; /* NULL-terminated; NULL: all contents are visited */
    HistoryMatch *matches;
    void *data;            /* for matches */
    GHashTable *passed_by; /* paths whose contents are not looked at: a set of char *; NULL: none */
} HistorySearch;

/*
 * Visits each distinct blob that ever stood in the folders once, newest first, deleted files included, and then those
 * of the files from which the folders' files were renamed, until matches() accepts one. *out is NULL when none is
 * accepted. Blobs that cannot be read as text are left out and noted. To find many things in one visit, keep the
 * versions that matter in data and accept when nothing is missing any more.
 */
bool history_find(History *history, const HistorySearch *search, const FileVersion **out, GError **error);

/* The same, among the commits that stand behind one and before another (see FileVersion.order; G_MAXUINT: all others),
 * and in the folders alone. */
bool history_find_between(History *history, const HistorySearch *search, unsigned behind, unsigned before,
                          const FileVersion **out, GError **error);
