/* replace.h - which nodes are dropped and made again, because of themselves or of what they depend on */
#pragma once

#include "diff/diff.h"
#include "kinds/shadow.h"

typedef enum {
    REPLACE_ANEW,   /* dropped, then made */
    REPLACE_BESIDE, /* made while the old one serves (Kind.beside) */
    REPLACE_ASIDE,  /* a type that columns use: moved aside, made, and dropped when all of them have gone over */
    REPLACE_FOLLOW, /* goes over to a new version of its type; not replaced itself */
} ReplaceWay;

typedef struct {
    Node *old_node, *new_node;
    Phase phase; /* of both halves */
    ReplaceWay way;
    bool own;         /* its own definition differs: it is not replaced for the sake of another alone */
    bool built_first; /* REPLACE_ANEW, but the new one is built before the old one goes (Kind.can_build_first) */
    /* Why it goes and comes in steps of its own; NULL: in the transaction of what it is replaced for. */
    const char *apart;
} Replacement;

/*
 * Key -> Replacement for every node that is replaced; also under the new node's key where that is another one. Fails
 * where a replacement would take data with it that nothing asked to drop. anew: old nodes that are replaced although
 * they could be altered. shadows: columns that are exchanged, which see to their parts themselves; NULL: none.
 */
bool replace_find(const Schema *old_schema, const Schema *new_schema, GArray *deltas, const GPtrArray *anew,
                  const Shadows *shadows, Arena *arena, GHashTable **out, GError **error);

/* Can the node be dropped and made again without the loss of rows that only it has? */
bool replace_is_possible(const Node *node);

/* Is the node dropped and made again, or part of something that is? */
bool replace_has(GHashTable *replaced, const Node *node);
