#include "run/transaction.h"

#include "exec/statement.h"

void
transaction_abandon(PGconn *connection)
{
    PGTransactionStatusType status = PQtransactionStatus(connection);
    if (status == PQTRANS_INTRANS || status == PQTRANS_INERROR)
        PQclear(PQexec(connection, "ROLLBACK"));
}

bool
transaction_open(Runner *runner, GError **error)
{
    g_autofree char *opening = g_steal_pointer(&runner->opening);
    return opening == NULL || statement_run(runner->connection, opening, NULL, error);
}

/* While it waits for another lock. Each such attempt is short for the others, so there may be many of them, and soon.
 */
enum { HOLDS_LONGEST_MS = 50, BRIEF_ATTEMPTS = 10, BRIEF_BACKOFF = 5 };

/* The modes are those that conflict with what readers or writers take (manual, "Explicit Locking"). */
bool
transaction_hurry(Runner *runner, GError **error)
{
    if (runner->options->lock_timeout_ms <= HOLDS_LONGEST_MS)
        return true;
    g_autofree char *sql = g_strdup_printf(
        "SELECT pg_catalog.set_config('lock_timeout', '%dms', true) WHERE EXISTS (SELECT FROM pg_catalog.pg_settings "
        "WHERE name = 'lock_timeout' AND setting = '%d') AND EXISTS (SELECT FROM pg_catalog.pg_locks "
        "WHERE pid = pg_catalog.pg_backend_pid() AND locktype = 'relation' AND granted AND mode IN "
        "('ShareLock', 'ShareRowExclusiveLock', 'ExclusiveLock', 'AccessExclusiveLock'))",
        HOLDS_LONGEST_MS, runner->options->lock_timeout_ms);
    g_autoptr(PGresult) result = NULL;
    if (!statement_run(runner->connection, sql, &result, error))
        return false;
    runner->hurried |= PQntuples(result) > 0;
    return true;
}

static bool
commit(Runner *runner, const GString *finish, GError **error)
{
    if (!transaction_open(runner, error))
        return false;
    if (PQtransactionStatus(runner->connection) != PQTRANS_INTRANS)
        return fail(error, PLEAT_ERROR_INPUT, "a statement has ended the transaction that it stands in");
    /* Behind the COMMIT, at which triggers may still run under the revision's settings: the next one finds none. */
    g_autofree char *reset = runner->ends ? runner_reset_statements(runner) : NULL;
    g_autofree char *sql = g_strconcat(JOURNAL_ROLE, finish->str, "COMMIT; ", reset, NULL);
    GError *problem = NULL;
    if (!statement_run(runner->connection, sql, NULL, &problem))
        return journal_fail(problem, error);
    runner->clean = runner->ends;
    return true;
}

static bool
run_once(Runner *runner, TransactionBody *body, void *data, GError **error)
{
    GString *finish = g_string_new(NULL);
    runner->hurried = false;
    runner->opening = g_strdup_printf("BEGIN; SET LOCAL lock_timeout = '%dms'; ", runner->options->lock_timeout_ms);
    bool good = body(runner, data, finish, error) && commit(runner, finish, error);
    g_string_free(finish, TRUE);
    g_clear_pointer(&runner->opening, g_free); /* a body that failed first has not begun it */
    if (!good)
        transaction_abandon(runner->connection);
    return good;
}

bool
transaction_run(Runner *runner, TransactionBody *body, void *data, GError **error)
{
    int usual = 0, brief = 0;
    for (;;) {
        GError *problem = NULL;
        if (run_once(runner, body, data, &problem))
            return true;
        if (journal_forgot(&runner->pen)) {
            g_error_free(problem);
            continue;
        }
        const bool again = g_error_matches(problem, PLEAT_ERROR, PLEAT_ERROR_CONCURRENT);
        const bool last =
            runner->hurried ? brief >= BRIEF_ATTEMPTS * runner->options->retries : usual >= runner->options->retries;
        if (!again || last) {
            g_propagate_error(error, problem);
            if (again)
                fail_hint(error, "gave up after %d attempts; run the same command again when the table is less busy",
                          usual + brief + 1);
            return false;
        }
        const int attempt = runner->hurried ? MIN(brief, BRIEF_BACKOFF) : usual;
        *(runner->hurried ? &brief : &usual) += 1;
        bool waited = runner_back_off(runner, attempt, problem->message, error);
        g_error_free(problem);
        if (!waited)
            return false;
    }
}
