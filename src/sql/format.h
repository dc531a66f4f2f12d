/*
 * format.h - the one place where names and texts become SQL
 *
 * sql_printf() and sql_append() know these conversions; everything else is copied:
 *   %I  identifier, quoted where it must be      %L  string literal ('...' or E'...'), NULL as NULL
 *   %s  SQL as it is                             %d  int
 *   %%  a percent sign
 */
#pragma once

#include "base/arena.h"

char *sql_printf(Arena *arena, const char *format, ...);
void sql_append(GString *out, const char *format, ...);
void sql_append_v(GString *out, const char *format, va_list args);

/* A name, in quotes where PostgreSQL 13 to 18 needs them; what quote_ident() of the server gives. */
void sql_append_identifier(GString *out, const char *name);
void sql_append_literal(GString *out, const char *text);

/* Adds to the text of an array, "{" or "," in front; NULL: a null. The caller ends it: sql_end_array(). */
void sql_append_element(GString *array, const char *text);
void sql_end_array(GString *array);

#define SQL_NAME_LONGEST 63 /* bytes: NAMEDATALEN - 1 */

/* A name that PostgreSQL would cut is cut and ended by four digits of a hash of all of it. Arena text. */
char *sql_fit_name(Arena *arena, const char *name);

/* Where the names in bodies of routines are looked for: first (NULL: none), then the schemas (NULL-terminated; NULL:
 * none), and in "public", where extensions often are. Arena text. */
char *sql_search_path(Arena *arena, const char *first, const char *const *schemas);

/* A dollar quote's tag, "$pleat$", that the text does not hold: g_free. */
char *sql_dollar_quote(const char *text);
