#include "catalog/observed.h"
#include "files/file_write.h"
#include "project/session.h"
#include "report/record.h"
#include "sql/corpus.h"
#include "sql/words.h"
#include <errno.h>
#include <glib/gstdio.h>
#include <string.h>

static const char FILE_NAME[] = "compat/observed.sql";

static const char HEAD[] =
    "-- pleat: all old\n"
    "-- What applications have run, without their constants: pleat stats export --statements writes it.\n";

#define NO_MEMBER(class, alias)                                                                                        \
    "AND NOT EXISTS (SELECT FROM pg_catalog.pg_depend d WHERE d.deptype = 'e' AND d.objid = " alias ".oid AND "        \
    "d.classid = 'pg_catalog." class "'::pg_catalog.regclass) "

/* Names of what stands in managed schemas and is no part of an extension: a set. */
static bool
read_names(const Config *config, PGconn *connection, GHashTable **out, GError **error)
{
    static const char SQL[] = "SELECT n.nspname, c.relname FROM pg_catalog.pg_class c "
                              "JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace "
                              "WHERE c.relkind IN ('r', 'p', 'v', 'm', 'f', 'S') " NO_MEMBER(
                                  "pg_class", "c") "UNION ALL "
                                                   "SELECT n.nspname, p.proname FROM pg_catalog.pg_proc p "
                                                   "JOIN pg_catalog.pg_namespace n ON n.oid = p.pronamespace "
                                                   "WHERE true " NO_MEMBER("pg_proc", "p");
    g_autoptr(PGresult) result = NULL;
    if (!connection_query(connection, SQL, 0, NULL, &result, error))
        return false;
    *out = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    for (int row = 0; row < PQntuples(result); row++)
        if (config_manages_schema(config, PQgetvalue(result, row, 0)))
            g_hash_table_add(*out, g_strdup(PQgetvalue(result, row, 1)));
    return true;
}

static bool
names_one_of(GHashTable *managed, const char *sql)
{
    g_autoptr(GHashTable) names = words_names(sql);
    GHashTableIter iterator;
    gpointer name;
    g_hash_table_iter_init(&iterator, names);
    while (g_hash_table_iter_next(&iterator, &name, NULL))
        if (g_hash_table_contains(managed, name))
            return true;
    return false;
}

/*
 * On one line, without comments. NULL where a text is left in it: constants are replaced by parameters, so it is one
 * that was not, and may be a secret. g_free.
 */
static char *
clean(const char *sql)
{
    g_autoptr(GString) out = g_string_new(NULL);
    const char *cursor = sql;
    for (Token token = lex_next(&cursor); token.kind != TOKEN_END; token = lex_next(&cursor)) {
        if (token.kind == TOKEN_STRING || token.kind == TOKEN_DOLLAR || token.kind == TOKEN_BROKEN)
            return NULL;
        if (token.kind != TOKEN_SPACE)
            g_string_append_len(out, token.text, (gssize)token.length);
        else if (out->len > 0)
            g_string_append_c(out, ' ');
    }
    return g_strchomp(g_string_free(g_steal_pointer(&out), FALSE));
}

/* Is it written? A statement with a name of pleat's own schema is no application's. */
static bool
is_wanted(const Config *config, GHashTable *managed, const char *sql)
{
    g_autofree char *own = g_strconcat(config->revision_schema, ".", NULL);
    return corpus_is_query(sql) && strstr(sql, own) == NULL && names_one_of(managed, sql);
}

static int
compare_texts(const void *left, const void *right)
{
    return strcmp(*(const char *const *)left, *(const char *const *)right);
}

/* Each once, sorted; *left_out: how many still hold a text. */
static GPtrArray *
statements_of(const Config *config, GHashTable *managed, const Observed *observed, guint *left_out)
{
    GPtrArray *entries = g_ptr_array_new_with_free_func(g_free);
    *left_out = 0;
    for (guint i = 0; i < observed->list->len; i++) {
        const ObservedStatement *statement = observed->list->pdata[i];
        if (!is_wanted(config, managed, statement->text))
            continue;
        g_autofree char *sql = clean(statement->text);
        if (sql == NULL)
            ++*left_out;
        else
            g_ptr_array_add(entries, g_steal_pointer(&sql));
    }
    g_ptr_array_sort(entries, compare_texts);
    for (guint i = entries->len; i > 1; i--)
        if (strcmp(entries->pdata[i - 1], entries->pdata[i - 2]) == 0)
            g_ptr_array_remove_index(entries, i - 1);
    return entries;
}

/* The file's text. */
static char *
format(const GPtrArray *statements)
{
    GString *out = g_string_new(HEAD);
    for (guint i = 0; i < statements->len; i++)
        g_string_append_printf(out, "\n%s;\n", (const char *)statements->pdata[i]);
    return g_string_free(out, FALSE);
}

/* file: what was written; NULL: nothing. */
static void
tell_statements(PleatSession *session, const GPtrArray *statements, const char *file)
{
    g_autoptr(Record) record = record_new();
    record_text(record, "file", file);
    record_open_list(record, "statements");
    for (guint i = 0; i < statements->len; i++)
        record_text(record, NULL, statements->pdata[i]);
    record_close(record);
    g_autofree char *text = record_document(record);
    session_write_text(session, text);
}

static void
tell_missing(PleatSession *session, const Observed *observed, guint left_out)
{
    if (observed->hidden > 0)
        session_note(session, "warning: %u statement%s of other roles cannot be read: GRANT pg_read_all_stats\n",
                     observed->hidden, observed->hidden == 1 ? "" : "s");
    if (left_out > 0)
        session_note(session, "%u statement%s left out: a constant is left in the text\n", left_out,
                     left_out == 1 ? " is" : "s are");
}

static bool
write_file(const char *path, const char *text, GError **error)
{
    g_autofree char *folder = g_path_get_dirname(path);
    g_autoptr(GBytes) content = g_bytes_new(text, strlen(text));
    if (g_mkdir_with_parents(folder, 0777) != 0)
        return fail(error, PLEAT_ERROR_SYSTEM, "%s: %s", folder, g_strerror(errno));
    return file_write_atomically(path, content, 0666, error);
}

bool
pleat_stats_export_statements(PleatSession *session, const char *file, GError **error)
{
    g_autoptr(PGconn) connection = NULL;
    g_autoptr(GHashTable) managed = NULL;
    g_auto(Observed) observed = {0};
    guint left_out = 0;
    if (!session_require_project(session, error) || !session_connect(session, NULL, &connection, error) ||
        !connection_run(connection, "SET default_transaction_read_only = on", error) ||
        !read_names(session->config, connection, &managed, error) || !observed_read(connection, &observed, error))
        return false;
    if (observed.list == NULL) {
        fail(error, PLEAT_ERROR_STATE, "the statements of this database cannot be read: %s", observed.why);
        return fail_hint(error, "shared_preload_libraries = 'pg_stat_statements', a restart, and CREATE EXTENSION "
                                "pg_stat_statements");
    }
    g_autoptr(GPtrArray) statements = statements_of(session->config, managed, &observed, &left_out);
    g_autofree char *text = format(statements);
    tell_missing(session, &observed, left_out);
    const bool prints = g_strcmp0(file, "-") == 0;
    const char *written = prints ? NULL : file == NULL ? FILE_NAME : file;
    g_autofree char *path = file == NULL ? g_build_filename(session->config->directory, FILE_NAME, NULL)
                                         : g_canonicalize_filename(file, session->directory);
    if (!prints && !write_file(path, text, error))
        return false;
    if (session_has_format(session, "json"))
        tell_statements(session, statements, written);
    else if (prints)
        session_write_text(session, text);
    else
        session_write(session, "%s\n", written);
    return true;
}
