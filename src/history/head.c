/* Where the work tree stands: HEAD, other revisions by name, and what differs from HEAD. */
#include "history/git.h"

#include <string.h>

static bool
fail_revision(const History *history, int code, const char *rev, GError **error)
{
    if (code == GIT_EAMBIGUOUS)
        return fail(error, PLEAT_ERROR_INPUT, "\"%s\" could be several commits", rev);
    if (git_repository_head_unborn(history->repository) == 1)
        return fail(error, PLEAT_ERROR_INPUT, "there is no commit \"%s\": the git repository has no commit yet", rev);
    if (code != GIT_ENOTFOUND && code != GIT_EINVALIDSPEC && code != GIT_EPEEL)
        return git_fail(history, error, "cannot find the commit \"%s\"", rev);
    fail(error, PLEAT_ERROR_INPUT, "there is no commit \"%s\" in the git repository", rev);
    if (history_is_shallow(history) && strpbrk(rev, "~^@:") != NULL)
        fail_hint(error, "this is a shallow clone: run \"git fetch --unshallow\"");
    else if (history_is_shallow(history))
        fail_hint(error, "this is a shallow clone: run \"git fetch --unshallow\", or \"git fetch origin %s\"", rev);
    return false;
}

static bool
find_commit(History *history, const char *rev, git_commit **commit, GError **error)
{
    g_autoptr(git_object) object = NULL;
    int code = git_revparse_single(&object, history->repository, rev);
    if (code == 0)
        code = git_object_peel((git_object **)commit, object, GIT_OBJECT_COMMIT);
    return code == 0 || fail_revision(history, code, rev, error);
}

static char *
hex_of(const git_oid *id)
{
    char *hex = g_malloc(GIT_OID_HEXSZ + 1);
    git_oid_hex(id, hex);
    return hex;
}

bool
history_commit(History *history, const char *rev, char **commit, GError **error)
{
    g_autoptr(git_commit) found = NULL;
    if (!find_commit(history, rev, &found, error))
        return false;
    *commit = hex_of(git_commit_id(found));
    return true;
}

bool
history_merge_base(History *history, const char *left, const char *right, char **commit, GError **error)
{
    g_autoptr(git_commit) one = NULL, other = NULL;
    git_oid base;
    if (!find_commit(history, left, &one, error) || !find_commit(history, right, &other, error))
        return false;
    int code = git_merge_base(&base, history->repository, git_commit_id(one), git_commit_id(other));
    if (code == GIT_ENOTFOUND && !history_is_shallow(history))
        return fail(error, PLEAT_ERROR_INPUT, "\"%s\" and \"%s\" have no commit in common", left, right);
    if (code < 0)
        return git_fail(history, error, "cannot find where \"%s\" and \"%s\" parted", left, right);
    *commit = hex_of(&base);
    return true;
}

/* Whether anything under the full paths is not as HEAD has it. */
static bool
look_for_changes(History *history, GPtrArray *full_paths, bool *dirty, GError **error)
{
    git_status_options options = GIT_STATUS_OPTIONS_INIT;
    options.flags =
        GIT_STATUS_OPT_INCLUDE_UNTRACKED | GIT_STATUS_OPT_DISABLE_PATHSPEC_MATCH | GIT_STATUS_OPT_EXCLUDE_SUBMODULES;
    options.pathspec.strings = (char **)full_paths->pdata;
    options.pathspec.count = full_paths->len;
    g_autoptr(git_status_list) list = NULL;
    if (git_status_list_new(&list, history->repository, &options) < 0)
        return git_fail(history, error, "cannot compare the work tree with HEAD");
    *dirty = git_status_list_entrycount(list) > 0;
    return true;
}

static bool
is_dirty(History *history, const char *const *paths, bool *dirty, GError **error)
{
    *dirty = false;
    if (git_repository_is_bare(history->repository))
        return true;
    g_autoptr(GPtrArray) full = g_ptr_array_new_with_free_func(g_free);
    for (const char *const *path = paths; path != NULL && *path != NULL; path++)
        g_ptr_array_add(full, history_full_path(history, *path));
    if (paths == NULL && *history->prefix != '\0')
        g_ptr_array_add(full, g_strdup(history->prefix));
    return (paths != NULL && *paths == NULL) || look_for_changes(history, full, dirty, error);
}

bool
history_head(History *history, const char *const *paths, char **commit, bool *dirty, GError **error)
{
    git_oid head;
    int code = git_reference_name_to_id(&head, history->repository, "HEAD");
    bool unborn = code == GIT_ENOTFOUND || code == GIT_EUNBORNBRANCH;
    if (code < 0 && !unborn)
        return git_fail(history, error, "cannot find HEAD");
    bool changed;
    if (!is_dirty(history, paths, &changed, error))
        return false;
    *commit = unborn ? NULL : hex_of(&head);
    *dirty = changed;
    return true;
}

/* As git computes it, which needs no repository. */
char *
history_blob_id(GBytes *content)
{
    size_t size;
    const guchar *data = g_bytes_get_data(content, &size);
    g_autoptr(GChecksum) sum = g_checksum_new(G_CHECKSUM_SHA1);
    g_autofree char *header = g_strdup_printf("blob %zu", size);
    g_checksum_update(sum, (const guchar *)header, (gssize)strlen(header) + 1);
    if (size > 0)
        g_checksum_update(sum, data, (gssize)size);
    return g_strdup(g_checksum_get_string(sum));
}
