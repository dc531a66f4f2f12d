#include "scratch/role.h"

#include "exec/connection.h"
#include "sql/format.h"
#include <string.h>

bool
role_make(PGconn *connection, const char *role, GError **error)
{
    if (g_str_has_prefix(role, "pg_")) /* PostgreSQL's own */
        return true;
    g_autoptr(Arena) arena = arena_new();
    return connection_run(
        connection,
        sql_printf(arena,
                   "DO $role$ BEGIN CREATE ROLE %I; EXCEPTION WHEN duplicate_object OR unique_violation "
                   "THEN END $role$",
                   role),
        error);
}

bool
role_make_missing(PGconn *connection, const char *sqlstate, const char *message)
{
    static const char BEFORE[] = "role \"", BEHIND[] = "\" does not exist";
    const char *start = g_strcmp0(sqlstate, "42704") != 0 || message == NULL ? NULL : strstr(message, BEFORE);
    const char *end = start == NULL ? NULL : strstr(start, BEHIND);
    if (end == NULL)
        return false;
    g_autofree char *name = g_strndup(start + strlen(BEFORE), (gsize)(end - start) - strlen(BEFORE));
    return role_make(connection, name, NULL);
}
