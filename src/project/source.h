/* source.h - anything that can become a Schema */
#pragma once

#include "catalog/catalog.h"
#include "project/session.h"

typedef enum { SOURCE_DATABASE, SOURCE_DECLARATIONS, SOURCE_REVISIONS, SOURCE_FILE } SourceKind;

typedef struct Reading Reading; /* of a database, in a thread of its own */

typedef struct {
    SourceKind kind;
    char *spelled;      /* as the user wrote it */
    char *conninfo;     /* of a database; else NULL */
    Reading *reading;   /* of a database, until source_await(); NULL: done */
    PGconn *connection; /* of a database: holds the snapshot until the edges have been read */
    Catalog *catalog;
    Arena *arena; /* of the scope */
    Scope *scope;
    Schema *schema;      /* in the catalog's form, with edges; declarations: after source_pair() or source_realise() */
    Schema *declared;    /* of declarations; else NULL */
    Schema *roles_of;    /* declarations whose roles are managed though they are not compared; borrowed; NULL: none */
    char *text;          /* of a SQL file; else NULL */
    FileTree *tree;      /* of declarations */
    char *target;        /* of revisions: a symbol, up to which they are replayed; NULL: those of "applied" */
    GHashTable *applied; /* of revisions: ids; NULL: target counts */
    GPtrArray *order;    /* of revisions: ids as they are to be run; NULL: as the graph has them */
    GPtrArray *undone;   /* of revisions with an order: ids that are undone behind it, in this order; NULL: none */
    GHashTable *texts;   /* of revisions: files that are other than the folder has them; NULL: none (graph.h) */
    bool everything;     /* of revisions: all that is there counts, whatever the configuration manages */
    int major;           /* of a database's server; 0: not known */
} Source;

/*
 * Declarations are read, not yet realised. A database is being reflected when this returns, so that its server works
 * while other sources are opened: what is wrong with it is said by source_await(), which source_pair() begins with.
 */
bool source_open(PleatSession *session, const char *spelled, Source **out, GError **error);
bool source_await(Source *source, GError **error);
/* git:A..B as two sources, git:A...B as the best common ancestor and B: as git spells them, HEAD being what is not
 * said; g_free. False: it is no range (NULL never is). */
bool source_split_range(const char *spelled, char **from, char **to);

void source_free(Source *source);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Source, source_free)

/* The project's declarations, but for files that have other texts: absolute path -> text. */
bool source_open_rewritten(PleatSession *session, GHashTable *texts, Source **out, GError **error);

/* The revisions of a set of ids, replayed: what a database that has applied them should be. */
Source *source_replayed(GHashTable *applied);

/* Revisions, replayed in this order; parents stand before children. spelled: what the user is told of it. ids: strings,
 * referenced. */
Source *source_replayed_in_order(const char *spelled, GPtrArray *ids);

/* The same, of revisions as they would be, some of which are undone then; texts and undone may be NULL. */
Source *source_draft(const char *spelled, GHashTable *texts, GPtrArray *ids, GPtrArray *undone);

/*
 * Two sources in the catalog's form, of one server version and with one scope: declarations are realised for the
 * version of the other side.
 */
bool source_pair(PleatSession *session, Source *from, Source *to, GError **error);

/* Declarations alone, in the catalog's form of a server version. */
bool source_realise(PleatSession *session, Source *source, int major, GError **error);

/* Reads what a database's snapshot was kept open for; nothing where that has happened. */
bool source_read_edges(Source *source, GError **error);

/* Do the declarations say, letter for letter, what the database's own texts are? Then nothing needs to be realised. */
bool source_spelled_alike(PleatSession *session, Source *database, Source *declarations);
