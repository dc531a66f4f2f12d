#include "scratch/conninfo.h"

#include "exec/connection.h"
#include <string.h>

/* Values are quoted as the manual says, chapter libpq, "Connection Strings". */
static void
append(GString *out, const char *keyword, const char *value)
{
    g_string_append_printf(out, "%s%s='", out->len > 0 ? " " : "", keyword);
    for (; *value != '\0'; value++) {
        if (*value == '\'' || *value == '\\')
            g_string_append_c(out, '\\');
        g_string_append_c(out, *value);
    }
    g_string_append_c(out, '\'');
}

char *
conninfo_socket(const char *sockets, const char *database)
{
    GString *out = g_string_new(NULL);
    append(out, "host", sockets);
    append(out, "hostaddr", "");
    append(out, "port", "5432");
    append(out, "user", "postgres");
    append(out, "dbname", database);
    return g_string_free(out, FALSE);
}

char *
conninfo_socket_uri(const char *sockets, const char *database)
{
    g_autofree char *host = g_uri_escape_string(sockets, "/", false);
    g_autofree char *name = g_uri_escape_string(database, NULL, false);
    return g_strdup_printf("postgresql://postgres@/%s?host=%s&port=5432", name, host);
}

bool
conninfo_with_database(const char *conninfo, const char *database, char **out, GError **error)
{
    PQconninfoOption *options = PQconninfoParse(conninfo, NULL);
    if (options == NULL) /* libpq's text may quote a password */
        return fail(error, PLEAT_ERROR_INPUT, "no valid connection string");
    GString *text = g_string_new(NULL);
    for (PQconninfoOption *option = options; option->keyword != NULL; option++)
        if (option->val != NULL && strcmp(option->keyword, "dbname") != 0)
            append(text, option->keyword, option->val);
    append(text, "dbname", database);
    PQconninfoFree(options);
    *out = g_string_free(text, FALSE);
    return true;
}
