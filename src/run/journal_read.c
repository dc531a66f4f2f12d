#include "run/journal.h"

#include "run/run.h"
#include "sql/format.h"
#include <stdlib.h>
#include <string.h>

/* to_regclass() would fail where the role lacks USAGE on the schema; the catalogs can be read by everybody. */
bool
journal_exists(PGconn *connection, RunTables tables, bool *exists, GError **error)
{
    const char *const params[] = {tables.schema, tables.tenant ? "pleat_version" : "version"};
    g_autoptr(PGresult) result = NULL;
    if (!connection_query(connection,
                          "SELECT FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace "
                          "WHERE n.nspname = $1 AND c.relname = $2 AND c.relkind IN ('r', 'p')",
                          2, params, &result, error))
        return false;
    *exists = PQntuples(result) > 0;
    return true;
}

static void
hint_privileges(const char *schema, GError **error)
{
    if (strcmp(connection_sqlstate(), "42501") != 0)
        return;
    g_autoptr(Arena) arena = arena_new();
    fail_hint(error, "%s",
              sql_printf(arena, "GRANT USAGE ON SCHEMA %I and GRANT SELECT ON ALL TABLES IN SCHEMA %I to this role",
                         schema, schema));
}

bool
journal_versions(PGconn *connection, RunTables tables, GHashTable **out, GHashTable **digests, bool *exists,
                 GError **error)
{
    bool has = false;
    if (!journal_exists(connection, tables, &has, error))
        return false;
    g_autoptr(GHashTable) versions = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
    g_autoptr(GHashTable) files = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
    if (has) {
        g_autoptr(Arena) arena = arena_new();
        g_autoptr(PGresult) result = NULL;
        g_autofree char *prefix = journal_prefix(tables);
        const char *sql =
            digests == NULL ? "SELECT id, checksum FROM %sversion" : "SELECT id, checksum, file_digest FROM %sversion";
        if (!connection_query(connection, sql_printf(arena, sql, prefix), 0, NULL, &result, error)) {
            hint_privileges(tables.schema, error);
            return false;
        }
        for (int row = 0; row < PQntuples(result); row++) {
            const char *id = PQgetvalue(result, row, 0);
            g_hash_table_insert(versions, g_strdup(id), g_strdup(PQgetvalue(result, row, 1)));
            if (digests != NULL && !PQgetisnull(result, row, 2))
                g_hash_table_insert(files, g_strdup(id), g_strdup(PQgetvalue(result, row, 2)));
        }
    }
    *out = g_steal_pointer(&versions);
    if (digests != NULL)
        *digests = g_steal_pointer(&files);
    if (exists != NULL)
        *exists = has;
    return true;
}

RunTables
run_tables(const RunOptions *options)
{
    return (RunTables){options->schema, options->tenant};
}

bool
run_applied_in(PGconn *connection, RunTables tables, GHashTable **out, bool *exists, GError **error)
{
    return journal_versions(connection, tables, out, NULL, exists, error);
}

bool
run_applied(PGconn *connection, const char *schema, GHashTable **out, bool *exists, GError **error)
{
    return run_applied_in(connection, (RunTables){.schema = schema}, out, exists, error);
}

static JournalRow *
read_row(Arena *arena, const PGresult *result, int row)
{
    JournalRow *read = arena_new_one(arena, JournalRow);
    const char *texts[10];
    for (int column = 0; column < 10; column++)
        texts[column] = PQgetisnull(result, row, column) ? NULL : arena_strdup(arena, PQgetvalue(result, row, column));
    *read = (JournalRow){.id = g_ascii_strtoll(texts[0], NULL, 10),
                         .revision = texts[1],
                         .direction = texts[2],
                         .checksum = texts[3],
                         .step = atoi(texts[4]),
                         .kind = texts[5],
                         .hash = texts[6],
                         .state = texts[7],
                         .key = texts[8],
                         .rows = texts[9] == NULL ? 0 : g_ascii_strtoll(texts[9], NULL, 10)};
    return read;
}

/* A step that failed as a whole left nothing behind: its revision has not begun by it. */
static bool
left_something(const JournalRow *row)
{
    return strcmp(row->state, "failed") != 0 || (row->key != NULL && strcmp(row->kind, "backfill") == 0);
}

static void
find_unfinished(Journal *journal)
{
    for (guint i = 0; i < journal->rows->len; i++) {
        const JournalRow *row = journal->rows->pdata[i];
        if (!left_something(row))
            continue;
        journal->revision = row->revision;
        journal->checksum = row->checksum;
        journal->down = strcmp(row->direction, "down") == 0;
        bool ends_step = strcmp(row->state, "done") == 0 && strcmp(row->kind, "partition") != 0;
        if (ends_step)
            journal->done = MAX(journal->done, row->step);
    }
}

bool
journal_read(PGconn *connection, RunTables tables, Journal **out, GError **error)
{
    bool exists = false;
    if (!journal_exists(connection, tables, &exists, error))
        return false;
    g_autoptr(Journal) journal = g_new0(Journal, 1);
    journal->arena = arena_new();
    journal->rows = g_ptr_array_new();
    if (exists) {
        g_autoptr(PGresult) result = NULL;
        g_autofree char *prefix = journal_prefix(tables);
        /* With an upper end, so that a planner without statistics takes the index, too. */
        const char *sql =
            sql_printf(journal->arena,
                       "SELECT id, revision, direction, checksum, step, kind, statement_hash, state, key, "
                       "rows FROM %sjournal WHERE id > coalesce((SELECT id FROM %sjournal WHERE step = 0 "
                       "ORDER BY id DESC LIMIT 1), 0) AND id <= (SELECT max(id) FROM %sjournal) ORDER BY id",
                       prefix, prefix, prefix);
        if (!connection_query(connection, sql, 0, NULL, &result, error)) {
            hint_privileges(tables.schema, error);
            return false;
        }
        for (int row = 0; row < PQntuples(result); row++)
            g_ptr_array_add(journal->rows, read_row(journal->arena, result, row));
        find_unfinished(journal);
    }
    *out = g_steal_pointer(&journal);
    return true;
}

void
journal_free(Journal *journal)
{
    if (journal == NULL)
        return;
    arena_free(journal->arena);
    g_ptr_array_unref(journal->rows);
    g_free(journal);
}

static bool
is_like(const JournalRow *row, const JournalRow *like)
{
    return row->step == like->step && strcmp(row->kind, like->kind) == 0 && g_strcmp0(row->hash, like->hash) == 0 &&
           strcmp(row->revision, like->revision) == 0 && strcmp(row->direction, like->direction) == 0 &&
           (like->key == NULL || g_strcmp0(row->key, like->key) == 0);
}

const JournalRow *
journal_find(const Journal *journal, const JournalRow *like)
{
    for (guint i = journal->rows->len; i-- > 0;)
        if (is_like(journal->rows->pdata[i], like))
            return journal->rows->pdata[i];
    return NULL;
}

bool
run_unfinished_in(PGconn *connection, RunTables tables, char **revision, bool *down, int *done, GError **error)
{
    g_autoptr(Journal) journal = NULL;
    if (!journal_read(connection, tables, &journal, error))
        return false;
    *revision = g_strdup(journal->revision);
    *down = journal->down;
    *done = journal->done;
    return true;
}

bool
run_unfinished(PGconn *connection, const char *schema, char **revision, bool *down, int *done, GError **error)
{
    return run_unfinished_in(connection, (RunTables){.schema = schema}, revision, down, done, error);
}

static void
choice_free(void *data)
{
    RunChoice *choice = data;
    g_free(choice->revision);
    g_free(choice->text);
    g_free(choice->when);
    g_free(choice->who);
    g_free(choice);
}

bool
run_choices(PGconn *connection, RunTables tables, GPtrArray **out, GError **error)
{
    g_autoptr(GPtrArray) choices = g_ptr_array_new_with_free_func(choice_free);
    g_autofree char *prefix = journal_prefix(tables);
    g_autoptr(PGresult) result = NULL;
    g_autoptr(Arena) arena = arena_new();
    bool exists = false;
    if (!journal_exists(connection, tables, &exists, error))
        return false;
    const char *sql =
        sql_printf(arena,
                   "SELECT DISTINCT ON (j.revision, j.kind) j.revision, j.error, to_char(j.started AT TIME ZONE 'UTC', "
                   "'YYYY-MM-DD HH24:MI'), coalesce(j.os_user || '@' || j.host, j.db_user) FROM %sjournal j "
                   "JOIN %sversion v ON v.id = j.revision WHERE j.kind IN ('gates', 'expects') AND j.direction = 'up' "
                   "ORDER BY j.revision, j.kind, j.id DESC",
                   prefix, prefix);
    if (exists && !connection_query(connection, sql, 0, NULL, &result, error)) {
        hint_privileges(tables.schema, error);
        return false;
    }
    for (int row = 0; exists && row < PQntuples(result); row++) {
        RunChoice *choice = g_new0(RunChoice, 1);
        *choice = (RunChoice){g_strdup(PQgetvalue(result, row, 0)), g_strdup(PQgetvalue(result, row, 1)),
                              g_strdup(PQgetvalue(result, row, 2)), g_strdup(PQgetvalue(result, row, 3))};
        g_ptr_array_add(choices, choice);
    }
    *out = g_steal_pointer(&choices);
    return true;
}
