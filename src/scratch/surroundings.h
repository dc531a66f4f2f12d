/* surroundings.h - what declarations name, belongs to a whole server, and a server of pleat's own does not have */
#pragma once

#include "base/error.h"
#include <libpq-fe.h>

/* Makes a role that nobody can log in with; one that is there already is a success. */
bool role_make(PGconn *connection, const char *role, GError **error);

/* The same with all rights. One that is there already gets them on a throw-away cluster alone. */
bool superuser_make(PGconn *connection, const char *role, GError **error);

/* Makes a tablespace, in the server's own directory; likewise. */
bool tablespace_make(PGconn *connection, const char *tablespace, GError **error);

/* Makes the role or tablespace for the want of which a statement failed, told by its SQLSTATE and message; false: it
 * failed for something else. */
bool make_missing(PGconn *connection, const char *sqlstate, const char *message);
