/*
 * revision.h - a revision file: what it says and what it runs
 *
 * The file format is told in docs/revisions.md. Reading and writing are inverses but for blank lines and free comments
 * between steps. A Revision owns one arena; everything in it lives as long as the Revision.
 */
#pragma once

#include "model/effect.h"
#include "revision/step.h"

typedef struct Revision Revision;

struct Revision {
    Arena *arena;
    const char *path;   /* as the user would name it */
    const char *id;     /* 12 hex digits, or what the user chose */
    Phase phase;        /* PHASE_NONE: neither (a baseline, a merge) */
    bool tenant;        /* for the schema of each tenant, {schema} in its steps; else for the database */
    const char **after; /* parents' ids; NULL-terminated, as all lists here */
    const char **depends_on;
    const char **labels;
    const char *milestone; /* NULL: none */
    const char **replaces; /* ids of revisions that a squash stands for */
    const char *message;
    const char **source;         /* "schema/user.yaml@5f0c1e2" */
    const char **expects;        /* "public.user_account 9f3a1c (15) ..." */
    const char **drops;          /* "column public.t.c": revision/drops.h */
    const char **measured;       /* "1 public.t (ACCESS EXCLUSIVE, scan) ...": revision/measured.h */
    Allow **allows;              /* wherever they stand; those of the body only after revision_load() */
    const char **notes;          /* the header's free lines, without "-- " */
    const char *generated;       /* the digest of what pleat wrote below this line; NULL: it is written by hand */
    GBytes *text;                /* the file's, when only the header was read: revision_load() gives what follows */
    Step **upgrade, **downgrade; /* NULL-terminated; downgrade NULL: the file has none, it cannot be undone */
    Step **for_psql;             /* SET lock_timeout outside of blocks, in both sections, which pleat does not run */
    char checksum[65];           /* SHA-256 in hex, of the statements and the directives that change what runs */
    int body_line, quit_line, down_line; /* of the psql lines and of the directive between the sections; 0: none */
    Revision *whole;                     /* what these were taken from; NULL: nothing was, or they are its own */
};

void revision_free(Revision *revision);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Revision, revision_free)

/* Reads a file's text. Every mistake becomes a problem with its line; NULL when there was any error. */
Revision *revision_parse(const char *path, const char *text, Problems *problems);

/* The same as far as the header goes: most commands need no more, and a project may have thousands of revisions. The
 * text ends in a NUL that its size does not count. Mistakes of the header alone are found. */
Revision *revision_read(const char *path, GBytes *text, Problems *problems);

/* Now the steps and the checksum, once. Fails with all mistakes of the file. */
bool revision_load(Revision *revision, GError **error);

/* Tells whether the file has stayed as it was, to the letter, without its steps being read. 64 hex digits, g_free. */
char *revision_digest(const Revision *revision);

/* The SQL of a section as the file has it, comments and directives with it; of one that graph_read() has read and
 * revision_load() has loaded. g_free; NULL: it has no downgrade. */
char *revision_section(const Revision *revision, bool down);

/* Is everything below the header's directives as pleat has written it? */
bool revision_is_as_generated(const Revision *revision);

/*
 * The text of a file from its header fields (all but upgrade, downgrade, checksum, path) and the two sections' SQL as
 * plan/script.h writes it: with the psql guard lines, \quit and "-- pleat: downgrade" put in. Lists and texts of the
 * header may be NULL; line ends in them become blanks. downgrade_sql NULL: the revision cannot be undone. Where the
 * header has "generated", its digest is found here. g_free.
 */
char *revision_format(const Revision *header, const char *upgrade_sql, const char *downgrade_sql);

/* The file's text with other parents (NULL: the same), and with what it depends on said anew (NULL: likewise), and else
 * to the letter; of one that graph_read() has read. g_free. */
char *revision_reparent(const Revision *revision, const char *const *after, const char *const *depends_on);

/* Can it be a revision's id, or a label? Why not is the error. */
bool revision_check_id(const char *id, GError **error);
bool revision_check_label(const char *label, GError **error);

/* 12 random hex digits. g_free. */
char *revision_new_id(void);

/* "{date}_{rev}_{phase}_{slug}.sql" filled in; date is today's (UTC) or SOURCE_DATE_EPOCH's. g_free. */
char *revision_file_name(const char *template, const Revision *header);

/* "Merge user names!" -> "merge_user_names", at most 40 characters. g_free. */
char *revision_slug(const char *message);
