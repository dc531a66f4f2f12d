/*
 * discipline.h - the way declarations and revisions are kept in git
 *
 * What is asked is of a branch, or of what is staged for the next commit: the rules of lint/rules_discipline.c, those
 * that the configuration wants ("discipline"). No database is asked.
 */
#pragma once

#include "project/session.h"
#include "report/findings.h"

/*
 * Of HEAD since it left a branch. base: that branch, or any commit; NULL: the configuration's. Without either, and
 * without a repository, nothing is looked at. Exceptions are not applied yet.
 */
bool discipline_of_branch(PleatSession *session, const char *base, Findings *findings, GError **error);

/* Of what is staged. */
bool discipline_of_staged(PleatSession *session, Findings *findings, GError **error);

/* Is there anything that discipline_of_branch() would look at? */
bool discipline_is_asked(const PleatSession *session, const char *base);
