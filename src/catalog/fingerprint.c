#include "catalog/fingerprint.h"

#include "catalog/embedded.h"
#include "sql/format.h"
#include <string.h>

/* A state is made of parts of this many digits each, as fingerprint.sql puts them together. */
enum { PART = 4 };
static const char *const PARTS[] = {"columns", "constraints", "indexes", "definition, triggers or policies"};

bool
fingerprint_read(PGconn *connection, const char *const *names, GHashTable **out, GError **error)
{
    g_autoptr(GHashTable) states = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
    g_autoptr(GString) list = g_string_new(NULL);
    g_autoptr(PGresult) result = NULL;
    for (; *names != NULL; names++)
        sql_append_element(list, *names);
    sql_end_array(list);
    const char *parameters[] = {list->str};
    if (!connection_run(connection, "SET search_path = ''", error) ||
        !connection_query(connection, fingerprint_sql, 1, parameters, &result, error))
        return false;
    for (int row = 0; row < PQntuples(result); row++)
        g_hash_table_insert(states, g_strdup(PQgetvalue(result, row, 0)), g_strdup(PQgetvalue(result, row, 1)));
    *out = g_steal_pointer(&states);
    return true;
}

char *
fingerprint_compare(const char *expected, const char *found)
{
    GString *out = g_string_new(NULL);
    for (size_t i = 0; i < G_N_ELEMENTS(PARTS); i++) {
        const size_t at = i * PART;
        if (strlen(expected) < at + PART || strlen(found) < at + PART || strncmp(expected + at, found + at, PART) != 0)
            g_string_append_printf(out, "%s%s", out->len == 0 ? "" : ", ", PARTS[i]);
    }
    return g_string_free(out, FALSE);
}
