/*
 * binaries.h - the programs of a PostgreSQL server, by major version
 *
 * Looked for in this order: $PLEAT_PG_BIN_<major>, $PLEAT_PG_BIN, /usr/lib/postgresql/<major>/bin,
 * /usr/pgsql-<major>/bin, PATH, `pg_config --bindir`. A directory counts when it holds initdb and a postgres of that
 * major version.
 */
#pragma once

#include "base/error.h"

typedef struct {
    int major;
    char *directory;
    char *version; /* what `postgres --version` prints */
} Binaries;

/* major 0: the newest supported one that is installed. A missing server is an error that names what to install. */
bool binaries_find(int major, Binaries **out, GError **error);
void binaries_free(Binaries *binaries);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Binaries, binaries_free)
