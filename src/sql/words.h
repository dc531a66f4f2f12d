/*
 * words.h - a command read word by word, as far as one that was written correctly can be told apart
 *
 * The cursor points into the caller's text and moves behind what was read.
 */
#pragma once

#include "sql/lex.h"

/* Moves behind a run of words ("if not exists") when they are there; else nowhere. */
bool words_skip(const char **cursor, const char *words);

/* Moves behind the next such word; false, and to the end, when there is none. */
bool words_skip_to(const char **cursor, const char *word);

/* Moves behind a list in parentheses when there is one. */
void words_skip_list(const char **cursor);

/* A name with its schema, as it stands in the text: g_free; NULL when there is none. */
char *words_name(const char **cursor);

/* The name that a column's or a domain's definition gives its NOT NULL, without quotes: g_free; NULL: none. */
char *words_not_null_name(const char *definition);

/* Is it a name, or a word that may be one? */
bool words_is_name(Token token);

/* Every name that stands in a text, as it is without quotes; also in its strings, which may be SQL that EXECUTE runs: a
 * set, g_hash_table_unref. */
GHashTable *words_names(const char *text);
