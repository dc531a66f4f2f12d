/* body_routines.h - routines of a scratch database whose bodies are texts, and what these can see */
#pragma once

#include "base/arena.h"
#include "exec/connection.h"
#include "sql/plpgsql.h"

typedef struct {
    const char *schema, *name, *signature, *kind, *language, *body, *returns;
    const char *definition;        /* CREATE OR REPLACE, in pg_temp */
    const char *path;              /* where names without a schema are looked for, as SET has it */
    bool is_polymorphic, has_path; /* the path is the routine's own */
    char **arguments;              /* name U+0002 type */
    char **relations;              /* of triggers that call it */
} Routine;

/* names: "schema.name", set apart by U+0001. schemas: where a body finds what it names without one, after its own. An
 * array of Routine is filled, in the arena. */
bool body_routines_read(PGconn *connection, Arena *arena, const char *names, char *const *schemas, GPtrArray *routines,
                        GError **error);

/* Is it a trigger's function? */
bool body_is_of_trigger(const Routine *routine);

/* Its arguments, for plpgsql_read(), and of a trigger's function NEW and OLD as rows of a relation (NULL: it is not
 * known of which): an array of PlVariable, ended by an empty one, g_array_unref. */
GArray *body_variables(Arena *arena, const Routine *routine, const char *relation);
