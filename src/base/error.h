/*
 * error.h - the one error domain of pleat
 *
 * A function that can fail returns bool and takes a GError ** last: false exactly when the error is set, and nothing
 * else is touched. The code says what kind of failure it was; the command line turns it into the exit status. Texts
 * are lower case, without a full stop, the thing in quotes; a second line "hint: ..." says what to do.
 */
#pragma once

#include <glib.h>
#include <stdbool.h>

typedef enum {
    PLEAT_ERROR_USAGE,       /* the command line */
    PLEAT_ERROR_INPUT,       /* files: declarations, configuration, revisions, git */
    PLEAT_ERROR_STATE,       /* right input at the wrong time: several heads, not up to date, drifted */
    PLEAT_ERROR_SERVER,      /* the database refused or was lost */
    PLEAT_ERROR_CONCURRENT,  /* the database refused because of what others are doing: worth another try */
    PLEAT_ERROR_SYSTEM,      /* the operating system: files, processes */
    PLEAT_ERROR_INTERRUPTED, /* the user's Ctrl-C */
    PLEAT_ERROR_INTERNAL,    /* a plan that fails its proof: pleat's own fault */
} PleatErrorCode;

#define PLEAT_ERROR pleat_error_quark()
GQuark pleat_error_quark(void);

/* Sets the error and returns false, so that raising and leaving are one line: return fail(error, CODE, "..."). */
bool fail(GError **error, PleatErrorCode code, const char *format, ...) G_GNUC_PRINTF(3, 4);

/* Puts "context: " before the text of an error that is on its way up, and returns false. */
bool fail_within(GError **error, const char *format, ...) G_GNUC_PRINTF(2, 3);

/* Adds "\nhint: ..." to the text of an error that has none yet, and returns false. */
bool fail_hint(GError **error, const char *format, ...) G_GNUC_PRINTF(2, 3);
