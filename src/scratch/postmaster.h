/*
 * postmaster.h - is there a server for this data directory, and where?
 *
 * What postmaster.pid says is believed only when the process is the server user's and was started for the directory:
 * after a crash the file remains, and the number may be another process's by now.
 */
#pragma once

#include "scratch/site.h"

typedef struct {
    pid_t pid;     /* 0: no server runs */
    char *sockets; /* the directory of its socket, "" while it starts; g_free */
} Postmaster;

Postmaster postmaster_find(const Site *site, const char *data);

/* Does the process that postmaster_find() named still run? A zombie does not. */
bool postmaster_runs(const Site *site, pid_t pid, const char *data);

/*
 * PostgreSQL refuses to start while postmaster.pid names a process that exists, were it a zombie that the system has
 * not yet buried. Waits a few seconds for that.
 */
bool postmaster_settle(const char *data, GError **error);
