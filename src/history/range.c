/* What lies between two commits, and which branches there are. */
#include "history/git.h"

#include <string.h>

static char *
hex_of(const git_oid *id)
{
    char *hex = g_malloc(GIT_OID_HEXSZ + 1);
    git_oid_hex(id, hex);
    return hex;
}

/* Trees ------------------------------------------------------------------------------------------------------------ */

static void
change_free(void *data)
{
    TreeChange *change = data;
    g_free(change->path);
    g_free(change->before);
    g_free(change->after);
    g_free(change);
}

/* The path in the directory; NULL: it is not in it. */
static const char *
path_within(const History *history, const char *full)
{
    const size_t length = strlen(history->prefix);
    if (length == 0)
        return full;
    return strncmp(full, history->prefix, length) == 0 && full[length] == '/' ? full + length + 1 : NULL;
}

static void
add_deltas(const History *history, const git_diff *diff, GPtrArray *changes)
{
    for (size_t i = 0; i < git_diff_num_deltas(diff); i++) {
        const git_diff_delta *delta = git_diff_get_delta(diff, i);
        const char *path = path_within(history, delta->new_file.path);
        if (path == NULL)
            continue;
        TreeChange *change = g_new0(TreeChange, 1);
        change->path = g_strdup(path);
        change->before = delta->status == GIT_DELTA_ADDED ? NULL : hex_of(&delta->old_file.id);
        change->after = delta->status == GIT_DELTA_DELETED ? NULL : hex_of(&delta->new_file.id);
        g_ptr_array_add(changes, change);
    }
}

static bool
tree_of(const History *history, const char *commit, git_tree **tree, GError **error)
{
    g_autoptr(git_commit) found = NULL;
    git_oid id;
    if (commit == NULL)
        return true;
    return (git_oid_fromstr(&id, commit) == 0 && git_commit_lookup(&found, history->repository, &id) == 0 &&
            git_commit_tree(tree, found) == 0) ||
           git_fail(history, error, "cannot read the commit \"%s\"", commit);
}

bool
history_changed(History *history, const char *from, const char *to, GPtrArray **out, GError **error)
{
    g_autoptr(git_tree) old_tree = NULL, new_tree = NULL;
    g_autoptr(git_index) index = NULL;
    g_autoptr(git_diff) diff = NULL;
    git_diff_options options = GIT_DIFF_OPTIONS_INIT;
    if (!tree_of(history, from, &old_tree, error) ||
        !(to == NULL ? open_index(history, &index, error) : tree_of(history, to, &new_tree, error)))
        return false;
    if ((to == NULL ? git_diff_tree_to_index(&diff, history->repository, old_tree, index, &options)
                    : git_diff_tree_to_tree(&diff, history->repository, old_tree, new_tree, &options)) < 0)
        return git_fail(history, error, "cannot compare with the commit \"%s\"", from);
    GPtrArray *changes = g_ptr_array_new_with_free_func(change_free);
    add_deltas(history, diff, changes);
    *out = changes;
    return true;
}

/* Commits ---------------------------------------------------------------------------------------------------------- */

static void
commit_free(void *data)
{
    BranchCommit *commit = data;
    g_free(commit->commit);
    g_free(commit->subject);
    g_clear_pointer(&commit->changes, g_ptr_array_unref);
    g_free(commit);
}

static bool
add_commit(History *history, const git_oid *id, GPtrArray *commits, GError **error)
{
    g_autoptr(git_commit) commit = NULL;
    if (git_commit_lookup(&commit, history->repository, id) < 0)
        return git_fail(history, error, "cannot read a commit");
    const unsigned parents = git_commit_parentcount(commit);
    if (parents > 1)
        return true;
    g_autofree char *parent = parents == 0 ? NULL : hex_of(git_commit_parent_id(commit, 0));
    const char *subject = git_commit_summary(commit);
    BranchCommit *added = g_new0(BranchCommit, 1);
    added->commit = hex_of(id);
    added->subject = g_utf8_make_valid(subject == NULL ? "" : subject, -1);
    g_ptr_array_add(commits, added);
    return history_changed(history, parent, added->commit, &added->changes, error);
}

bool
history_commits_since(History *history, const char *base, const char *tip, GPtrArray **out, GError **error)
{
    g_autoptr(GPtrArray) commits = g_ptr_array_new_with_free_func(commit_free);
    g_autoptr(git_revwalk) walk = NULL;
    git_oid hidden, pushed, id;
    if (git_oid_fromstr(&hidden, base) < 0 || git_oid_fromstr(&pushed, tip) < 0 ||
        git_revwalk_new(&walk, history->repository) < 0 ||
        git_revwalk_sorting(walk, GIT_SORT_TOPOLOGICAL | GIT_SORT_TIME) < 0 || git_revwalk_push(walk, &pushed) < 0 ||
        git_revwalk_hide(walk, &hidden) < 0)
        return git_fail(history, error, "cannot walk the commits since \"%s\"", base);
    int code;
    while ((code = git_revwalk_next(&id, walk)) == 0)
        if (!add_commit(history, &id, commits, error))
            return false;
    if (code != GIT_ITEROVER)
        return git_fail(history, error, "cannot walk the commits since \"%s\"", base);
    *out = g_steal_pointer(&commits);
    return true;
}

/* Branches --------------------------------------------------------------------------------------------------------- */

static void
branch_free(void *data)
{
    GitBranch *branch = data;
    g_free(branch->name);
    g_free(branch->commit);
    g_free(branch);
}

/* A symbolic one (origin/HEAD) is another one's second name, and one without a commit has nothing to tell. */
static void
add_branch(const git_reference *reference, GPtrArray *branches)
{
    g_autoptr(git_object) object = NULL;
    const char *name = NULL;
    if (git_reference_type(reference) != GIT_REFERENCE_DIRECT || git_branch_name(&name, reference) < 0 ||
        git_reference_peel(&object, reference, GIT_OBJECT_COMMIT) < 0)
        return;
    GitBranch *branch = g_new0(GitBranch, 1);
    branch->name = g_utf8_make_valid(name, -1);
    branch->commit = hex_of(git_object_id(object));
    branch->time = git_commit_time((git_commit *)object);
    g_ptr_array_add(branches, branch);
}

static gint
newest_first(gconstpointer left, gconstpointer right)
{
    const GitBranch *a = *(GitBranch *const *)left, *b = *(GitBranch *const *)right;
    return a->time != b->time ? (a->time < b->time ? 1 : -1) : strcmp(a->name, b->name);
}

bool
history_branches(History *history, GPtrArray **out, GError **error)
{
    g_autoptr(GPtrArray) branches = g_ptr_array_new_with_free_func(branch_free);
    g_autoptr(git_branch_iterator) iterator = NULL;
    if (git_branch_iterator_new(&iterator, history->repository, GIT_BRANCH_ALL) < 0)
        return git_fail(history, error, "cannot list the branches");
    git_reference *reference;
    git_branch_t type;
    while (git_branch_next(&reference, &type, iterator) == 0) {
        add_branch(reference, branches);
        git_reference_free(reference);
    }
    g_ptr_array_sort(branches, newest_first);
    *out = g_steal_pointer(&branches);
    return true;
}

const char *
history_place_of(const History *history)
{
    return history->prefix;
}

/* Hooks ------------------------------------------------------------------------------------------------------------ */

static bool
is_within(const char *path, const char *folder)
{
    g_autofree char *whole = g_canonicalize_filename(folder, NULL);
    const size_t length = strlen(whole);
    return strncmp(path, whole, length) == 0 && (path[length] == '/' || path[length] == '\0');
}

/* A relative path is meant from the top of the work tree; "~/" is the home (git config, "core.hooksPath"). */
bool
history_hooks_folder(History *history, char **out, bool *is_own, GError **error)
{
    g_autoptr(git_config) config = NULL;
    g_auto(git_buf) path = {0};
    const char *work_tree = git_repository_workdir(history->repository);
    if (work_tree == NULL)
        return fail(error, PLEAT_ERROR_STATE, "nothing is committed in a bare repository: it needs no hook");
    if (git_repository_config_snapshot(&config, history->repository) < 0)
        return git_fail(history, error, "cannot read git's configuration");
    const int code = git_config_get_path(&path, config, "core.hooksPath");
    if (code == 0)
        *out = g_canonicalize_filename(path.ptr, work_tree);
    else if (code == GIT_ENOTFOUND)
        *out = g_build_filename(history_repository(history), "hooks", NULL);
    else
        return git_fail(history, error, "cannot read core.hooksPath");
    *is_own = is_within(*out, history_repository(history)) || is_within(*out, work_tree);
    return true;
}
