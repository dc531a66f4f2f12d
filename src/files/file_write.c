#include "files/file_write.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

static bool
fail_write(GError **error, const char *path)
{
    int code = errno;
    return fail(error, PLEAT_ERROR_SYSTEM, "cannot write \"%s\": %s", path, g_strerror(code));
}

/* A new file with a name that nobody uses, in the folder of the path that it is for; mode is subject to the umask. */
static int
open_temporary(const char *path, mode_t mode, char **temporary)
{
    g_autofree char *folder = g_path_get_dirname(path);
    for (int tries = 0; tries < 100; tries++) {
        g_autofree char *name = g_strdup_printf("%s/.pleat-%08x", folder, g_random_int());
        int fd = open(name, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode);
        if (fd >= 0)
            *temporary = g_steal_pointer(&name);
        if (fd >= 0 || errno != EEXIST)
            return fd;
    }
    return -1;
}

static bool
write_all(int fd, GBytes *content)
{
    size_t left;
    const char *at = g_bytes_get_data(content, &left);
    while (left > 0) {
        ssize_t n = write(fd, at, left);
        if (n < 0 && errno == EINTR)
            continue;
        if (n < 0)
            return false;
        at += n;
        left -= (size_t)n;
    }
    return true;
}

/* A file that is replaced keeps its mode. Its owner is kept as a courtesy of root's to whose project it is. */
static bool
adopt(int fd, const char *old)
{
    struct stat status;
    if (stat(old, &status) < 0)
        return true;
    if (geteuid() == 0 && fchown(fd, status.st_uid, status.st_gid) < 0)
        return false;
    return fchmod(fd, status.st_mode & 07777) == 0;
}

/* Makes the folder too. On failure nothing is left but, maybe, that folder. */
static bool
write_temporary(const char *path, GBytes *content, mode_t mode, char **temporary, GError **error)
{
    g_autofree char *folder = g_path_get_dirname(path), *name = NULL;
    if (g_mkdir_with_parents(folder, 0777) < 0)
        return fail_write(error, folder);
    int fd = open_temporary(path, mode, &name);
    if (fd < 0)
        return fail_write(error, path);
    bool ok = write_all(fd, content) && adopt(fd, path) && fsync(fd) == 0;
    int code = errno;
    if (close(fd) < 0 && ok) {
        ok = false;
        code = errno;
    }
    errno = code;
    if (!ok) {
        fail_write(error, path);
        unlink(name);
        return false;
    }
    *temporary = g_steal_pointer(&name);
    return true;
}

/* Makes the names in a folder durable. Some file systems cannot: then there is nothing more to be done. */
static void
flush_folder(const char *path)
{
    g_autofree char *folder = g_path_get_dirname(path);
    int fd = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (fd >= 0) {
        (void)fsync(fd);
        close(fd);
    }
}

/* A pipe or a device, "/dev/stdout", is written to and not replaced. */
static bool
write_through(const char *path, GBytes *content, GError **error)
{
    int fd = open(path, O_WRONLY | O_CLOEXEC);
    if (fd < 0)
        return fail_write(error, path);
    bool ok = write_all(fd, content) || fail_write(error, path);
    close(fd);
    return ok;
}

bool
file_write_atomically(const char *path, GBytes *content, mode_t mode, GError **error)
{
    g_autofree char *temporary = NULL;
    struct stat status;
    if (stat(path, &status) == 0 && !S_ISREG(status.st_mode))
        return write_through(path, content, error);
    char *real = realpath(path, NULL); /* through a symlink; NULL when the file is new */
    const char *target = real != NULL ? real : path;
    bool ok = write_temporary(target, content, mode, &temporary, error);
    if (ok && rename(temporary, target) < 0) {
        ok = fail_write(error, path);
        unlink(temporary);
    }
    if (ok)
        flush_folder(target);
    free(real);
    return ok;
}

/* --- Batches --------------------------------------------------------------------------------------------------- */

typedef struct {
    char *path;
    char *temporary; /* NULL once the file has its name */
} Pending;

struct FileBatch {
    GArray *files; /* of Pending */
    bool committed;
};

static void
pending_clear(void *data)
{
    Pending *pending = data;
    g_free(pending->path);
    g_free(pending->temporary);
}

FileBatch *
file_batch_new(void)
{
    FileBatch *batch = g_new0(FileBatch, 1);
    batch->files = g_array_new(FALSE, TRUE, sizeof(Pending));
    g_array_set_clear_func(batch->files, pending_clear);
    return batch;
}

/* Removes all that the batch has written, under whatever name. */
static void
roll_back(FileBatch *batch)
{
    for (guint i = 0; i < batch->files->len; i++) {
        const Pending *pending = &g_array_index(batch->files, Pending, i);
        unlink(pending->temporary != NULL ? pending->temporary : pending->path);
    }
    g_array_set_size(batch->files, 0);
}

void
file_batch_free(FileBatch *batch)
{
    if (batch == NULL)
        return;
    if (!batch->committed)
        roll_back(batch);
    g_array_unref(batch->files);
    g_free(batch);
}

static bool
fail_exists(const char *path, GError **error)
{
    return fail(error, PLEAT_ERROR_STATE, "\"%s\" exists already", path);
}

bool
file_batch_add(FileBatch *batch, const char *path, GBytes *content, mode_t mode, GError **error)
{
    g_return_val_if_fail(!batch->committed, false);
    struct stat status;
    if (lstat(path, &status) == 0)
        return fail_exists(path, error);
    char *temporary;
    if (!write_temporary(path, content, mode, &temporary, error))
        return false;
    Pending pending = {.path = g_strdup(path), .temporary = temporary};
    g_array_append_val(batch->files, pending);
    return true;
}

/* Gives a file its name, never over another. Not every file system has hard links. */
static bool
take_name(Pending *pending, GError **error)
{
    bool linked = link(pending->temporary, pending->path) == 0;
    if (!linked && errno == EEXIST)
        return fail_exists(pending->path, error);
    if (linked)
        unlink(pending->temporary);
    else if (g_file_test(pending->path, G_FILE_TEST_EXISTS))
        return fail_exists(pending->path, error);
    else if (rename(pending->temporary, pending->path) < 0)
        return fail_write(error, pending->path);
    g_clear_pointer(&pending->temporary, g_free);
    return true;
}

bool
file_batch_commit(FileBatch *batch, GError **error)
{
    for (guint i = 0; i < batch->files->len; i++)
        if (!take_name(&g_array_index(batch->files, Pending, i), error)) {
            roll_back(batch);
            return false;
        }
    for (guint i = 0; i < batch->files->len; i++)
        flush_folder(g_array_index(batch->files, Pending, i).path);
    batch->committed = true;
    return true;
}
