/*
 * plpgsql.h - the SQL that stands in a PL/pgSQL body
 *
 * A body is read as the language's grammar has it (manual, chapter "PL/pgSQL"; pl_gram.y): blocks, declarations,
 * control structures, and in them expressions and statements of SQL, with the variables that each of them can see.
 * What cannot be told apart from its words alone (EXECUTE, a record of unknown shape, utility statements) is counted
 * and left out, and so is all that follows something that was not understood.
 */
#pragma once

#include "base/arena.h"
#include <stdbool.h>

typedef struct PlVariable PlVariable;

struct PlVariable {
    const char *name;            /* folded, or as quotes have it */
    const char *type;            /* SQL, "public.t.a%TYPE" too; NULL: it is not known, a record for instance */
    const char *rows;            /* of a record or a cursor: the query whose rows it holds; NULL: that is not known */
    const PlVariable **rows_see; /* the variables that the query names; NULL-terminated */
    guint filled;                /* how many statements that were read have given it other rows */
};

typedef struct {
    const char *sql;         /* one statement; an expression is one with SELECT before it */
    size_t offset;           /* where its text begins in the body */
    size_t lead;             /* bytes of sql that stand before that text */
    const PlVariable **sees; /* the variables whose names it has; NULL-terminated */
    bool is_declaration;     /* sql is empty of sense: the type of the one variable is what matters */
} PlFragment;

typedef struct {
    GPtrArray *fragments; /* of PlFragment */
    guint left_out;       /* statements that nothing can be said of */
    bool is_whole;        /* the body was understood to its end */
} PlBody;

/*
 * Reads a body. given: its arguments, in their order, and what else it can see (NEW and OLD), ended by one without a
 * type and a name; an argument without a name is called as plpgsql_argument() says. All of the result is in the arena,
 * but for the array of fragments: plpgsql_clear().
 */
void plpgsql_read(Arena *arena, const char *body, const PlVariable *given, PlBody *out);
void plpgsql_clear(PlBody *body);

/* "pleat_argument_2": the name of an argument that has none, counted from 1. */
const char *plpgsql_argument(Arena *arena, guint number);
