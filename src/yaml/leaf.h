/*
 * leaf.h - the SQL fragments that stand as scalars in YAML
 *
 * A leaf is put into a bigger statement, so it must not reach out of its place: its quotes and parentheses are closed,
 * it holds no semicolon, no comment that would hide what follows, and where one definition is meant, one.
 */
#pragma once

#include "yaml/document.h"

typedef enum {
    LEAF_ONE = 1 << 0, /* one definition: no comma outside of parentheses */
} LeafRules;

/* The scalar's text, trimmed, in the arena; NULL when a problem was added. */
const char *leaf_read(Arena *arena, const DocNode *scalar, unsigned rules, Problems *problems);

/* A list of names and expressions as SQL writes it, "a, lower(b)": a bare word is a name, exactly, and so is what
 * is_name (may be NULL) knows; everything else is SQL as it is. NULL when a problem was added. */
typedef bool LeafIsName(const char *text, void *data);
const char *leaf_read_list(Arena *arena, const DocNode *list, LeafIsName *is_name, void *data, Problems *problems);
