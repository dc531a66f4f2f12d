/*
 * raw_sql_private.h - what the files that read raw SQL share
 */
#pragma once

#include "sql/lex.h"
#include "yaml/loader.h"

/* A statement that says something of an object: kept until all objects are known. */
typedef struct {
    const char *text;
    const char *path_schema;
    Place place;
} Remark;

/* Does what the statement says to the object that it names, or tells a problem. */
void remark_finish(Loader *loader, const Remark *remark);

/* "schema.name" or "name" at the cursor, as arena texts; false when none stands there. */
bool raw_sql_name(Loader *loader, const char **cursor, const char **schema, const char **name);

/* The text between the parentheses that open at the cursor, which moves behind them; NULL when none open there. */
const char *raw_sql_arguments(Loader *loader, const char **cursor);

/* Moves the cursor behind the words when they stand there. */
bool raw_sql_skip(const char **cursor, const char *words);

/* What "-- pleat: KEY TEXT" above a statement says. */
typedef struct {
    const char *key, *text; /* NULL: the last one */
    Place place;
} Directive;

typedef struct {
    const char *text;
    const Document *document; /* the file */
    size_t start;             /* where the text stands in it */
    Place place;
} RawStatement;

/* Declares what the statement creates, of a kind that is spelled out, as YAML would; behind: what follows the kind's
 * words. NULL, or why it cannot be read; other problems are added. */
const char *raw_sql_declare(Loader *loader, const Kind *kind, const char *behind, const RawStatement *statement,
                            const Directive *directives);

/* The kind whose CREATE words stand at the cursor, which moves behind them. folder NULL: any. */
const Kind *raw_sql_kind(const char **cursor, const char *folder);
