/*
 * runner.h - a run on its way: two sessions, a journal, and where it is
 */
#pragma once

#include "run/journal.h"
#include "run/pace.h"
#include "run/run.h"
#include "run/watch.h"

typedef struct Runner Runner;
struct Runner {
    const RunOptions *options;
    const char *conninfo;
    PGconn *connection; /* where the steps run */
    PGconn *guard;      /* an idle session that holds the runner's lock; NULL: not taken */
    gint64 guard_asked; /* when the guard last answered */
    JournalPen pen;
    Journal *journal;    /* what earlier runs left */
    GHashTable *digests; /* id -> that of the file which was applied */
    GHashTable *versions;
    char *durable; /* what synchronous_commit is set to */

    const Revision *revision;
    bool down;
    bool ends;         /* what is being written ends the revision */
    bool hurried;      /* the transaction holds what others wait for, and waits no longer than they may */
    bool clean;        /* the session's settings are pleat's own, nothing has run since */
    int number, count; /* the revision's in this run, from 1 */
    const Step *step;
    int step_number, steps; /* settings are not counted */
    JournalRow row;         /* the current step's */
    char *key;              /* what row.key points to, where it is not borrowed */
    char *opening;          /* of a transaction, not sent yet: it goes with the next statement; or NULL */
    Pace pace;              /* of a backfill, or of partitions */
    Watch watch;
};

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

/* With pleat's own settings, whatever a revision has left. */
bool runner_reset(Runner *runner, GError **error);

/* Journals that somebody chose to go on with a revision. A step that failed has left nothing: nothing resumes from it.
 * kind: what would have stopped it. */
bool runner_note_choice(Runner *runner, const Revision *revision, const char *kind, const char *line, GError **error);

/* Statements for pleat's own settings, and none that an earlier revision left: g_free. */
char *runner_reset_statements(const Runner *runner);

/* Runs one revision from where the journal says that it stopped. */
bool runner_revision(Runner *runner, const Revision *revision, bool down, GError **error);

/* An event of the revision and step that it is at. runner_tell_more(): "event" has more to say, and a kind. */
void runner_tell(const Runner *runner, RunEventKind kind, double seconds, const char *text);
void runner_tell_more(const Runner *runner, RunEvent event);

/* Runs a statement of the revision: one that takes long is watched (watch.h), one that fails is kept for the error. */
bool runner_statement(Runner *runner, const char *sql, PGresult **out, GError **error);

/* Tells why, waits longer with every attempt (from 0), and stops on Ctrl-C. */
bool runner_back_off(Runner *runner, int attempt, const char *reason, GError **error);
