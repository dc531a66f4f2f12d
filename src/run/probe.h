/*
 * probe.h - statements that no transaction can hold, and how the catalog tells after a crash what became of them
 */
#pragma once

#include "exec/connection.h"

typedef enum {
    ALONE_NOT, /* runs in a transaction */
    ALONE_CREATE_INDEX,
    ALONE_DROP_INDEX,
    ALONE_DETACH,
    ALONE_REINDEX,
    ALONE_REPEATABLE, /* run twice it does what it does once: VACUUM, ALTER SYSTEM */
    ALONE_OTHER,
} AloneKind;

/* Of one statement, by the closed list. */
AloneKind probe_kind(const char *sql);

typedef enum {
    PROBE_AGAIN,
    PROBE_DONE,
    PROBE_UNKNOWN, /* nothing but done_if can tell */
} ProbeAnswer;

/*
 * Reads the catalog for what a statement, begun once, has come to. *repairs are statements to run first, each alone (an
 * invalid index is dropped, a detaching finalized): g_strfreev.
 */
bool probe_ask(PGconn *connection, const char *sql, ProbeAnswer *answer, char ***repairs, GError **error);
