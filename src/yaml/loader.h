/*
 * loader.h - what the files that load declarations share; only they include it
 */
#pragma once

#include "model/schema.h"
#include "yaml/document.h"
#include "yaml/naming.h"

typedef struct {
    Schema *schema;
    Arena *arena; /* the Schema's */
    const Config *config;
    Problems *problems;
    Naming naming;
    GHashTable *mixins;            /* name -> DocItem, of all files */
    GHashTable *partition_parents; /* a partition -> its parent */
    GHashTable *defined;           /* set of roots: what raw SQL files create */
    const char *path_schema;       /* what unqualified names of the file at hand mean */
    bool unmanaged;                /* under "external" */
} Loader;

/* A key of a node's mapping, its own or a mixin's. */
typedef struct {
    const DocItem *item;
    int stage; /* values first, then children in the order of their kinds */
} Entry;

/* entries.c: a mapping's keys with its mixins' spelled out in their place, in the order of stages. */
GArray *entries_gather(Loader *loader, const Kind *kind, const DocNode *mapping);

/* values.c: the values, facets and extras that the entries say. Children are left for later. */
void values_declare(Loader *loader, Node *node, GArray *entries);

/* A scalar or list in place of a mapping. table: whose columns a list may name; may be NULL. */
void values_declare_short(Loader *loader, Node *node, const Node *table, const DocNode *value);
void values_require(Loader *loader, const Node *node, Place place);

/* What it was called before: a name, with its schema where that was another one. */
void values_renamed_from(Loader *loader, Node *node, const char *text, Place place);

/* quarantine: REASON. */
void values_quarantine(Loader *loader, Node *node, const char *reason, Place place);

/* keep_prior: true, of a routine. */
void values_keep_prior(Loader *loader, Node *node);

/* value.c: one attribute's value as the model writes it; NULL: none, or a problem was added. */
const char *value_read(Loader *loader, const Attr *attr, const DocNode *value, const Node *table);
const char *value_text(Loader *loader, const DocNode *value);
/* Of an item in a list of labels that is a mapping with a name, {name: mid, renamed_from: medium}: the value of a key;
 * NULL: it is no such mapping, or has no such key. */
const DocNode *label_part(const DocNode *item, const char *key);
bool value_bool(Loader *loader, const DocNode *value);
bool loader_is_column(const char *text, void *data); /* a LeafIsName: data is a LoaderTable */
typedef struct {
    Loader *loader;
    const Node *table;
} LoaderTable;
bool loader_has_column(const Node *table, const char *name, void *loader);

/* privilege.c: the facet, columns' privileges handed on to them. After the children. */
void privileges_declare(Loader *loader, Node *node, const DocNode *value);

/* declare.c: one object by its name and a mapping; NULL: a problem was added. */
Node *declare_object(Loader *loader, const Kind *kind, const DocItem *item);

/* declare.c: all of one top-level key. */
void declare_plural(Loader *loader, const DocNode *key, const DocNode *value);

/* raw_sql.c: all of one raw SQL file. Routines are kept until raw_sql_routines(), for their types may stand in any
 * file; what is said of objects that are there (comments, grants) until raw_sql_finish(). */
typedef struct RawSql RawSql;
RawSql *raw_sql_new(Loader *loader);
/* file: what places call it; path: "functions/reporting/daily.sql". */
void raw_sql_read(RawSql *raw, const char *file, const char *path, GBytes *content);
void raw_sql_routines(RawSql *raw);
void raw_sql_finish(RawSql *raw);
void raw_sql_free(RawSql *raw);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(RawSql, raw_sql_free)

/* quarantine.c: what is declared to be out of reach stands where it is kept, when all declarations are read. */
void quarantine_place_all(Loader *loader);

/* The root, which may be NULL, is created by a raw SQL file. */
void loader_define(Loader *loader, Node *root);
/* Adds the node or says that it is declared twice. */
bool loader_add(Loader *loader, Node *parent, Node *node);
/* "table public.crash", "column public.crash.id": for messages; arena. */
const char *loader_title(Loader *loader, const Node *node);
/* "did you mean ...?" after the newest problem, if a candidate is near. */
void loader_suggest(Loader *loader, const char *word, GPtrArray *candidates);
const char *loader_signature(Loader *loader, const char *arguments, const char *path_schema);
