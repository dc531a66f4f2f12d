/* What is staged as a FileTree: the index is one sorted list of paths, from the repository's root. */
#include "history/git.h"

#include <string.h>

typedef struct {
    const History *history;
    git_index *index;
} Staged;

bool
open_index(const History *history, git_index **index, GError **error)
{
    const char *named = g_getenv("GIT_INDEX_FILE");
    g_autofree char *path = named == NULL || *named == '\0' ? NULL : g_canonicalize_filename(named, NULL);
    return (path != NULL ? git_index_open(index, path) : git_repository_index(index, history->repository)) == 0 ||
           git_fail(history, error, "cannot read what is staged");
}

static char *
full_path(const Staged *staged, const char *path)
{
    const char *prefix = staged->history->prefix;
    if (*prefix == '\0' || *path == '\0')
        return g_strdup(*path == '\0' ? prefix : path);
    return g_strconcat(prefix, "/", path, NULL);
}

static FileKind
kind_of_mode(guint32 mode)
{
    return mode == GIT_FILEMODE_LINK ? FILE_LINK : mode == GIT_FILEMODE_COMMIT ? FILE_SUBMODULE : FILE_REGULAR;
}

/* The first entry in a folder; its number of entries when there is none. */
static size_t
find_in_folder(const Staged *staged, const char *folder)
{
    g_autofree char *prefix = *folder == '\0' ? g_strdup("") : g_strconcat(folder, "/", NULL);
    size_t at = 0;
    return git_index_find_prefix(&at, staged->index, prefix) == 0 ? at : git_index_entrycount(staged->index);
}

static bool
is_in_folder(const git_index_entry *entry, const char *folder)
{
    const size_t length = strlen(folder);
    return entry != NULL && (length == 0 || (strncmp(entry->path, folder, length) == 0 && entry->path[length] == '/'));
}

static bool
staged_kind(void *data, const char *path, FileKind *kind, GError **error)
{
    Staged *staged = data;
    (void)error;
    g_autofree char *full = full_path(staged, path);
    const git_index_entry *entry = git_index_get_bypath(staged->index, full, 0);
    if (entry != NULL)
        *kind = kind_of_mode(entry->mode);
    else
        *kind = *full == '\0' || find_in_folder(staged, full) < git_index_entrycount(staged->index) ? FILE_FOLDER
                                                                                                    : FILE_MISSING;
    return true;
}

static bool
staged_entries(void *data, const char *folder, GArray *entries, GError **error)
{
    Staged *staged = data;
    (void)error;
    g_autofree char *full = full_path(staged, folder);
    g_autofree char *last = g_strdup("");
    const size_t skipped = *full == '\0' ? 0 : strlen(full) + 1;
    for (size_t i = find_in_folder(staged, full); is_in_folder(git_index_get_byindex(staged->index, i), full); i++) {
        const git_index_entry *entry = git_index_get_byindex(staged->index, i);
        const char *name = entry->path + skipped;
        const size_t length = strcspn(name, "/");
        if (strlen(last) == length && strncmp(last, name, length) == 0)
            continue;
        file_entry_add(entries, name, length, name[length] == '/' ? FILE_FOLDER : kind_of_mode(entry->mode));
        g_free(last);
        last = g_strndup(name, length);
    }
    return true;
}

static bool
read_limited(Staged *staged, const char *path, size_t limit, GBytes **content, GError **error)
{
    g_autofree char *full = full_path(staged, path);
    const git_index_entry *entry = git_index_get_bypath(staged->index, full, 0);
    if (entry == NULL)
        return fail(error, PLEAT_ERROR_INPUT, "\"%s\" is not staged, or in conflict", path);
    return git_read_blob(staged->history, &entry->id, path, limit, content, error);
}

static bool
staged_read(void *data, const char *path, GBytes **content, GError **error)
{
    return read_limited(data, path, FILE_TREE_LARGEST, content, error);
}

static bool
staged_link(void *data, const char *path, char **target, GError **error)
{
    g_autoptr(GBytes) content = NULL;
    if (!read_limited(data, path, 4096, &content, error))
        return false;
    *target = g_strdup(g_bytes_get_data(content, NULL));
    return true;
}

static void
staged_free(void *data)
{
    Staged *staged = data;
    git_index_free(staged->index);
    g_free(staged);
}

static const FileTreeOps staged_ops = {
    .kind = staged_kind,
    .entries = staged_entries,
    .link = staged_link,
    .read = staged_read,
    .free = staged_free,
};

bool
history_staged(History *history, FileTree **out, GError **error)
{
    git_index *index = NULL;
    if (!open_index(history, &index, error))
        return false;
    Staged *staged = g_new0(Staged, 1);
    staged->history = history;
    staged->index = index;
    *out = file_tree_new("what is staged", &staged_ops, staged);
    return true;
}
