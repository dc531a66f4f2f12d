/* session.h - where a command works: directory, configuration, database, output */
#pragma once

#include "exec/connection.h"
#include "history/history.h"
#include "model/scope.h"
#include "pleat/pleat.h"
#include "revision/graph.h"
#include "run/run.h"
#include "scratch/scratch.h"
#include "yaml/config.h"

struct PleatSession {
    PleatSessionOptions options;
    char *directory;       /* where the command was started, absolute */
    const char *tenant;    /* the schema of the one tenant that the command is for; NULL: none, or many */
    bool is_target;        /* one of many targets is being worked on, in a process of its own */
    const char *target;    /* what it is called; NULL: there is one alone */
    GString *kept;         /* what would be written is kept here for a document; NULL: it is written */
    int shown;             /* columns of the line that session_show() has left on the terminal */
    Config *config;        /* config->path is NULL where there is no project */
    char *revision_folder; /* absolute */
    Scratch *scratch;      /* started when it is first needed; NULL: not yet */
    History *history;      /* NULL: no repository, or not asked for yet */
    bool history_asked;
    bool online; /* plans exchange columns that would be written anew (plan.h) */
};

/* What people read: control characters in it are spelled, wherever it goes. */
void session_write(PleatSession *session, const char *format, ...) G_GNUC_PRINTF(2, 3);
/* A document or a script, which must stay as it is unless it goes to a terminal. */
void session_write_text(PleatSession *session, const char *text);
/* Is it the one of --format? Not for "text", which may not be said. */
bool session_has_format(const PleatSession *session, const char *format);
void session_note(PleatSession *session, const char *format, ...) G_GNUC_PRINTF(2, 3);
/* May a line be written over another? Then how wide it can be; else 0. */
int session_columns(const PleatSession *session);
/* Such a line, in the place of the one before; "" takes it away, as any other output does. */
void session_show(PleatSession *session, const char *line);

/* What stands before a path of a directory, so that it is as the user would name it from where the command was started:
 * g_free. */
char *session_place_prefix(const PleatSession *session, const char *directory);

/* Works on in another directory: with its pleat.yaml, or the defaults where it has none. */
bool session_enter(PleatSession *session, const char *directory, GError **error);

/* Commands that work on a project say so when there is none. */
bool session_require_project(PleatSession *session, GError **error);

/* The connection string that a name or URI stands for (NULL: -d, else the default); starts the embedded database.
 * g_free. */
bool session_database(PleatSession *session, const char *name, char **conninfo, GError **error);

/* Is it the embedded development database? NULL as above. */
bool session_is_development(PleatSession *session, const char *name);

/* The embedded cluster has every role that the configuration manages: missing ones are made, without login. */
bool session_make_roles(PleatSession *session, const char *conninfo, GError **error);

/* The same, connected. */
bool session_connect(PleatSession *session, const char *name, PGconn **connection, GError **error);

/* The scratch server of a major version: kept for the session's lifetime. */
bool session_scratch(PleatSession *session, int major, Scratch **scratch, GError **error);

/* The repository around the project; *history is NULL when there is none. */
bool session_history(PleatSession *session, History **history, GError **error);

/* The revisions of the database, or those of tenants where the command is for these. */
bool session_graph(PleatSession *session, Graph **graph, GError **error);

/* What a database has applied (id -> checksum), squashes in the place of what they replace: g_hash_table_unref. exists
 * as in run_applied(); graph NULL: none counts. */
bool session_applied(PleatSession *session, PGconn *connection, const Graph *graph, GHashTable **applied, bool *exists,
                     GError **error);
/* Is the command for tenants? Then pleat.yaml has to say which schemas these are. */
bool session_for_tenants(const PleatSession *session);
bool session_require_tenants(const PleatSession *session, GError **error);

/* Where pleat's tables are: fails where a command for one database or tenant is given many. */
bool session_tables(const PleatSession *session, RunTables *tables, GError **error);

/* What the configuration manages. declared (may be NULL): the roles that it names are managed too. The result and what
 * it points to live in the arena. */
Scope *session_scope(PleatSession *session, Arena *arena, Schema *declared);

/* With the tenant's schema, where the command is for one. */
RunOptions session_run_options(PleatSession *session);
