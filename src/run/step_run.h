/*
 * step_run.h - how each kind of step runs, is journalled and is taken up again
 *
 * All of them work on the runner's current step and row. The last step's journal row brings the version row with it.
 */
#pragma once

#include "run/runner.h"

/* The current step, from where an earlier run left it. A failure is recorded. */
bool step_run(Runner *runner, GError **error);

/* A setting of the session: run every time, never journalled. */
bool step_set(Runner *runner, GError **error);

/* The version row of a revision all of whose steps are done. */
bool step_end_revision(Runner *runner, GError **error);

/* Appends what says that the current step is done. */
void step_append_done(GString *sql, Runner *runner);

/* Runs one statement of the revision in the open transaction. */
bool step_statement(Runner *runner, const char *sql, GError **error);

/* Runs one statement, in a transaction where PostgreSQL allows it, and writes that the row is done. first: another one,
 * which comes before it in that transaction, for the lock that it takes; NULL: none. */
bool step_single(Runner *runner, const char *first, const char *sql, GError **error);

/* Writes that the row is started and keeps its id. */
bool step_start(Runner *runner, GError **error);

/* Takes up an earlier run's row of the same kind and statement (and key, unless it is NULL), when there is one. */
void step_take_up(Runner *runner, const char *kind, const char *key);

/* What cannot run in a transaction: alone.c. Its row says "started" before and is left so. */
bool alone_run(Runner *runner, const char *sql, GError **error);

/* These write their rows themselves but for the last "done" of partitions and commands. */
bool backfill_run(Runner *runner, GError **error);
bool partitions_run(Runner *runner, GError **error);
bool command_run(Runner *runner, GError **error);
