/*
 * recover.h - the author's own text of what a plan changes or drops, from git
 *
 * The database keeps a routine's body byte for byte; the file around it (layout, header, comments) is in git, in the
 * version whose body the database is running. Where git has it, the way back restores that text; else the database's.
 */
#pragma once

#include "diff/diff.h"
#include "project/session.h"

/* Gives old nodes that change or go their text and origin; *count is how many texts came from git. */
bool recover_texts(PleatSession *session, Schema *old_schema, GArray *deltas, int *count, GError **error);

/* Takes the texts back: where a proof fails with them. */
void recover_forget(GArray *deltas);

/* Does the statement hold this body, as a string of any spelling? */
bool statement_has_body(const char *sql, const char *body);
