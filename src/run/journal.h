/*
 * journal.h - pleat's own tables: which revisions are applied, and what each step came to
 *
 * A row of step 0 ends a revision; the rows after the last such row tell of the one revision that is unfinished. Every
 * write checks that this run is still the newest one (the fence): a runner whose lock was lost cannot write, and as a
 * transactional step's row is part of its commit, it cannot commit either.
 */
#pragma once

#include "exec/connection.h"
#include "run/run.h"

/* One row of the journal: what an earlier run left, or what this one writes. Texts are borrowed or the Journal's. */
typedef struct {
    gint64 id; /* 0: not written yet */
    const char *revision, *direction, *checksum;
    int step;
    const char *kind, *hash, *state; /* state NULL: no run came here before */
    const char *key;                 /* SQL of the last key of a backfill, or a partition's name */
    gint64 rows;
} JournalRow;

typedef struct {
    Arena *arena;
    GPtrArray *rows;      /* JournalRow, oldest first: since the last revision was ended */
    const char *revision; /* half applied or half undone; NULL: none */
    const char *checksum; /* of its file then */
    bool down;
    int done; /* its steps 1 to this are done */
} Journal;

/* Those of a run. */
RunTables run_tables(const RunOptions *options);

/* An empty one when the tables do not exist. */
bool journal_read(PGconn *connection, RunTables tables, Journal **out, GError **error);
void journal_free(Journal *journal);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Journal, journal_free)

/* The newest row of the same revision, direction, step, kind, statement and, unless it is NULL, key; NULL: none. */
const JournalRow *journal_find(const Journal *journal, const JournalRow *like);

/* Do the tables exist? Asks only what every role may read. */
bool journal_exists(PGconn *connection, RunTables tables, bool *exists, GError **error);

/* The statements that make the tables, as one script: g_free. */
char *journal_tables(RunTables tables);

/* What stands before "version", "journal" and "runner" in SQL: g_free. */
char *journal_prefix(RunTables tables);

/* Applied revisions: id -> checksum, and (digests may be NULL) id -> digest of the file, where that is known;
 * g_hash_table_unref. */
bool journal_versions(PGconn *connection, RunTables tables, GHashTable **out, GHashTable **digests, bool *exists,
                      GError **error);

/* Who writes: what every row says of it. */
typedef struct {
    char *tables; /* journal_prefix() */
    char *who;    /* values of os_user, host, pleat_version, git_commit as SQL */
    gint64 run_id;
    char *usual_end; /* the name of a prepared statement (usual_end.sql): planning it each time costs more than all else
                        of a small revision; NULL: none any more */
} JournalPen;

void journal_pen_init(JournalPen *pen, RunTables tables, const char *git_commit);
void journal_pen_clear(JournalPen *pen);

/* Becomes the newest run: waits for the commit of an older one's step, fences off all that it does later. */
bool journal_new_run(JournalPen *pen, PGconn *connection, GError **error);

/*
 * Was the prepared statement gone, when the last statement failed? A revision may drop it (DISCARD ALL). It is not used
 * again: the same transaction, which has come to nothing, can be run once more.
 */
bool journal_forgot(JournalPen *pen);

/* Appends the statement that brings a row into a state: an INSERT while its id is 0, which gives back the id. */
void journal_append(GString *sql, const JournalPen *pen, const JournalRow *row, const char *state,
                    const char *error_text);

/*
 * Appends the statements that end a revision: the row of its last step (NULL: there is none) is done, its row in the
 * version table comes or goes.
 */
void journal_append_end(GString *sql, const JournalPen *pen, const JournalRow *last, const Revision *revision,
                        const char *direction);

/* Sends such statements as one transaction of their own; *id (may be NULL) gets what the last one gave back. */
bool journal_write(PGconn *connection, const char *sql, gint64 *id, GError **error);

/* Raises what a failed write says: the fence has an error of its own. */
bool journal_fail(GError *problem, GError **error);

/* Put before statements of the journal inside a transaction: whatever role the revision has taken, this is pleat's. */
extern const char JOURNAL_ROLE[];
