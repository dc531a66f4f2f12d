/*
 * file_tree.h - a tree of files: a folder of the work tree, or a commit's, behind one interface
 *
 * Whatever reads declarations reads them through a FileTree and cannot tell whether they stand on disk or in git. Paths
 * are relative to the tree's root, UTF-8, with "/" between the parts and never "..". The rules below hold for every
 * kind of tree, because they are written once (file_tree.c) over a few primitive questions (FileTreeOps):
 *
 * - Names that begin with "." are hidden, and names like "x~", "#x#", "x.swp", "x.swo" are an editor's: a listing skips
 *   them. Whoever asks for one by name gets it.
 * - A symlink counts as what it points at, if that is inside the tree. One that is absolute, or that climbs over the
 *   root, is an error in a listing and a reading; so is a chain that never ends. A link to nothing is an error when its
 *   name has a wanted suffix. A folder that a listing reaches twice, by its name and by a link, is an error that names
 *   both: all that it declares would be declared twice.
 * - A name that is not UTF-8 or holds a control character is an error when it would be listed.
 * - A file over FILE_TREE_LARGEST is an error, and so is a Git LFS pointer where the file's content should be.
 */
#pragma once

#include "base/error.h"

typedef struct FileTree FileTree;

#define FILE_TREE_LARGEST ((size_t)256 << 20)

/* A folder on disk, which must exist. */
bool file_tree_open_directory(const char *dir, FileTree **out, GError **error);
void file_tree_free(FileTree *tree);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(FileTree, file_tree_free)

/* What messages call the tree: the folder as it was given, or "git:v1.4". */
const char *file_tree_name(const FileTree *tree);

/*
 * The files under a folder ("" is the root) and its folders whose names end with one of the suffixes (NULL-terminated;
 * NULL: all files), sorted bytewise by path. A folder that does not exist has no files. The caller frees the array,
 * which owns its strings.
 */
bool file_tree_list(FileTree *tree, const char *folder, const char *const *suffixes, GPtrArray **paths, GError **error);

/* A file's content, with a NUL behind it that is not counted. A missing file is an error: see file_tree_has(). */
bool file_tree_read(FileTree *tree, const char *path, GBytes **content, GError **error);

/* From now on, reading the path gives this content instead of the file's. The file must be there. */
void file_tree_replace(FileTree *tree, const char *path, GBytes *content);

/* From now on, a file whose name ends with the suffix reads as if it were empty, unless the word stands in it
 * (word_stands_in). */
void file_tree_sift(FileTree *tree, const char *suffix, const char *word);

/* Whether there is a regular file, possibly through symlinks inside the tree. */
bool file_tree_has(FileTree *tree, const char *path);

/* A Git LFS pointer stands in the place of a file's content: "version https://git-lfs..." */
bool file_is_lfs_pointer(GBytes *content);

/* --- For those who make a kind of tree ------------------------------------------------------------------------- */

typedef enum { FILE_MISSING, FILE_REGULAR, FILE_FOLDER, FILE_LINK, FILE_SUBMODULE, FILE_OTHER } FileKind;

typedef struct {
    char *name;
    FileKind kind;
} FileEntry;

/*
 * The primitive questions. Paths are resolved (no symlink on the way, "" is the root) and of the right kind already,
 * but may change under our hands.
 */
typedef struct {
    bool (*kind)(void *data, const char *path, FileKind *kind, GError **error); /* of the link itself */
    bool (*entries)(void *data, const char *folder, GArray *entries /* of FileEntry */, GError **error);
    bool (*link)(void *data, const char *path, char **target, GError **error);
    bool (*read)(void *data, const char *path, GBytes **content, GError **error); /* with the uncounted NUL */
    void (*free)(void *data);
} FileTreeOps;

/* Takes over data; ops must outlive the tree. */
FileTree *file_tree_new(const char *name, const FileTreeOps *ops, void *data);
void file_entry_add(GArray *entries, const char *name, size_t length, FileKind kind);
