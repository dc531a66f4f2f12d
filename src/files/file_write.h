/*
 * file_write.h - files written whole or not at all
 *
 * Content goes to a hidden temporary file in the same folder (".pleat-XXXXXXXX", which no listing shows), is flushed to
 * the disk, and only then takes its name. A full disk, a Ctrl-C or a power cut leaves the old file or the new one,
 * never a half; only a kill between two system calls can leave a temporary file behind. Missing folders are made.
 */
#pragma once

#include "base/error.h"
#include <sys/types.h>

/*
 * Replaces the file or makes it. mode is that of a new file, before the umask; a file that exists keeps its mode, and
 * its owner where we may give it. A path that is a symlink keeps being one: what it points at is replaced.
 */
bool file_write_atomically(const char *path, GBytes *content, mode_t mode, GError **error);

/*
 * Several new files, all or none:
 *
 *     g_autoptr(FileBatch) batch = file_batch_new();
 *     ... file_batch_add(batch, path, content, 0666, error) && ... && file_batch_commit(batch, error)
 *
 * add() writes the content under a temporary name and fails at once when the path exists; commit() gives all of them
 * their names, never over another file, and takes them back when one fails. Freeing a batch that was not committed
 * removes what it wrote.
 */
typedef struct FileBatch FileBatch;

FileBatch *file_batch_new(void);
void file_batch_free(FileBatch *batch);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(FileBatch, file_batch_free)

bool file_batch_add(FileBatch *batch, const char *path, GBytes *content, mode_t mode, GError **error);
bool file_batch_commit(FileBatch *batch, GError **error);
