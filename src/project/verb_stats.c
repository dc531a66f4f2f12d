#include "catalog/embedded.h"
#include "files/file_write.h"
#include "project/table_sizes.h"
#include "report/record.h"

#include <stdlib.h>
#include <string.h>

/* Smaller tables are no matter: they would only make the file long. */
static const char LEAST[] = "1048576";

enum { SCHEMA, NAME, ADDRESS, ROWS, HEAP, INDEXES, TOAST, PARTITIONS, SEQ_SCANS, INDEX_SCANS, ANALYZED };

static gint64
number(const PGresult *result, int row, int column)
{
    return PQgetisnull(result, row, column) ? -1 : g_ascii_strtoll(PQgetvalue(result, row, column), NULL, 10);
}

static TableSize *
read_size(const PGresult *result, int row)
{
    TableSize *size = g_new0(TableSize, 1);
    *size = (TableSize){.rows = number(result, row, ROWS),
                        .heap = number(result, row, HEAP),
                        .indexes = number(result, row, INDEXES),
                        .toast = number(result, row, TOAST),
                        .partitions = number(result, row, PARTITIONS),
                        .seq_scans = number(result, row, SEQ_SCANS),
                        .index_scans = number(result, row, INDEX_SCANS)};
    if (!PQgetisnull(result, row, ANALYZED))
        size->analyzed = g_strdup(PQgetvalue(result, row, ANALYZED));
    return size;
}

static void
free_size(void *size)
{
    table_size_free(size);
}

/* The schemas as an array of PostgreSQL's. */
static char *
schema_array(const char *const *schemas)
{
    GString *out = g_string_new("{");
    for (; *schemas != NULL; schemas++) {
        g_autofree char *escaped = g_strescape(*schemas, "\b\f\n\r\t\v");
        g_string_append_printf(out, "%s\"%s\"", out->len > 1 ? "," : "", escaped);
    }
    g_string_append_c(out, '}');
    return g_string_free(out, FALSE);
}

static bool
is_ignored(const Config *config, const char *schema, const char *name)
{
    const Kind *table = kind_find_plural(NULL, "tables");
    return table != NULL && config_ignores(config, table, schema, name);
}

static bool
read_sizes(const Config *config, PGconn *connection, GHashTable **out, GError **error)
{
    g_autofree char *schemas = schema_array(config->schemas);
    const char *const parameters[] = {schemas, LEAST};
    g_autoptr(PGresult) result = NULL;
    if (!connection_run(connection,
                        "BEGIN READ ONLY; SET LOCAL lock_timeout = '5s'; SET LOCAL search_path = pg_catalog", error) ||
        !connection_query(connection, sizes_sql, G_N_ELEMENTS(parameters), parameters, &result, error) ||
        !connection_run(connection, "COMMIT", error))
        return false;
    *out = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, free_size);
    for (int row = 0; row < PQntuples(result); row++)
        if (!is_ignored(config, PQgetvalue(result, row, SCHEMA), PQgetvalue(result, row, NAME)))
            g_hash_table_insert(*out, g_strdup(PQgetvalue(result, row, ADDRESS)), read_size(result, row));
    return true;
}

static void
write_size(Record *record, const char *table, const TableSize *size)
{
    record_open(record, NULL);
    record_text(record, "table", table);
    if (size->rows < 0)
        record_null(record, "rows");
    else
        record_integer(record, "rows", size->rows);
    record_integer(record, "heap", size->heap);
    record_integer(record, "indexes", size->indexes);
    record_integer(record, "toast", size->toast);
    record_integer(record, "partitions", size->partitions);
    record_integer(record, "seq_scans", size->seq_scans);
    record_integer(record, "index_scans", size->index_scans);
    record_text(record, "analyzed", size->analyzed);
    record_close(record);
}

static int
compare_names(const void *left, const void *right)
{
    return strcmp(*(const char *const *)left, *(const char *const *)right);
}

/* As the database has them, also what the file keeps as it was. file: what was written; NULL: nothing. */
static void
tell_sizes(PleatSession *session, GHashTable *sizes, const char *file)
{
    guint n = 0;
    g_autofree const char **tables = (const char **)g_hash_table_get_keys_as_array(sizes, &n);
    qsort(tables, n, sizeof *tables, compare_names);
    g_autoptr(Record) record = record_new();
    record_text(record, "file", file);
    record_open_list(record, "tables");
    for (guint i = 0; i < n; i++)
        write_size(record, tables[i], g_hash_table_lookup(sizes, tables[i]));
    record_close(record);
    g_autofree char *text = record_document(record);
    session_write_text(session, text);
}

/* *changed: the file is another one now. */
static bool
write_sizes(const char *path, const char *text, bool *changed, GError **error)
{
    g_autofree char *before = NULL;
    *changed = !g_file_get_contents(path, &before, NULL, NULL) || strcmp(before, text) != 0;
    g_autoptr(GBytes) content = g_bytes_new(text, strlen(text));
    return !*changed || file_write_atomically(path, content, 0666, error);
}

bool
pleat_stats_export(PleatSession *session, const char *file, GError **error)
{
    const bool prints = g_strcmp0(file, "-") == 0;
    g_autoptr(PGconn) connection = NULL;
    g_autoptr(GHashTable) sizes = NULL, old = NULL;
    if (!session_require_project(session, error))
        return false;
    g_autofree char *path =
        file == NULL || prints ? table_sizes_path(session) : g_canonicalize_filename(file, session->directory);
    if (!table_sizes_read(path, &old, error) || !session_connect(session, NULL, &connection, error) ||
        !read_sizes(session->config, connection, &sizes, error))
        return false;
    g_autofree char *text = table_sizes_format(sizes, old);
    bool changed = false;
    if (!prints && !write_sizes(path, text, &changed, error))
        return false;
    const char *written = !changed ? NULL : file == NULL ? session->config->stats : file;
    if (session_has_format(session, "json"))
        tell_sizes(session, sizes, written);
    else if (prints)
        session_write_text(session, text);
    else if (changed)
        session_write(session, "%s\n", written);
    else
        session_note(session, "nothing has changed much\n");
    return true;
}
