#include "files/file_tree.h"

#include "base/word.h"

#include <string.h>

enum { DEEPEST_FOLDER = 128, MOST_LINKS = 40 };

struct FileTree {
    char *name;
    const FileTreeOps *ops;
    void *data;
    GHashTable *replaced; /* path -> GBytes; NULL: nothing is */
    char *sifted, *word;  /* files with this suffix read as empty without the word; NULL: none does */
};

FileTree *
file_tree_new(const char *name, const FileTreeOps *ops, void *data)
{
    FileTree *tree = g_new0(FileTree, 1);
    tree->name = g_strdup(name);
    tree->ops = ops;
    tree->data = data;
    return tree;
}

void
file_tree_free(FileTree *tree)
{
    if (tree == NULL)
        return;
    tree->ops->free(tree->data);
    g_clear_pointer(&tree->replaced, g_hash_table_unref);
    g_free(tree->sifted);
    g_free(tree->word);
    g_free(tree->name);
    g_free(tree);
}

const char *
file_tree_name(const FileTree *tree)
{
    return tree->name;
}

void
file_entry_add(GArray *entries, const char *name, size_t length, FileKind kind)
{
    FileEntry entry = {.name = g_strndup(name, length), .kind = kind};
    g_array_append_val(entries, entry);
}

bool
file_is_lfs_pointer(GBytes *content)
{
    static const char start[] = "version https://git-lfs";
    size_t size;
    const char *text = g_bytes_get_data(content, &size);
    return size >= sizeof start - 1 && size < 1024 && memcmp(text, start, sizeof start - 1) == 0;
}

static char *
join(const char *folder, const char *name)
{
    return *folder == '\0' ? g_strdup(name) : g_strconcat(folder, "/", name, NULL);
}

/* Callers name paths inside the tree; what leads out of it can only be a mistake, or an attack. */
static bool
check_path(const char *path, GError **error)
{
    if (*path == '/')
        return fail(error, PLEAT_ERROR_INPUT, "\"%s\" is not a relative path", path);
    g_auto(GStrv) parts = g_strsplit(path, "/", -1);
    return !g_strv_contains((const char *const *)parts, "..") ||
           fail(error, PLEAT_ERROR_INPUT, "\"%s\" leads out of the tree", path);
}

static bool
fail_leaves(const FileTree *tree, const char *path, const char *target, GError **error)
{
    fail(error, PLEAT_ERROR_INPUT, "\"%s\" is a symlink that leaves \"%s\": it points at \"%s\"", path, tree->name,
         target);
    return fail_hint(error, "copy what it points at into the project, or use a relative link inside it");
}

/* Removes the last part of a path. */
static void
climb(GString *path)
{
    const char *slash = strrchr(path->str, '/');
    g_string_truncate(path, slash == NULL ? 0 : (gsize)(slash - path->str));
}

/* The parts of a path that are still to be walked. A symlink puts its target before what is left. */
typedef struct {
    FileTree *tree;
    const char *asked; /* for messages */
    GString *done;
    char *rest;
    char *next; /* inside rest */
    int links;
} Resolving;

static bool
follow_link(Resolving *walk, const char *link, GError **error)
{
    g_autofree char *target = NULL;
    if (!walk->tree->ops->link(walk->tree->data, link, &target, error))
        return false;
    if (++walk->links > MOST_LINKS)
        return fail(error, PLEAT_ERROR_INPUT, "\"%s\" is a symlink that leads back to itself", walk->asked);
    if (*target == '/')
        return fail_leaves(walk->tree, walk->asked, target, error);
    char *rest = g_strconcat(target, "/", walk->next, NULL);
    g_free(walk->rest);
    walk->rest = walk->next = rest;
    return true;
}

/* Walks one part; kind is that of what has been reached, FILE_MISSING when the walk has come to its end. */
static bool
resolve_part(Resolving *walk, const char *part, FileKind *kind, GError **error)
{
    if (*part == '\0' || strcmp(part, ".") == 0)
        return true;
    if (strcmp(part, "..") == 0) {
        if (walk->done->len == 0)
            return fail_leaves(walk->tree, walk->asked, "..", error);
        climb(walk->done);
        return true;
    }
    g_autofree char *path = join(walk->done->str, part);
    if (!walk->tree->ops->kind(walk->tree->data, path, kind, error))
        return false;
    if (*kind == FILE_SUBMODULE)
        return fail(error, PLEAT_ERROR_INPUT, "\"%s\" is a submodule: its files are not in %s", path, walk->tree->name);
    if (*kind == FILE_LINK) {
        *kind = FILE_FOLDER;
        return follow_link(walk, path, error);
    }
    if (*kind != FILE_FOLDER && walk->next[strspn(walk->next, "/.")] != '\0')
        *kind = FILE_MISSING;
    g_string_assign(walk->done, path);
    return true;
}

/* Follows all symlinks on the way: what a path really names, and its kind (never FILE_LINK). */
static bool
resolve(FileTree *tree, const char *path, char **resolved, FileKind *kind, GError **error)
{
    g_autoptr(GString) done = g_string_new(NULL);
    Resolving walk = {.tree = tree, .asked = path, .done = done, .rest = g_strdup(path)};
    walk.next = walk.rest;
    *kind = FILE_FOLDER;
    bool ok = true;
    while (ok && *walk.next != '\0' && *kind != FILE_MISSING) {
        size_t length = strcspn(walk.next, "/");
        g_autofree char *part = g_strndup(walk.next, length);
        walk.next += length + (walk.next[length] == '/');
        ok = resolve_part(&walk, part, kind, error);
    }
    g_free(walk.rest);
    if (!ok)
        return false;
    *resolved = g_strdup(done->str);
    return true;
}

/* --- Listing --------------------------------------------------------------------------------------------------- */

typedef struct {
    FileTree *tree;
    const char *const *suffixes;
    GPtrArray *paths;
    GHashTable *seen; /* resolved folder -> the path by which the listing came there */
    int depth;
} Listing;

static bool list_folder(Listing *listing, const char *folder, const char *shown, GError **error);

static bool
is_noise(const char *name)
{
    size_t length = strlen(name);
    return *name == '.' || g_str_has_suffix(name, "~") || g_str_has_suffix(name, ".swp") ||
           g_str_has_suffix(name, ".swo") || (length > 1 && *name == '#' && name[length - 1] == '#');
}

static bool
has_suffix(const char *name, const char *const *suffixes)
{
    if (suffixes == NULL)
        return true;
    for (; *suffixes != NULL; suffixes++)
        if (g_str_has_suffix(name, *suffixes))
            return true;
    return false;
}

static bool
check_name(const char *path, GError **error)
{
    bool good = g_utf8_validate(path, -1, NULL);
    for (const char *c = path; good && *c != '\0'; c++)
        good = (unsigned char)*c >= ' ' && *c != 127;
    if (good)
        return true;
    g_autofree char *shown = g_strescape(path, NULL);
    fail(error, PLEAT_ERROR_INPUT, "the file name \"%s\" is not UTF-8 or holds control characters", shown);
    return fail_hint(error, "rename it, or begin its name with a dot to have it ignored");
}

/* Puts an entry on the list, descends into it, or decides that it is nobody's business. */
static bool
list_entry(Listing *listing, const char *shown, const char *resolved, FileKind kind, GError **error)
{
    bool wanted = has_suffix(shown, listing->suffixes);
    switch (kind) {
    case FILE_FOLDER:
        return check_name(shown, error) && list_folder(listing, resolved, shown, error);
    case FILE_SUBMODULE:
        return fail(error, PLEAT_ERROR_INPUT, "\"%s\" is a submodule: its files are not in %s", shown,
                    listing->tree->name);
    case FILE_REGULAR:
        if (wanted && !check_name(shown, error))
            return false;
        if (wanted)
            g_ptr_array_add(listing->paths, g_strdup(shown));
        return true;
    case FILE_MISSING: /* a link to nothing, or a file that went away while we looked */
        return !wanted || fail(error, PLEAT_ERROR_INPUT, "\"%s\" is a symlink to nothing", shown);
    default:
        return !wanted || fail(error, PLEAT_ERROR_INPUT, "\"%s\" is neither a file nor a folder", shown);
    }
}

static bool
visit_entry(Listing *listing, const char *folder, const char *shown, const FileEntry *entry, GError **error)
{
    if (is_noise(entry->name))
        return true;
    g_autofree char *entry_shown = join(shown, entry->name);
    g_autofree char *path = join(folder, entry->name);
    FileKind kind = entry->kind;
    if (kind != FILE_LINK)
        return list_entry(listing, entry_shown, path, kind, error);
    g_autofree char *resolved = NULL;
    return check_name(entry_shown, error) && resolve(listing->tree, path, &resolved, &kind, error) &&
           list_entry(listing, entry_shown, resolved, kind, error);
}

static void
file_entry_clear(void *data)
{
    FileEntry *entry = data;
    g_free(entry->name);
}

static int
compare_entries(const void *left, const void *right)
{
    return strcmp(((const FileEntry *)left)->name, ((const FileEntry *)right)->name);
}

static bool
list_entries(Listing *listing, const char *folder, const char *shown, GError **error)
{
    g_autoptr(GArray) entries = g_array_new(FALSE, FALSE, sizeof(FileEntry));
    g_array_set_clear_func(entries, file_entry_clear);
    if (!listing->tree->ops->entries(listing->tree->data, folder, entries, error))
        return false;
    g_array_sort(entries, compare_entries); /* so that the first error is the same on every machine */
    for (guint i = 0; i < entries->len; i++)
        if (!visit_entry(listing, folder, shown, &g_array_index(entries, FileEntry, i), error))
            return false;
    return true;
}

static bool
list_folder(Listing *listing, const char *folder, const char *shown, GError **error)
{
    const char *before = g_hash_table_lookup(listing->seen, folder);
    if (before != NULL) {
        fail(error, PLEAT_ERROR_INPUT, "\"%s\" and \"%s\" are the same folder", before, shown);
        return fail_hint(error, "remove the symlink, or begin its name with a dot to have it ignored");
    }
    g_hash_table_insert(listing->seen, g_strdup(folder), g_strdup(shown));
    if (listing->depth >= DEEPEST_FOLDER)
        return fail(error, PLEAT_ERROR_INPUT, "\"%s\" is nested too deeply", shown);
    listing->depth++;
    bool ok = list_entries(listing, folder, shown, error);
    listing->depth--;
    return ok;
}

static int
compare_paths(const void *left, const void *right)
{
    return strcmp(*(char *const *)left, *(char *const *)right);
}

/* "functions/" and "./functions" are "functions". */
static char *
tidy(const char *folder)
{
    g_autoptr(GString) tidied = g_string_new(NULL);
    g_auto(GStrv) parts = g_strsplit(folder, "/", -1);
    for (char **part = parts; *part != NULL; part++)
        if (**part != '\0' && strcmp(*part, ".") != 0)
            g_string_append_printf(tidied, "%s%s", tidied->len > 0 ? "/" : "", *part);
    return g_strdup(tidied->str);
}

bool
file_tree_list(FileTree *tree, const char *folder, const char *const *suffixes, GPtrArray **paths, GError **error)
{
    g_autofree char *resolved = NULL, *shown = tidy(folder);
    FileKind kind;
    if (!check_path(folder, error) || !resolve(tree, shown, &resolved, &kind, error))
        return false;
    g_autoptr(GPtrArray) found = g_ptr_array_new_with_free_func(g_free);
    g_autoptr(GHashTable) seen = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
    Listing listing = {.tree = tree, .suffixes = suffixes, .paths = found, .seen = seen};
    if (kind != FILE_MISSING && kind != FILE_FOLDER)
        return fail(error, PLEAT_ERROR_INPUT, "\"%s\" is not a folder", folder);
    if (kind == FILE_FOLDER && !list_folder(&listing, resolved, shown, error))
        return false;
    g_ptr_array_sort(found, compare_paths);
    *paths = g_steal_pointer(&found);
    return true;
}

/* --- Reading --------------------------------------------------------------------------------------------------- */

static bool
is_sifted_out(const FileTree *tree, const char *path, GBytes *content)
{
    return tree->word != NULL && g_str_has_suffix(path, tree->sifted) &&
           !word_stands_in(g_bytes_get_data(content, NULL), tree->word);
}

bool
file_tree_read(FileTree *tree, const char *path, GBytes **content, GError **error)
{
    g_autofree char *resolved = NULL;
    FileKind kind;
    if (!check_path(path, error) || !resolve(tree, path, &resolved, &kind, error))
        return false;
    if (kind == FILE_MISSING)
        return fail(error, PLEAT_ERROR_INPUT, "there is no file \"%s\" in \"%s\"", path, tree->name);
    if (kind != FILE_REGULAR)
        return fail(error, PLEAT_ERROR_INPUT, "\"%s\" is not a file", path);
    GBytes *other = tree->replaced == NULL ? NULL : g_hash_table_lookup(tree->replaced, path);
    if (other != NULL) {
        *content = g_bytes_ref(other);
        return true;
    }
    g_autoptr(GBytes) bytes = NULL;
    if (!tree->ops->read(tree->data, resolved, &bytes, error))
        return false;
    if (file_is_lfs_pointer(bytes)) {
        fail(error, PLEAT_ERROR_INPUT, "\"%s\" in \"%s\" is a Git LFS pointer, not the file itself", path, tree->name);
        return fail_hint(error, "run \"git lfs pull\", and keep SQL and YAML out of LFS");
    }
    *content = is_sifted_out(tree, path, bytes) ? g_bytes_new_from_bytes(bytes, g_bytes_get_size(bytes), 0)
                                                : g_steal_pointer(&bytes);
    return true;
}

void
file_tree_sift(FileTree *tree, const char *suffix, const char *word)
{
    tree->sifted = g_strdup(suffix);
    tree->word = g_strdup(word);
}

void
file_tree_replace(FileTree *tree, const char *path, GBytes *content)
{
    if (tree->replaced == NULL)
        tree->replaced = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, (GDestroyNotify)g_bytes_unref);
    g_hash_table_insert(tree->replaced, g_strdup(path), g_bytes_ref(content));
}

bool
file_tree_has(FileTree *tree, const char *path)
{
    g_autofree char *resolved = NULL;
    FileKind kind;
    return check_path(path, NULL) && resolve(tree, path, &resolved, &kind, NULL) && kind == FILE_REGULAR;
}
