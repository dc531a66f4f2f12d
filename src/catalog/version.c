#include "catalog/version.h"

#include <glib.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

char *
query_for_version(const char *query, int major)
{
    GString *out = g_string_new(NULL);
    g_auto(GStrv) lines = g_strsplit(query, "\n", -1);
    bool skipping = false;
    for (char **line = lines; *line != NULL; line++) {
        if (g_str_has_prefix(*line, "\\if :pg"))
            skipping = major < atoi(*line + strlen("\\if :pg"));
        else if (g_str_has_prefix(*line, "\\endif"))
            skipping = false;
        else if (!skipping)
            g_string_append_printf(out, "%s\n", *line);
    }
    return g_string_free(out, FALSE);
}
