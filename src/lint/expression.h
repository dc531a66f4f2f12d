/* expression.h - what types and defaults of columns cost */
#pragma once

#include "lint/section.h"

/* Of ADD COLUMN: why the table is written anew; NULL: it is not, as far as one can tell. Arena text or static. */
const char *column_rewrites(const Site *site);

/* Of ADD COLUMN: a function in its default that nothing is known about; NULL: none. Arena text. */
const char *default_unknown_routine(const Site *site);

typedef enum { RETYPE_FREE, RETYPE_UNCLEAR, RETYPE_REWRITES } RetypeCost;

/* Of ALTER COLUMN TYPE. */
RetypeCost retype_cost(const Site *site);

/* Do these words stand somewhere outside of parentheses? "check (" too. */
bool tokens_begin_anywhere(const Token *tokens, const char *words);
