/* verb_revision.h - the parts of pleat_revision() that have a file of their own */
#pragma once

#include "project/session.h"

/* --revert: one that undoes another, and its contracts with it. */
bool revision_revert(PleatSession *session, const Graph *graph, const PleatRevisionOptions *options,
                     PleatOutcome *outcome, GError **error);

/* --amend: the newest change, made from the present declarations. */
bool revision_amend(PleatSession *session, const Graph *graph, const PleatRevisionOptions *options,
                    PleatOutcome *outcome, GError **error);
