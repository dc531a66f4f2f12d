/* replace_private.h - what the files of replace.h share */
#pragma once

#include "plan/replace.h"

typedef struct {
    const Schema *old_schema, *new_schema;
    Arena *arena;
    GHashTable *deltas; /* old node -> Delta */
    GHashTable *found;  /* key -> Replacement */
    GPtrArray *open;    /* Replacements whose dependants were not looked at yet */
    const Shadows *shadows;
    GPtrArray *disturbed; /* nodes whose alteration carries what depends on them along */
} Search;

/* Of what is altered; NULL: it is altered in place, comes or goes. */
Replacement *replacement_of(const Search *search, const Delta *delta);

bool replace_is_among(const GPtrArray *nodes, const Node *node);

/* Can the new one be built before the old one goes? */
bool replace_can_be_built_first(const Search *search, const Replacement *replacement);

/* Those beside which the old one can serve on get that way. anew: what is not to stand beside. */
void replace_find_beside(const Search *search, GArray *deltas, const GPtrArray *anew);
