/*
 * expression.h - what a check says, as a tree
 *
 * Reads the texts that pg_get_expr() and pg_get_partition_constraintdef() give. What it does not know becomes a node
 * without a meaning (EXPRESSION_OTHER); nothing is refused.
 */
#pragma once

#include "base/arena.h"
#include <stdbool.h>
#include <stddef.h>

typedef enum {
    EXPRESSION_AND,     /* children */
    EXPRESSION_OR,      /* children */
    EXPRESSION_NOT,     /* one child */
    EXPRESSION_COMPARE, /* name: the operator; two children */
    EXPRESSION_IS_NULL, /* one child */
    EXPRESSION_IS_TRUE, /* one child: true, not null */
    EXPRESSION_ANY,     /* name: the operator; left, array */
    EXPRESSION_ALL,     /* name: the operator; left, array */
    EXPRESSION_CASE,    /* children: condition, result, condition, result, ..., else */
    EXPRESSION_CALL,    /* name: the function; children: arguments */
    EXPRESSION_CAST,    /* one child */
    EXPRESSION_NAME,    /* name: of a column, or VALUE as "value" */
    EXPRESSION_OTHER,   /* literals too */
} ExpressionKind;

typedef struct Expression Expression;
struct Expression {
    ExpressionKind kind;
    const char *name;
    const char *text; /* its own SQL */
    Expression *children[2];
    Expression **more; /* of those with any number of them */
    size_t n_more;
};

/* Lives in the arena. */
Expression *expression_parse(Arena *arena, const char *text);
