/* fold.h - long lines on a terminal */
#pragma once

#include <glib.h>

/*
 * Appends a text of one line that begins at a column ("at", from 0), broken between words so that no line is wider than
 * "columns" where that can be done; the lines that follow are indented. columns 0: as it is. Widths are those of
 * characters on a terminal. paint: the escape sequence that is in force, which ends and begins again with each line,
 * for pagers end it there; "": none. A line end is not appended.
 */
void fold_append(GString *out, const char *text, int at, int indent, int columns, const char *paint);

/* How many columns a text takes. */
int fold_width(const char *text, gssize length);
