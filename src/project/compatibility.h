/*
 * compatibility.h - the statements of the project's applications, and what a plan does to them
 *
 * They stand in compat/ (sql/corpus.h). Those of HEAD that the work tree has no more are the old application's.
 */
#pragma once

#include "project/autogenerate.h"

/* An array of CorpusStatement, empty where the project has none: g_ptr_array_unref. */
bool compatibility_read(PleatSession *session, GPtrArray **out, GError **error);

/*
 * Those of the corpus that name something of "keep", a set of keys of roots: an array that borrows them. All other
 * roots that they name are added to "keep", and to "support" where they are not managed, so that they can be tried.
 */
GPtrArray *compatibility_choose(GPtrArray *corpus, const Schema *from, const Schema *to, GHashTable *keep,
                                GHashTable *support);

/*
 * Tells what a proof has found. Fails, with every statement that would not work, unless a reason is given: then they
 * are told, and the revisions' headers say that it was known (proposal->remark).
 */
bool compatibility_check(PleatSession *session, Proposal *proposal, const char *reason, GError **error);
