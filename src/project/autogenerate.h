/*
 * autogenerate.h - from what is to what is declared: a plan that was proved
 */
#pragma once

#include "plan/plan.h"
#include "project/source.h"

typedef struct {
    GArray *deltas; /* of Delta */
    Plan *plan;
} Proposal;

/* The differences alone: no plan. Never fails. */
bool proposal_compare(const Source *from, const Source *to, Proposal **out);

/* What leads from one source to the other; with prior texts from git. Not proved. */
bool proposal_find(PleatSession *session, Source *from, Source *to, Proposal **out, GError **error);

/* Tries the plan on scratch. Texts from git that do not hold are replaced by the database's own; then a second try. */
bool proposal_prove(PleatSession *session, Source *from, Source *to, Proposal *proposal, GError **error);

void proposal_free(Proposal *proposal);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Proposal, proposal_free)
