#include "scratch/site.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/fs.h>
#include <linux/magic.h>
#include <pwd.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/stat.h>
#include <sys/vfs.h>
#include <unistd.h>

/* What follows the sockets' directory: "/scratch-0123456789abcdef/.s.PGSQL.5432.lock", in 107 bytes. */
enum { LONGEST_SOCKETS = 60 };

void
site_free(Site *site)
{
    if (site == NULL)
        return;
    g_free(site->cache);
    g_free(site->scratch);
    g_free(site->state);
    g_free(site->sockets);
    g_free(site);
}

/* Can a user who is neither owner nor in the group get to the directory, or to where it will be made? */
static bool
is_reachable(const char *directory)
{
    g_autofree char *path = g_strdup(directory);
    while (strcmp(path, "/") != 0) {
        struct stat status;
        if (stat(path, &status) == 0 && (status.st_mode & S_IXOTH) == 0)
            return false;
        char *parent = g_path_get_dirname(path);
        g_free(path);
        path = parent;
    }
    return true;
}

/* The XDG base directory specification: a value that is no absolute path is as good as none. */
static const char *
xdg(const Site *site, const char *variable)
{
    const char *value = g_getenv(variable);
    bool counts = value != NULL && g_path_is_absolute(value) && (!site->change_user || is_reachable(value));
    return counts ? value : NULL;
}

static char *
own_directory(const Site *site, const char *base, const char *user)
{
    return site->change_user ? g_build_filename(base, "pleat", user, NULL) : g_build_filename(base, "pleat", NULL);
}

static char *
private_directory(const Site *site, const char *variable, const char *in_home, const char *for_root, const char *user)
{
    const char *base = xdg(site, variable);
    if (base != NULL)
        return own_directory(site, base, user);
    if (!site->change_user)
        return g_build_filename(g_get_home_dir(), in_home, "pleat", NULL);
    if (access(for_root, W_OK) == 0 && is_reachable(for_root))
        return g_build_filename(for_root, "pleat", user, NULL);
    return g_strdup_printf("/var/tmp/pleat-%u", (unsigned)site->uid);
}

/* Memory is where containers have hardly any, and where what fills it is taken from everybody. */
static bool
has_room(const char *memory)
{
    static const guint64 ENOUGH = 1ull << 30; /* bytes: a scratch cluster takes 40 MB, and a megabyte for ten tables */
    struct statfs status;
    return access(memory, W_OK | X_OK) == 0 && statfs(memory, &status) == 0 && status.f_type == TMPFS_MAGIC &&
           (guint64)status.f_bavail * (guint64)status.f_bsize >= ENOUGH;
}

static char *
scratch_directory(const Site *site, const char *user)
{
    static const char MEMORY[] = "/dev/shm";
    const char *base = xdg(site, "PLEAT_SCRATCH_DIR");
    if (base != NULL)
        return own_directory(site, base, user);
    if (has_room(MEMORY))
        return g_strdup_printf("%s/pleat-%u", MEMORY, (unsigned)site->uid);
    return g_strdup(site->cache);
}

/*
 * $XDG_RUNTIME_DIR survives su and sudo and then names a directory of somebody else: it counts only when it is
 * writable to the server's user and short.
 */
static char *
sockets_directory(const Site *site)
{
    const char *base = g_getenv("XDG_RUNTIME_DIR");
    struct stat status;
    if (base != NULL && g_path_is_absolute(base) && strlen(base) <= LONGEST_SOCKETS - strlen("/pleat") &&
        stat(base, &status) == 0 && S_ISDIR(status.st_mode) && status.st_uid == site->uid)
        return g_build_filename(base, "pleat", NULL);
    return g_strdup_printf("/tmp/pleat-%u", (unsigned)site->uid);
}

static bool
find_user(const struct passwd **out, GError **error)
{
    const char *wanted = g_getenv("PLEAT_PG_USER");
    const struct passwd *user = wanted != NULL ? getpwnam(wanted) : getpwnam("postgres");
    if (user == NULL && wanted == NULL)
        user = getpwnam("nobody");
    if (user == NULL) {
        fail(error, PLEAT_ERROR_SYSTEM, "there is no user \"%s\" to run PostgreSQL as, and it refuses to run as root",
             wanted != NULL ? wanted : "postgres");
        return fail_hint(error, "name an unprivileged user in PLEAT_PG_USER, or run pleat as an ordinary user");
    }
    if (user->pw_uid == 0) {
        fail(error, PLEAT_ERROR_SYSTEM, "PostgreSQL refuses to run as \"%s\", who is root", user->pw_name);
        return fail_hint(error, "name an unprivileged user in PLEAT_PG_USER");
    }
    *out = user;
    return true;
}

bool
site_new(Site **out, GError **error)
{
    g_autoptr(Site) site = g_new0(Site, 1);
    g_autofree char *name = NULL;
    site->change_user = geteuid() == 0;
    site->uid = geteuid();
    site->gid = getegid();
    if (site->change_user) {
        const struct passwd *user = NULL;
        if (!find_user(&user, error))
            return false;
        site->uid = user->pw_uid;
        site->gid = user->pw_gid;
        name = g_strdup(user->pw_name);
    }
    site->cache = private_directory(site, "XDG_CACHE_HOME", ".cache", "/var/cache", name);
    site->scratch = scratch_directory(site, name);
    site->state = private_directory(site, "XDG_DATA_HOME", ".local/share", "/var/lib", name);
    site->sockets = sockets_directory(site);
    *out = g_steal_pointer(&site);
    return true;
}

/*
 * Tells ext4 that what is below has nothing in common, so that it spreads our clusters over the disk. Where it does not
 * journal, it will not use an inode again for minutes after its file was deleted, and looks for another one by one: a
 * thousand files made where a thousand were just removed took 0.7 s, and take 0.02 s so. Other file systems refuse.
 */
static void
spread(int fd)
{
    int flags = 0;
    if (ioctl(fd, FS_IOC_GETFLAGS, &flags) != 0 || (flags & FS_TOPDIR_FL) != 0)
        return;
    flags |= FS_TOPDIR_FL;
    ioctl(fd, FS_IOC_SETFLAGS, &flags);
}

/* Takes the directory into possession (only one that root has just made), or finds it to be ours already. */
static bool
check_owner(const Site *site, const char *directory, bool made, GError **error)
{
    int fd = open(directory, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
    struct stat status;
    if (fd < 0 || fstat(fd, &status) != 0) {
        int number = errno;
        if (fd >= 0)
            close(fd);
        return fail(error, PLEAT_ERROR_SYSTEM, "cannot open the directory \"%s\": %s", directory, g_strerror(number));
    }
    if (made && status.st_uid == geteuid() && fchown(fd, site->uid, site->gid) == 0)
        status.st_uid = site->uid;
    bool safe = status.st_uid == site->uid && (status.st_mode & (S_IWGRP | S_IWOTH)) == 0;
    if (safe)
        spread(fd);
    close(fd);
    if (safe)
        return true;
    return fail(error, PLEAT_ERROR_SYSTEM, "the directory \"%s\" is not safe: %s", directory,
                status.st_uid == site->uid ? "others may write to it" : "it belongs to another user");
}

bool
site_make(const Site *site, const char *directory, GError **error)
{
    g_autofree char *parent = g_path_get_dirname(directory);
    bool made = g_mkdir_with_parents(parent, 0755) == 0 && mkdir(directory, 0700) == 0;
    if (!made && errno != EEXIST)
        fail(error, PLEAT_ERROR_SYSTEM, "cannot make the directory \"%s\": %s", directory, g_strerror(errno));
    else if (check_owner(site, directory, made, error))
        return true;
    return fail_hint(error, "set %s to a directory where pleat may write",
                     directory == site->cache     ? "XDG_CACHE_HOME"
                     : directory == site->scratch ? "PLEAT_SCRATCH_DIR"
                     : directory == site->state   ? "XDG_DATA_HOME"
                                                  : "XDG_RUNTIME_DIR");
}
