/* standings.h - where the databases of pleat.yaml stand: before history is rewritten, nobody may be in the midst of it
 */
#pragma once

#include "project/session.h"

typedef struct {
    const char *name;    /* in pleat.yaml; or "-d" */
    bool development;    /* pleat's own cluster for the project */
    char *conninfo;      /* NULL: it was not asked */
    GHashTable *applied; /* id -> checksum */
    char *unfinished;    /* the revision that is half applied or half undone; NULL: none */
} Standing;

/*
 * Asks every one, and what -d says; a development cluster that does not run has to be started. One that cannot be
 * reached is told, and is an error unless it may be passed over. *out: array of Standing, g_ptr_array_unref.
 */
bool standings_read(PleatSession *session, bool pass_over, GPtrArray **out, GError **error);
