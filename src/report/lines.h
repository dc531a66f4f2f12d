/* lines.h - two texts compared line by line */
#pragma once

#include <glib.h>
#include <stdbool.h>

typedef struct {
    const char *indent; /* in front of each line */
    bool color;
    int from_line, to_line; /* where the texts begin in their files; 0: they are no parts of files */
} LinesView;

/*
 * The lines that differ, with three lines around them, "-" and "+" in front: a unified diff without the names of files.
 * Where there is nothing else in the texts, lines "@@ ... @@" are left out.
 */
void lines_append_diff(GString *out, const char *from, const char *to, const LinesView *view);

/* All lines with the mark in front. */
void lines_append_whole(GString *out, const char *text, char mark, const LinesView *view);

/* How many lines come and go. */
void lines_count(const char *from, const char *to, guint *added, guint *removed);

/* One of two lists of texts: ' ' it stands in both, '-' in the first alone, '+' in the second alone. */
typedef struct {
    char mark;
    const char *text; /* the list's */
} Line;

/* The shortest way from one list of texts, ended by NULL, to the other: an array of Line, g_array_unref. */
GArray *lines_compare(char **from, char **to);

/* Is it a change, or one of the three lines around one? */
bool lines_is_near_change(const GArray *lines, guint at);
