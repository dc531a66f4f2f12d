/*
 * names.h - names as YAML keys spell them
 *
 * A key is the name, exactly: "User" is a name with a capital, no quotes needed. Two things are more than that: where a
 * name may be qualified, a dot stands between schema and name; and a part that begins with a double quote is an SQL
 * identifier in quotes ("a.b" is one name). Writing and reading are inverse for every name.
 */
#pragma once

#include "base/arena.h"
#include <stdbool.h>

/* Reads a key. qualified: it may be schema.name; *schema is NULL where it is not. Gives NULL, or what is wrong. */
const char *name_parse(Arena *arena, const char *key, bool qualified, const char **schema, const char **name);

/* The key for a name; schema may be NULL; qualified as in name_parse(). g_free. */
char *name_format(const char *schema, const char *name, bool qualified);

/* "add(int, int)" as the key before "(" and the text between the parentheses; *arguments NULL: there are none. Gives
 * NULL, or what is wrong. */
const char *name_split_signature(Arena *arena, const char *key, const char **before, const char **arguments);

/* "text as color" as what stands before the word and what stands behind it. Gives NULL, or what is wrong. */
const char *name_split_word(Arena *arena, const char *key, const char *word, const char **before, const char **behind);
