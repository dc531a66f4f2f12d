/*
 * statement_text.h - what stands in the text of a CREATE statement, and how far two texts are apart
 *
 * Lexical: nothing is asked of a server.
 */
#pragma once

#include <glib.h>
#include <stdbool.h>

/* What follows CREATE [OR REPLACE]; NULL: it is another statement. */
const char *statement_behind_create(const char *sql);

/* The object's own name behind these words ("MATERIALIZED VIEW"); NULL when it is another kind of statement. g_free. */
char *statement_name(const char *sql, const char *words);

/* Does the statement hold this body, as a string of any spelling? */
bool statement_has_body(const char *sql, const char *body);

/* What stands in the longest of its strings: g_free. NULL: it has none. */
char *statement_body(const char *sql);

/* How many lines, and how many words, are in one of both alone. */
guint text_distance(const char *left, const char *right);
guint statement_distance(const char *left, const char *right);
