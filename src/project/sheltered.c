#include "project/sheltered.h"

#include "sql/format.h"
#include <string.h>

/* Of a connection string, with what libpq takes where it says nothing; "" when there is none. g_free. */
static char *
part_of(const char *conninfo, const char *keyword, const char *usual)
{
    PQconninfoOption *options = PQconninfoParse(conninfo, NULL);
    char *value = NULL;
    for (PQconninfoOption *option = options; option != NULL && option->keyword != NULL; option++)
        if (strcmp(option->keyword, keyword) == 0 && option->val != NULL && option->val[0] != '\0')
            value = g_strdup(option->val);
    PQconninfoFree(options);
    return value != NULL ? value : g_strdup(usual);
}

/* The same database of the same server, as far as the strings tell. */
static bool
is_same(const char *one, const char *other)
{
    static const char *const KEYWORDS[][2] = {
        {"service", ""}, {"host", ""}, {"hostaddr", ""}, {"port", "5432"}, {"dbname", ""}};
    for (size_t i = 0; i < G_N_ELEMENTS(KEYWORDS); i++) {
        g_autofree char *left = part_of(one, KEYWORDS[i][0], KEYWORDS[i][1]);
        g_autofree char *right = part_of(other, KEYWORDS[i][0], KEYWORDS[i][1]);
        if (strcmp(left, right) != 0)
            return false;
    }
    return true;
}

static bool
refuse(const char *name, GError **error)
{
    fail(error, PLEAT_ERROR_USAGE, "database \"%s\" is not the embedded one: made-up rows are not for it", name);
    return fail_hint(error, "--force says that it is there for that");
}

bool
sheltered_from_others(PleatSession *session, GError **error)
{
    const char *asked = session->options.database;
    const ConfigDatabase *named = config_database(session->config, asked);
    if (named != NULL)
        return strcmp(named->target, "embedded") == 0 || refuse(named->name, error);
    for (size_t i = 0; i < session->config->n_databases; i++) {
        const ConfigDatabase *database = &session->config->databases[i];
        if (database->unset == NULL && strcmp(database->target, "embedded") != 0 && is_same(asked, database->target))
            return refuse(database->name, error);
    }
    return true;
}

bool
sheltered_from_mixing(PleatSession *session, const Subject *subject, GError **error)
{
    if (session_is_development(session, NULL))
        return true;
    for (size_t i = 0; i < subject->n_tables; i++) {
        const FakeTable *table = &subject->tables[i];
        g_autofree char *row = NULL;
        g_autoptr(GString) query = g_string_new(NULL);
        if (table->relkind == 'f')
            continue;
        sql_append(query, "SELECT 1 FROM %s LIMIT 1", table->sql);
        if (!connection_value(subject->connection, query->str, &row, error))
            return false;
        if (row == NULL)
            continue;
        fail(error, PLEAT_ERROR_STATE, "%s.%s has rows already: made-up ones would be among them", table->schema,
             table->name);
        return fail_hint(error, "--force adds them all the same");
    }
    return true;
}
