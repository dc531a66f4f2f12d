/* Files that a merge left behind: it kept to a side that never had them, which is no commit's deletion. */
#include "history/compare.h"

#include <string.h>

/* Puts the paths of a tree's files, from the repository's root, into a set of char *. */
static bool
gather(TreeCache *cache, const git_oid *id, const char *folder, GHashTable *files, GError **error)
{
    g_autoptr(Tree) tree = NULL;
    TreeEntry entry;
    bool ok;
    if (!tree_cache_get(cache, id, &tree, error))
        return false;
    TreeCursor cursor = tree_start(tree);
    while ((ok = tree_next(&cursor, &entry, error)) && entry.name != NULL) {
        char *path = g_strdup_printf("%s%s%.*s", folder, *folder == '\0' ? "" : "/", (int)entry.length, entry.name);
        if (!entry.is_folder) {
            g_hash_table_add(files, path);
            continue;
        }
        ok = gather(cache, &entry.id, path, files, error);
        g_free(path);
        if (!ok)
            return false;
    }
    return ok;
}

static bool
files_of_head(History *history, const char *const *places, GHashTable **out, GError **error)
{
    g_autoptr(GHashTable) files = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    g_autoptr(TreeCache) cache = tree_cache_new(history, history->objects);
    for (; *places != NULL; places++) {
        TreeEntry place;
        if (!tree_cache_find(cache, &commits_get(history->commits, 0)->tree, *places, &place, error) ||
            (place.name != NULL && place.is_folder && !gather(cache, &place.id, *places, files, error)))
            return false;
    }
    *out = g_steal_pointer(&files);
    return true;
}

bool
history_overruled(History *history, const char *const *folders, GPtrArray **paths, GError **error)
{
    g_autoptr(GPtrArray) places = g_ptr_array_new_with_free_func(g_free), found = g_ptr_array_new();
    g_autoptr(GHashTable) files = NULL, seen = g_hash_table_new(NULL, NULL);
    for (; *folders != NULL; folders++)
        g_ptr_array_add(places, history_full_path(history, *folders));
    g_ptr_array_add(places, NULL);
    const char *const *all = (const char *const *)places->pdata;
    if (!walk_ensure(history, all, error))
        return false;
    g_autoptr(GPtrArray) changes = walk_changes_under(history->walk, all);
    if (changes->len > 0 && !files_of_head(history, all, &files, error))
        return false;
    for (guint i = 0; i < changes->len; i++) {
        const Change *change = changes->pdata[i];
        if (!g_hash_table_add(seen, (char *)(gsize)change->path) || change->deleted ||
            g_hash_table_contains(files, change->path))
            continue;
        g_autofree char *shown = history_shown_path(history, change->path);
        g_ptr_array_add(found, (char *)(gsize)history_intern(history, shown));
    }
    *paths = g_steal_pointer(&found);
    return true;
}
