/* body_tries.h - statements that are tried, each for itself, and never stay */
#pragma once

#include "base/arena.h"
#include "exec/connection.h"

typedef struct {
    int line;   /* of the text that was tried, from 1; 0: not known */
    int column; /* in characters from 1 */
    const char *sqlstate, *message;
    bool stops; /* nothing behind it was looked at */
} TryFault;

typedef struct {
    const char *path;     /* search_path, as SET has it */
    const char *sql;      /* creates the routine in pg_temp */
    size_t start, length; /* where the text that is tried stands in sql */
    const char *relation; /* with plpgsql_check: of a trigger; NULL: none */
    bool checks;          /* plpgsql_check looks at what was created */
    GArray *faults;       /* of TryFault, once it was tried; the texts are in the arena */
} Try;

Try *try_new(Arena *arena);

/* Tries all of them (Try), one round trip for many; what one does is undone before the next. */
bool tries_run(PGconn *connection, Arena *arena, const GPtrArray *tries, GError **error);

/* Does the server have plpgsql_check? */
bool tries_can_check(PGconn *connection, bool *can, GError **error);
