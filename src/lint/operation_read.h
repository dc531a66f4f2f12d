/* operation_read.h - what the readers of statements share; nobody else includes it */
#pragma once

#include "lint/operation.h"

typedef struct {
    Arena *arena;
    GArray *found;   /* of Operation */
    const Token *at; /* what is read next */
    Operation base;  /* what all operations of the statement have */
} Reader;

/* Takes these words if they come next. */
bool reader_take(Reader *reader, const char *words);

/* One name without a schema; NULL: there is none. */
const char *reader_word(Reader *reader);

/* Adds one of the type: the base with what stands there as its rest. */
Operation *reader_add(Reader *reader, OperationType type);

/* The words of a kind: "materialized view". NULL: it is none that is known. */
const char *reader_kind(Reader *reader);

/* What follows ALTER. */
void reader_alter(Reader *reader);
