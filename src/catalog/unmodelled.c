#include "catalog/unmodelled.h"

#include "catalog/embedded.h"
#include "catalog/version.h"
#include "exec/connection.h"
#include "sql/format.h"
#include <string.h>

enum { CLASS, ID, ABOUT, N_COLUMNS };

char *
unmodelled_query(const PGconn *connection, const char *own_schema)
{
    static const char MARK[] = ":own_schema";
    g_autofree char *query = query_for_server(objects_sql, connection);
    const char *mark = strstr(query, MARK);
    GString *out = g_string_new_len(query, mark - query);
    sql_append_literal(out, own_schema);
    g_string_append(out, mark + strlen(MARK));
    return g_string_free(out, FALSE);
}

static bool
ask_names(PGconn *connection, GString *arrays[N_COLUMNS], Schema *schema, GError **error)
{
    const char *params[N_COLUMNS];
    for (int i = 0; i < N_COLUMNS; i++) {
        sql_end_array(arrays[i]);
        params[i] = arrays[i]->str;
    }
    g_autoptr(PGresult) names = NULL;
    if (!connection_query(connection, identities_sql, N_COLUMNS, params, &names, error))
        return false;
    for (int row = 0; row < PQntuples(names); row++) {
        Unmodelled *object = arena_new_one(schema->arena, Unmodelled);
        object->class_title = arena_strdup(schema->arena, PQgetvalue(names, row, 0));
        object->schema = PQgetisnull(names, row, 1) ? NULL : arena_strdup(schema->arena, PQgetvalue(names, row, 1));
        object->identity = arena_strdup(schema->arena, PQgetvalue(names, row, 2));
        g_ptr_array_add(schema->unmodelled, object);
    }
    return true;
}

bool
unmodelled_find(PGconn *connection, const Rows *rows, const PGresult *objects, Schema *schema, GError **error)
{
    GString *arrays[N_COLUMNS];
    for (int i = 0; i < N_COLUMNS; i++)
        arrays[i] = g_string_new(NULL);
    for (int row = 0; row < PQntuples(objects); row++) {
        if (PQgetisnull(objects, row, ABOUT) &&
            rows_have(rows, PQgetvalue(objects, row, CLASS), PQgetvalue(objects, row, ID)))
            continue;
        for (int i = 0; i < N_COLUMNS; i++)
            sql_append_element(arrays[i], PQgetvalue(objects, row, i));
    }
    bool ok = arrays[ID]->len == 0 || ask_names(connection, arrays, schema, error);
    for (int i = 0; i < N_COLUMNS; i++)
        g_string_free(arrays[i], TRUE);
    return ok;
}
