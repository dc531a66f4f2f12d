/*
 * dev.h - the development cluster of a project: `pleat dev ...` and `databases: dev: embedded`
 *
 * One cluster for each project directory, known by its real path. Its server outlives pleat until dev_stop(), and its
 * data stay until dev_erase(). It listens on a private socket only. The database is named after the directory.
 */
#pragma once

#include "base/error.h"

/*
 * Starts the server when it does not run, and makes cluster and database when there are none. major: of a new cluster,
 * 0 being the newest installed; an existing one of another major is an error. conninfo is g_free'd.
 */
bool dev_start(const char *project_dir, int major, char **conninfo, GError **error);

/* A server that does not run is a success. */
bool dev_stop(const char *project_dir, GError **error);

/* A URI for psql and the application, g_free'd; when the server does not run, the one that it will have. */
bool dev_url(const char *project_dir, bool *running, char **url, GError **error);

/* Stops the server and removes the cluster with all its data. */
bool dev_erase(const char *project_dir, GError **error);
