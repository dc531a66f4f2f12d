/*
 * autogenerate.h - from what is to what is declared: a plan that was proved
 */
#pragma once

#include "plan/plan.h"
#include "project/recover.h"
#include "project/rename_stage.h"
#include "project/source.h"
#include "scratch/prove.h"

typedef struct {
    RenameStage *stage; /* what is renamed; NULL: nothing is */
    GArray *deltas;     /* of Delta: what else differs, in new names */
    Plan *plan;
    Recovery *recovery;     /* texts of the present from git; NULL: nobody looked for them */
    ProofStates states;     /* of what it is about, once it is proved */
    bool leaves_bodies;     /* they are not tried: nobody asks */
    BodyCheck *bodies;      /* of its routines, once it is proved; NULL: they could not be tried */
    GHashTable *sizes;      /* of tables (table_sizes.h), once it is proved */
    GPtrArray *corpus;      /* statements to try while it is proved (compatibility.h); NULL: none */
    GPtrArray *tried;       /* those of them that it could touch */
    GHashTable *deprecated; /* key of what goes -> "2026-10-02" (dropped_lines.h); NULL: nobody asks for it */
    char *remark;           /* for the headers of its revisions; NULL: nothing */
} Proposal;

/* The differences alone: no plan. */
bool proposal_compare(PleatSession *session, Source *from, Source *to, Proposal **out, GError **error);

/* Is there anything to do? */
bool proposal_is_empty(const Proposal *proposal);

/* All differences, what is renamed first: an array of Delta, g_array_unref. */
GArray *proposal_deltas(const Proposal *proposal);

/* Leaves out texts from git that only a proof could judge; the plan is made anew. */
bool proposal_without_proof(PleatSession *session, const Source *from, const Source *to, Proposal *proposal,
                            GError **error);

/* Tells of what looks like a renaming and is declared as none, and of bodies that git does not have. */
void proposal_hint(PleatSession *session, const Proposal *proposal);

/* What leads from one source to the other; with prior texts from git. Not proved. */
bool proposal_find(PleatSession *session, Source *from, Source *to, Proposal **out, GError **error);

/* Tries the plan on scratch. Texts from git that do not hold are replaced by the database's own; then a second try. */
bool proposal_prove(PleatSession *session, Source *from, Source *to, Proposal *proposal, GError **error);

void proposal_free(Proposal *proposal);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Proposal, proposal_free)
