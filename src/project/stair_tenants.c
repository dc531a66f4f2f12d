#include "project/stair_tenants.h"

#include "sql/format.h"

/* A name that is like the pattern: "%" becomes a word, "_" a letter of it. */
static char *
name_like(const char *pattern, const char *word)
{
    GString *name = g_string_new(NULL);
    for (; *pattern != '\0'; pattern++) {
        if (*pattern == '\\' && pattern[1] != '\0')
            g_string_append_c(name, *++pattern);
        else if (*pattern == '%')
            g_string_append(name, word);
        else
            g_string_append_c(name, *pattern == '_' ? word[0] : *pattern);
    }
    return g_string_free(name, FALSE);
}

char **
stair_tenants(const PleatSession *session)
{
    const char *pattern = session->config->tenants != NULL ? session->config->tenants : "tenant\\_%";
    char **names = g_new0(char *, 3);
    names[0] = name_like(pattern, "one");
    names[1] = name_like(pattern, "two");
    if (g_str_equal(names[0], names[1]))
        g_clear_pointer(&names[1], g_free);
    return names;
}

static bool
make_tenants(const StairPlan *plan, char *const *tenants, const char *conninfo, GError **error)
{
    g_autoptr(PGconn) connection = NULL;
    if (!connection_open(conninfo, "pleat test", &connection, error))
        return false;
    for (char *const *name = tenants; *name != NULL; name++) {
        g_autoptr(GString) sql = g_string_new(NULL);
        sql_append(sql, "CREATE SCHEMA %I", *name);
        RunOptions options = session_run_options(plan->session);
        options.tenant = true;
        options.schema = *name;
        if (!connection_run(connection, sql->str, error) || !run_ensure_version(conninfo, &options, error))
            return false;
    }
    return true;
}

bool
stair_tenants_ground(const StairPlan *plan, char *const *tenants, char **database, GError **error)
{
    g_autofree char *conninfo = NULL, *name = NULL;
    GPtrArray *all = graph_all(plan->graph);
    int line;
    if (!scratch_database_new(plan->session->scratch, NULL, &conninfo, &name, error))
        return false;
    for (guint i = 0; i < all->len; i++)
        if (!stair_run(plan, all->pdata[i], false, conninfo, &line, error))
            return false;
    if (!make_tenants(plan, tenants, conninfo, error))
        return false;
    *database = g_steal_pointer(&name);
    return true;
}
