/*
 * write.h - a Schema as declaration files: what loading them gives back
 */
#pragma once

#include "model/schema.h"

typedef struct {
    char *path; /* relative to the project, "schema/crash.yaml" */
    GString *text;
} WrittenFile;

/*
 * external: what managed objects refer to and pleat does not manage, as stubs: under "external:" in a file of its own,
 * and as raw SQL files; NULL: nothing. A file for each table, one for each other kind, and a raw SQL file for each name
 * of the kinds that are texts. Derived and unmanaged nodes are not written, nor are schemas that hold nothing but
 * their name. default_schema: whose files need no "schema:". An array of WrittenFile, sorted by path;
 * g_ptr_array_unref.
 */
GPtrArray *declarations_write(const Schema *schema, const Schema *external, const char *default_schema);
