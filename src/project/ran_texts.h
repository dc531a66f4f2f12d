/*
 * ran_texts.h - statements that revisions have run: the author's own text, where git does not have his file any more
 *
 * A clone may be cut, a machine may have no git at all: the revisions are there.
 */
#pragma once

#include "project/session.h"

typedef struct {
    const Revision *revision;
    guint rank; /* 1 for the first revision */
    const char *sql;
    const char *path_schema; /* what its names without a schema mean; NULL: nothing was said */
} RanText;

/* True: that is enough. */
typedef bool RanTextFn(const RanText *text, void *data);

/* The statements of all upgrades, the newest revision's first, and of one the last first; of revisions alone that have
 * one of the words somewhere (NULL-terminated). Those that cannot be read are left out: others tell of them. */
void ran_texts_visit(const Graph *graph, const char *const *words, RanTextFn *visit, void *data);
