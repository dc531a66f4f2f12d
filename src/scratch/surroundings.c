#include "scratch/surroundings.h"

#include "exec/connection.h"
#include "sql/format.h"
#include <string.h>

static bool
is_own(const char *name)
{
    return g_str_has_prefix(name, "pg_"); /* PostgreSQL's own */
}

/* otherwise: what is done where there is one. */
static bool
make(PGconn *connection, const char *role, const char *attributes, const char *otherwise, GError **error)
{
    if (is_own(role))
        return true;
    g_autoptr(Arena) arena = arena_new();
    return connection_run(
        connection,
        sql_printf(arena,
                   "DO $role$ BEGIN CREATE ROLE %I%s; EXCEPTION WHEN duplicate_object OR unique_violation "
                   "THEN %s END $role$",
                   role, attributes, otherwise),
        error);
}

bool
role_make(PGconn *connection, const char *role, GError **error)
{
    return make(connection, role, "", "", error);
}

/* A role that is there already was made for something that asks for less; on a cluster that others use it is theirs. */
bool
superuser_make(PGconn *connection, const char *role, GError **error)
{
    g_autoptr(Arena) arena = arena_new();
    return make(connection, role, " SUPERUSER",
                sql_printf(arena,
                           "IF pg_catalog.current_setting('pleat.throw_away', true) = 'on' THEN "
                           "ALTER ROLE %I SUPERUSER; END IF;",
                           role),
                error);
}

/* The setting came with 15 and with 13.8 and 14.5 (release notes). CREATE TABLESPACE bears no block around it. */
bool
tablespace_make(PGconn *connection, const char *tablespace, GError **error)
{
    static const char HAS[] = "SELECT FROM pg_catalog.pg_tablespace WHERE spcname = $1";
    g_autoptr(PGresult) found = NULL;
    if (is_own(tablespace))
        return true;
    if (!connection_query(connection, HAS, 1, &tablespace, &found, error))
        return false;
    if (PQntuples(found) > 0)
        return true;
    g_autoptr(Arena) arena = arena_new();
    g_autoptr(GError) problem = NULL;
    if ((connection_run(connection, "SET allow_in_place_tablespaces = on", &problem) &&
         connection_run(connection, sql_printf(arena, "CREATE TABLESPACE %I LOCATION ''", tablespace), &problem)) ||
        g_strcmp0(connection_sqlstate(), "42710") == 0) /* somebody else was faster */
        return true;
    g_propagate_error(error, g_steal_pointer(&problem));
    fail_within(error, "the scratch server has no tablespace \"%s\"", tablespace);
    return fail_hint(error, "make one of that name there, wherever it is");
}

/* What stands between two texts in a message: g_free; NULL: it does not hold them. */
static char *
between(const char *message, const char *before, const char *behind)
{
    const char *start = strstr(message, before);
    const char *end = start == NULL ? NULL : strstr(start + strlen(before), behind);
    return end == NULL ? NULL : g_strndup(start + strlen(before), (gsize)(end - start) - strlen(before));
}

bool
make_missing(PGconn *connection, const char *sqlstate, const char *message)
{
    static const char BEHIND[] = "\" does not exist";
    if (g_strcmp0(sqlstate, "42704") != 0 || message == NULL)
        return false;
    g_autofree char *role = between(message, "role \"", BEHIND);
    g_autofree char *tablespace = role != NULL ? NULL : between(message, "tablespace \"", BEHIND);
    return (role != NULL && role_make(connection, role, NULL)) ||
           (tablespace != NULL && tablespace_make(connection, tablespace, NULL));
}
