/* lines.h - two texts compared line by line */
#pragma once

#include <glib.h>
#include <stdbool.h>

/* One of two lists of texts: ' ' it stands in both, '-' in the first alone, '+' in the second alone. */
typedef struct {
    char mark;
    const char *text; /* the list's */
} Line;

/* The shortest way from one list of texts, ended by NULL, to the other: an array of Line, g_array_unref. */
GArray *lines_compare(char **from, char **to);

/* Is it a change, or one of the two lines around one? */
bool lines_is_near_change(const GArray *lines, guint at);

/* The lines that differ, with two lines around them, "-" and "+" in front: a unified diff without its headers. */
void lines_append_diff(GString *out, const char *from, const char *to, const char *indent, bool color);
