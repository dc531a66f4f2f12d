/*
 * diff_details.h - differences in the words of the declarations, for whatever tells of them
 *
 * Deltas are grouped by the object that they are about; a delta is made of details (a key and its two values), a node
 * that comes or goes of parts (itself and what stands in it).
 */
#pragma once

#include "diff/diff.h"

typedef struct {
    const Node *root;  /* of the new Schema where it is in both */
    DeltaKind kind;    /* what happens to the root itself; DELTA_ALTER also where only parts of it change */
    GPtrArray *deltas; /* of const Delta, in the order of the array */
} DiffGroup;

/* Groups by kind, in the order of kinds, then by address: an array of DiffGroup, g_ptr_array_unref. */
GPtrArray *diff_groups(const GArray *deltas);

typedef struct {
    const char *key;        /* of the declaration: "type", "comment" */
    const char *of;         /* of privileges the grantee, of labels the provider; NULL else */
    const char *was, *is;   /* NULL: not there */
    ValueType type;         /* of an attribute; VALUE_TEXT else */
    bool is_list, in_order; /* values are lists; the order of the items counts */
} DiffDetail;

/* Of DELTA_ALTER and DELTA_RENAME: an array of DiffDetail, g_array_unref; texts are the Schemas' or the arena's. */
GArray *diff_details(Arena *arena, const Delta *delta);

/* What people read for a value: what is not said is "false" of a flag, "(none)" of anything else. */
const char *diff_value_words(ValueType type, const char *value);

/* Of a whole node: what its leaf does not say. "was" is NULL everywhere. Likewise. */
GArray *diff_details_of(Arena *arena, const Node *node);

/* The node and what stands in it, as far as it is said for itself: an array of const Node, g_ptr_array_unref. */
GPtrArray *diff_parts(const Node *node);

/* The delta's node: the new one where there is one. */
const Node *diff_node(const Delta *delta);

/* Where the node is declared, else where its counterpart (may be NULL) is; file NULL: nowhere. */
Place diff_place(const Node *node, const Node *counterpart);

/* "column name" for a child, for a root its kind's name alone: g_free. */
char *diff_title(const Node *node);

/* What stands behind the name, as its author wrote it where that is known (a routine, a view), without blanks at its
 * ends; "" where details say it all: g_free. */
char *diff_leaf(const Node *node);
