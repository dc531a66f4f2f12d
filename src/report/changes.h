/*
 * changes.h - differences for people: the objects that differ, and what differs in each, in the words of declarations
 */
#pragma once

#include "diff/diff.h"

/* One line about an object; what is NULL there is nothing to say of. Texts are its own. */
typedef struct {
    char mark;            /* '+' comes, '-' goes, '~' is changed */
    char *title;          /* "column name", "function: definition" */
    char *detail;         /* of what comes or goes, on one line: "text NOT NULL"; of a renaming what it was */
    char *before, *after; /* of a value that is changed; of what comes or goes, if it has many lines, all of it */
    const Delta *delta;   /* borrowed from the array */
} Change;

/* A root with all its changes, in the order of the differences. */
typedef struct {
    char mark;          /* '+' and '-' where it comes or goes itself */
    const Node *root;   /* as it is to be, or as it was where it goes */
    Place place;        /* of its declaration, or of the first part that has one; file NULL: none */
    GPtrArray *changes; /* of Change */
} ChangedObject;

/* An array of ChangedObject, g_ptr_array_unref. deltas: as diff_run() gives them; they are borrowed. */
GPtrArray *changes_of(GArray *deltas);

/* Where it is declared itself, if that is not where its object is said to be; file NULL: nowhere. */
Place change_place(const ChangedObject *object, const Change *change);

/* Its title beside the object's kind, which says the rest: "definition", "column name"; of what comes or goes itself
 * "new" or "gone". Borrowed. */
const char *change_words(const Change *change);

/* Has the change texts of several lines to compare? */
bool change_is_long(const Change *change);

/* How many columns a table has that comes or goes with the change; 0: it is about nothing like that. */
guint change_columns(const Change *change);

/* The node that a difference is about: the new one, where there is one. */
const Node *delta_node(const Delta *delta);
