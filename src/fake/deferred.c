#include "fake/deferred.h"

#include "exec/connection.h"
#include "fake/embedded.h"
#include "fake/fill_private.h"

bool
deferred_read(PGconn *connection, GPtrArray **names, GError **error)
{
    g_autoptr(PGresult) result = NULL;
    if (!connection_query(connection, fake_deferred_sql, 0, NULL, &result, error))
        return false;
    *names = g_ptr_array_new_with_free_func(g_free);
    for (int row = 0; row < PQntuples(result); row++)
        g_ptr_array_add(*names, g_strdup(PQgetvalue(result, row, 0)));
    return true;
}

bool
deferred_ask(PGconn *connection, GPtrArray *names, GPtrArray *refusing, bool *any, GError **error)
{
    *any = false;
    for (guint i = names->len; i-- > 0;) {
        g_autoptr(GError) problem = NULL;
        g_autofree char *sql = g_strdup_printf("SET CONSTRAINTS %s IMMEDIATE", (char *)names->pdata[i]);
        if (!connection_run(connection, "SAVEPOINT pleat_ask", error))
            return false;
        if (connection_run(connection, sql, &problem))
            continue;
        if (fill_is_fatal(connection, problem)) {
            g_propagate_error(error, g_steal_pointer(&problem));
            return false;
        }
        if (!connection_run(connection, "ROLLBACK TO SAVEPOINT pleat_ask", error))
            return false;
        g_ptr_array_add(refusing, g_ptr_array_steal_index(names, i));
        *any = true;
    }
    return true;
}

char *
deferred_at_once(const GPtrArray *names)
{
    GString *sql = g_string_new("SET CONSTRAINTS ");
    for (guint i = 0; i < names->len; i++)
        g_string_append_printf(sql, "%s%s", i > 0 ? ", " : "", (char *)names->pdata[i]);
    g_string_append(sql, " IMMEDIATE");
    return g_string_free(sql, names->len == 0);
}
