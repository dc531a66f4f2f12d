/*
 * renames.h - what is one object under two names
 *
 * Only a declaration says so (renamed_from); it holds while the old name exists and the new one does not. What looks
 * like a renaming and was not declared as one is a hint, never acted on.
 */
#pragma once

#include "diff/diff.h"

typedef struct {
    Node *old_node, *new_node; /* of the Schema that is, and of the one that is to be */
} Rename;

/*
 * What is to be renamed, parents before what stands in them; also nodes whose labels are. Columns that a new one beside
 * them replaces are left out: they are made and dropped (Kind.is_replaceable). An array of Rename, g_array_unref.
 * unmanaged: gets those, likewise, of which pleat does not manage what is there under the old name.
 */
GArray *renames_declared(const Schema *old_schema, const Schema *new_schema, GArray *unmanaged);

/* Does it bring something back from quarantine? */
bool rename_restores(const Rename *rename);

/*
 * What PostgreSQL named after something that was renamed (the index of a key that was declared without a name, a serial
 * column's sequence): the same but for the name, and told of by no declaration. Likewise.
 */
GArray *renames_implied(const Schema *old_schema, const Schema *new_schema);

/*
 * A child that is declared without a name and is there under another one than the convention gives: the new Schema
 * takes that name over, so that a changed template (naming: in pleat.yaml) renames nothing. What hangs from it by name
 * follows.
 */
void renames_avoid(const Schema *old_schema, Schema *new_schema);

/* The same children, to be renamed after all (naming: {rename_existing: true}). An array of Rename. */
GArray *renames_by_convention(const Schema *old_schema, const Schema *new_schema);

/* Drops and creations among the deltas that may be one object: the same definition, or most of the same columns.
 * Likewise. */
GArray *renames_likely(GArray *deltas);
