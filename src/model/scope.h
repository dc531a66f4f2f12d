/*
 * scope.h - what pleat manages of a database
 *
 * Nodes outside of the managed schemas, and those that a pattern ignores, stay in the Schema as unmanaged: something
 * managed may need them. Facets that are not managed are taken out, so that nothing compares or emits them.
 */
#pragma once

#include "model/schema.h"

typedef struct {
    const char *const *schemas; /* NULL-terminated; NULL: all */
    bool owners, comments, labels;
    const char *const *roles; /* whose privileges are managed, NULL-terminated, "PUBLIC" as such; NULL: everybody's */
    const char *const *open;  /* tables ("public.crash") whose partitions others make, NULL-terminated; NULL: none */
    /* Parts of other tools' journals that are managed all the same, by address, NULL-terminated; NULL: all are. */
    const char *const *journals;
    bool (*ignores)(const Kind *kind, const char *schema, const char *name, void *data); /* NULL: nothing is ignored */
    void *data;
} Scope;

/* Everything: two databases compared with no project. */
extern const Scope scope_all;

void scope_apply(const Scope *scope, Schema *schema);
