/*
 * run.h - revisions applied to a database and undone, so that whatever happens in between, running again goes on
 *
 * State lives in the database, in a schema of pleat's own: which revisions are applied, and a journal with one row a
 * step. A transactional step writes its row in its own commit. The tables are made by the first run that writes.
 */
#pragma once

#include "exec/connection.h"
#include "model/gate.h"
#include "revision/graph.h"

typedef enum {
    RUN_PLANNED, /* under the lock, where there is anything to run */
    RUN_REVISION_BEGINS,
    RUN_STEP_BEGINS,
    RUN_STEP_PROGRESS,   /* a batch or a partition is done */
    RUN_STATEMENT_LASTS, /* about once a second while one takes long */
    RUN_STEP_ENDS,
    RUN_REVISION_ENDS,
    RUN_WAITS,   /* for another run, or for what a killed one has left at work */
    RUN_RETRIES, /* others were in the way: all of a transaction, a batch or a statement, again */
    RUN_GOES_ON, /* although something has drifted */
    RUN_GATE,    /* a gate before a contract revision warns, or is overridden */
    RUN_FAILS,   /* at this step; the error itself is what the run ends with */
    RUN_STAMPED,
} RunEventKind;

/* A session that holds what a statement waits for. What this role may not know is NULL, or less than 0. */
typedef struct {
    int pid; /* 0: a prepared transaction */
    char *application, *user, *client, *state;
    double seconds; /* the age of its transaction */
} RunHolder;

/* How far something is. */
typedef struct {
    const char *unit;    /* "rows", "pages", "partitions", ...; NULL: nobody knows */
    const char *phase;   /* of a long statement, in PostgreSQL's words; NULL: it has none */
    gint64 done, total;  /* total 0: not known; of rows it is an estimate */
    double rate;         /* units a second in this run; 0: not known yet */
    double seconds_left; /* less than 0: not known */
} RunProgress;

typedef struct {
    RunEventKind kind;
    bool down;
    const Revision *revision; /* NULL: of the whole run */
    int number, count;        /* the revision's in this run, from 1 */
    const Step *step;         /* NULL for events of the revision */
    int step_number, steps;   /* from 1 */
    int resumed;              /* of a revision: so many of its steps were done by an earlier run */
    gint64 rows;      /* of a backfill: changed so far, also by earlier runs; of partitions: how many are done */
    double seconds;   /* at an end: what it took; of a long statement: so far; of a retry: until then */
    const char *text; /* what it waits for, why it tries again, what has drifted, which partition is done */
    int attempt;      /* of RUN_RETRIES: the one that failed, from 1 */
    const GPtrArray *holders; /* of RunHolder, who is in the way; NULL: nobody is known to be */
    RunProgress progress;
    const char *statement;      /* the one that lasts, or has failed; NULL: none */
    const GPtrArray *revisions; /* of RUN_PLANNED: in the order in which they run; of RUN_STAMPED: those that came */
    const GPtrArray *removed;   /* of RUN_STAMPED: ids of those that the database has no more */
} RunEvent;

/* Where pleat's tables are: "version" and others in a schema of its own, "pleat_version" and others in a tenant's. */
typedef struct {
    const char *schema;
    bool tenant;
} RunTables;

typedef struct {
    const char *schema;  /* "pleat", or a tenant's */
    bool tenant;         /* the revisions are tenants': {schema} in their steps is this one, and it has the tables */
    int lock_timeout_ms; /* 800; of every transaction, whatever the file sets outside of one for psql */
    int retries;         /* 20 */
    int backoff_least_ms, backoff_most_ms; /* 50, 30000 */
    int backfill_batch;                    /* 5000 rows: of the first batch */
    int backfill_ms; /* how long a batch is to take: the next ones are as large as that; 0: all alike */
    int max_lag_ms;  /* a backfill pauses while a replica is further behind; 0: never */
    int wait_ms;     /* for another runner; 0: not at all */
    bool allow_commands, allow_edited, both_phases;
    bool check_expects, allow_drift;                 /* drift.h */
    const GateSettings *gates;                       /* gates.h; NULL: none is asked */
    const GPtrArray *all;                            /* of a script: every Revision there is, for gates; NULL: none */
    const char *override;                            /* why a run goes on although gates refuse; NULL: it does not */
    const char *git_commit;                          /* for the journal; NULL: unknown */
    void (*tell)(const RunEvent *event, void *data); /* NULL: nobody listens */
    void *data;
} RunOptions;

#define RUN_OPTIONS_INIT                                                                                               \
    {                                                                                                                  \
        .schema = "pleat", .lock_timeout_ms = 800, .retries = 20, .backoff_least_ms = 50, .backoff_most_ms = 30000,    \
        .backfill_batch = 5000, .backfill_ms = 500, .max_lag_ms = 10000, .wait_ms = 0                                  \
    }

/*
 * Ids of the applied revisions; their values are the checksums of the files then. g_hash_table_unref. Empty when the
 * database has no version table (*exists says so; may be NULL). Read-only.
 */
bool run_applied(PGconn *connection, const char *schema, GHashTable **out, bool *exists, GError **error);

/* The same of any tables. */
bool run_applied_in(PGconn *connection, RunTables tables, GHashTable **out, bool *exists, GError **error);

/* Somebody's choice to go on with a revision: what was in the way, when and who. */
typedef struct {
    char *revision, *text, *when, *who;
} RunChoice;

/* The newest one of each applied revision: an array of RunChoice, g_ptr_array_unref. Empty where there are no tables.
 */
bool run_choices(PGconn *connection, RunTables tables, GPtrArray **out, GError **error);

/* The revision that a run has left half applied or half undone, g_free; NULL: none. "done" are its finished steps. */
bool run_unfinished(PGconn *connection, const char *schema, char **revision, bool *down, int *done, GError **error);

bool run_unfinished_in(PGconn *connection, RunTables tables, char **revision, bool *down, int *done, GError **error);

/* Runs what is missing up to the target; *count is how many revisions ran. */
bool run_upgrade(const char *conninfo, const Graph *graph, const char *target, const RunOptions *options, int *count,
                 GError **error);
bool run_downgrade(const char *conninfo, const Graph *graph, const char *target, const RunOptions *options, int *count,
                   GError **error);

/* Undoes these and no others, in this order: applied ones that nothing applied stands on. */
bool run_undo(const char *conninfo, const Graph *graph, GPtrArray *revisions, const RunOptions *options,
              GError **error);

/* Sets what the database is said to have, without running anything: each target and all that it stands on. */
bool run_stamp(const char *conninfo, const Graph *graph, const char *const *targets, bool purge,
               const RunOptions *options, GError **error);

/*
 * What running these revisions in this order would do, as one psql script: it makes the version table where it is
 * missing, batches and partitions are found when it runs, and no journal is kept.
 */
bool run_script(const GPtrArray *revisions, bool down, const RunOptions *options, GString *out, GError **error);

/* What run_stamp() would write for these revisions, likewise; purge: nothing else is applied then. */
bool run_stamp_script(const GPtrArray *revisions, bool purge, const RunOptions *options, GString *out, GError **error);

/* Makes the schema and its tables. */
bool run_ensure_version(const char *conninfo, const RunOptions *options, GError **error);
