#include "run/step_run.h"

#include "exec/statement.h"
#include "run/probe.h"
#include "run/transaction.h"
#include <string.h>

bool
step_set(Runner *runner, GError **error)
{
    runner->clean = false;
    for (char **sql = runner->step->statements; *sql != NULL; sql++)
        if (!step_statement(runner, *sql, error))
            return false;
    return true;
}

bool
step_statement(Runner *runner, const char *sql, GError **error)
{
    return runner_statement(runner, sql, NULL, error);
}

static void
append_end(GString *sql, Runner *runner, const JournalRow *last)
{
    runner->ends = true;
    journal_append_end(sql, &runner->pen, last, runner->revision, runner->down ? "down" : "up");
}

bool
step_end_revision(Runner *runner, GError **error)
{
    GString *sql = g_string_new(NULL);
    append_end(sql, runner, NULL);
    bool written = journal_write(runner->connection, sql->str, NULL, error);
    g_string_free(sql, TRUE);
    return written;
}

void
step_append_done(GString *sql, Runner *runner)
{
    if (runner->step_number == runner->steps && strcmp(runner->row.kind, "partition") != 0)
        append_end(sql, runner, &runner->row);
    else
        journal_append(sql, &runner->pen, &runner->row, "done", NULL);
}

bool
step_start(Runner *runner, GError **error)
{
    GString *sql = g_string_new(NULL);
    journal_append(sql, &runner->pen, &runner->row, "started", NULL);
    bool written = journal_write(runner->connection, sql->str, &runner->row.id, error);
    g_string_free(sql, TRUE);
    if (written)
        runner->row.state = NULL; /* now it is this run's */
    return written;
}

void
step_take_up(Runner *runner, const char *kind, const char *key)
{
    JournalRow *row = &runner->row;
    row->kind = kind;
    row->key = key;
    const JournalRow *earlier = journal_find(runner->journal, row);
    row->key = key != NULL ? key : earlier != NULL ? earlier->key : NULL;
    row->id = earlier == NULL ? 0 : earlier->id;
    row->state = earlier == NULL ? NULL : earlier->state;
    row->rows = earlier == NULL ? 0 : earlier->rows;
}

static bool
transaction_body(Runner *runner, void *data, GString *finish, GError **error)
{
    for (char **sql = data; *sql != NULL; sql++)
        if (!step_statement(runner, *sql, error) || (sql[1] != NULL && !transaction_hurry(runner, error)))
            return false;
    step_append_done(finish, runner);
    return true;
}

static bool
run_transaction(Runner *runner, GError **error)
{
    return transaction_run(runner, transaction_body, runner->step->statements, error);
}

static bool
write_done(Runner *runner, GError **error)
{
    GString *sql = g_string_new(NULL);
    step_append_done(sql, runner);
    bool written = journal_write(runner->connection, sql->str, NULL, error);
    g_string_free(sql, TRUE);
    return written;
}

bool
step_single(Runner *runner, const char *first, const char *sql, GError **error)
{
    const char *statements[] = {first != NULL ? first : sql, first != NULL ? sql : NULL, NULL};
    if (probe_kind(sql) == ALONE_NOT) {
        GError *problem = NULL;
        if (transaction_run(runner, transaction_body, statements, &problem))
            return true;
        /* What the closed list does not know yet says so itself (active_sql_transaction): nothing has happened. */
        if (strcmp(connection_sqlstate(), "25001") != 0) {
            g_propagate_error(error, problem);
            return false;
        }
        g_error_free(problem);
    }
    return alone_run(runner, sql, error) && write_done(runner, error);
}

static bool
run_statement(Runner *runner, GError **error)
{
    step_take_up(runner, "statement", NULL);
    return step_single(runner, NULL, runner->step->statements[0], error);
}

/* NULL: it holds. Else what the second column says of it. */
static const char *
finding_of(const PGresult *result)
{
    static const char nothing_told[] = "not true";
    const int columns = PQnfields(result);
    if (PQntuples(result) != 1 || columns < 1 || columns > 2)
        return nothing_told;
    if (strcmp(PQgetvalue(result, 0, 0), "t") == 0)
        return NULL;
    return columns == 2 && !PQgetisnull(result, 0, 1) ? PQgetvalue(result, 0, 1) : nothing_told;
}

static bool
verify_body(Runner *runner, void *data, GString *finish, GError **error)
{
    g_autoptr(PGresult) result = NULL;
    if (!runner_statement(runner, runner->step->statements[0], &result, error))
        return false;
    const char *finding = finding_of(result);
    if (finding != NULL)
        return fail(error, PLEAT_ERROR_STATE, "verify %s: %s", (const char *)data, finding);
    step_append_done(finish, runner);
    return true;
}

static bool
run_verify(Runner *runner, GError **error)
{
    char empty[] = "";
    char *subject = runner->step->subject == NULL ? empty : (char *)(guintptr)runner->step->subject;
    return transaction_run(runner, verify_body, subject, error);
}

static bool
run_backfill(Runner *runner, GError **error)
{
    step_take_up(runner, "backfill", NULL);
    return backfill_run(runner, error);
}

static bool
run_partitions(Runner *runner, GError **error)
{
    return partitions_run(runner, error) && write_done(runner, error);
}

static bool
run_command(Runner *runner, GError **error)
{
    step_take_up(runner, "command", NULL);
    return command_run(runner, error) && write_done(runner, error);
}

static const struct {
    const char *name;
    bool (*run)(Runner *runner, GError **error);
} KINDS[] = {
    [STEP_TRANSACTION] = {"transaction", run_transaction},
    [STEP_STATEMENT] = {"statement", run_statement},
    [STEP_BACKFILL] = {"backfill", run_backfill},
    [STEP_EACH_PARTITION] = {"partitions", run_partitions},
    [STEP_VERIFY] = {"verify", run_verify},
    [STEP_COMMAND] = {"command", run_command},
};

static char *
hash_statements(const Step *step)
{
    g_autoptr(GChecksum) checksum = g_checksum_new(G_CHECKSUM_SHA256);
    for (char **sql = step->statements; *sql != NULL; sql++)
        g_checksum_update(checksum, (const guchar *)*sql, (gssize)strlen(*sql) + 1);
    return g_strdup(g_checksum_get_string(checksum));
}

/*
 * For people, and for what was done without a transaction; nothing depends on its being written. A row that an earlier
 * run has left open and that this one did not get to stays as it is.
 */
static void
record_failure(Runner *runner, const char *text)
{
    if (PQstatus(runner->connection) != CONNECTION_OK || PQtransactionStatus(runner->connection) != PQTRANS_IDLE ||
        g_strcmp0(runner->row.state, "started") == 0)
        return;
    g_autofree char *line = g_strndup(text, strcspn(text, "\n"));
    GString *sql = g_string_new(NULL);
    g_string_append(sql, JOURNAL_ROLE);
    journal_append(sql, &runner->pen, &runner->row, "failed", line);
    connection_run(runner->connection, sql->str, NULL); /* also after Ctrl-C, which would cancel others */
    g_string_free(sql, TRUE);
}

bool
step_run(Runner *runner, GError **error)
{
    g_autofree char *hash = hash_statements(runner->step);
    runner->row = (JournalRow){.revision = runner->revision->id,
                               .direction = runner->down ? "down" : "up",
                               .checksum = runner->revision->checksum,
                               .step = runner->step_number,
                               .kind = KINDS[runner->step->kind].name,
                               .hash = hash};
    GError *problem = NULL;
    bool good = KINDS[runner->step->kind].run(runner, &problem);
    if (!good) {
        record_failure(runner, problem->message);
        g_propagate_error(error, problem);
    }
    runner->row.hash = runner->row.key = NULL;
    return good;
}
