/*
 * fmt.h - declaration files in canonical layout
 *
 * Indentation, the order of known keys, quotes that are not needed, blank lines. What a scalar says is never rewritten:
 * its own bytes are kept, but for the indentation of its lines. Comments stay with what they stand above of or beside.
 * The order of names (tables, columns, labels) is the author's.
 */
#pragma once

#include "base/arena.h"
#include "base/problem.h"

/*
 * The file laid out, in the arena; NULL when it has errors, which are added. Laying out the result changes nothing, and
 * the result says what the file said, but for the SQL that others stand in for: offset of a scalar or list -> text.
 * others: NULL: none. file must outlive the problems.
 */
char *fmt_layout(Arena *arena, const char *file, const char *content, size_t length, GHashTable *others,
                 Problems *problems);
