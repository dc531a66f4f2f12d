/*
 * reparse.h - the catalog's texts, made to mean what they came from
 *
 * What PostgreSQL deparses does not always parse into the same tree: in `(ARRAY['a'::varchar, 'b'::varchar])::text[]`
 * the parser pushes the outer cast down to the elements, and the next deparse reads differently. That is what becomes
 * of `column in ('a', 'b')` with a varchar column.
 */
#pragma once

#include <glib.h>

/* Appends the text with casts put in so that it parses into the tree that it was deparsed from. */
void reparse_append(GString *out, const char *text);
