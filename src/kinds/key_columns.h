/* key_columns.h - the columns that rows of a table are told apart by */
#pragma once

#include "model/schema.h"

/* NULL: rows of the table are not told apart. */
const Node *key_of_rows(const Node *table);

/* Those of its primary key, as SQL spells them: "a, b". NULL: it has none, or one WITHOUT OVERLAPS, by whose
 * index nothing is sorted. Arena. */
const char *key_columns(Arena *arena, const Node *table);
