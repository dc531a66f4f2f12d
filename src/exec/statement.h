/*
 * statement.h - one message of SQL sent and waited for, so that Ctrl-C reaches the server
 *
 * While the server works, quit.h is asked; a wish to quit cancels the statement on the server and raises
 * PLEAT_ERROR_INTERRUPTED. What the server finished before the cancellation came counts as finished.
 */
#pragma once

#include "exec/connection.h"

/*
 * Sends the text as one simple-query message: several statements in it are one implicit transaction unless they say
 * otherwise. *out (may be NULL) gets the last result, to be cleared by the caller.
 */
bool statement_run(PGconn *connection, const char *sql, PGresult **out, GError **error);

/* The same with all results, a statement's each, for the array to clear; of a message that fails those before it. */
bool statement_run_all(PGconn *connection, const char *sql, GPtrArray *results, GError **error);

/* Called about ten times a second while the server works at a statement, with how long it has. */
typedef void StatementWatch(double seconds, void *data);

/* The same, watched. */
bool statement_run_watched(PGconn *connection, const char *sql, StatementWatch *watch, void *data, PGresult **out,
                           GError **error);

/* The same as statement_run() for a caller who looks at the last result himself, be it a failure; NULL: the connection
 * is lost. */
PGresult *statement_exec(PGconn *connection, const char *sql);

/* Sleeps, but no longer than until somebody asks to quit: then raises PLEAT_ERROR_INTERRUPTED. */
bool statement_pause(int milliseconds, GError **error);
