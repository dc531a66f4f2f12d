/* lines.h - two texts compared line by line */
#pragma once

#include <glib.h>
#include <stdbool.h>

/* The lines that differ, with two lines around them, "-" and "+" in front: a unified diff without its headers. */
void lines_append_diff(GString *out, const char *from, const char *to, const char *indent, bool color);
