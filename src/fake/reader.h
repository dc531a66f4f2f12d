/*
 * reader.h - checks and partition bounds, read into conditions
 *
 * Understood: AND, OR, NOT, CASE; IS NULL; columns compared with constants (PostgreSQL computes these) and with each
 * other; IN, ANY, ALL; LIKE and regular expressions; length(), octet_length(), cardinality(), lower(), upper(), trim(),
 * jsonb_typeof(), num_nonnulls(), coalesce(); hash partitions. The rest becomes CONDITION_UNKNOWN, and its constants
 * hints.
 */
#pragma once

#include "fake/condition.h"

/* A name that the text may mean, and the maker of its values. */
typedef struct {
    const char *name;
    const Maker *maker;
} ReaderColumn;

typedef struct {
    Subject *subject; /* whose connection is in no transaction */
    const ReaderColumn *columns;
    size_t n_columns;
    Limits *hints; /* of each column: what is not understood adds to them; NULL: nobody wants them */
} Reader;

Condition *reader_read(const Reader *reader, const char *expression);
