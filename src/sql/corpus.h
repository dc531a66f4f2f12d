/*
 * corpus.h - an application's own statements: what the files under compat/ hold
 *
 *     -- name: orders of a customer
 *     SELECT * FROM shop.orders WHERE customer = $1;
 *
 *     -- pleat: old
 *     -- pleat: allow expand REASON
 *
 * The lines above a statement are about it; "-- pleat: all old" is about all that follow in the file. The format is
 * told in docs/compatibility.md.
 */
#pragma once

#include "base/problem.h"

typedef enum {
    CORPUS_EXPAND = 1 << 0,  /* it may break when the expand phase has run */
    CORPUS_CONTRACT = 1 << 1 /* ... or the contract phase */
} CorpusAllow;

typedef struct {
    char *sql;
    char *name; /* NULL: none is given */
    char *file;
    int line, column; /* of its first word */
    bool old;         /* only the old application runs it */
    unsigned allowed; /* of CorpusAllow: exceptions, with a reason */
} CorpusStatement;

/* An array of CorpusStatement that owns them. */
GPtrArray *corpus_new(void);

/* Adds the statements of a file's text. Mistakes become problems; what is wrong is left out. */
void corpus_parse(GPtrArray *corpus, const char *file, const char *text, Problems *problems);

/* Is it one that PostgreSQL parses and analyses before it runs: SELECT, INSERT, UPDATE, DELETE, MERGE, VALUES, TABLE?
 */
bool corpus_is_query(const char *sql);
