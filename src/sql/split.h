/*
 * split.h - a text of many statements into single ones, a list into its items
 *
 * Lexical, after psql's rules: a statement ends at a semicolon outside of parentheses, quotes, comments and
 * BEGIN ATOMIC ... END bodies. Works for syntax that no parser here knows yet.
 */
#pragma once

#include "base/arena.h"
#include "sql/lex.h"

typedef struct {
    size_t start;  /* offset of the first token that is no comment */
    size_t length; /* without the semicolon and what surrounds it */
    bool ended;    /* by a semicolon; the last one may lack it */
} Statement;

/* Statements of the text in order, empty ones left out: an array of Statement, g_array_unref. */
GArray *split_statements(const char *text);

/* The next statement at *cursor, which moves behind its semicolon; false when there is none. start counts from "text".
 */
bool split_next(const char *text, const char **cursor, Statement *statement);

/* Why a fragment cannot stand alone in a bigger statement (unbalanced, unterminated, a semicolon, a trailing comment);
 * NULL when it can. *offset is where. */
const char *split_fragment_fault(const char *text, size_t *offset);

/* The trimmed items between top-level commas, ended by NULL. "" gives none. */
char **split_list(Arena *arena, const char *text);

/* fillfactor='90', toast.autovacuum_enabled='false': an item of a list of storage parameters, and back: what stands
 * before and behind the "=", g_free. */
void option_append(GString *out, const char *name, const char *value);
void option_read(const char *item, char **name, char **value);

/* The text without the outermost parentheses when one pair encloses all of it; else a plain copy. */
char *strip_parentheses(Arena *arena, const char *text);
