/*
 * pleat.h - the library behind the pleat command
 *
 * A session knows where it works: a directory, its configuration, a database, and where text goes. Every command is one
 * function. Functions return false exactly when *error is set; its code (PleatErrorCode, of the domain PLEAT_ERROR)
 * says whose fault it was. What a command says on standard output goes to the session's write function, as UTF-8; the
 * library itself never prints and never ends the program. Strings in options are borrowed for the call; strings that
 * are handed out are owned by the caller and freed with g_free() unless their function says otherwise.
 */
#pragma once

#include <glib.h>
#include <stdbool.h>

G_BEGIN_DECLS

/* Why something failed: see the exit statuses of the command. */
typedef enum {
    PLEAT_FAULT_INPUT,       /* usage, files, git, state: exit status 2 */
    PLEAT_FAULT_SERVER,      /* the database refused or was lost: 3 */
    PLEAT_FAULT_INTERRUPTED, /* Ctrl-C: 130 */
    PLEAT_FAULT_INTERNAL     /* a plan that fails its proof: 2 */
} PleatFault;

PleatFault pleat_fault(const GError *error);

const char *pleat_version(void);

/* The one of several words, ended by NULL, that a mistyped one most likely meant; NULL when none is near. */
const char *pleat_did_you_mean(const char *word, const char *const *words);

/* A message as a terminal may get it, whatever names it holds: control characters are spelled, "\e"; line ends and tabs
 * stand. g_free. */
char *pleat_printable(const char *text);

/* Ctrl-C and SIGTERM stop commands between steps instead of ending the program. */
void pleat_catch_signals(void);

typedef void PleatWrite(void *data, const char *text);

/* How many columns the terminal has now that notes go to. */
typedef int PleatColumns(void *data);

typedef struct {
    const char *directory;     /* -C; NULL: the current one */
    const char *config;        /* -c; NULL: $PLEAT_CONFIG, or pleat.yaml found by walking up */
    const char *database;      /* -d: a name of the configuration or a connection string; NULL: the default */
    bool all_databases;        /* each of the configuration but the embedded one, for commands that take many targets */
    bool tenants;              /* the schemas of all tenants instead of the database itself, and their revisions */
    const char *const *tenant; /* these tenants alone, NULL-terminated; NULL: all of them */
    int jobs;                  /* how many targets at once; 0: one */
    bool verbose, quiet, color;
    int width;             /* columns of the terminal that standard output is; 0: it is none */
    const char *format;    /* --format: NULL is "text", which is also what a function writes that does not know it */
    PleatWrite *write;     /* standard output */
    PleatWrite *note;      /* progress and warnings, for standard error */
    PleatColumns *columns; /* NULL: notes go to no terminal, and no line is written over another */
    void *data;            /* for these */
} PleatSessionOptions;

typedef struct PleatSession PleatSession;

bool pleat_session_open(const PleatSessionOptions *options, PleatSession **session, GError **error);
void pleat_session_close(PleatSession *session);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(PleatSession, pleat_session_close)

/* What a command found. */
typedef enum {
    PLEAT_CLEAN = 0,   /* nothing to do, or all done */
    PLEAT_FINDINGS = 1 /* differences or findings */
} PleatOutcome;

/*
 * Sources, wherever a command compares: "schema" (declarations), "git:REV", "db", "db:NAME", a connection string,
 * "revisions[:REV]", or a directory of declarations.
 */
typedef struct {
    const char *from;      /* NULL: "db", or what -d says; with no "to" also a range, "git:A..B", "git:A...B" */
    const char *to;        /* NULL: "schema" */
    bool sql;              /* a psql script instead of a report */
    const char *down_file; /* also writes the way back, as a psql script */
    bool online;           /* with sql or down_file: columns whose type changes are exchanged, as in a revision */
    bool stat;             /* a summary only */
    bool exit_code;        /* PLEAT_FINDINGS when there are differences */
} PleatDiffOptions;

/* With --format json, one document (docs/schemas/diff.schema.json). */
bool pleat_diff(PleatSession *session, const PleatDiffOptions *options, PleatOutcome *outcome, GError **error);

typedef struct {
    const char *message;
    bool autogenerate;
    const char *from;              /* a source: "db" (default), "revisions", "git:REV" */
    const char *rev_id;            /* for the expand revision; the contract's is derived from it; NULL: random */
    const char *head;              /* a symbol: what it comes after; NULL: the head of its phase */
    const char *const *depends_on; /* NULL-terminated; NULL: none */
    const char *branch_label;
    bool splice;                     /* "head" need not be one */
    const char *phase;               /* of a hand-written one: "expand" (default), "contract" */
    const char *revert;              /* a symbol: undo that revision; NULL: none */
    bool allow_loss;                 /* with revert: although something of it does not come back */
    bool in_place;                   /* a column whose type changes is written anew in one step, not exchanged */
    const char *by_way_of;           /* "public.t.c=NAME": two releases, with that column between them; NULL: one */
    bool amend;                      /* make the newest change (that of "head") anew; message NULL: the one it has */
    bool discard_edits;              /* with amend: what was written by hand is lost */
    bool unreachable;                /* with amend: databases that cannot be asked are passed over */
    const char *allow_broken_bodies; /* why a change is written that breaks bodies of routines; NULL: it is not */
    const char *allow_incompatible;  /* why it may break statements of compat/; NULL: it may not */
} PleatRevisionOptions;

/*
 * Writes revision files and says their paths; PLEAT_CLEAN and no file when there is nothing to do. With "revert",
 * PLEAT_FINDINGS and no file when what it leads to differs from the schema without that revision; likewise when it
 * would break the body of a routine.
 */
bool pleat_revision(PleatSession *session, const PleatRevisionOptions *options, PleatOutcome *outcome, GError **error);

typedef struct {
    const char *const *revisions; /* symbols, NULL-terminated; none: heads */
    const char *message;          /* NULL: "merge" */
    const char *rev_id;           /* NULL: random */
    const char *branch_label;     /* NULL: none */
    bool splice;                  /* revisions that are no heads, too */
} PleatMergeOptions;

/*
 * Writes the revisions that make several heads one: of expand, and of the contracts that belong to them. Both orders
 * are replayed on scratch first: PLEAT_FINDINGS, and no file, when they lead to different schemas.
 */
bool pleat_merge(PleatSession *session, const PleatMergeOptions *options, PleatOutcome *outcome, GError **error);

typedef struct {
    const char *revision; /* a head: what only it stands on is moved */
    const char *onto;     /* NULL: the other head of its phase */
} PleatRebaseOptions;

/*
 * Puts the revisions of one branch behind another's, and their contracts behind its contracts: only the header's line
 * with the parents changes. The new order is replayed on scratch first; what the other order would have led to, where
 * it is something else, is told.
 */
bool pleat_rebase(PleatSession *session, const PleatRebaseOptions *options, GError **error);

typedef struct {
    const char *range;   /* "A:B" */
    const char *message; /* NULL: "squash" and the ids */
    const char *rev_id;  /* NULL: random */
    bool verbatim;       /* all steps as they are, one after the other, instead of those that lead to the same schema */
    bool unreachable;    /* databases that cannot be asked are passed over */
} PleatSquashOptions;

/* Replaces a range by one revision. PLEAT_FINDINGS, and no file touched, when it leads to another schema. */
bool pleat_squash(PleatSession *session, const PleatSquashOptions *options, PleatOutcome *outcome, GError **error);

typedef struct {
    const char *directory; /* of declarations, with no project: NULL otherwise */
    bool strict;
    const char
        *base;    /* the branch that HEAD left: how declarations and revisions were kept since; NULL: pleat.yaml's */
    bool offline; /* only that: no database is asked */
} PleatCheckOptions;

/* With --format json, github, gitlab, sarif or junit the differences are findings, at the declarations' lines. */
bool pleat_check(PleatSession *session, const PleatCheckOptions *options, PleatOutcome *outcome, GError **error);

typedef struct {
    const char *const
        *revisions;    /* symbols or files, NULL-terminated; NULL or none: all of the project, declarations too */
    const char *since; /* a commit: only revisions that are new or other than there; NULL: whatever their age */
} PleatLintOptions;

/*
 * Looks for what would harm a running system or its data in revision files: PLEAT_FINDINGS when there is an error or a
 * warning that no exception allows. No database is asked. --format as of pleat_check().
 */
bool pleat_lint(PleatSession *session, const PleatLintOptions *options, PleatOutcome *outcome, GError **error);

/* What a rule of lint is about, by code or name; NULL: a list of all. */
bool pleat_lint_explain(PleatSession *session, const char *rule, GError **error);

/* "markdown" or "html", one of both, or --format "json". */
typedef struct {
    const char *const
        *words;       /* a range ("git:A...B", "git:A..B"), or symbols of revisions; NULL-terminated; NULL: none */
    const char *from; /* a source; NULL: with no words, what the main branch and this one come from */
    const char *to;   /* a source; NULL: "schema" */
    bool markdown, html;
    const char *output; /* a file; NULL: standard output */
    const char *link;   /* where places lead to, with {file} and {line} in it; NULL: as the configuration says */
} PleatReportOptions;

/*
 * What a reviewer wants to know of a change: the difference, its revisions with what they lock and lose, what lint
 * finds in them, and when to run them. No database is written to.
 */
bool pleat_report(PleatSession *session, const PleatReportOptions *options, GError **error);

typedef struct {
    const char *out;     /* --out DIR; NULL: the project */
    const char *message; /* of the baseline revision; NULL: "baseline" */
    bool no_revision;
} PleatReflectOptions;

bool pleat_reflect(PleatSession *session, const PleatReflectOptions *options, GError **error);

typedef struct {
    const char *directory; /* of declarations, with no project; NULL: the project's */
} PleatCreateOptions;

bool pleat_create(PleatSession *session, const PleatCreateOptions *options, GError **error);

/*
 * Keeps the sizes of the database's tables in a file that headers of revisions are told from: the one that pleat.yaml
 * names (file NULL), or another; "-" prints them.
 */
bool pleat_stats_export(PleatSession *session, const char *file, GError **error);

/*
 * Keeps the statements that applications run on the database, from pg_stat_statements, without their constants: in
 * compat/observed.sql (file NULL), or another; "-" prints them. Revisions are tried with them.
 */
bool pleat_stats_export_statements(PleatSession *session, const char *file, GError **error);

bool pleat_init(PleatSession *session, const char *directory, GError **error);

typedef struct {
    const char *const *paths; /* NULL: all of the project's */
    bool check;               /* only say what would change: PLEAT_FINDINGS */
    bool canonical;           /* also write SQL as PostgreSQL deparses it: declarations are made real on scratch */
} PleatFmtOptions;

bool pleat_fmt(PleatSession *session, const PleatFmtOptions *options, PleatOutcome *outcome, GError **error);

/* Revisions ---------------------------------------------------------------------------------------------------- */

typedef struct {
    const char *target; /* a symbol: head, expand@head, +1, an id, ... */
    bool sql;           /* print the script instead */
    bool both_phases;
    bool allow_edited;
    bool allow_drift;     /* of an upgrade: go on although objects are not as a revision expects */
    const char *override; /* of an upgrade: why a contract runs although gates refuse; NULL: it does not */
    const char *wait;     /* how long to wait for another runner, "30s"; NULL: not at all */
} PleatRunOptions;

bool pleat_upgrade(PleatSession *session, const PleatRunOptions *options, GError **error);
bool pleat_downgrade(PleatSession *session, const PleatRunOptions *options, GError **error);

typedef struct {
    const char *const *targets; /* NULL-terminated */
    bool purge, sql;
} PleatStampOptions;

bool pleat_stamp(PleatSession *session, const PleatStampOptions *options, GError **error);

/* --check-heads: PLEAT_FINDINGS when the database is not at all heads. */
bool pleat_current(PleatSession *session, bool check_heads, PleatOutcome *outcome, GError **error);
bool pleat_heads(PleatSession *session, bool resolve_dependencies, GError **error);
bool pleat_branches(PleatSession *session, GError **error);
bool pleat_history(PleatSession *session, const char *range, bool indicate_current, GError **error);
bool pleat_show(PleatSession *session, const char *target, GError **error);

typedef struct {
    const char *name; /* "shop.total(integer)", "shop.order.amount", "order": what is or was declared */
    bool patch;       /* with what each version changed */
    int limit;        /* only the newest ones; 0: all */
    bool offline;     /* no database is asked */
} PleatLogOptions;

/* The versions of one declared object: commits, the revisions that carried them, and which database has which. */
bool pleat_log(PleatSession *session, const PleatLogOptions *options, GError **error);

/* For each thing that a file declares: the commit that last changed it, and the revisions that carried that. */
bool pleat_blame(PleatSession *session, const char *file, GError **error);

/* Opens the files in $VISUAL or $EDITOR (else vi) on the terminal, waits, and fails with what is wrong with them. */
bool pleat_edit(PleatSession *session, const char *target, GError **error);
bool pleat_ensure_version(PleatSession *session, bool sql, GError **error);

/* Data ---------------------------------------------------------------------------------------------------------- */

typedef struct {
    gint64 rows;               /* that each table is to have; -1: 100 */
    guint64 seed;              /* the same seed gives the same rows */
    const char *const *tables; /* "NAME=ROWS", NULL-terminated; NULL: none */
    bool sql, copy;            /* print a script instead: INSERT statements, or COPY and data */
    bool force;                /* also where the rows may not be welcome */
} PleatFakeOptions;

/*
 * Fills the tables of a database with rows that satisfy its schema, in one transaction. Refuses a database of
 * pleat.yaml that is not the embedded one, and one elsewhere that has rows. PLEAT_FINDINGS when a table has fewer rows
 * than wanted although nothing says that it cannot have more.
 */
bool pleat_fake(PleatSession *session, const PleatFakeOptions *options, PleatOutcome *outcome, GError **error);

typedef struct {
    const char *const *revisions; /* symbols and ranges, NULL-terminated; none: all */
    const char *since;            /* only those that a git commit does not have, or has otherwise; NULL: all */
    bool data;                    /* with rows, which must be as they were at each landing */
    gint64 rows;                  /* of each table; negative: 50 */
    int jobs;                     /* at once; 0: one a processor */
    const char *servers;          /* major versions of PostgreSQL, "13,15,18"; NULL: the newest that is installed */
} PleatTestOptions;

/*
 * Climbs the stairs: each revision runs up, down and up again on a copy of a scratch database that has what it stands
 * on, and the schema is compared at each landing; on each of the servers in turn. PLEAT_FINDINGS when one fails.
 * --format knows "json", "junit", and those of findings.
 */
bool pleat_test(PleatSession *session, const PleatTestOptions *options, PleatOutcome *outcome, GError **error);

typedef struct {
    const char *verb; /* "install", "uninstall", "run" */
    const char *hook; /* of "run": "pre-commit" */
    bool chain;       /* with "install": a hook that is there is kept, and run first */
} PleatHookOptions;

/*
 * The hook that looks at what is staged before git commits it: declarations must be readable, and new revisions in
 * order (pleat_lint(), and how they are kept in git). PLEAT_FINDINGS of "run" stops the commit.
 */
bool pleat_hook(PleatSession *session, const PleatHookOptions *options, PleatOutcome *outcome, GError **error);

/* The development cluster --------------------------------------------------------------------------------------- */

bool pleat_dev_start(PleatSession *session, GError **error);
bool pleat_dev_stop(PleatSession *session, GError **error);
bool pleat_dev_url(PleatSession *session, GError **error);

/* The command line of psql for the development database, NULL-terminated; g_strfreev(). Starts it when it is down. */
bool pleat_dev_psql(PleatSession *session, char ***argv, GError **error);

/* Names ---------------------------------------------------------------------------------------------------------- */

/* What a command line can be completed with. */
typedef enum {
    PLEAT_NAMES_DATABASES, /* of pleat.yaml */
    PLEAT_NAMES_REVISIONS, /* ids, labels, and symbols such as expand@head */
    PLEAT_NAMES_OBJECTS,   /* that are declared: shop.total(integer) */
    PLEAT_NAMES_RULES      /* of lint, by their names */
} PleatNames;

/* Writes them, a line each with a tab before what tells more, "a1b2c3\tmerge user names". No server is asked. */
bool pleat_names(PleatSession *session, PleatNames names, GError **error);

G_END_DECLS
