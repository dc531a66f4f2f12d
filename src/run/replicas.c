#include "run/replicas.h"

#include "base/quit.h"
#include "exec/statement.h"
#include "run/lock.h"

enum { ASK_MS = 1000, POLL_MS = 500 };

static const char BEHIND[] =
    "SELECT pg_catalog.pg_current_wal_lsn(),\n"
    "       pg_catalog.string_agg(coalesce(nullif(application_name, ''), client_addr::text, 'a replica'), ', '\n"
    "                             ORDER BY application_name, pid)\n"
    "         FILTER (WHERE replay_lsn < $1::pg_catalog.pg_lsn)\n"
    "FROM pg_catalog.pg_stat_replication WHERE state <> 'backup'";

/* Moves the mark where all have passed it; *behind: the names of those that have not. g_free; NULL: none. */
static bool
ask(Runner *runner, Replicas *replicas, char **behind, GError **error)
{
    g_autoptr(PGresult) result = NULL;
    const char *const values[] = {replicas->mark};
    *behind = NULL;
    if (!connection_query(runner->connection, BEHIND, 1, values, &result, error))
        return fail_within(error, "asking how far the replicas are");
    replicas->asked = g_get_monotonic_time();
    if (replicas->mark != NULL && !PQgetisnull(result, 0, 1)) {
        *behind = g_strdup(PQgetvalue(result, 0, 1));
        return true;
    }
    replicas_clear(replicas);
    replicas->mark = g_strdup(PQgetvalue(result, 0, 0));
    replicas->marked = replicas->asked;
    return true;
}

static void
tell(const Runner *runner, const char *behind)
{
    g_autofree char *text =
        g_strdup_printf("waiting for %s to replay what was written more than %g s ago (run.max_lag)", behind,
                        runner->options->max_lag_ms / 1000.0);
    runner_tell(runner, RUN_WAITS, 0, text);
}

bool
replicas_wait(Runner *runner, Replicas *replicas, GError **error)
{
    const gint64 most = (gint64)runner->options->max_lag_ms * 1000;
    if (most == 0 || g_get_monotonic_time() - replicas->asked < ASK_MS * 1000)
        return true;
    for (bool told = false;; told = true) {
        g_autofree char *behind = NULL;
        if (!ask(runner, replicas, &behind, error))
            return false;
        if (behind == NULL || replicas->asked - replicas->marked <= most)
            return true;
        if (!told)
            tell(runner, behind);
        if (!statement_pause(POLL_MS, error) || !lock_check(runner, error))
            return false;
    }
}

void
replicas_clear(Replicas *replicas)
{
    g_clear_pointer(&replicas->mark, g_free);
}
