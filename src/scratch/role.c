#include "scratch/role.h"

#include "exec/connection.h"
#include "sql/format.h"

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
