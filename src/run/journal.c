#include "run/journal.h"

#include "exec/statement.h"
#include "run/embedded.h"
#include "sql/format.h"
#include <stdlib.h>
#include <string.h>

const char JOURNAL_ROLE[] = "SET LOCAL role TO DEFAULT; ";

static void
append_number(GString *sql, gint64 number)
{
    g_string_append_printf(sql, "%" G_GINT64_FORMAT, number);
}

char *
journal_prefix(RunTables tables)
{
    GString *prefix = g_string_new(NULL);
    sql_append(prefix, "%I.%s", tables.schema, tables.tenant ? "pleat_" : "");
    return g_string_free(prefix, FALSE);
}

/* A tenant's schema is the application's: one that is gone is not made again. */
char *
journal_tables(RunTables tables)
{
    g_autofree char *prefix = journal_prefix(tables);
    GString *sql = g_string_new(NULL);
    if (!tables.tenant)
        sql_append(sql, "CREATE SCHEMA IF NOT EXISTS %I;\n", tables.schema);
    g_autoptr(GString) made = g_string_new(tables_sql);
    g_string_replace(made, "{tables}", prefix, 0);
    g_string_append(sql, made->str);
    return g_string_free(sql, FALSE);
}

void
journal_pen_init(JournalPen *pen, RunTables tables, const char *git_commit)
{
    GString *who = g_string_new(NULL);
    sql_append(who, "%L, %L, %L, %L", g_get_user_name(), g_get_host_name(), PLEAT_VERSION, git_commit);
    *pen = (JournalPen){.tables = journal_prefix(tables),
                        .who = g_string_free(who, FALSE),
                        .usual_end = g_strdup_printf("pleat_%08x", g_random_int())};
}

void
journal_pen_clear(JournalPen *pen)
{
    g_clear_pointer(&pen->tables, g_free);
    g_clear_pointer(&pen->who, g_free);
    g_clear_pointer(&pen->usual_end, g_free);
}

bool
journal_new_run(JournalPen *pen, PGconn *connection, GError **error)
{
    g_autoptr(GString) sql = g_string_new(usual_end_sql);
    g_string_replace(sql, "{name}", pen->usual_end, 0);
    g_string_replace(sql, "{tables}", pen->tables, 0);
    g_string_replace(sql, "{who}", pen->who, 0);
    g_string_append_printf(sql, "; UPDATE %srunner SET run_id = run_id + 1 RETURNING run_id", pen->tables);
    return journal_write(connection, sql->str, &pen->run_id, error);
}

bool
journal_forgot(JournalPen *pen)
{
    if (pen->usual_end == NULL || strcmp(connection_sqlstate(), "26000") != 0) /* invalid_sql_statement_name */
        return false;
    g_clear_pointer(&pen->usual_end, g_free);
    return true;
}

/* NULL, which run_id cannot be, when a newer run exists; the row stays locked until the commit. */
static void
append_fence(GString *sql, const JournalPen *pen)
{
    g_string_append_printf(sql, "(SELECT run_id FROM %srunner WHERE run_id = %" G_GINT64_FORMAT " FOR SHARE)",
                           pen->tables, pen->run_id);
}

/* What stands between the parentheses, but for the number of the run. */
static void
append_values(GString *sql, const JournalPen *pen, const JournalRow *row, const char *state, const char *error_text)
{
    sql_append(sql, "%L, %L, %d, %L, %L, %L, %L, %s, %L, ", row->revision, row->direction, row->step, row->kind,
               row->hash, row->checksum, state, strcmp(state, "started") == 0 ? "NULL" : "clock_timestamp()", row->key);
    append_number(sql, row->rows);
    sql_append(sql, ", %L, %s", error_text, pen->who);
}

/* "also" (may be NULL) is a second row, done, of the same statement: one fence is enough for both. */
static void
append_insert(GString *sql, const JournalPen *pen, const JournalRow *row, const char *state, const char *error_text,
              const JournalRow *also)
{
    g_string_append_printf(sql,
                           "INSERT INTO %sjournal (run_id, revision, direction, step, kind, statement_hash, "
                           "checksum, state, finished, key, rows, error, os_user, host, pleat_version, git_commit) "
                           "VALUES (",
                           pen->tables);
    append_fence(sql, pen);
    g_string_append(sql, ", ");
    append_values(sql, pen, row, state, error_text);
    if (also != NULL) {
        g_string_append_printf(sql, "), (%" G_GINT64_FORMAT ", ", pen->run_id);
        append_values(sql, pen, also, "done", NULL);
    }
    g_string_append(sql, ") RETURNING id; ");
}

static void
append_update(GString *sql, const JournalPen *pen, const JournalRow *row, const char *state, const char *error_text)
{
    g_string_append_printf(sql, "UPDATE %sjournal SET run_id = ", pen->tables);
    append_fence(sql, pen);
    sql_append(sql, ", state = %L, finished = %s, key = %L, error = %L, rows = ", state,
               strcmp(state, "started") == 0 ? "NULL" : "clock_timestamp()", row->key, error_text);
    append_number(sql, row->rows);
    g_string_append(sql, " WHERE id = ");
    append_number(sql, row->id);
    g_string_append(sql, " RETURNING id; ");
}

void
journal_append(GString *sql, const JournalPen *pen, const JournalRow *row, const char *state, const char *error_text)
{
    if (row->id == 0)
        append_insert(sql, pen, row, state, error_text, NULL);
    else
        append_update(sql, pen, row, state, error_text);
}

static bool
is_usual(const JournalRow *last, const Revision *revision, const char *direction)
{
    return last != NULL && strcmp(last->kind, "transaction") == 0 && strcmp(direction, "up") == 0 &&
           *revision->replaces == NULL;
}

void
journal_append_end(GString *sql, const JournalPen *pen, const JournalRow *last, const Revision *revision,
                   const char *direction)
{
    g_autofree char *digest = revision_digest(revision);
    if (pen->usual_end != NULL && is_usual(last, revision, direction)) {
        sql_append(sql, "EXECUTE %s (%L, %L, %L, %L, %d, %L, ", pen->usual_end, revision->id,
                   phase_name(revision->phase), revision->checksum, digest, last->step, last->hash);
        append_number(sql, pen->run_id);
        g_string_append(sql, "); ");
        return;
    }
    for (const char **id = revision->replaces; *id != NULL; id++)
        sql_append(sql, "DELETE FROM %sversion WHERE id = %L; ", pen->tables, *id);
    if (strcmp(direction, "down") == 0)
        sql_append(sql, "DELETE FROM %sversion WHERE id = %L; ", pen->tables, revision->id);
    else
        sql_append(sql,
                   "INSERT INTO %sversion (id, phase, checksum, file_digest) VALUES (%L, %L, %L, %L) ON CONFLICT (id) "
                   "DO UPDATE SET checksum = excluded.checksum, file_digest = excluded.file_digest; ",
                   pen->tables, revision->id, phase_name(revision->phase), revision->checksum, digest);
    JournalRow end = {
        .revision = revision->id, .direction = direction, .checksum = revision->checksum, .kind = "revision"};
    if (last != NULL && last->id != 0)
        append_update(sql, pen, last, "done", NULL);
    if (last != NULL && last->id == 0)
        append_insert(sql, pen, last, "done", NULL, &end);
    else
        append_insert(sql, pen, &end, "done", NULL, NULL);
}

bool
journal_fail(GError *problem, GError **error)
{
    if (strcmp(connection_sqlstate(), "23502") != 0) { /* not_null_violation: what the fence comes to */
        g_propagate_error(error, problem);
        return false;
    }
    g_error_free(problem);
    fail(error, PLEAT_ERROR_STATE, "another run of pleat has taken over this database");
    return fail_hint(error, "this one lost its lock on the way; what it had finished is recorded");
}

bool
journal_write(PGconn *connection, const char *sql, gint64 *id, GError **error)
{
    g_autofree char *message = g_strconcat(JOURNAL_ROLE, sql, NULL);
    g_autoptr(PGresult) result = NULL;
    GError *problem = NULL;
    if (!statement_run(connection, message, &result, &problem))
        return journal_fail(problem, error);
    if (id != NULL && PQntuples(result) > 0)
        *id = g_ascii_strtoll(PQgetvalue(result, 0, 0), NULL, 10);
    return true;
}
