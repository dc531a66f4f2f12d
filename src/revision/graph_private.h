/* graph_private.h - what graph.c, branch.c, walk.c, resolve.c and path.c share; nobody else includes it */
#pragma once

#include "revision/graph.h"

struct Graph {
    GPtrArray *all; /* of Revision, owned; parents first */
    GHashTable *by_id;
    GHashTable *children; /* id -> GPtrArray of the revisions that come after it or depend on it */
};

/*
 * Part of the graph that a symbol's "...@" names: a phase, what comes after a labelled revision, or all of it. A
 * revision of no phase is on the branch of either.
 */
typedef struct {
    char *name;          /* as the user said it; NULL: he named none */
    Phase phase;         /* PHASE_NONE: both */
    GHashTable *members; /* set of Revision; NULL: all */
    GHashTable *lineage; /* the members and what the first of them comes after; NULL: all */
} Branch;

void branch_clear(Branch *branch);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Branch, branch_clear)

/* "expand", "contract", a label, an id or a unique prefix; NULL: the whole graph. */
bool branch_find(const Graph *graph, const char *name, Branch *out, GError **error);

bool branch_holds(const Branch *branch, const Revision *revision);

/* The revision and all that comes after it: a set of Revision. Dependencies do not count. */
GHashTable *descendants_of(const Graph *graph, const Revision *root);

/* Its revisions after which no other of it comes; applied (NULL: all) leaves out what is not applied.
 * g_ptr_array_unref. */
GPtrArray *branch_heads(const Graph *graph, const Branch *branch, GHashTable *applied);

/* The one head of each phase that it spans: at most two, and no two of one phase. */
bool branch_head(const Graph *graph, const Branch *branch, GPtrArray **out, GError **error);

/* Is one of the ids, NULL-terminated, one of the set's revisions? */
bool is_among(const Graph *graph, const char **ids, GHashTable *set);

/* Adds to a set of revisions all that they stand on. */
void add_below(const Graph *graph, GHashTable *set, bool dependencies);

/* "a1, b1", for an error; g_free. */
char *spell_ids(GPtrArray *revisions);

bool revision_is_applied(GHashTable *applied, const Revision *revision);

/* [BRANCH@][NAME][+N|-N] */
typedef struct {
    char *branch; /* NULL: none */
    char *name;   /* "": relative to what is applied */
    int offset;
    bool has_offset;
} Symbol;

void symbol_read(const Graph *graph, const char *text, Symbol *symbol);
void symbol_clear(Symbol *symbol);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Symbol, symbol_clear)

/* The revision of a full id, or of a prefix that no other has. NULL and an error when there is none or several. */
const Revision *graph_find_prefix(const Graph *graph, const char *name, GError **error);

/* Walks offset steps along a branch's lineage from a start (NULL: base). *out is empty where it ends at base, and all
 * parents where the last step back is from a merge. */
bool walk(const Graph *graph, const Branch *branch, const Revision *start, int offset, const char *text,
          GPtrArray **out, GError **error);

/* Where a relative symbol starts: the one applied head, going forth of the branch's lineage, going back of the branch;
 * NULL when nothing of it is applied. */
bool walk_start(const Graph *graph, const Branch *branch, const Symbol *symbol, GHashTable *applied,
                const Revision **start, GError **error);
