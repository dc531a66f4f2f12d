/* plpgsql_private.h - what reading a PL/pgSQL body and making SQL of its parts have in common */
#pragma once

#include "sql/lex.h"
#include "sql/plpgsql.h"

typedef struct {
    const char *start, *end; /* in the body */
} Span;

typedef struct {
    Arena *arena;
    const char *body, *at;
    GPtrArray *scope; /* of PlVariable: later ones hide earlier ones */
    PlBody *out;
    const PlVariable *given; /* arguments: $1 is the first */
    bool is_lost;            /* something was not understood */
} PlReader;

/* The innermost variable of that name; NULL: there is none. */
PlVariable *plpgsql_find(const PlReader *reader, const char *name);

/* The name that a token may call a variable by; g_free. NULL: it is none. "$1" is the first argument's. */
char *plpgsql_name(const PlReader *reader, Token token);

/*
 * Adds a span as SQL, with words before it: "SELECT ". Targets of INTO are left out, and fields of records become
 * subqueries. False: nothing can be said of it, and it was counted among those left out.
 */
bool plpgsql_add(PlReader *reader, const char *lead, Span span);

/* The same text, in one line and not added, as the rows that a record holds from here on. */
void plpgsql_set_rows(PlReader *reader, PlVariable *record, Span query);

/*
 * What fills a record or opens a cursor: a query; another variable, NULL for what is not known. What a branch fills is
 * not known behind it, and what a loop fills is not at its beginning. variable: NULL does nothing.
 */
void plpgsql_fill(PlReader *reader, PlVariable *variable, Span query);
void plpgsql_fill_from(PlVariable *variable, const PlVariable *source);
void plpgsql_forget_rows(PlVariable *variable);

/* The record behind INTO, but not that of INSERT and MERGE, and the token before; NULL: there is none. */
PlVariable *plpgsql_target(const PlReader *reader, Span span, Token *before);

/* Around a branch: g_free. */
guint *plpgsql_note_filled(const PlReader *reader);
void plpgsql_forget_filled(PlReader *reader, const guint *filled, guint count);

/* own: what the loop itself fills each time; NULL: nothing. */
void plpgsql_enter_loop(PlReader *reader, const PlVariable *own);

/* The type of a variable that is declared here, as a part of its own. */
void plpgsql_add_declaration(PlReader *reader, const PlVariable *variable, Span type);

/* Tokens, without spaces and comments. expect: that it is not there means that the body was not understood. */
Token plpgsql_peek(const PlReader *reader);
Token plpgsql_next(PlReader *reader);
bool plpgsql_accept(PlReader *reader, const char *word);
void plpgsql_expect(PlReader *reader, const char *word);
bool plpgsql_is_any(Token token, const char *const *words);

/* Up to one of the words outside of parentheses, which is not read; as PL/pgSQL itself looks for the end of SQL. */
Span plpgsql_until(PlReader *reader, const char *const *words);
#define UNTIL(reader, ...) plpgsql_until(reader, (const char *const[]){__VA_ARGS__, NULL})

void plpgsql_add_expression(PlReader *reader, Span span);

/* The rest of a statement that nothing can be said of. */
void plpgsql_leave_out(PlReader *reader);

/* A variable from here on. type NULL: not known. */
PlVariable *plpgsql_declare(PlReader *reader, const char *name, const char *type);

/* From behind DECLARE to BEGIN. */
void plpgsql_read_declarations(PlReader *reader);
