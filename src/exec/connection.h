/*
 * connection.h - a connection to PostgreSQL and what it says when it refuses
 *
 * A thin layer over libpq: every failure becomes a GError that holds the server's message, SQLSTATE, detail and hint,
 * and never a password. Supported servers: 13 to 18; older and newer ones are refused when the connection is opened.
 */
#pragma once

#include "base/error.h"
#include <libpq-fe.h>

enum { SERVER_OLDEST = 13, SERVER_NEWEST = 18 };

G_DEFINE_AUTOPTR_CLEANUP_FUNC(PGconn, PQfinish)
G_DEFINE_AUTOPTR_CLEANUP_FUNC(PGresult, PQclear)

/*
 * Opens a connection: conninfo is a libpq URI or keyword string; application is shown in pg_stat_activity.
 * Settings made on every connection: client_encoding UTF8, standard_conforming_strings on, TimeZone UTC,
 * client_min_messages warning, and extra_float_digits, DateStyle, IntervalStyle at fixed values, so that deparsed
 * texts are the same for every user. The caller closes it with PQfinish (g_autoptr(PGconn)).
 */
bool connection_open(const char *conninfo, const char *application, PGconn **out, GError **error);

/* The server's major version, such as 15. */
int connection_major(const PGconn *connection);

/* conninfo without its password, for messages: free with g_free. */
char *connection_display(const char *conninfo);

/* Runs one or more statements (one simple-query message) and drops their results. */
bool connection_run(PGconn *connection, const char *sql, GError **error);

/* Runs one statement with text parameters; out gets the result (rows or not), to be cleared by the caller. */
bool connection_query(PGconn *connection, const char *sql, int n_params, const char *const *params, PGresult **out,
                      GError **error);

/* The first column of the first row as text, NULL when there is no row or it is null: free with g_free. */
bool connection_value(PGconn *connection, const char *sql, char **out, GError **error);

/* Raises what a failed result (or, when it is NULL, the connection) says. Returns false. */
bool connection_fail(const PGconn *connection, const PGresult *result, GError **error);

/* The SQLSTATE of the last error raised by connection_fail() in this thread, "" when it had none. */
const char *connection_sqlstate(void);
