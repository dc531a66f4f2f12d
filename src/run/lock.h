/*
 * lock.h - one runner for one version table
 *
 * The lock is an advisory one, polled on a session of its own that has no transaction: a session blocked in
 * pg_advisory_lock() would hold up CREATE INDEX CONCURRENTLY (measured).
 */
#pragma once

#include "run/runner.h"

/* Waits for another runner as long as the options say; then an error that names it. */
bool lock_take(Runner *runner, GError **error);

/* Does the lock's session still live? Asks at most once in ten seconds. */
bool lock_check(Runner *runner, GError **error);

/* The statements of one session, or of two, must not be answered by changing or shared servers. */
bool lock_check_pooler(PGconn *guard, PGconn *connection, GError **error);
