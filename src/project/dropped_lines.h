/*
 * dropped_lines.h - what a plan takes away for good, as lines for the header of its revision (revision/drops.h)
 */
#pragma once

#include "project/autogenerate.h"

/* NULL-terminated, sorted, in the arena; what statements can name: columns and objects of schemas. */
const char **dropped_lines(const Proposal *proposal, Phase phase, const Schema *new_schema, Arena *arena);

/*
 * Where pleat.yaml asks for a time of deprecation: since when the declarations in git had marked what goes as
 * deprecated (proposal->deprecated).
 */
bool dropped_date(PleatSession *session, Proposal *proposal, const Source *to, GError **error);
