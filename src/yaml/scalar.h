/*
 * scalar.h - texts as YAML scalars that every reader, of YAML 1.1 or 1.2, takes for the same text
 */
#pragma once

#include <glib.h>
#include <stdbool.h>

/*
 * Appends the text as a scalar behind "key: " in a block mapping that is indented by "indent" spaces. Plain where that
 * is safe, a literal block for several lines, else quoted; never folded. sql: a fragment of SQL, whose bare words stay
 * plain (in quotes they would be asked about: see yaml/leaf.c).
 */
void scalar_append(GString *out, const char *text, int indent, bool sql);

/* The same on one line, for keys and items of flow lists. */
void scalar_append_inline(GString *out, const char *text);
