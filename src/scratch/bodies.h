/*
 * bodies.h - bodies of routines tried against the states that a plan leads through
 *
 * PostgreSQL keeps the body of a routine as a text and looks into it when it is called (manual, "Function Body"), so
 * that a column can go under it unnoticed. While a plan is proved, its bodies are tried after expand and after
 * contract: those in SQL by creating the routine once more, with check_function_bodies on; those in PL/pgSQL by
 * plpgsql_check where the server has it, else each expression and statement in them as the body of a function in SQL
 * that has their variables as arguments (sql/plpgsql.h). All of it is rolled back. What fails is tried again when the
 * way back has led to the old state: what failed there, too, says nothing about the plan.
 */
#pragma once

#include "base/arena.h"
#include "exec/connection.h"
#include "model/effect.h"

typedef struct {
    const char *schema, *name, *signature; /* of the routine */
    const char *kind;                      /* "function", "procedure" */
    const char *body;                      /* as it is in the state */
    Phase phase;                           /* after which it fails */
    int line;                              /* of the body, from 1 */
    const char *message;
    bool failed_before; /* in the old state as well */
    bool has_path;      /* the routine says by itself where names without a schema are looked for */
    bool is_certain;    /* although it did: a column that a table, which is there, does not have; a mistake of syntax */
} BodyProblem;

typedef struct {
    guint bodies, statements, left_out; /* of what was looked at; of bodies that are checked as a whole none */
} BodyCounts;

typedef struct BodyCheck BodyCheck;

/* names: "schema.name" of routines. schemas: those in which a body finds what it names without one, NULL-terminated,
 * after its own. Both are copied. */
BodyCheck *body_check_new(const GPtrArray *names, const char *const *schemas);
void body_check_free(BodyCheck *check);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(BodyCheck, body_check_free)

/* Whatever was found is forgotten: the plan is tried from the beginning. */
void body_check_begin(BodyCheck *check);

/* Tries the bodies that are there after a phase. The connection is in no transaction, before and afterwards. */
bool body_check_after(BodyCheck *check, PGconn *connection, Phase phase, GError **error);

/* In the old state, at last. */
bool body_check_before(BodyCheck *check, PGconn *connection, GError **error);

/* An array of BodyProblem, by routine and line; borrowed. */
const GArray *body_check_problems(const BodyCheck *check);
BodyCounts body_check_counts(const BodyCheck *check);
