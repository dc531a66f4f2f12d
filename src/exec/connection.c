#include "exec/connection.h"

#include "base/quit.h"
#include <errno.h>
#include <poll.h>
#include <stdlib.h>
#include <string.h>

static _Thread_local char last_sqlstate[6];

static const char SETTINGS[] = "-c standard_conforming_strings=on -c TimeZone=UTC -c client_min_messages=warning "
                               "-c extra_float_digits=1 -c DateStyle=ISO,MDY -c IntervalStyle=postgres "
                               "-c bytea_output=hex -c xmloption=content -c quote_all_identifiers=off";

int
connection_major(const PGconn *connection)
{
    return PQserverVersion(connection) / 10000;
}

const char *
connection_sqlstate(void)
{
    return last_sqlstate;
}

/* What a conninfo says, without the password, as "host=... dbname=...". */
char *
connection_display(const char *conninfo)
{
    PQconninfoOption *options = PQconninfoParse(conninfo, NULL);
    if (options == NULL)
        return g_strdup("(invalid connection string)");
    GString *out = g_string_new(NULL);
    for (PQconninfoOption *option = options; option->keyword != NULL; option++) {
        bool shown = strcmp(option->keyword, "host") == 0 || strcmp(option->keyword, "port") == 0 ||
                     strcmp(option->keyword, "dbname") == 0 || strcmp(option->keyword, "user") == 0 ||
                     strcmp(option->keyword, "service") == 0;
        if (shown && option->val != NULL && option->val[0] != '\0')
            g_string_append_printf(out, "%s%s=%s", out->len > 0 ? " " : "", option->keyword, option->val);
    }
    PQconninfoFree(options);
    return g_string_free(out, FALSE);
}

/* Failures that say "others are in the way", from the errcodes appendix of the manual. */
static bool
is_concurrency(const char *sqlstate, const char *message)
{
    return strcmp(sqlstate, "55P03") == 0 || strcmp(sqlstate, "40P01") == 0 || strcmp(sqlstate, "40001") == 0 ||
           (strcmp(sqlstate, "XX000") == 0 && strstr(message, "concurrently") != NULL);
}

bool
connection_fail(const PGconn *connection, const PGresult *result, GError **error)
{
    const char *sqlstate = result == NULL ? NULL : PQresultErrorField(result, PG_DIAG_SQLSTATE);
    g_strlcpy(last_sqlstate, sqlstate == NULL ? "" : sqlstate, sizeof last_sqlstate);
    const char *primary = result == NULL ? NULL : PQresultErrorField(result, PG_DIAG_MESSAGE_PRIMARY);
    if (primary == NULL) {
        g_autofree char *text = g_strstrip(g_strdup(PQerrorMessage(connection)));
        return fail(error, PLEAT_ERROR_SERVER, "%s", text[0] == '\0' ? "the connection was lost" : text);
    }
    GString *text = g_string_new(primary);
    if (sqlstate != NULL)
        g_string_append_printf(text, " (SQLSTATE %s)", sqlstate);
    static const struct {
        int field;
        const char *title;
    } MORE[] = {{PG_DIAG_MESSAGE_DETAIL, "detail"}, {PG_DIAG_CONTEXT, "context"}, {PG_DIAG_MESSAGE_HINT, "hint"}};
    for (size_t i = 0; i < G_N_ELEMENTS(MORE); i++) {
        const char *value = PQresultErrorField(result, MORE[i].field);
        if (value != NULL)
            g_string_append_printf(text, "\n%s: %s", MORE[i].title, value);
    }
    fail(error, is_concurrency(last_sqlstate, primary) ? PLEAT_ERROR_CONCURRENT : PLEAT_ERROR_SERVER, "%s", text->str);
    g_string_free(text, TRUE);
    return false;
}

static bool
check_version(PGconn *connection, GError **error)
{
    int major = connection_major(connection);
    if (major >= SERVER_OLDEST && major <= SERVER_NEWEST)
        return true;
    return fail(error, PLEAT_ERROR_SERVER, "server version %d is not supported: pleat knows PostgreSQL %d to %d", major,
                SERVER_OLDEST, SERVER_NEWEST);
}

/* libpq's options keep their "options" keyword from the conninfo: ours go in front, so that the user's win. */
static PGconn *
start(const char *conninfo, const char *application)
{
    g_autofree char *options = NULL;
    PQconninfoOption *parsed = PQconninfoParse(conninfo, NULL);
    const char *theirs = "";
    for (PQconninfoOption *option = parsed; option != NULL && option->keyword != NULL; option++)
        if (strcmp(option->keyword, "options") == 0 && option->val != NULL)
            theirs = option->val;
    if (theirs[0] == '\0' && getenv("PGOPTIONS") != NULL)
        theirs = getenv("PGOPTIONS");
    options = g_strconcat(SETTINGS, " ", theirs, NULL);
    PQconninfoFree(parsed);

    const char *const keywords[] = {"dbname", "options", "client_encoding", "application_name", NULL};
    const char *const values[] = {conninfo, options, "UTF8", application, NULL};
    return PQconnectStartParams(keywords, values, 1);
}

static void
ignore_notice(void *data, const char *message)
{
    (void)data;
    (void)message;
}

/* Waits for the connection's socket so that Ctrl-C is noticed; gives up after the time that libpq's own default has. */
static bool
finish(PGconn *connection, GError **error)
{
    const char *limit = NULL;
    PQconninfoOption *options = PQconninfo(connection);
    for (PQconninfoOption *option = options; option != NULL && option->keyword != NULL; option++)
        if (strcmp(option->keyword, "connect_timeout") == 0)
            limit = option->val;
    gint64 seconds = limit == NULL || atoi(limit) <= 0 ? 15 : atoi(limit);
    PQconninfoFree(options);

    gint64 deadline = g_get_monotonic_time() + seconds * G_USEC_PER_SEC;
    PostgresPollingStatusType state = PGRES_POLLING_WRITING;
    while (state != PGRES_POLLING_OK) {
        if (state == PGRES_POLLING_FAILED)
            return connection_fail(connection, NULL, error);
        if (!quit_check(error))
            return false;
        if (g_get_monotonic_time() > deadline)
            return fail(error, PLEAT_ERROR_SERVER, "no answer from the server within %d s", (int)seconds);
        struct pollfd poller = {PQsocket(connection), state == PGRES_POLLING_READING ? POLLIN : POLLOUT, 0};
        if (poll(&poller, 1, 200) == 0)
            continue;
        state = PQconnectPoll(connection);
    }
    return true;
}

/* "postgresql://me:secret" has a port to libpq, which would print it. */
static bool
has_bad_port(const PQconninfoOption *options)
{
    for (; options->keyword != NULL; options++)
        if (strcmp(options->keyword, "port") == 0 && options->val != NULL)
            return options->val[strspn(options->val, "0123456789, ")] != '\0';
    return false;
}

static bool
is_well_formed(const char *conninfo, GError **error)
{
    char *problem = NULL;
    PQconninfoOption *options = PQconninfoParse(conninfo, &problem);
    if (options == NULL) { /* texts of other problems may quote a password */
        bool told = problem != NULL && (strstr(problem, "invalid URI query parameter") != NULL ||
                                        strstr(problem, "invalid connection option") != NULL);
        g_autofree char *text = told ? g_strstrip(g_strdup(problem)) : NULL;
        PQfreemem(problem);
        return fail(error, PLEAT_ERROR_USAGE, "no valid connection string%s%s", told ? ": " : "", told ? text : "");
    }
    bool good = !has_bad_port(options);
    PQconninfoFree(options);
    return good || fail(error, PLEAT_ERROR_USAGE, "no valid connection string: its port is not a number");
}

bool
connection_open(const char *conninfo, const char *application, PGconn **out, GError **error)
{
    if (!is_well_formed(conninfo, error))
        return false;
    g_autoptr(PGconn) connection = start(conninfo, application);
    if (connection == NULL)
        return fail(error, PLEAT_ERROR_SYSTEM, "out of memory");
    g_autofree char *display = connection_display(conninfo);
    if (PQstatus(connection) == CONNECTION_BAD) {
        connection_fail(connection, NULL, error);
        return fail_within(error, "cannot connect to %s", display);
    }
    if (!finish(connection, error) || !check_version(connection, error))
        return fail_within(error, "cannot connect to %s", display);
    PQsetNoticeProcessor(connection, ignore_notice, NULL);
    *out = g_steal_pointer(&connection);
    return true;
}

static bool
succeeded(const PGresult *result)
{
    ExecStatusType status = PQresultStatus(result);
    return status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK || status == PGRES_EMPTY_QUERY;
}

bool
connection_run(PGconn *connection, const char *sql, GError **error)
{
    g_autoptr(PGresult) result = PQexec(connection, sql);
    return succeeded(result) || connection_fail(connection, result, error);
}

bool
connection_query(PGconn *connection, const char *sql, int n_params, const char *const *params, PGresult **out,
                 GError **error)
{
    g_autoptr(PGresult) result = PQexecParams(connection, sql, n_params, NULL, params, NULL, NULL, 0);
    if (!succeeded(result))
        return connection_fail(connection, result, error);
    *out = g_steal_pointer(&result);
    return true;
}

bool
connection_value(PGconn *connection, const char *sql, char **out, GError **error)
{
    g_autoptr(PGresult) result = NULL;
    if (!connection_query(connection, sql, 0, NULL, &result, error))
        return false;
    bool has = PQntuples(result) > 0 && !PQgetisnull(result, 0, 0);
    *out = has ? g_strdup(PQgetvalue(result, 0, 0)) : NULL;
    return true;
}
