/* keywords.h - the words that need quotes when they are names */
#pragma once

#include <stdbool.h>

/* True for every keyword of PostgreSQL 13 to 18 that is not unreserved, as quote_ident() decides. */
bool sql_is_keyword(const char *lower_case_word);
