/* whereabouts.h - what each configured database runs of one object */
#pragma once

#include "project/trace.h"

typedef struct {
    const char *name;    /* as the configuration or -d calls it */
    char *why;           /* it could not be asked: one line; else NULL */
    GHashTable *applied; /* ids of its revisions */
    bool versioned;      /* it has a version table */
    bool has_body;       /* the object is there, and its body was read */
    char *body;
    const ObjectVersion *version; /* what it runs; NULL: none that is known */
    guint alike;                  /* how many more versions have this very body */
} Whereabouts;

/*
 * Asks all configured databases at once (-d: only that one), each for at most a few seconds; the embedded one only
 * where its server runs. An array of Whereabouts; g_ptr_array_unref. Routines are known by their bodies, to the byte;
 * all else by the revisions that the database has applied. carried: as carried_find() gives it.
 */
GPtrArray *whereabouts_ask(PleatSession *session, const Node *node);
void whereabouts_match(GPtrArray *all, const GPtrArray *versions, GHashTable *carried);
