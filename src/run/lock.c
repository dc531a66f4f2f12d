#include "run/lock.h"

#include "exec/statement.h"
#include <poll.h>
#include <string.h>

enum { POLL_MS = 100, ASK_AGAIN_S = 10 };

/* The same for every pleat and every server: the first bytes of a hash of the schema's name. */
static gint64
lock_key(const char *schema)
{
    g_autoptr(GChecksum) checksum = g_checksum_new(G_CHECKSUM_SHA256);
    g_checksum_update(checksum, (const guchar *)"pleat runner ", -1);
    g_checksum_update(checksum, (const guchar *)schema, -1);
    guint8 digest[32];
    gsize length = sizeof digest;
    g_checksum_get_digest(checksum, digest, &length);
    guint64 key = 0;
    for (int i = 0; i < 8; i++)
        key = key << 8 | digest[i];
    return (gint64)key;
}

static bool
try_lock(PGconn *guard, gint64 key, bool *taken, GError **error)
{
    g_autofree char *sql = g_strdup_printf("SELECT pg_catalog.pg_try_advisory_lock(%" G_GINT64_FORMAT ")", key);
    g_autofree char *value = NULL;
    if (!connection_value(guard, sql, &value, error))
        return false;
    *taken = g_strcmp0(value, "t") == 0;
    return true;
}

/* "process 4711 (pleat, user deploy, from 10.0.0.7)"; manual, "pg_locks", for how a bigint key is shown. */
static char *
describe_holder(PGconn *guard, gint64 key)
{
    g_autofree char *sql = g_strdup_printf(
        "SELECT pg_catalog.format('process %%s (%%s, user %%s, %%s)', a.pid, coalesce(nullif(a.application_name, ''), "
        "'unnamed'), a.usename, coalesce('from ' || pg_catalog.host(a.client_addr), 'on a local socket')) "
        "FROM pg_catalog.pg_locks l JOIN pg_catalog.pg_stat_activity a USING (pid) WHERE l.locktype = 'advisory' "
        "AND l.granted AND l.objsubid = 1 AND a.datname = pg_catalog.current_database() AND a.datid = l.database "
        "AND ((l.classid::bigint << 32) | l.objid::bigint) = %" G_GINT64_FORMAT,
        key);
    char *value = NULL;
    GError *problem = NULL;
    connection_value(guard, sql, &value, &problem);
    g_clear_error(&problem);
    return value != NULL ? value : g_strdup("a session that has just ended");
}

static bool
refuse(const char *holder, const RunOptions *options, GError **error)
{
    fail(error, PLEAT_ERROR_STATE, "another run of pleat is at work on this database: %s", holder);
    if (options->wait_ms == 0)
        return fail_hint(error, "--wait waits for it");
    return fail_hint(error, "waited for %.1f s", options->wait_ms / 1000.0);
}

static bool
poll_lock(Runner *runner, gint64 key, GError **error)
{
    gint64 deadline = g_get_monotonic_time() + (gint64)runner->options->wait_ms * 1000;
    g_autofree char *told = NULL;
    for (;;) {
        bool taken = false;
        if (!try_lock(runner->guard, key, &taken, error))
            return false;
        if (taken)
            return true;
        g_autofree char *holder = describe_holder(runner->guard, key);
        if (g_get_monotonic_time() >= deadline)
            return refuse(holder, runner->options, error);
        if (g_strcmp0(holder, told) != 0) {
            g_autofree char *text = g_strdup_printf("another run of pleat: %s", holder);
            runner_tell(runner, RUN_WAITS, 0, text);
            g_free(told);
            told = g_strdup(holder);
        }
        if (!statement_pause(POLL_MS, error))
            return false;
    }
}

static bool
backend_of(PGconn *connection, char **pid, GError **error)
{
    return connection_value(connection, "SELECT pg_catalog.pg_backend_pid()", pid, error);
}

/* A pooler gives an idle client's server to whoever asks next: inside a transaction ours must not be the guard's. */
bool
lock_check_pooler(PGconn *guard, PGconn *connection, GError **error)
{
    g_autofree char *before = NULL, *ours = NULL, *after = NULL;
    static const char BEGIN[] =
        "BEGIN; SET LOCAL idle_in_transaction_session_timeout = '10s'"; /* should we freeze here */
    if (!backend_of(guard, &before, error) || !connection_run(connection, BEGIN, error))
        return false;
    bool asked = backend_of(connection, &ours, error) && backend_of(guard, &after, error);
    if (!asked || !connection_run(connection, "ROLLBACK", error))
        return false;
    if (strcmp(before, ours) != 0 && strcmp(before, after) == 0)
        return true;
    fail(error, PLEAT_ERROR_SERVER, "this connection goes through a pooler that shares one server session among many");
    return fail_hint(error, "connect to the server itself, or to a pool in session mode: locks and settings need it");
}

bool
lock_take(Runner *runner, GError **error)
{
    if (!connection_open(runner->conninfo, "pleat (lock)", &runner->guard, error))
        return false;
    /* Nothing may end this session while it is idle; 13 does not know the setting. */
    if (connection_major(runner->guard) >= 14 && !connection_run(runner->guard, "SET idle_session_timeout = 0", error))
        return false;
    if (!lock_check_pooler(runner->guard, runner->connection, error))
        return false;
    runner->guard_asked = g_get_monotonic_time();
    return poll_lock(runner, lock_key(runner->options->schema), error);
}

/* A server has nothing to say to an idle session but that it ends, or something rare: then it is asked. */
bool
lock_check(Runner *runner, GError **error)
{
    gint64 now = g_get_monotonic_time();
    struct pollfd poller = {PQsocket(runner->guard), POLLIN, 0};
    if (poll(&poller, 1, 0) == 0 && now - runner->guard_asked < (gint64)ASK_AGAIN_S * G_USEC_PER_SEC)
        return true;
    runner->guard_asked = now;
    if (connection_run(runner->guard, "SELECT", NULL))
        return true;
    fail(error, PLEAT_ERROR_SERVER, "the session that held the lock of this run was lost");
    return fail_hint(error, "run the same command again: it goes on where this one stopped");
}
