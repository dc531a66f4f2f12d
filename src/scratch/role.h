/* role.h - roles that declarations name and a server of pleat's own does not have */
#pragma once

#include "base/error.h"
#include <libpq-fe.h>

/* Makes a role that nobody can log in with; one that is there already is a success. */
bool role_make(PGconn *connection, const char *role, GError **error);
