#include "project/stair_data.h"

#include "project/embedded.h"
#include "project/sheltered.h"
#include <string.h>

/* A column's values: a sum over rows, with and without the row's key, so that the order of rows does not count. */
typedef struct {
    char *type;
    bool is_key;
    char *plain, *keyed;
} Column;

typedef struct {
    char *rows;
    GHashTable *columns; /* name -> Column */
    char *keys;          /* "a::text, b::text"; NULL: no primary key */
} Relation;

struct StairData {
    PleatSession *session;
    char *folder;          /* of the revision's files */
    GHashTable *relations; /* before: name -> Relation */
};

static void
column_free(gpointer data)
{
    Column *column = data;
    g_free(column->type);
    g_free(column->plain);
    g_free(column->keyed);
    g_free(column);
}

static void
relation_free(gpointer data)
{
    Relation *relation = data;
    g_free(relation->rows);
    g_free(relation->keys);
    g_hash_table_unref(relation->columns);
    g_free(relation);
}

static Relation *
relation_get(GHashTable *relations, const char *name)
{
    Relation *relation = g_hash_table_lookup(relations, name);
    if (relation == NULL) {
        relation = g_new0(Relation, 1);
        relation->columns = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, column_free);
        g_hash_table_insert(relations, g_strdup(name), relation);
    }
    return relation;
}

static GHashTable *
relations_of(const PGresult *result)
{
    GHashTable *relations = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, relation_free);
    for (int row = 0; row < PQntuples(result); row++) {
        Relation *relation = relation_get(relations, PQgetvalue(result, row, 0));
        const char *name = PQgetvalue(result, row, 1);
        Column *column = g_new0(Column, 1);
        column->type = g_strdup(PQgetvalue(result, row, 2));
        column->is_key = PQgetvalue(result, row, 3)[0] == 't';
        g_hash_table_insert(relation->columns, g_strdup(name), column);
        if (!column->is_key)
            continue;
        char *keys = relation->keys == NULL ? g_strdup_printf("%s::text", name)
                                            : g_strdup_printf("%s, %s::text", relation->keys, name);
        g_free(relation->keys);
        relation->keys = keys;
    }
    return relations;
}

/* keys: of the rows as they were before. */
static bool
sum_relation(PGconn *connection, const char *name, Relation *relation, const char *keys, GError **error)
{
    g_autoptr(GString) query = g_string_new("SELECT pg_catalog.count(*)");
    g_autoptr(GPtrArray) order = g_ptr_array_new();
    GHashTableIter iterator;
    gpointer column_name, column;
    g_hash_table_iter_init(&iterator, relation->columns);
    while (g_hash_table_iter_next(&iterator, &column_name, &column)) {
        const char *text = column_name;
        g_string_append_printf(
            query,
            ", pg_catalog.sum(pg_catalog.hashtextextended(coalesce(%s::text, '\\N'), 0)::numeric), "
            "pg_catalog.sum(pg_catalog.hashtextextended(pg_catalog.concat_ws('|', %s, %s::text), 0)::numeric)",
            text, keys != NULL ? keys : "''", text);
        g_ptr_array_add(order, column);
    }
    g_string_append_printf(query, " FROM %s", name);
    g_autoptr(PGresult) result = NULL;
    if (!connection_query(connection, query->str, 0, NULL, &result, error))
        return fail_within(error, "%s", name);
    relation->rows = g_strdup(PQgetvalue(result, 0, 0));
    for (guint i = 0; i < order->len; i++) {
        ((Column *)order->pdata[i])->plain = g_strdup(PQgetvalue(result, 0, (int)(1 + 2 * i)));
        ((Column *)order->pdata[i])->keyed = g_strdup(PQgetvalue(result, 0, (int)(2 + 2 * i)));
    }
    return true;
}

/* Are the columns of the key that it had before all there? */
static const char *
keys_still_there(const Relation *before, const Relation *now)
{
    GHashTableIter iterator;
    gpointer name, column;
    g_hash_table_iter_init(&iterator, before->columns);
    while (g_hash_table_iter_next(&iterator, &name, &column)) {
        const Column *there = g_hash_table_lookup(now->columns, name);
        if (((Column *)column)->is_key && (there == NULL || strcmp(there->type, ((Column *)column)->type) != 0))
            return NULL;
    }
    return before->keys;
}

/* before: NULL when this is it. */
static bool
read_relations(StairData *data, PGconn *connection, GHashTable *before, GHashTable **out, GError **error)
{
    g_autoptr(PGresult) result = NULL;
    const char *own[] = {data->session->config->revision_schema};
    if (!connection_query(connection, stair_columns_sql, 1, own, &result, error))
        return false;
    g_autoptr(GHashTable) relations = relations_of(result);
    GHashTableIter iterator;
    gpointer name, relation;
    g_hash_table_iter_init(&iterator, relations);
    while (g_hash_table_iter_next(&iterator, &name, &relation)) {
        const Relation *was = before != NULL ? g_hash_table_lookup(before, name) : relation;
        const char *keys = was != NULL ? keys_still_there(was, relation) : NULL;
        if (was != NULL && !sum_relation(connection, name, relation, keys, error))
            return false;
    }
    *out = g_steal_pointer(&relations);
    return true;
}

static bool
compare_column(const Relation *before, const Relation *now, const char *name, const Column *was)
{
    const Column *is = g_hash_table_lookup(now->columns, name);
    if (is == NULL || strcmp(is->type, was->type) != 0)
        return true;
    return keys_still_there(before, now) != NULL ? strcmp(was->keyed, is->keyed) == 0
                                                 : strcmp(was->plain, is->plain) == 0;
}

/* What is not as it was, in lines. */
static void
compare_relation(const char *name, const Relation *before, const Relation *now, GString *out)
{
    if (strcmp(before->rows, now->rows) != 0) {
        g_string_append_printf(out, "\n  %s had %s rows and has %s", name, before->rows, now->rows);
        return;
    }
    g_autoptr(GList) names = g_list_sort(g_hash_table_get_keys(before->columns), (GCompareFunc)strcmp);
    for (const GList *item = names; item != NULL; item = item->next)
        if (!compare_column(before, now, item->data, g_hash_table_lookup(before->columns, item->data)))
            g_string_append_printf(out, "\n  %s: other values in column %s", name, (char *)item->data);
}

static char *
compare_all(GHashTable *before, GHashTable *now)
{
    g_autoptr(GString) out = g_string_new(NULL);
    g_autoptr(GList) names = g_list_sort(g_hash_table_get_keys(before), (GCompareFunc)strcmp);
    for (const GList *item = names; item != NULL; item = item->next) {
        const Relation *is = g_hash_table_lookup(now, item->data);
        if (is != NULL)
            compare_relation(item->data, g_hash_table_lookup(before, item->data), is, out);
    }
    return out->len > 0 ? g_strdup(out->str) : NULL;
}

/* *there: the revision has such a file. */
static bool
run_file(const StairData *data, PGconn *connection, const char *file, bool *there, GError **error)
{
    g_autofree char *path = g_build_filename(data->folder, file, NULL), *text = NULL;
    g_autoptr(GError) problem = NULL;
    *there = g_file_test(path, G_FILE_TEST_EXISTS);
    if (!*there)
        return true;
    if (!g_file_get_contents(path, &text, NULL, &problem))
        return fail(error, PLEAT_ERROR_SYSTEM, "%s", problem->message);
    return connection_run(connection, text, error) || fail_within(error, "%s", path);
}

static void
say_nothing(void *data, const char *text)
{
    (void)data;
    (void)text;
}

/* Lines of tables that have fewer rows than wanted. */
static void
keep_failures(void *data, const char *text)
{
    GString *notes = data;
    if (strstr(text, ": not filled") != NULL)
        g_string_append(notes, text);
}

static bool
make_up(PleatSession *session, PGconn *connection, gint64 rows, char **note, GError **error)
{
    const PleatFakeOptions options = {.rows = rows, .seed = 1, .force = true};
    const PleatSessionOptions kept = session->options;
    g_autoptr(GString) notes = g_string_new(NULL);
    PleatOutcome outcome;
    session->options.format = NULL; /* lines, whatever the report of tests is written in */
    session->options.write = keep_failures;
    session->options.note = say_nothing;
    session->options.data = notes;
    const bool ok = session_fake(session, connection, &options, &outcome, error);
    session->options = kept;
    *note = notes->len > 0 ? g_strdup(g_strchomp(notes->str)) : NULL;
    return ok;
}

bool
stair_data_new(PleatSession *session, const char *revision, const char *conninfo, gint64 rows, StairData **out,
               char **note, GError **error)
{
    g_autoptr(PGconn) connection = NULL;
    bool there;
    StairData *data = g_new0(StairData, 1);
    data->session = session;
    data->folder = g_build_filename(session->config->directory, "tests", "data", revision, NULL);
    if (connection_open(conninfo, "pleat test", &connection, error) &&
        run_file(data, connection, "before.sql", &there, error) && make_up(session, connection, rows, note, error) &&
        read_relations(data, connection, NULL, &data->relations, error)) {
        *out = data;
        return true;
    }
    stair_data_free(data);
    return false;
}

void
stair_data_free(StairData *data)
{
    if (data == NULL)
        return;
    g_free(data->folder);
    g_clear_pointer(&data->relations, g_hash_table_unref);
    g_free(data);
}

/* What is gone, or of another type, is not looked at again: when it comes back, it is empty. */
static void
forget_gone(GHashTable *before, GHashTable *now)
{
    GHashTableIter iterator, columns;
    gpointer name, relation, column, was;
    g_hash_table_iter_init(&iterator, before);
    while (g_hash_table_iter_next(&iterator, &name, &relation)) {
        const Relation *is = g_hash_table_lookup(now, name);
        if (is == NULL) {
            g_hash_table_iter_remove(&iterator);
            continue;
        }
        g_hash_table_iter_init(&columns, ((Relation *)relation)->columns);
        while (g_hash_table_iter_next(&columns, &column, &was)) {
            const Column *there = g_hash_table_lookup(is->columns, column);
            if (there == NULL || strcmp(there->type, ((Column *)was)->type) != 0)
                g_hash_table_iter_remove(&columns);
        }
    }
}

bool
stair_data_check(StairData *data, const char *conninfo, const char *file, GError **error)
{
    g_autoptr(PGconn) connection = NULL;
    g_autoptr(GHashTable) now = NULL;
    bool there;
    if (!connection_open(conninfo, "pleat test", &connection, error) ||
        !run_file(data, connection, file, &there, error) ||
        !read_relations(data, connection, data->relations, &now, error))
        return false;
    g_autofree char *differences = there ? NULL : compare_all(data->relations, now);
    forget_gone(data->relations, now);
    return differences == NULL || fail(error, PLEAT_ERROR_STATE, "rows are not what they were%s", differences);
}
