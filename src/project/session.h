/* session.h - where a command works: directory, configuration, database, output */
#pragma once

#include "exec/connection.h"
#include "model/schema.h"
#include "pleat/pleat.h"

struct PleatSession {
    PleatSessionOptions options;
    char *directory;  /* where the command was started, absolute */
    char *root;       /* the project's directory; NULL: no project */
    char *own_schema; /* "pleat" */
};

void session_write(PleatSession *session, const char *format, ...) G_GNUC_PRINTF(2, 3);
void session_write_text(PleatSession *session, const char *text);
void session_note(PleatSession *session, const char *format, ...) G_GNUC_PRINTF(2, 3);

/* The connection string that a name or URI stands for (NULL: -d, else the default); starts the embedded database.
 * g_free. */
bool session_database(PleatSession *session, const char *name, char **conninfo, GError **error);

/* The same, connected. */
bool session_connect(PleatSession *session, const char *name, PGconn **connection, GError **error);
