/* A commit's files as a FileTree. */
#include "history/git.h"

#include <string.h>

/* The project's, which moves along where the project does. */
#define CONFIGURATION "pleat.yaml"

typedef struct {
    const History *history;
    git_tree *root;
} GitTree;

static FileKind
kind_of_mode(git_filemode_t mode)
{
    switch (mode) {
    case GIT_FILEMODE_TREE:
        return FILE_FOLDER;
    case GIT_FILEMODE_LINK:
        return FILE_LINK;
    case GIT_FILEMODE_COMMIT:
        return FILE_SUBMODULE;
    case GIT_FILEMODE_UNREADABLE:
        return FILE_OTHER;
    default:
        return FILE_REGULAR;
    }
}

static bool
find_entry(GitTree *tree, const char *path, git_tree_entry **entry, GError **error)
{
    return git_tree_entry_bypath(entry, tree->root, path) == 0 ||
           git_fail(tree->history, error, "cannot find \"%s\"", path);
}

static bool
tree_kind(void *data, const char *path, FileKind *kind, GError **error)
{
    GitTree *tree = data;
    g_autoptr(git_tree_entry) entry = NULL;
    int code = git_tree_entry_bypath(&entry, tree->root, path);
    /* A missing object gives the same code as a missing name: the message tells them apart. */
    const git_error *last = code < 0 ? git_error_last() : NULL;
    if (code == GIT_ENOTFOUND && (last == NULL || last->klass == GIT_ERROR_TREE))
        *kind = FILE_MISSING;
    else if (code < 0)
        return git_fail(tree->history, error, "cannot find \"%s\"", path);
    else
        *kind = kind_of_mode(git_tree_entry_filemode(entry));
    return true;
}

static bool
open_folder(GitTree *tree, const char *folder, git_tree **out, GError **error)
{
    if (*folder == '\0')
        return git_tree_dup(out, tree->root) == 0 || git_fail(tree->history, error, "cannot read the root");
    g_autoptr(git_tree_entry) entry = NULL;
    return find_entry(tree, folder, &entry, error) &&
           (git_tree_lookup(out, tree->history->repository, git_tree_entry_id(entry)) == 0 ||
            git_fail(tree->history, error, "cannot read the folder \"%s\" from git", folder));
}

static bool
tree_entries(void *data, const char *folder, GArray *entries, GError **error)
{
    g_autoptr(git_tree) tree = NULL;
    if (!open_folder(data, folder, &tree, error))
        return false;
    for (size_t i = 0; i < git_tree_entrycount(tree); i++) {
        const git_tree_entry *entry = git_tree_entry_byindex(tree, i);
        const char *name = git_tree_entry_name(entry);
        file_entry_add(entries, name, strlen(name), kind_of_mode(git_tree_entry_filemode(entry)));
    }
    return true;
}

static bool
tree_read(void *data, const char *path, GBytes **content, GError **error)
{
    GitTree *tree = data;
    g_autoptr(git_tree_entry) entry = NULL;
    return find_entry(tree, path, &entry, error) &&
           git_read_blob(tree->history, git_tree_entry_id(entry), path, FILE_TREE_LARGEST, content, error);
}

static bool
tree_link(void *data, const char *path, char **target, GError **error)
{
    GitTree *tree = data;
    g_autoptr(git_tree_entry) entry = NULL;
    g_autoptr(GBytes) content = NULL;
    if (!find_entry(tree, path, &entry, error) ||
        !git_read_blob(tree->history, git_tree_entry_id(entry), path, 4096, &content, error))
        return false;
    *target = g_strdup(g_bytes_get_data(content, NULL));
    return true;
}

static void
tree_free(void *data)
{
    GitTree *tree = data;
    git_tree_free(tree->root);
    g_free(tree);
}

static const FileTreeOps tree_ops = {
    .kind = tree_kind,
    .entries = tree_entries,
    .link = tree_link,
    .read = tree_read,
    .free = tree_free,
};

static bool
find_root(const History *history, git_tree *whole, const char *place, const char *rev, git_tree **root, GError **error)
{
    if (*place == '\0')
        return git_tree_dup(root, whole) == 0 || git_fail(history, error, "cannot read \"%s\"", rev);
    g_autoptr(git_tree_entry) entry = NULL;
    int code = git_tree_entry_bypath(&entry, whole, place);
    if (code == GIT_ENOTFOUND && git_error_last()->klass == GIT_ERROR_TREE)
        return fail(error, PLEAT_ERROR_INPUT, "there is no folder \"%s\" in git:%s", place, rev);
    if (code < 0)
        return git_fail(history, error, "cannot find \"%s\" in git:%s", place, rev);
    if (git_tree_entry_type(entry) != GIT_OBJECT_TREE)
        return fail(error, PLEAT_ERROR_INPUT, "\"%s\" is not a folder in git:%s", place, rev);
    return git_tree_lookup(root, history->repository, git_tree_entry_id(entry)) == 0 ||
           git_fail(history, error, "cannot read the folder \"%s\" in git:%s", place, rev);
}

static bool
has_configuration(git_tree *whole, const char *place)
{
    g_autoptr(git_tree_entry) entry = NULL;
    g_autofree char *path = g_strdup_printf("%s%s" CONFIGURATION, place, *place == '\0' ? "" : "/");
    return git_tree_entry_bypath(&entry, whole, path) == 0;
}

/* Where the project stood in a commit of HEAD's past: where its configuration did. Else place stays as it is. */
static bool
follow_configuration(History *history, const char *hex, char **place, GError **error)
{
    g_autoptr(GPtrArray) versions = NULL;
    if (!history_versions(history, CONFIGURATION, &versions, error))
        return false;
    for (guint i = 0; i < versions->len; i++) {
        const FileVersion *version = versions->pdata[i];
        bool within;
        if (!history_is_within(history, version->commit, hex, &within, error))
            return false;
        if (!within || version->blob == NULL)
            continue;
        g_autofree char *full = history_full_path(history, version->path), *folder = g_path_get_dirname(full);
        g_free(*place);
        *place = g_strdup(strcmp(folder, ".") == 0 ? "" : folder);
        return true;
    }
    return true;
}

bool
history_tree(History *history, const char *rev, const char *dir, FileTree **out, GError **error)
{
    g_autofree char *hex = NULL, *place = NULL;
    g_autoptr(git_commit) commit = NULL;
    g_autoptr(git_tree) whole = NULL;
    git_tree *root;
    git_oid id;
    if (!history_commit(history, rev, &hex, error))
        return false;
    if (dir == NULL)
        place = g_strdup(history->prefix);
    else if (!history_place(history, dir, &place, error))
        return false;
    if (git_oid_fromstr(&id, hex) < 0 || git_commit_lookup(&commit, history->repository, &id) < 0 ||
        git_commit_tree(&whole, commit) < 0)
        return git_fail(history, error, "cannot read the commit \"%s\"", rev);
    if (dir == NULL && !has_configuration(whole, place) && !follow_configuration(history, hex, &place, error))
        return false;
    if (!find_root(history, whole, place, rev, &root, error))
        return false;
    GitTree *tree = g_new0(GitTree, 1);
    tree->history = history;
    tree->root = root;
    g_autofree char *name = g_strconcat("git:", rev, NULL);
    *out = file_tree_new(name, &tree_ops, tree);
    return true;
}
