/*
 * recover.h - the author's own text of what a plan changes or drops, from git
 *
 * The database keeps a routine's body byte for byte; the file around it (layout, header, comments) is in git, in the
 * version whose body the database is running. Of a view or an aggregate it keeps what it has understood: there the
 * version that the last revision carried comes first, then the newest that differs from what is declared now, and the
 * plan's proof tells whether it is the one. Where git has none, the way back restores the database's own.
 */
#pragma once

#include "diff/diff.h"
#include "diff/renames.h"
#include "project/session.h"

typedef struct Recovery Recovery;

/* Gives old nodes that change or go the text that fits best, and their origin. renames: what is renamed before
 * (Rename); NULL: nothing. The Schema outlives the Recovery. */
bool recover_texts(PleatSession *session, Schema *old_schema, GArray *deltas, const GArray *renames, Recovery **out,
                   GError **error);
void recovery_free(Recovery *recovery);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Recovery, recovery_free)

/* The next best texts of nodes with which a proof failed (ProofStates.failed; NULL: none); *any: one of them had one
 * from git. */
bool recover_others(Recovery *recovery, GHashTable *failed, bool *any, GError **error);

/* Takes all texts back: where a proof fails with them. */
void recover_forget(Recovery *recovery);

/* Takes those back that only a proof can judge: where there will be none. */
void recover_keep_bodies(Recovery *recovery);

/* Tells of each body that git does not have, and how it differs from the closest one that git has. */
void recover_tell(PleatSession *session, const Recovery *recovery);

/* Tells of what none of git's versions is, as proofs have shown, and how it differs from the one that has most of its
 * words. */
void recover_tell_refused(PleatSession *session, const Recovery *recovery);
