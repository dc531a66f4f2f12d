/*
 * diff.h - what differs between two Schemas
 *
 * Both must be the catalog's form (reflected or realised): texts are compared as they are. A created or dropped node
 * stands for its whole subtree. Unmanaged nodes are never compared; of derived ones
 * only what an heir may have of its own.
 */
#pragma once

#include "model/schema.h"

typedef enum {
    DELTA_CREATE,
    DELTA_DROP,
    DELTA_ALTER,  /* also a change of name: then the nodes' names differ */
    DELTA_RENAME, /* into quarantine; another renaming is told of and not planned: see diff/renames.h */
    N_DELTA_KINDS
} DeltaKind;

typedef struct {
    DeltaKind kind;
    Node *old_node, *new_node; /* NULL where there is none */
    guint64 changed;           /* bit set over the kind's attributes */
    unsigned facets;           /* bit set over Facet */
} Delta;

/* In the order of the new Schema, then drops in the order of the old one: an array of Delta, g_array_unref. */
GArray *diff_run(const Schema *old_schema, const Schema *new_schema);

/* What its kind says that the new application meets until the contract phase: arena text. NULL: nothing. */
char *delta_meanwhile(const Delta *delta, Arena *arena);

/* Attributes (of those that are compared) in which two nodes of one kind differ. */
guint64 diff_attributes(const Node *old_node, const Node *new_node);
