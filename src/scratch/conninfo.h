/* conninfo.h - connection strings for pleat's own servers; results are g_free'd */
#pragma once

#include "base/error.h"

/*
 * Keywords for a server on a private socket. Everything is spelled out that PGHOSTADDR, PGPORT or PGDATABASE of the
 * user's environment would change: it must never lead to another server.
 */
char *conninfo_socket(const char *sockets, const char *database);

/* The same as a short URI for people and other programs. */
char *conninfo_socket_uri(const char *sockets, const char *database);

/* A conninfo with another database. */
bool conninfo_with_database(const char *conninfo, const char *database, char **out, GError **error);
