/*
 * compat.h - an application's statements tried while a plan is proved
 *
 * The server parses and analyses each statement, as for PREPARE, and tells its parameters and result; nothing is
 * planned or run. What held before a plan must hold after its expand phase; what is not of the old application alone
 * must hold after its contract phase. Statements go to the server in one pipeline, each in a read-only transaction of
 * its own.
 */
#pragma once

#include "exec/connection.h"
#include "model/action.h"
#include "sql/corpus.h"

typedef struct {
    const CorpusStatement *statement;
    Phase phase;      /* after which it fails */
    bool is_warning;  /* it works, but not where it was prepared before: its result has other columns */
    bool never_held;  /* not before either */
    char *message;    /* the server's, or how its result differs */
    int line, column; /* of the file, where the message points */
    const Action *by; /* the action after which it fails; NULL: it is not known */
} CompatFinding;

typedef struct Compat Compat;

/* statements: of CorpusStatement, borrowed as search_path is: what unqualified names mean, NULL-terminated. */
Compat *compat_new(GPtrArray *statements, const char *const *search_path);
void compat_free(Compat *compat);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Compat, compat_free)

/* Forgets what an earlier proof has found: the next one is another database. */
void compat_begin(Compat *compat);

/* The state before (PHASE_NONE), or that after a phase. compat may be NULL. */
bool compat_try(Compat *compat, PGconn *connection, Phase reached, GError **error);

/* After an action, in a proof that is done once more for what has failed in an earlier one (compat_ask_why()). */
bool compat_after(Compat *compat, PGconn *connection, const Action *action, GError **error);

/* What fails is to be followed from action to action in the next proof. False: nothing fails, and there is no need. */
bool compat_ask_why(Compat *compat);

/* Of CompatFinding, in the order of the statements; borrowed. */
const GPtrArray *compat_findings(const Compat *compat);

/* How many were tried, and of how many nothing can be said, for they did not work before either or need more than their
 * text to be understood. */
guint compat_count(const Compat *compat, guint *unjudged);
