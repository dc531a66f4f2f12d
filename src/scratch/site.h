/*
 * site.h - who runs pleat's own servers, and where their files are
 *
 * PostgreSQL refuses to run as root, and a server without root's rights cannot reach /root. So when pleat is root, its
 * servers are run by another user ($PLEAT_PG_USER, else postgres, else nobody) and their files are where that user can
 * reach them. Every directory here belongs to that user, mode 0700, and is refused when somebody else owns it.
 *
 *             an ordinary user                          root
 *   cache     $XDG_CACHE_HOME/pleat, ~/.cache/pleat     /var/cache/pleat/<user>, /var/tmp/pleat-<uid>
 *   scratch   $PLEAT_SCRATCH_DIR/pleat, /dev/shm/...  $PLEAT_SCRATCH_DIR/pleat/<user>, /dev/shm/pleat-<uid>
 *   state     $XDG_DATA_HOME/pleat, ~/.local/share/...  /var/lib/pleat/<user>, /var/tmp/pleat-<uid>
 *   sockets   $XDG_RUNTIME_DIR/pleat, /tmp/pleat-<uid>  the same, uid being that of the server's user
 *
 * As root, the variables count only where the server's user can reach what they name. Scratch servers are in memory
 * where there is a gigabyte of room (databases are made there five times faster than on a disk, even one that nothing
 * is flushed to), else in the cache.
 */
#pragma once

#include "base/error.h"
#include <sys/types.h>

typedef struct {
    bool change_user; /* pleat is root: the servers change to uid and gid */
    uid_t uid;
    gid_t gid;
    char *cache;   /* template data directories */
    char *scratch; /* throw-away clusters */
    char *state;   /* development clusters */
    char *sockets; /* short: a socket's path ends at 107 bytes */
} Site;

/* Decides, and makes nothing yet. */
bool site_new(Site **out, GError **error);
void site_free(Site *site);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Site, site_free)

/* Makes one of the site's directories, or checks that it is ours. */
bool site_make(const Site *site, const char *directory, GError **error);
