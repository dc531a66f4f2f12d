/*
 * lex.h - SQL text as tokens, after PostgreSQL's and psql's rules
 *
 * The lexer knows quotes, dollar quotes, nested comments, numbers and operators of every supported server version,
 * newer than what libpg_query parses; it needs no grammar. Tokens point into the caller's text. Strings are read as
 * with standard_conforming_strings = on (manual, chapter "Lexical Structure").
 */
#pragma once

#include <glib.h>
#include <stdbool.h>
#include <stddef.h>

typedef enum {
    TOKEN_END,
    TOKEN_SPACE,  /* white space and comments, as one token */
    TOKEN_WORD,   /* an identifier or keyword without quotes */
    TOKEN_QUOTED, /* "identifier", also U&"..." */
    TOKEN_STRING, /* 'text', E'', B'', X'', N'', U&'' */
    TOKEN_DOLLAR, /* $tag$text$tag$ */
    TOKEN_PARAM,  /* $1 */
    TOKEN_NUMBER,
    TOKEN_PUNCT,    /* one of ( ) [ ] , ; . and : */
    TOKEN_OPERATOR, /* also :: and := */
    TOKEN_BROKEN,   /* a quote or comment that never ends: reaches to the end of the text */
} TokenKind;

typedef struct {
    TokenKind kind;
    const char *text;
    size_t length;
} Token;

/* The token at *cursor, which moves behind it. At the end: TOKEN_END, again and again. */
Token lex_next(const char **cursor);

/* The same without spaces and comments. */
Token lex_next_solid(const char **cursor);

/* Is it this word, in any case, without quotes? Or this punctuation or operator? */
bool token_is(Token token, const char *text);

/* The name that a word or quoted identifier stands for (folded or unquoted): g_free. NULL for other tokens. */
char *token_name(Token token);

/* The value that a plain, E'' or dollar-quoted string stands for: g_free. NULL for others. */
char *token_string(Token token);

/* What stands within the next parentheses, which *cursor moves behind: g_free. NULL: there are none. */
char *lex_parenthesised(const char **cursor);

/* Line and column, from 1, of an offset in a text; columns count characters, not bytes. */
void text_position(const char *text, size_t offset, int *line, int *column);
