/*
 * by_way_of.h - a column that becomes of another type in two releases: revision --by-way-of public.t.c=NAME
 *
 * Two phases cannot give one name two types. So there is a state between, in which the value has another name in the
 * new type, kept in step with the old column; from there on it is a renaming. Each is a change of its own, with its
 * expand and its contract.
 */
#pragma once

#include "project/source.h"

typedef struct {
    Source from, to; /* of the second change; what they refer to belongs to the sources of the whole and to "between" */
    Source between;  /* where the first one ends */
    const char *name; /* that the column has there: the text of a Schema */
} ByWayOf;

/* spec: "public.t.c=NAME". Both sources are paired. */
bool by_way_of_open(PleatSession *session, const char *spec, Source *from, Source *to, ByWayOf **out, GError **error);
void by_way_of_free(ByWayOf *way);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(ByWayOf, by_way_of_free)
