#include "history/tree_cache.h"

#include <string.h>

/* Trees are asked for as a commit's and, soon after, as its parent's: what is far behind will not come again. */
enum { MOST_TREES = 2048 };

struct TreeCache {
    const History *history;
    GHashTable *trees; /* git_oid -> Tree */
};

static void
tree_destroy(void *data)
{
    Tree *tree = data;
    g_array_unref(tree->entries);
    git_odb_object_free(tree->object);
}

void
tree_unref(Tree *tree)
{
    g_rc_box_release_full(tree, tree_destroy);
}

static void
unref_value(void *data)
{
    tree_unref(data);
}

TreeCache *
tree_cache_new(const History *history)
{
    TreeCache *cache = g_new0(TreeCache, 1);
    cache->history = history;
    cache->trees = g_hash_table_new_full(git_oid_hash, git_oid_same, g_free, unref_value);
    return cache;
}

void
tree_cache_free(TreeCache *cache)
{
    if (cache == NULL)
        return;
    g_hash_table_unref(cache->trees);
    g_free(cache);
}

/* "100644 add.sql", a NUL, 20 bytes of id. The position moves behind it; false when it is not like that. */
static bool
parse_entry(const char **at, const char *end, GArray *entries)
{
    const char *space = memchr(*at, ' ', (size_t)(end - *at));
    const char *nul = space == NULL ? NULL : memchr(space, '\0', (size_t)(end - space));
    if (nul == NULL || end - nul < 1 + GIT_OID_RAWSZ)
        return false;
    guint64 mode = g_ascii_strtoull(*at, NULL, 8);
    TreeEntry entry = {.name = space + 1, .length = (guint)(nul - space - 1), .is_folder = mode == GIT_FILEMODE_TREE};
    git_oid_fromraw(&entry.id, (const unsigned char *)nul + 1);
    bool is_file = (mode & 0170000) == 0100000;
    if (entry.is_folder || is_file)
        g_array_append_val(entries, entry);
    *at = nul + 1 + GIT_OID_RAWSZ;
    return true;
}

static bool
parse_tree(git_odb_object *object, GArray *entries)
{
    const char *at = git_odb_object_data(object), *end = at + git_odb_object_size(object);
    bool ok = git_odb_object_type(object) == GIT_OBJECT_TREE;
    while (ok && at < end)
        ok = parse_entry(&at, end, entries);
    return ok;
}

static bool
load_tree(const History *history, const git_oid *id, Tree **out, GError **error)
{
    char hex[GIT_OID_HEXSZ + 1];
    git_oid_hex(id, hex);
    git_odb_object *object;
    if (git_odb_read(&object, history->odb, id) < 0)
        return git_fail(history, error, "cannot read the tree %.12s", hex);
    g_autoptr(Tree) tree = g_rc_box_new0(Tree);
    tree->object = object;
    tree->entries = g_array_new(FALSE, FALSE, sizeof(TreeEntry));
    if (!parse_tree(object, tree->entries))
        return fail(error, PLEAT_ERROR_INPUT, "the git object %.12s is no tree, or damaged", hex);
    *out = g_steal_pointer(&tree);
    return true;
}

bool
tree_cache_get(TreeCache *cache, const git_oid *id, Tree **out, GError **error)
{
    Tree *tree = g_hash_table_lookup(cache->trees, id);
    if (tree == NULL) {
        if (!load_tree(cache->history, id, &tree, error))
            return false;
        if (g_hash_table_size(cache->trees) >= MOST_TREES)
            g_hash_table_remove_all(cache->trees);
        g_hash_table_insert(cache->trees, g_memdup2(id, sizeof *id), tree);
    }
    *out = g_rc_box_acquire(tree);
    return true;
}

int
tree_entry_compare(const TreeEntry *left, const TreeEntry *right)
{
    guint length = MIN(left->length, right->length);
    int order = memcmp(left->name, right->name, length);
    if (order != 0)
        return order;
    guchar a = left->length > length ? (guchar)left->name[length] : left->is_folder ? '/' : 0;
    guchar b = right->length > length ? (guchar)right->name[length] : right->is_folder ? '/' : 0;
    if (a != b)
        return a < b ? -1 : 1;
    return (left->length > right->length) - (left->length < right->length);
}

/* A damaged tree may be out of order, so this does not search by halves. */
static const TreeEntry *
find_entry(const Tree *tree, const char *name, size_t length)
{
    for (guint i = 0; i < tree->entries->len; i++) {
        const TreeEntry *entry = &g_array_index(tree->entries, TreeEntry, i);
        if (entry->length == length && memcmp(entry->name, name, length) == 0)
            return entry;
    }
    return NULL;
}

bool
tree_cache_find(TreeCache *cache, const git_oid *root, const char *path, TreeEntry *found, GError **error)
{
    TreeEntry here = {.name = path, .is_folder = true, .id = *root};
    for (const char *part = path; *part != '\0' && here.name != NULL;) {
        size_t length = strcspn(part, "/");
        g_autoptr(Tree) tree = NULL;
        if (!tree_cache_get(cache, &here.id, &tree, error))
            return false;
        const TreeEntry *entry = find_entry(tree, part, length);
        part += length + (part[length] == '/');
        if (entry == NULL || (*part != '\0' && !entry->is_folder))
            here.name = NULL;
        else
            here = (TreeEntry){.name = path, .is_folder = entry->is_folder, .id = entry->id};
    }
    *found = here;
    return true;
}
