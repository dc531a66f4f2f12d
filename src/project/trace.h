/*
 * trace.h - every version that one declared object ever had
 *
 * An object is followed, not a file: through edits of others in the same file, through files that are renamed, split
 * and put together, through merges and reverts, through a new name (renamed_from) and new arguments of a routine. A
 * version is a commit in which what is declared of the object differs from what each parent declares; layout and
 * comments around it are no version. A merge is one when it makes something of its own, and when HEAD has what one
 * side of it had, though another side has a newer version.
 */
#pragma once

#include "project/session.h"

typedef struct ObjectVersion {
    const FileVersion *version; /* the commit and the file; NULL: the work tree, where it is not committed */
    const char *path;
    const char *text;    /* as its author wrote it; NULL: here it is dropped */
    const char *before;  /* what stood there, in the first parent that has it; NULL: nothing */
    const char *content; /* the same for two versions that declare the same; NULL: dropped */
    const Node *node;    /* NULL: dropped */
    bool is_after_unknown;
    const struct ObjectVersion *chosen; /* a merge kept to this one, whatever another side of it had; else NULL */
} ObjectVersion;

typedef struct Trace Trace;

/* declared: the work tree's declarations (borrowed). */
Trace *trace_new(PleatSession *session, History *history, const Schema *declared);
void trace_free(Trace *trace);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Trace, trace_free)

/* What is declared now. */
void trace_begin(Trace *trace, const Node *node);

/* By the name that a user calls it, among what is declared now, else among all that ever was. Never NULL. */
bool trace_find(Trace *trace, const char *name, const Node **out, GError **error);

/* Of what trace_find() gave or trace_begin() got, once: ObjectVersion, newest first; the array and its elements are the
 * Trace's. */
bool trace_versions(Trace *trace, GPtrArray **versions, GError **error);

/* The object, and what it was before it had another name or other arguments, as far as its versions tell: Node. */
const GPtrArray *trace_names(const Trace *trace);

/* What a file of some content declares of the object, compared with its versions: the newest that says the same; NULL:
 * none. blob: hex, or how it begins. */
const ObjectVersion *trace_version_of(Trace *trace, const char *path, const char *blob);

/* The project's repository; an error where there is none. */
bool trace_history(PleatSession *session, History **history, GError **error);

/* "2026-03-02", where the author was: g_free. */
char *version_day(const FileVersion *version);
