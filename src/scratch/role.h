/* role.h - roles that declarations name and a server of pleat's own does not have */
#pragma once

#include "base/error.h"
#include <libpq-fe.h>

/* Makes a role that nobody can log in with; one that is there already is a success. */
bool role_make(PGconn *connection, const char *role, GError **error);

/* Makes the role for the want of which a statement failed, told by its SQLSTATE and message; false: it failed for
 * something else. */
bool role_make_missing(PGconn *connection, const char *sqlstate, const char *message);
