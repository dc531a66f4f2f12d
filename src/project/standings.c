#include "project/standings.h"

#include "base/quit.h"
#include <string.h>

static void
standing_free(void *data)
{
    Standing *standing = data;
    g_free(standing->conninfo);
    g_free(standing->unfinished);
    g_clear_pointer(&standing->applied, g_hash_table_unref);
    g_free(standing);
}

static bool
ask(PleatSession *session, const char *name, Standing *standing, GError **error)
{
    g_autoptr(PGconn) connection = NULL;
    const char *schema = session->config->revision_schema;
    bool down;
    int done;
    return session_database(session, name, &standing->conninfo, error) &&
           connection_open(standing->conninfo, "pleat", &connection, error) &&
           run_applied(connection, schema, &standing->applied, NULL, error) &&
           run_unfinished(connection, schema, &standing->unfinished, &down, &done, error);
}

static bool
add(PleatSession *session, const char *name, bool pass_over, GPtrArray *list, GError **error)
{
    g_autoptr(GError) problem = NULL;
    Standing *standing = g_new0(Standing, 1);
    standing->name = name == NULL ? "-d" : name;
    standing->development = session_is_development(session, name);
    g_ptr_array_add(list, standing);
    if (ask(session, name, standing, &problem))
        return true;
    if (!pass_over || g_error_matches(problem, PLEAT_ERROR, PLEAT_ERROR_INTERRUPTED)) {
        g_propagate_error(error, g_steal_pointer(&problem));
        fail_within(error, "where database \"%s\" stands is not known", standing->name);
        return fail_hint(error, "it may have run what would be rewritten; --unreachable goes on without it");
    }
    session_note(session, "database \"%s\" was not asked: %s\n", standing->name, problem->message);
    g_ptr_array_remove_index(list, list->len - 1);
    return true;
}

bool
standings_read(PleatSession *session, bool pass_over, GPtrArray **out, GError **error)
{
    const Config *config = session->config;
    g_autoptr(GPtrArray) list = g_ptr_array_new_with_free_func(standing_free);
    const char *chosen = session->options.database;
    bool named = chosen == NULL;
    for (size_t i = 0; i < config->n_databases; i++) {
        named |= g_strcmp0(chosen, config->databases[i].name) == 0;
        if (!add(session, config->databases[i].name, pass_over, list, error))
            return false;
    }
    if (!named && !add(session, NULL, pass_over, list, error))
        return false;
    *out = g_steal_pointer(&list);
    return true;
}
