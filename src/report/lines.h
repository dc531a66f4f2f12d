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
