/* tree_cache.h - git trees, parsed once while they are near: of a folder, and of its place in a commit */
#pragma once

#include "history/git.h"

typedef struct {
    const char *name;
    guint length;
    bool is_folder; /* else a regular file; nothing else is kept */
    git_oid id;
} TreeEntry;

typedef struct {
    git_odb_object *object; /* owns the names */
    GArray *entries;        /* of TreeEntry, in git's order: as if folders' names ended with "/" */
} Tree;

typedef struct TreeCache TreeCache;

TreeCache *tree_cache_new(const History *history);
void tree_cache_free(TreeCache *cache);

/* A tree's entries, shared: the caller drops it with tree_unref. */
bool tree_cache_get(TreeCache *cache, const git_oid *id, Tree **out, GError **error);
void tree_unref(Tree *tree);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Tree, tree_unref)

/* Negative, 0, positive in git's order. */
int tree_entry_compare(const TreeEntry *left, const TreeEntry *right);

/*
 * What stands at a path under a root tree: true with found->name NULL when nothing does. An empty path is the root
 * itself. found's name is borrowed from path.
 */
bool tree_cache_find(TreeCache *cache, const git_oid *root, const char *path, TreeEntry *found, GError **error);
