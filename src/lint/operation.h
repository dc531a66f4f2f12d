/*
 * operation.h - what a statement does, as far as rules want to know: an ALTER TABLE with three actions is three
 * operations
 *
 * Read from tokens alone, without a grammar: what is not understood is OP_OTHER, or has no name. Everything lives in
 * the arena.
 */
#pragma once

#include "base/arena.h"
#include "sql/lex.h"

typedef enum {
    OP_OTHER,
    OP_CREATE,
    OP_DROP, /* one for each name */
    OP_RENAME,
    OP_SET_SCHEMA,
    OP_ALTER, /* an action that is none of these */
    OP_ADD_COLUMN,
    OP_DROP_COLUMN,
    OP_RENAME_PART, /* a column, attribute or label */
    OP_RETYPE,
    OP_SET_NOT_NULL,
    OP_DROP_DEFAULT,
    OP_ADD_IDENTITY,
    OP_SET_IDENTITY, /* SET GENERATED ... */
    OP_SET_EXPRESSION,
    OP_ADD_CONSTRAINT,
    OP_VALIDATE,
    OP_DROP_CONSTRAINT,
    OP_ATTACH,
    OP_DETACH,
    OP_REWRITE, /* SET LOGGED, SET TABLESPACE, ..., CLUSTER, VACUUM FULL: the whole table is written anew */
    OP_DISABLE_TRIGGER,
    OP_ROW_SECURITY, /* ENABLE */
    OP_ADD_VALUE,
    OP_ADD_ATTRIBUTE,
    OP_DROP_ATTRIBUTE,
    OP_REINDEX,
    OP_REFRESH,
    OP_LOCK,
    OP_TRUNCATE,
    OP_UPDATE,
    OP_DELETE,
    OP_INSERT,
    OP_SET,
    OP_PUBLISH, /* a table comes into a publication */
    OP_GRANT,
    OP_REVOKE,
} OperationType;

typedef enum {
    OP_CONCURRENTLY = 1 << 0,
    OP_IF_NOT_EXISTS = 1 << 1,
    OP_OR_REPLACE = 1 << 2,
    OP_UNIQUE = 1 << 3,
    OP_ONLY = 1 << 4,
    OP_NOT_VALID = 1 << 5,
    OP_USING_INDEX = 1 << 6,
    OP_CASCADE = 1 << 7,
    OP_TEMPORARY = 1 << 8,
    OP_NOT_ENFORCED = 1 << 9,
} OperationFlags;

/* A name as the catalog has it; schema NULL: it is not said. */
typedef struct {
    const char *schema, *name; /* name NULL: there is none, or it was not understood */
} ObjectName;

typedef struct {
    OperationType type;
    unsigned flags;        /* of OperationFlags */
    const char *kind;      /* "table", "materialized view", "function", ...: what object is; "" where nothing is said */
    ObjectName object;     /* what it is done to; of an index that is created or a trigger: that itself */
    ObjectName table;      /* of an index, trigger, rule, policy: where; ATTACH, DETACH: the partition; PUBLISH: what */
    const char *part;      /* a column, constraint, label or attribute; SET: the parameter; NULL: none is named */
    const char *form;      /* of a constraint: "check", "foreign key", "unique", "primary key", "exclude", "not null" */
    const char *arguments; /* of a routine: what stands in its parentheses, as tokens with a blank between them */
    const Token *rest;     /* what follows what has been read so far, to the action's end: ended by TOKEN_END */
    const Token *all;      /* of the whole statement, ended by TOKEN_END; without spaces */
} Operation;

/* Of one statement, at least one: an array of Operation. */
GArray *operations_read(Arena *arena, const char *sql);

/* Equal, or one does not say its schema. False where a name is missing. */
bool object_is(ObjectName left, ObjectName right);

/* "public.t", in quotes where SQL needs them; "?" without a name. Arena text. */
const char *object_text(Arena *arena, ObjectName object);

/* Likewise of a column, constraint or parameter. */
const char *name_text(Arena *arena, const char *name);

/* Do the tokens begin with these words, "set not null"? */
bool tokens_begin(const Token *tokens, const char *words);

/* The place behind the first of these words outside of parentheses, or NULL. */
const Token *tokens_find(const Token *tokens, const char *words);

/* Behind the parenthesis that closes the one at hand. */
const Token *tokens_skip(const Token *open);

/* The tokens up to "end" (exclusive; NULL: to TOKEN_END), in lower case where they are words, a blank between. */
const char *tokens_text(Arena *arena, const Token *tokens, const Token *end);

/* A copy of the tokens up to the next comma or closing parenthesis that is not inside of others; *next is behind the
 * comma, NULL where there is none. */
const Token *tokens_cut(Arena *arena, const Token *start, const Token **next);

/* Reads a name at *at, which moves behind it; false: there is none. */
bool tokens_name(Arena *arena, const Token **at, ObjectName *name);
