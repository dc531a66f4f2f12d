/*
 * rename_stage.h - the present state after what declarations call renamed has its new name
 *
 * Only PostgreSQL knows how the texts of views, checks and defaults read after a renaming, so it is done on scratch:
 * the part of the present state that has to do with it is made there, renamed, and reflected back. Everything after it
 * compares with that.
 */
#pragma once

#include "plan/rename.h"
#include "project/source.h"

typedef struct {
    const Schema *old_schema; /* the present state: the source's */
    Schema *schema;           /* the same, in new names */
    GArray *renames; /* of Rename: the old nodes are the source's, the new ones those of the Schema that is to be */
    GArray *implied; /* of Rename: what PostgreSQL had named after these; the old nodes are this stage's own */
    Schema *named;   /* the present state between the two; NULL: nothing is implied */
} RenameStage;

/* *out stays NULL when nothing is renamed: then no scratch server is needed. */
bool rename_stage_make(PleatSession *session, Source *from, const Source *to, RenameStage **out, GError **error);
/* What a source would be if one of its nodes had another name: texts are PostgreSQL's. */
bool rename_stage_try(PleatSession *session, const Source *source, Node *node, const char *name, Schema **out,
                      GError **error);

void rename_stage_free(RenameStage *stage);

/* Puts the renaming in front of the plan that goes on from there. */
void rename_stage_prepend(const RenameStage *stage, const Schema *new_schema, Plan *plan);
