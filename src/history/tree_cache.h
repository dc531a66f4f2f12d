/* tree_cache.h - git trees, read once while they are near: of a folder, and of its place in a commit */
#pragma once

#include "history/objects.h"

typedef struct {
    const char *name; /* not ended by a NUL; NULL: nothing */
    guint length;
    bool is_folder; /* else a regular file; nothing else is given */
    git_oid id;
} TreeEntry;

typedef Object Tree;
typedef struct TreeCache TreeCache;

/* objects: of the thread that uses the cache, borrowed. */
TreeCache *tree_cache_new(const History *history, Objects *objects);
void tree_cache_free(TreeCache *cache);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(TreeCache, tree_cache_free)

/* A tree, shared: the caller drops it with tree_unref. */
bool tree_cache_get(TreeCache *cache, const git_oid *id, Tree **out, GError **error);
void tree_unref(Tree *tree);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Tree, tree_unref)

/*
 * A place between two entries of a tree, whose names live as long as the tree does. Entries come in git's order: as if
 * folders' names ended with "/". NULL: a tree without any.
 */
typedef struct {
    const char *at, *end;
} TreeCursor;

TreeCursor tree_start(const Tree *tree);

/* The next entry, with its name NULL at the end; an error where the tree is damaged. */
bool tree_next(TreeCursor *cursor, TreeEntry *entry, GError **error);

/* Moves all of them behind what they have in common: entries of the same bytes. */
void tree_skip_common(TreeCursor *cursors, guint n);

/* Negative, 0, positive in git's order. */
int tree_entry_compare(const TreeEntry *left, const TreeEntry *right);

/*
 * What stands at a path under a root tree: true with found->name NULL when nothing does. An empty path is the root
 * itself. found's name is borrowed from path.
 */
bool tree_cache_find(TreeCache *cache, const git_oid *root, const char *path, TreeEntry *found, GError **error);
