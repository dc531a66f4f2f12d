/*
 * graph_document.h - what commands tell of the graph, as programs read it (docs/json.md)
 */
#pragma once

#include "project/session.h"

/* {NAME: [...]}: these revisions with their headers. applied: ids of those that the database has; NULL: not asked. */
void graph_document_list(PleatSession *session, const Graph *graph, const char *name, const GPtrArray *revisions,
                         GHashTable *applied);

/* The same of one that several come after; children: an array of Revision for each. */
void graph_document_branches(PleatSession *session, const Graph *graph, const GPtrArray *revisions,
                             const GPtrArray *children);

/* With all that they run; fails on a file's mistakes. */
bool graph_document_show(PleatSession *session, const Graph *graph, const GPtrArray *revisions, GError **error);

/* What is half applied; revision NULL: nothing is. */
typedef struct {
    char *revision;
    bool down;
    int done;
} Unfinished;

/* Where one database stands. last: its last revisions. */
void graph_document_current(PleatSession *session, const Graph *graph, const GPtrArray *last, GHashTable *applied,
                            const Unfinished *unfinished);
