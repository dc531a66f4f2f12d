#include "scratch/tree.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdint.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

enum { FILE_FLAGS = O_NOFOLLOW | O_CLOEXEC, DIRECTORY_FLAGS = O_RDONLY | O_DIRECTORY | FILE_FLAGS };

/* Closes, and keeps the errno of what happened before. */
static void
close_quietly(int fd)
{
    int number = errno;
    if (fd >= 0)
        close(fd);
    errno = number;
}

/* opendir() allocates memory, so directories are read as the kernel gives them. Names point into the buffer. */
typedef struct {
    int fd;
    ssize_t length, at;
    bool failed;
    _Alignas(struct dirent64) char buffer[4096];
} Listing;

static const char *
listing_next(Listing *listing)
{
    for (;;) {
        if (listing->at >= listing->length) {
            listing->length = getdents64(listing->fd, listing->buffer, sizeof listing->buffer);
            listing->at = 0;
            listing->failed = listing->length < 0;
            if (listing->length <= 0)
                return NULL;
        }
        struct dirent64 *entry = (void *)(listing->buffer + listing->at);
        listing->at += entry->d_reclen;
        if (strcmp(entry->d_name, ".") != 0 && strcmp(entry->d_name, "..") != 0)
            return entry->d_name;
    }
}

static bool
copy_by_hand(int from, int to)
{
    char buffer[16384];
    ssize_t length = 0;
    while ((length = read(from, buffer, sizeof buffer)) > 0)
        for (ssize_t done = 0, part = 0; done < length; done += part)
            if ((part = write(to, buffer + done, (size_t)(length - done))) < 0)
                return false;
    return length == 0;
}

/* copy_file_range() shares blocks on btrfs and xfs; some pairs of file systems refuse it. */
static bool
copy_bytes(int from, int to)
{
    ssize_t length = 0;
    bool begun = false;
    while ((length = copy_file_range(from, NULL, to, NULL, SIZE_MAX >> 2, 0)) > 0)
        begun = true;
    if (length == 0)
        return true;
    bool refused = errno == EXDEV || errno == EINVAL || errno == ENOSYS || errno == EOPNOTSUPP || errno == EPERM;
    return !begun && refused && copy_by_hand(from, to);
}

static bool
copy_file(int from_directory, int to_directory, const char *name)
{
    int from = openat(from_directory, name, O_RDONLY | FILE_FLAGS);
    int to = from < 0 ? -1 : openat(to_directory, name, O_WRONLY | O_CREAT | O_EXCL | FILE_FLAGS, 0600);
    bool copied = to >= 0 && copy_bytes(from, to);
    close_quietly(from);
    close_quietly(to);
    return copied;
}

static bool copy_directory(int from_parent, int to_parent, const char *from_name, const char *to_name);

static bool
copy_entry(int from, int to, const char *name)
{
    struct stat status;
    if (fstatat(from, name, &status, AT_SYMLINK_NOFOLLOW) != 0)
        return false;
    if (S_ISDIR(status.st_mode))
        return copy_directory(from, to, name, name);
    return !S_ISREG(status.st_mode) || copy_file(from, to, name);
}

static bool
copy_directory(int from_parent, int to_parent, const char *from_name, const char *to_name)
{
    Listing listing = {.fd = openat(from_parent, from_name, DIRECTORY_FLAGS)};
    if (listing.fd < 0)
        return false;
    int to = mkdirat(to_parent, to_name, 0700) != 0 ? -1 : openat(to_parent, to_name, DIRECTORY_FLAGS);
    bool copied = to >= 0;
    for (const char *name; copied && (name = listing_next(&listing)) != NULL;)
        copied = copy_entry(listing.fd, to, name);
    close_quietly(listing.fd);
    close_quietly(to);
    return copied && !listing.failed;
}

bool
tree_copy(const char *from, const char *to)
{
    return copy_directory(AT_FDCWD, AT_FDCWD, from, to);
}

static bool remove_directory(int parent, const char *name);

static bool
remove_entry(int parent, const char *name)
{
    if (unlinkat(parent, name, 0) == 0 || errno == ENOENT)
        return true;
    return (errno == EISDIR || errno == EPERM) && remove_directory(parent, name);
}

/* A file system may skip entries of a directory that shrinks while it is read, hence the second look. */
static bool
remove_directory(int parent, const char *name)
{
    Listing listing = {.fd = openat(parent, name, DIRECTORY_FLAGS)};
    if (listing.fd < 0)
        return errno == ENOENT;
    bool removed = false, emptied = true;
    for (int look = 0; !removed && emptied && look < 5; look++) {
        lseek(listing.fd, 0, SEEK_SET);
        for (const char *entry; emptied && (entry = listing_next(&listing)) != NULL;)
            emptied = remove_entry(listing.fd, entry);
        removed = emptied && (unlinkat(parent, name, AT_REMOVEDIR) == 0 || errno == ENOENT);
    }
    close_quietly(listing.fd);
    return removed;
}

bool
tree_remove(const char *path)
{
    return remove_directory(AT_FDCWD, path);
}

static int
open_gate(int root, int lock)
{
    int gate = openat(root, "gate", O_RDWR | O_CREAT | FILE_FLAGS, 0600);
    if (gate >= 0 && flock(gate, lock) == 0)
        return gate;
    close_quietly(gate);
    return -1;
}

static int
make_locked(int root, const char *name)
{
    if (mkdirat(root, name, 0700) != 0)
        return -1;
    int directory = openat(root, name, DIRECTORY_FLAGS);
    int lock = directory < 0 ? -1 : openat(directory, "lock", O_RDWR | O_CREAT | O_EXCL | FILE_FLAGS, 0600);
    close_quietly(directory);
    if (lock >= 0 && flock(lock, LOCK_EX | LOCK_NB) == 0)
        return lock;
    close_quietly(lock);
    return -1;
}

int
claim_make(const Claim *claim)
{
    int root_fd = open(claim->root, DIRECTORY_FLAGS);
    int gate = root_fd < 0 ? -1 : open_gate(root_fd, LOCK_SH);
    int lock = gate < 0 ? -1 : make_locked(root_fd, claim->name);
    close_quietly(gate);
    close_quietly(root_fd);
    return lock;
}

/* One without a lock is left by a process that died in make_locked(), or in removing it. */
static bool
is_abandoned(int root, const char *name)
{
    int directory = openat(root, name, DIRECTORY_FLAGS);
    int lock = directory < 0 ? -1 : openat(directory, "lock", O_RDWR | FILE_FLAGS);
    bool abandoned = lock >= 0 ? flock(lock, LOCK_EX | LOCK_NB) == 0 : directory >= 0 && errno == ENOENT;
    close_quietly(lock);
    close_quietly(directory);
    return abandoned;
}

void
claim_sweep(const char *root)
{
    int root_fd = open(root, DIRECTORY_FLAGS);
    int gate = root_fd < 0 ? -1 : open_gate(root_fd, LOCK_EX | LOCK_NB);
    Listing listing = {.fd = gate < 0 ? -1 : root_fd};
    for (const char *name; listing.fd >= 0 && (name = listing_next(&listing)) != NULL;)
        if (strncmp(name, CLAIM_PREFIX, strlen(CLAIM_PREFIX)) == 0 && is_abandoned(root_fd, name))
            remove_directory(root_fd, name);
    close_quietly(gate);
    close_quietly(root_fd);
}
