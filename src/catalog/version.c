#include "catalog/version.h"

#include "exec/connection.h"
#include <glib.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

static bool
holds(const char *condition, const PGconn *connection)
{
    if (g_str_has_prefix(condition, ":pg"))
        return connection_major(connection) >= atoi(condition + strlen(":pg"));
    return g_strcmp0(PQparameterStatus(connection, "is_superuser"), "on") == 0;
}

char *
query_for_server(const char *query, const PGconn *connection)
{
    GString *out = g_string_new(NULL);
    g_auto(GStrv) lines = g_strsplit(query, "\n", -1);
    int depth = 0, skipped = 0; /* the depth of the condition that does not hold; 0: all hold */
    for (char **line = lines; *line != NULL; line++) {
        if (g_str_has_prefix(*line, "\\if ")) {
            depth++;
            if (skipped == 0 && !holds(*line + strlen("\\if "), connection))
                skipped = depth;
        } else if (g_str_has_prefix(*line, "\\else")) {
            skipped = skipped == 0 ? depth : skipped == depth ? 0 : skipped;
        } else if (g_str_has_prefix(*line, "\\endif")) {
            skipped = skipped == depth ? 0 : skipped;
            depth--;
        } else if (skipped == 0) {
            g_string_append_printf(out, "%s\n", *line);
        }
    }
    return g_string_free(out, FALSE);
}
