#include "history/tree_cache.h"

#include <string.h>

/* Trees are asked for as a commit's and, soon after, as its parent's: what is far behind will not come again. */
enum { MOST_TREES = 2048 };

struct TreeCache {
    const History *history;
    Objects *objects;  /* borrowed */
    GHashTable *trees; /* git_oid -> Tree */
};

void
tree_unref(Tree *tree)
{
    object_unref(tree);
}

static void
unref_value(void *data)
{
    object_unref(data);
}

TreeCache *
tree_cache_new(const History *history, Objects *objects)
{
    TreeCache *cache = g_new0(TreeCache, 1);
    cache->history = history;
    cache->objects = objects;
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

static bool
load_tree(const TreeCache *cache, const git_oid *id, Tree **out, GError **error)
{
    g_autoptr(Object) object = NULL;
    char hex[GIT_OID_HEXSZ + 1];
    if (objects_read(cache->objects, id, &object) && object->type == GIT_OBJECT_TREE) {
        *out = g_steal_pointer(&object);
        return true;
    }
    git_oid_hex(id, hex);
    if (object == NULL)
        return git_fail(cache->history, error, "cannot read the tree %.12s", hex);
    return fail(error, PLEAT_ERROR_INPUT, "the git object %.12s is no tree", hex);
}

bool
tree_cache_get(TreeCache *cache, const git_oid *id, Tree **out, GError **error)
{
    Tree *tree = g_hash_table_lookup(cache->trees, id);
    if (tree == NULL) {
        if (!load_tree(cache, id, &tree, error))
            return false;
        if (g_hash_table_size(cache->trees) >= MOST_TREES)
            g_hash_table_remove_all(cache->trees);
        g_hash_table_insert(cache->trees, g_memdup2(id, sizeof *id), tree);
    }
    *out = object_ref(tree);
    return true;
}

/* --- Entries --------------------------------------------------------------------------------------------------- */

TreeCursor
tree_start(const Tree *tree)
{
    if (tree == NULL)
        return (TreeCursor){0};
    return (TreeCursor){tree->data, tree->data + tree->size};
}

/* Behind "100644 add.sql", a NUL, 20 bytes of id; NULL when it is not like that. */
static const char *
entry_end(const char *at, const char *end, const char **nul)
{
    *nul = memchr(at, '\0', (size_t)(end - at));
    return *nul == NULL || end - *nul < 1 + GIT_OID_RAWSZ ? NULL : *nul + 1 + GIT_OID_RAWSZ;
}

bool
tree_next(TreeCursor *cursor, TreeEntry *entry, GError **error)
{
    entry->name = NULL;
    while (entry->name == NULL && cursor->at < cursor->end) {
        const char *nul, *behind = entry_end(cursor->at, cursor->end, &nul), *space = cursor->at;
        if (behind == NULL)
            return fail(error, PLEAT_ERROR_INPUT, "a tree of the git repository is damaged");
        unsigned mode = 0;
        for (; *space >= '0' && *space <= '7'; space++)
            mode = mode * 8 + (unsigned)(*space - '0');
        if (*space != ' ')
            return fail(error, PLEAT_ERROR_INPUT, "a tree of the git repository is damaged");
        entry->is_folder = mode == GIT_FILEMODE_TREE;
        if (entry->is_folder || (mode & 0170000) == 0100000)
            entry->name = space + 1;
        entry->length = (guint)(nul - space - 1);
        git_oid_fromraw(&entry->id, (const unsigned char *)nul + 1);
        cursor->at = behind;
    }
    return true;
}

static size_t
common_length(const char *left, const char *right, size_t length)
{
    size_t n = 0;
    enum { BLOCK = 64 };
    while (n + BLOCK <= length && memcmp(left + n, right + n, BLOCK) == 0)
        n += BLOCK;
    while (n < length && left[n] == right[n])
        n++;
    return n;
}

/* What two trees have in common is one run of bytes, which is compared as such: only its ends of entries are sought. */
void
tree_skip_common(TreeCursor *cursors, guint n)
{
    size_t common = n < 2 ? 0 : (size_t)(cursors[0].end - cursors[0].at);
    for (guint i = 1; i < n && common > 0; i++)
        common = common_length(cursors[0].at, cursors[i].at, MIN(common, (size_t)(cursors[i].end - cursors[i].at)));
    if (common == 0)
        return;
    const char *nul, *behind, *whole = cursors[0].at, *limit = whole + common;
    while ((behind = entry_end(whole, limit, &nul)) != NULL)
        whole = behind;
    size_t skipped = (size_t)(whole - cursors[0].at);
    for (guint i = 0; i < n; i++)
        cursors[i].at += skipped;
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
static bool
find_entry(const Tree *tree, const char *name, size_t length, TreeEntry *entry, GError **error)
{
    TreeCursor cursor = tree_start(tree);
    while (tree_next(&cursor, entry, error))
        if (entry->name == NULL || (entry->length == length && memcmp(entry->name, name, length) == 0))
            return true;
    return false;
}

bool
tree_cache_find(TreeCache *cache, const git_oid *root, const char *path, TreeEntry *found, GError **error)
{
    TreeEntry here = {.name = path, .is_folder = true, .id = *root};
    for (const char *part = path; *part != '\0' && here.name != NULL;) {
        size_t length = strcspn(part, "/");
        g_autoptr(Tree) tree = NULL;
        TreeEntry entry;
        if (!tree_cache_get(cache, &here.id, &tree, error) || !find_entry(tree, part, length, &entry, error))
            return false;
        part += length + (part[length] == '/');
        if (entry.name == NULL || (*part != '\0' && !entry.is_folder))
            here.name = NULL;
        else
            here = (TreeEntry){.name = path, .is_folder = entry.is_folder, .id = entry.id};
    }
    *found = here;
    return true;
}
