/*
 * subject.h - what is to be filled: tables, their columns, types and all that rows must satisfy
 *
 * Everything lives in the subject. Columns are numbered from 0 within their table.
 */
#pragma once

#include "base/arena.h"
#include "exec/connection.h"
#include "fake/limits.h"

typedef struct Condition Condition;
typedef struct Maker Maker;
typedef struct FakeTable FakeTable;

typedef enum { PAIR_LESS, PAIR_LESS_OR_EQUAL, PAIR_EQUAL, PAIR_DIFFERENT } PairKind;

/* Two columns that are compared, where neither is NULL. */
typedef struct {
    int column, other;
    PairKind kind;
} Pair;

typedef struct {
    const char *name;
    const char *expression;
    Condition *condition;
    bool is_known; /* rows are made so that it holds; else PostgreSQL is asked about candidates */
} FakeCheck;

typedef struct FakeType FakeType;
typedef struct FakeForeignKey FakeForeignKey;

typedef struct {
    const char *name;
    const FakeType *type;
    int number, typmod;
    bool not_null, generated;
    const char *sequence;          /* that its values come from, quoted; NULL: none */
    Maker *maker;                  /* NULL for generated ones */
    const FakeForeignKey *implied; /* what its name says that it refers to; NULL: nothing */
} FakeColumn;

struct FakeType {
    guint oid;
    const char *name;  /* as format_type() writes it */
    const char *plain; /* pg_type.typname */
    char form;         /* pg_type.typtype */
    char category;     /* pg_type.typcategory */
    guint relation;    /* of a composite type */
    int typmod;        /* of a domain's base */
    bool not_null;
    const FakeType *part; /* element, base, subtype or range; NULL: none */
    ValueSet labels;
    FakeColumn *fields; /* of a composite type */
    size_t n_fields;
    FakeCheck *checks; /* of a domain */
    size_t n_checks;
    const Limits *limits;  /* of a domain: what its checks leave; NULL: anything */
    const ValueSet *tried; /* values that the server takes, where none can be made by rule; NULL: not needed */
};

struct FakeForeignKey {
    const char *schema, *name;
    FakeTable *referenced;
    size_t count;
    int *columns, *keys; /* keys: columns of the referenced table */
    bool full;           /* MATCH FULL */
    bool later;          /* part of a circle: NULL first, set when all rows are there */
};

typedef struct {
    const char *name;
    bool exclusion, partial, nulls_too;
    size_t count;
    int *columns;         /* -1: an expression */
    const char *body;     /* " USING btree (...) WHERE ..." or "EXCLUDE USING ..." */
    const char *elements; /* of an exclusion constraint: operator and column or expression, one a line */
    bool has_expression;
} FakeKey;

struct FakeTable {
    guint oid;
    size_t number;
    const char *schema, *name;
    const char *sql; /* quoted and qualified */
    char relkind;
    guint root; /* of a partition; 0: none */
    const char *bound;
    FakeColumn *columns;
    size_t n_columns;
    FakeCheck *checks;
    size_t n_checks;
    FakeForeignKey *foreign_keys;
    size_t n_foreign_keys;
    FakeKey *keys;
    size_t n_keys;
    FakeTable **leaves; /* of a partitioned table: those that can hold rows */
    size_t n_leaves;
    Condition **leaf_conditions; /* for each leaf: its bound, and its checks */
    Limits *limits;              /* of each column: what types, checks and names leave in every row */
    Pair *pairs;                 /* of columns that are compared in every row */
    size_t n_pairs;
    const Condition **choices; /* what each row has to choose in */
    size_t n_choices;
    bool needs_candidates; /* PostgreSQL has to choose among rows that were made */
    guint circle;          /* of foreign keys that all must be set: its number; 0: none */
    gint64 wanted;         /* rows that it is to have */
};

typedef struct {
    Arena *arena;
    FakeTable *tables;
    size_t n_tables;
    GHashTable *types;     /* oid -> FakeType */
    GHashTable *relations; /* oid -> FakeTable */
    GPtrArray *patterns;   /* that limits point to */
    PGconn *connection;    /* borrowed */
    bool has_all_letters;  /* its encoding is UTF8 */
} Subject;

/* own_schema: where pleat's own tables are. Conditions and makers are not there yet. */
bool subject_read(PGconn *connection, const char *own_schema, Subject **out, GError **error);
void subject_free(Subject *subject);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Subject, subject_free)

/* -1: none. */
int table_find_column(const FakeTable *table, const char *name);

/* Is the column a key by itself? */
bool table_has_key_of(const FakeTable *table, int column);
