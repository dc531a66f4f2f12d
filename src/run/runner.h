/*
 * runner.h - a run on its way: two sessions, a journal, and where it is
 */
#pragma once

#include "run/journal.h"
#include "run/run.h"

typedef struct {
    const RunOptions *options;
    const char *conninfo;
    PGconn *connection; /* where the steps run */
    PGconn *guard;      /* an idle session that holds the runner's lock; NULL: not taken */
    gint64 guard_asked; /* when the guard last answered */
    JournalPen pen;
    Journal *journal;    /* what earlier runs left */
    GHashTable *digests; /* id -> that of the file which was applied */
    GHashTable *versions;

    const Revision *revision;
    bool down;
    bool ends;  /* what is being written ends the revision */
    bool clean; /* the session's settings are pleat's own, nothing has run since */
    const Step *step;
    int step_number, steps; /* settings are not counted */
    JournalRow row;         /* the current step's */
    char *key;              /* what row.key points to, where it is not borrowed */
} Runner;

/* Opens the session; nothing is locked or written. */
bool runner_open(const char *conninfo, const RunOptions *options, Runner **out, GError **error);
void runner_free(Runner *runner);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Runner, runner_free)

/* Reads what is applied and what is unfinished. */
bool runner_read(Runner *runner, GError **error);

/*
 * Under the lock (lock.h): makes the tables where they are missing and becomes the newest run. What was read before may
 * have changed: a step that a killed run had sent can be committed until here.
 */
bool runner_begin(Runner *runner, GError **error);

/* Statements for pleat's own settings, and none that an earlier revision left: g_free. */
char *runner_reset_statements(const Runner *runner);

/* Runs one revision from where the journal says that it stopped. */
bool runner_revision(Runner *runner, const Revision *revision, bool down, GError **error);

void runner_tell(const Runner *runner, RunEventKind kind, double seconds, const char *text);

/* Tells what is waited for, waits longer with every attempt (from 0), and stops on Ctrl-C. */
bool runner_back_off(const Runner *runner, int attempt, const char *reason, GError **error);
