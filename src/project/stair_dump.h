/* stair_dump.h - what pg_dump says of a schema, so that two can be compared */
#pragma once

#include "base/error.h"

/* Its lines, sorted, each with the beginning of its statement: the order of columns and of statements is gone.
 * g_ptr_array_unref. */
bool stair_dump(const char *program, const char *conninfo, const char *own_schema, GPtrArray **out, GError **error);

/* "+ line" and "- line"; NULL: they are equal. g_free. */
char *stair_dump_compare(GPtrArray *expected, GPtrArray *found);

/* The program for a server's major version, beside the server or on the PATH: g_free. NULL: there is none that is new
 * enough. */
char *stair_dump_program(int major);
