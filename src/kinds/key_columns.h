/* key_columns.h - the columns that rows of a table are told apart by */
#pragma once

#include "model/schema.h"

/* Those of its primary key, as SQL spells them: "a, b". NULL: it has none. Arena. */
const char *key_columns(Arena *arena, const Node *table);
