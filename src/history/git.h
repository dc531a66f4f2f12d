/* git.h - libgit2 as the history room uses it: cleanups, errors, the History's inside. Not for other rooms. */
#pragma once

#include "base/arena.h"
#include "history/history.h"
#include <git2.h>

G_DEFINE_AUTOPTR_CLEANUP_FUNC(git_repository, git_repository_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC(git_config, git_config_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC(git_config_iterator, git_config_iterator_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC(git_object, git_object_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC(git_odb_object, git_odb_object_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC(git_reference, git_reference_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC(git_commit, git_commit_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC(git_tree, git_tree_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC(git_tree_entry, git_tree_entry_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC(git_diff, git_diff_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC(git_patch, git_patch_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC(git_index, git_index_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC(git_revwalk, git_revwalk_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC(git_branch_iterator, git_branch_iterator_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC(git_status_list, git_status_list_free)
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(git_buf, git_buf_dispose)

typedef struct Commits Commits;
typedef struct Walk Walk;
typedef struct Kept Kept;
typedef struct Objects Objects;
typedef struct Packs Packs;

struct History {
    git_repository *repository;
    git_odb *odb;
    Packs *packs;
    Objects *objects;     /* of the thread that asks; others make their own */
    char *prefix;         /* the directory's place in the repository: "" or "services/db" */
    GHashTable *shallow;  /* set of git_oid: commits whose parents were cut off */
    GHashTable *replaced; /* git_oid -> git_oid: commits, and what git takes for them; as of commits_load() */
    bool partial;         /* a clone that left objects at home */
    Arena *arena;
    GHashTable *names; /* interned strings */
    Problems *notes;
    Commits *commits;  /* NULL until asked for */
    Walk *walk;        /* NULL until asked for */
    GHashTable *texts; /* git_oid -> GBytes that has been looked at; NULL: cannot be read as text, and noted */
    size_t texts_size;
    GHashTable *renames; /* place of a commit -> new path -> old path */
    bool renames_unsure; /* some could not be looked for: contents are missing */
    GHashTable *moves;   /* of the work tree: new path -> old path; NULL until asked for */
    GHashTable *filters; /* git_oid -> WordFilter, of blobs that kept does not know */
    size_t filters_size;
    char *kept_in; /* a file; NULL: nothing is kept */
    Kept *kept;    /* what stood there; NULL */
    guint work;    /* what was found out that is not kept: about one for each object that was read */
};

/* libgit2's last message behind ours, and a hint that knows what kind of clone this is. Returns false. */
bool git_fail(const History *history, GError **error, const char *format, ...) G_GNUC_PRINTF(3, 4);

/* The same string for equal texts; lives as long as the History. */
const char *history_intern(History *history, const char *text);

/* A path of the user's, from the repository's root; and back as FileVersion.path shows it. Free with g_free. */
char *history_full_path(const History *history, const char *path);
char *history_shown_path(const History *history, const char *full);

/* Finds dir's place in the repository. */
bool history_place(const History *history, const char *dir, char **place, GError **error);

/* A blob's bytes with an uncounted NUL; path is for the message. */
bool git_read_blob(const History *history, const git_oid *id, const char *path, size_t limit, GBytes **content,
                   GError **error);

/* Many objects are read, each once: libgit2 is not to keep them. */
void objects_pass_by(bool pass_by);

/* Whether objects may be read by several threads at once. */
bool git_has_threads(void);

/* Reads what an earlier command kept into history->kept, which is NULL where there is nothing. */
void keep_open(History *history);

/* Of the commits that HEAD reaches: what is kept of their changes, in all places, and of their renames. */
void keep_restore(History *history);

/* The places that have been walked in all commits that are kept: char *. The caller frees the array. */
GPtrArray *keep_places(const History *history);

/* What is staged. */
bool open_index(const History *history, git_index **index, GError **error);

void git_oid_hex(const git_oid *id, char hex[GIT_OID_HEXSZ + 1]);
guint git_oid_hash(gconstpointer id);
gboolean git_oid_same(gconstpointer left, gconstpointer right);
