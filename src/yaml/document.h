/*
 * document.h - a YAML file as a small tree that knows where everything stands
 *
 * All scalars are text, whatever YAML would make of them. Of YAML only mappings, lists and scalars are left: tags,
 * anchors, aliases, merge keys, several documents and duplicate keys are problems, each at its place. The tree and its
 * texts live in the arena; so does the copy of the source that offsets point into.
 */
#pragma once

#include "base/arena.h"
#include "base/problem.h"

typedef enum { DOC_TEXT, DOC_LIST, DOC_MAPPING } DocType;

typedef enum {
    DOC_PLAIN,
    DOC_SINGLE,  /* 'text' */
    DOC_DOUBLE,  /* "text" */
    DOC_LITERAL, /* | */
    DOC_FOLDED,  /* > */
    DOC_BLOCK,   /* a list or mapping by indentation */
    DOC_FLOW,    /* a list or mapping in brackets */
} DocStyle;

typedef struct DocNode DocNode;

typedef struct {
    DocNode *key; /* NULL in a list */
    DocNode *value;
} DocItem;

typedef struct {
    const char *file;
    const char *source; /* without a byte order mark */
    size_t length;
    DocNode *root; /* NULL: nothing in it, or a syntax error */
    bool broken;   /* a syntax error: what comes behind it was not read */
} Document;

struct DocNode {
    const Document *document;
    DocType type;
    DocStyle style;
    bool missing;     /* nothing was written: a key with no value; type text, "" */
    bool rewritten;   /* text is no longer what the source says */
    bool broken;      /* a problem was reported in its place: say no more of it */
    const char *text; /* of a scalar; else NULL */
    DocItem *items;   /* of a list or mapping */
    size_t n_items;
    Place place;       /* of its first character */
    size_t start, end; /* its bytes in the source; a block collection's end may include what is blank behind it */
};

/* Never NULL; problems were added where anything is wrong. file must outlive the tree. */
Document *document_parse(Arena *arena, const char *file, const char *content, size_t length, Problems *problems);

/* The value of a mapping's key, or NULL. */
DocNode *doc_get(const DocNode *mapping, const char *key);

/* Where the character at an offset of a scalar's text stands in the file. */
Place doc_place_at(const DocNode *scalar, size_t offset);

/* Of a block scalar: where its first line begins, and by how many spaces its lines are indented. */
const char *doc_block_start(const DocNode *scalar, size_t *indent);

/* Do two trees say the same? The order of a mapping's keys does not count. */
bool doc_equal(const DocNode *left, const DocNode *right);

/* "a list", "a mapping", "a text", "nothing": for messages. */
const char *doc_type_name(const DocNode *node);
