/*
 * diagram.h - tables as boxes with lines, and what refers to what: what an entity diagram shows of a difference
 *
 * Which kinds are boxes, lines, keys and references is theirs to say (Kind.picture). Both Schemas have edges.
 */
#pragma once

#include "diff/diff.h"

typedef struct {
    const char *name;
    const char *type; /* as the first attribute of its kind has it; "" where there is none */
    char mark;        /* ' ', '+', '-', '~' */
    bool is_key, is_reference;
} DiagramLine;

typedef struct {
    const Node *node;
    const char *address;
    char mark;     /* ' ': nothing of it differs */
    bool is_near;  /* nothing differs, but an arrow leads from or to one of which something does */
    GArray *lines; /* of DiagramLine: what is to be, then what goes */
} DiagramBox;

typedef struct {
    guint from, to;   /* indexes of boxes */
    const char *name; /* of the reference */
    char mark;
} DiagramArrow;

typedef struct {
    GPtrArray *boxes; /* of DiagramBox, those of the new Schema first, in its order; then those that go */
    GArray *arrows;   /* of DiagramArrow */
    guint touched;    /* boxes with a mark */
} Diagram;

/* Texts belong to the Schemas and the deltas, which must live as long. */
Diagram *diagram_new(const Schema *new_schema, GArray *deltas);
void diagram_free(Diagram *diagram);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Diagram, diagram_free)

/* Has the box a mark, or a neighbour with one? */
bool diagram_box_is_shown(const DiagramBox *box);
