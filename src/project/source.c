#include "project/source.h"

#include "catalog/catalog.h"
#include <string.h>

void
source_free(Source *source)
{
    if (source == NULL)
        return;
    schema_free(source->schema);
    schema_free(source->declared);
    g_free(source->spelled);
    g_free(source);
}

static bool
open_database(PleatSession *session, const char *name, Source *source, GError **error)
{
    g_autoptr(PGconn) connection = NULL;
    return session_connect(session, name, &connection, error) &&
           catalog_reflect(connection, session->own_schema, &source->schema, error);
}

bool
source_open(PleatSession *session, const char *spelled, Source **out, GError **error)
{
    g_autoptr(Source) source = g_new0(Source, 1);
    source->spelled = g_strdup(spelled);
    const char *name = spelled;
    if (strcmp(spelled, "db") == 0)
        name = NULL;
    else if (g_str_has_prefix(spelled, "db:"))
        name = spelled + strlen("db:");
    if (!open_database(session, name, source, error))
        return false;
    *out = g_steal_pointer(&source);
    return true;
}
