/*
 * signature.h - the types of a routine's input arguments, read from its declaration
 *
 * Without a catalog: aliases become the names that format_type() gives (int: integer), modes, names, defaults and
 * limits go. What only the catalog knows (the schema of an extension's type) stays as it is written.
 */
#pragma once

#include "base/arena.h"

/* The name of a schema's own type in full, "public.severity", or NULL: the caller knows what is declared. */
typedef const char *SignatureQualify(const char *type, void *data);

/* "a int, OUT b text, VARIADIC c citext[] default '{}'" is "integer, citext[]". qualify may be NULL. */
char *signature_read(Arena *arena, const char *arguments, SignatureQualify *qualify, void *data);
