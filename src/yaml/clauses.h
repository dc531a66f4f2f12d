/*
 * clauses.h - the parts of a column's leaf: its definition, and constraints that are said with it
 */
#pragma once

#include "base/arena.h"

typedef struct {
    const char *name;   /* behind CONSTRAINT; NULL: none */
    const char *naming; /* the naming key of its kind: "pk", "uq", "fk", "ck" */
    const char *text;   /* without its CONSTRAINT name */
    size_t start, end;  /* of all of it in the leaf */
} Clause;

/* The constraints of a leaf, in order: an array of Clause, whose texts are in the arena; g_array_unref. A NOT NULL is
 * none of these (manual, CREATE TABLE, column_constraint). */
GArray *clauses_read(Arena *arena, const char *leaf);
