#include "exec/statement.h"

#include "base/quit.h"
#include <poll.h>
#include <string.h>

enum { LOOK_UP_MS = 100 };

static void
cancel(PGconn *connection)
{
    PGcancel *request = PQgetCancel(connection);
    char complaint[256];
    if (request != NULL)
        PQcancel(request, complaint, sizeof complaint); /* too late is no failure */
    PQfreeCancel(request);
}

typedef struct {
    bool cancelled;
    gint64 began;
    StatementWatch *watch; /* NULL: nobody does */
    void *data;
} Wait;

static Wait
wait_begin(StatementWatch *watch, void *data)
{
    return (Wait){.began = g_get_monotonic_time(), .watch = watch, .data = data};
}

/* Until the next result can be had without waiting. */
static bool
wait_for_answer(PGconn *connection, Wait *wait, GError **error)
{
    while (PQisBusy(connection)) {
        struct pollfd poller = {PQsocket(connection), POLLIN, 0};
        bool silent = poll(&poller, 1, LOOK_UP_MS) == 0;
        if (quit_asked() && !wait->cancelled) {
            wait->cancelled = true;
            cancel(connection);
        }
        if (silent && wait->watch != NULL)
            wait->watch((double)(g_get_monotonic_time() - wait->began) / G_USEC_PER_SEC, wait->data);
        if (!PQconsumeInput(connection))
            return connection_fail(connection, NULL, error);
    }
    return true;
}

/* A revision is one file: there is no input to copy from and nowhere to copy to. */
static bool
refuse_copy(PGconn *connection, ExecStatusType status, GError **error)
{
    if (status == PGRES_COPY_IN)
        PQputCopyEnd(connection, "no input");
    char *row = NULL;
    while (status == PGRES_COPY_OUT && PQgetCopyData(connection, &row, 0) > 0)
        PQfreemem(row);
    return fail(error, PLEAT_ERROR_INPUT, "COPY from or to the client cannot run here");
}

static bool
check_result(PGconn *connection, const PGresult *result, GError **error)
{
    switch (PQresultStatus(result)) {
    case PGRES_COMMAND_OK:
    case PGRES_TUPLES_OK:
    case PGRES_EMPTY_QUERY:
        return true;
    case PGRES_COPY_IN:
    case PGRES_COPY_OUT:
        return refuse_copy(connection, PQresultStatus(result), error);
    default:
        return connection_fail(connection, result, error);
    }
}

/* All results, the last one kept, or each in "all"; after the first failure the rest is dropped. */
static bool
read_results(PGconn *connection, PGresult **out, GPtrArray *all, Wait *wait, GError **error)
{
    bool good = true;
    for (;;) {
        GError *lost = NULL;
        if (!wait_for_answer(connection, wait, &lost)) {
            if (good)
                g_propagate_error(error, lost);
            else
                g_error_free(lost);
            return false;
        }
        PGresult *result = PQgetResult(connection);
        if (result == NULL)
            return good;
        good = good && check_result(connection, result, error);
        PQclear(*out);
        *out = NULL;
        if (all != NULL && good)
            g_ptr_array_add(all, result);
        else
            *out = result;
    }
}

/* The result of a message whose answers these are, with what a wish to quit has made of it. */
static bool
finish(const Wait *wait, bool good, GError *problem, GError **error)
{
    if (good)
        return true;
    if (wait->cancelled && strcmp(connection_sqlstate(), "57014") == 0) { /* query_canceled */
        g_clear_error(&problem);
        return fail(error, PLEAT_ERROR_INTERRUPTED, "interrupted");
    }
    g_propagate_error(error, problem);
    return false;
}

bool
statement_run(PGconn *connection, const char *sql, PGresult **out, GError **error)
{
    return statement_run_watched(connection, sql, NULL, NULL, out, error);
}

bool
statement_run_watched(PGconn *connection, const char *sql, StatementWatch *watch, void *data, PGresult **out,
                      GError **error)
{
    if (!PQsendQuery(connection, sql))
        return connection_fail(connection, NULL, error);
    g_autoptr(PGresult) result = NULL;
    Wait wait = wait_begin(watch, data);
    GError *problem = NULL;
    const bool good = read_results(connection, &result, NULL, &wait, &problem);
    if (good && out != NULL)
        *out = g_steal_pointer(&result);
    return finish(&wait, good, problem, error);
}

bool
statement_run_all(PGconn *connection, const char *sql, GPtrArray *results, GError **error)
{
    if (!PQsendQuery(connection, sql))
        return connection_fail(connection, NULL, error);
    g_autoptr(PGresult) failed = NULL;
    Wait wait = wait_begin(NULL, NULL);
    GError *problem = NULL;
    const bool good = read_results(connection, &failed, results, &wait, &problem);
    return finish(&wait, good, problem, error);
}

PGresult *
statement_exec(PGconn *connection, const char *sql)
{
    Wait wait = wait_begin(NULL, NULL);
    PGresult *last = NULL;
    if (!PQsendQuery(connection, sql))
        return NULL;
    while (wait_for_answer(connection, &wait, NULL)) {
        PGresult *result = PQgetResult(connection);
        if (result == NULL)
            break;
        PQclear(last);
        last = result;
    }
    return last;
}

bool
statement_pause(int milliseconds, GError **error)
{
    gint64 end = g_get_monotonic_time() + (gint64)milliseconds * 1000;
    for (;;) {
        if (!quit_check(error))
            return false;
        gint64 left = end - g_get_monotonic_time();
        if (left <= 0)
            return true;
        g_usleep((gulong)MIN(left, LOOK_UP_MS * 1000));
    }
}
