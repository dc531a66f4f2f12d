/* A folder on disk as a FileTree. All is opened relative to the folder's descriptor, and no call follows a symlink. */
#include "files/file_tree.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

typedef struct {
    char *path;
    int fd;
} Directory;

static bool
fail_system(GError **error, const char *doing, const char *path)
{
    int code = errno;
    return fail(error, PLEAT_ERROR_SYSTEM, "cannot %s \"%s\": %s", doing, path, g_strerror(code));
}

static const char *
or_here(const char *path)
{
    return *path == '\0' ? "." : path;
}

static FileKind
kind_of_mode(mode_t mode)
{
    return S_ISREG(mode) ? FILE_REGULAR : S_ISDIR(mode) ? FILE_FOLDER : S_ISLNK(mode) ? FILE_LINK : FILE_OTHER;
}

static bool
directory_kind(void *data, const char *path, FileKind *kind, GError **error)
{
    Directory *directory = data;
    struct stat status;
    if (fstatat(directory->fd, or_here(path), &status, AT_SYMLINK_NOFOLLOW) == 0)
        *kind = kind_of_mode(status.st_mode);
    else if (errno == ENOENT || errno == ENOTDIR)
        *kind = FILE_MISSING;
    else
        return fail_system(error, "read", path);
    return true;
}

static FileKind
kind_of_type(unsigned char type)
{
    return type == DT_REG ? FILE_REGULAR : type == DT_DIR ? FILE_FOLDER : type == DT_LNK ? FILE_LINK : FILE_OTHER;
}

/* Some file systems do not say a file's type in the listing. */
static bool
add_entry(Directory *directory, const char *folder, const struct dirent *entry, GArray *entries, GError **error)
{
    FileKind kind = kind_of_type(entry->d_type);
    if (entry->d_type == DT_UNKNOWN) {
        g_autofree char *path = g_build_filename(or_here(folder), entry->d_name, NULL);
        if (!directory_kind(directory, path, &kind, error))
            return false;
    }
    file_entry_add(entries, entry->d_name, strlen(entry->d_name), kind);
    return true;
}

static bool
read_entries(Directory *directory, const char *folder, DIR *stream, GArray *entries, GError **error)
{
    for (;;) {
        errno = 0;
        struct dirent *entry = readdir(stream);
        if (entry == NULL)
            return errno == 0 || fail_system(error, "list", or_here(folder));
        bool self = strcmp(entry->d_name, ".") == 0 || strcmp(entry->d_name, "..") == 0;
        if (!self && !add_entry(directory, folder, entry, entries, error))
            return false;
    }
}

static bool
directory_entries(void *data, const char *folder, GArray *entries, GError **error)
{
    Directory *directory = data;
    int fd = openat(directory->fd, or_here(folder), O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
    if (fd < 0)
        return fail_system(error, "list", or_here(folder));
    DIR *stream = fdopendir(fd); /* owns fd from here */
    bool ok = read_entries(directory, folder, stream, entries, error);
    closedir(stream);
    return ok;
}

static bool
directory_link(void *data, const char *path, char **target, GError **error)
{
    Directory *directory = data;
    char text[4096];
    ssize_t length = readlinkat(directory->fd, path, text, sizeof text);
    if (length < 0)
        return fail_system(error, "read", path);
    *target = g_strndup(text, (gsize)length);
    return true;
}

static bool
read_whole(int fd, const char *path, size_t expected, GBytes **content, GError **error)
{
    g_autoptr(GByteArray) bytes = g_byte_array_sized_new((guint)expected + 1);
    guint8 buffer[16384];
    for (;;) {
        ssize_t n = read(fd, buffer, sizeof buffer);
        if (n < 0 && errno == EINTR)
            continue;
        if (n < 0)
            return fail_system(error, "read", path);
        if (n == 0)
            break;
        g_byte_array_append(bytes, buffer, (guint)n);
        if (bytes->len > FILE_TREE_LARGEST)
            return fail(error, PLEAT_ERROR_INPUT, "\"%s\" is too large", path);
    }
    guint length = bytes->len;
    g_byte_array_append(bytes, (const guint8 *)"", 1);
    *content = g_bytes_new_take(g_byte_array_free(g_steal_pointer(&bytes), FALSE), length);
    return true;
}

static bool
directory_read(void *data, const char *path, GBytes **content, GError **error)
{
    Directory *directory = data;
    /* Not to hang on a pipe that takes the file's place while we look. */
    int fd = openat(directory->fd, path, O_RDONLY | O_NONBLOCK | O_NOFOLLOW | O_CLOEXEC);
    struct stat status;
    if (fd < 0 || fstat(fd, &status) < 0) {
        fail_system(error, "read", path);
        if (fd >= 0)
            close(fd);
        return false;
    }
    bool ok = status.st_size > (off_t)FILE_TREE_LARGEST
                  ? fail(error, PLEAT_ERROR_INPUT, "\"%s\" is too large (%" G_GINT64_FORMAT " MiB)", path,
                         (gint64)status.st_size >> 20)
                  : read_whole(fd, path, (size_t)status.st_size, content, error);
    close(fd);
    return ok;
}

static void
directory_free(void *data)
{
    Directory *directory = data;
    close(directory->fd);
    g_free(directory->path);
    g_free(directory);
}

static const FileTreeOps directory_ops = {
    .kind = directory_kind,
    .entries = directory_entries,
    .link = directory_link,
    .read = directory_read,
    .free = directory_free,
};

bool
file_tree_open_directory(const char *dir, FileTree **out, GError **error)
{
    int fd = open(dir, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (fd < 0)
        return fail_system(error, "open", dir);
    Directory *directory = g_new0(Directory, 1);
    directory->path = g_strdup(dir);
    directory->fd = fd;
    *out = file_tree_new(dir, &directory_ops, directory);
    return true;
}
