#include "history/renames.h"

/* git's own default limit keeps a commit that moves thousands of edited files from taking minutes. */
enum { ALIKE_PERCENT = 50, MOST_CANDIDATES = 1000 };

static bool
open_tree(const History *history, guint commit, git_tree **tree, GError **error)
{
    if (git_tree_lookup(tree, history->repository, &commits_get(history->commits, commit)->tree) == 0)
        return true;
    return git_fail(history, error, "cannot read a commit's tree");
}

/*
 * Same content is found by ids alone. Similar content needs the old blobs, which a blobless clone does not have: then
 * the exact renames must do.
 */
static void
find_similar(History *history, git_diff *diff)
{
    static const unsigned wanted = GIT_DIFF_FIND_RENAMES | GIT_DIFF_FIND_FOR_UNTRACKED;
    git_diff_find_options options = GIT_DIFF_FIND_OPTIONS_INIT;
    options.flags = wanted | GIT_DIFF_FIND_EXACT_MATCH_ONLY;
    git_diff_find_similar(diff, &options);
    options.flags = wanted;
    options.rename_threshold = ALIKE_PERCENT;
    options.rename_limit = MOST_CANDIDATES;
    if (git_diff_find_similar(diff, &options) == 0)
        return;
    history->renames_unsure = true;
    problems_warn(history->notes, (Place){0}, "some renames were not followed: %s", git_error_last()->message);
}

static void
read_renames(History *history, git_diff *diff, GHashTable *renames)
{
    for (size_t i = 0; i < git_diff_num_deltas(diff); i++) {
        const git_diff_delta *delta = git_diff_get_delta(diff, i);
        if (delta->status != GIT_DELTA_RENAMED)
            continue;
        char *from = (char *)(gsize)history_intern(history, delta->old_file.path);
        char *to = (char *)(gsize)history_intern(history, delta->new_file.path);
        g_hash_table_insert(renames, to, from);
    }
}

GHashTable *
renames_known(History *history, guint commit)
{
    GHashTable *renames = g_hash_table_lookup(history->renames, GUINT_TO_POINTER(commit));
    if (renames == NULL) {
        renames = g_hash_table_new(g_str_hash, g_str_equal);
        g_hash_table_insert(history->renames, GUINT_TO_POINTER(commit), renames);
    }
    return renames;
}

/* A merge is compared with its first parent: what the others renamed shows in their own commits. */
static bool
find_renames(History *history, guint commit, GError **error)
{
    const Commit *newer = commits_get(history->commits, commit);
    g_autoptr(git_tree) before = NULL, after = NULL;
    g_autoptr(git_diff) diff = NULL;
    git_diff_options options = GIT_DIFF_OPTIONS_INIT;
    options.flags = GIT_DIFF_IGNORE_SUBMODULES | GIT_DIFF_SKIP_BINARY_CHECK;
    if (!open_tree(history, newer->parents[0], &before, error) || !open_tree(history, commit, &after, error))
        return false;
    if (git_diff_tree_to_tree(&diff, history->repository, before, after, &options) < 0)
        return git_fail(history, error, "cannot compare two commits");
    find_similar(history, diff);
    read_renames(history, diff, renames_known(history, commit));
    history->work += 30; /* as long as to compare so many commits */
    return true;
}

bool
renames_source(History *history, const Change *added, const char **source, GError **error)
{
    *source = NULL;
    if (commits_get(history->commits, added->commit)->n_parents == 0)
        return true;
    bool asked = g_hash_table_contains(history->renames, GUINT_TO_POINTER(added->commit));
    if (!asked && !find_renames(history, added->commit, error))
        return false;
    *source = g_hash_table_lookup(renames_known(history, added->commit), added->path);
    return true;
}

static bool
find_moves(History *history, GError **error)
{
    g_autoptr(git_object) head = NULL;
    g_autoptr(git_diff) diff = NULL;
    char *prefix = history->prefix;
    git_diff_options options = GIT_DIFF_OPTIONS_INIT;
    options.flags = GIT_DIFF_IGNORE_SUBMODULES | GIT_DIFF_SKIP_BINARY_CHECK | GIT_DIFF_INCLUDE_UNTRACKED |
                    GIT_DIFF_RECURSE_UNTRACKED_DIRS | GIT_DIFF_DISABLE_PATHSPEC_MATCH;
    options.pathspec = (git_strarray){&prefix, *prefix == '\0' ? 0 : 1};
    if (git_repository_is_bare(history->repository) || git_repository_head_unborn(history->repository) == 1)
        return true;
    if (git_revparse_single(&head, history->repository, "HEAD^{tree}") < 0 ||
        git_diff_tree_to_workdir_with_index(&diff, history->repository, (git_tree *)head, &options) < 0)
        return git_fail(history, error, "cannot compare the work tree with HEAD");
    find_similar(history, diff);
    read_renames(history, diff, history->moves);
    return true;
}

bool
history_moved_from(History *history, const char *path, const char **from, GError **error)
{
    *from = NULL;
    if (history->moves == NULL) {
        history->moves = g_hash_table_new(g_str_hash, g_str_equal);
        if (!find_moves(history, error)) {
            g_clear_pointer(&history->moves, g_hash_table_unref);
            return false;
        }
    }
    g_autofree char *full = history_full_path(history, path);
    const char *was = g_hash_table_lookup(history->moves, full);
    if (was != NULL) {
        g_autofree char *shown = history_shown_path(history, was);
        *from = history_intern(history, shown);
    }
    return true;
}
