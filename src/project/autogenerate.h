/*
 * autogenerate.h - from what is to what is declared: a plan that was proved
 */
#pragma once

#include "plan/plan.h"
#include "project/source.h"

typedef struct {
    GArray *deltas; /* of Delta */
    Plan *plan;
} Change;

/* What leads from one source to the other; with prior texts from git. Not proved. */
bool change_find(PleatSession *session, Source *from, Source *to, Change **out, GError **error);

/* Tries the plan on scratch. Texts from git that do not hold are replaced by the database's own; then a second try. */
bool change_prove(PleatSession *session, Source *from, Source *to, Change *change, GError **error);

void change_free(Change *change);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Change, change_free)
