/*
 * action.h - one step of a plan: what to run, what undoes it, what it costs, and what it must wait for
 *
 * Kinds emit actions; the plan orders them and puts them in phases. An action holds its way forth and its way back, so
 * that a downgrade is the reversed list of ways back. All texts belong to the arena of the list.
 */
#pragma once

#include "model/schema.h"

typedef enum {
    SQL_ALONE = 1 << 0,      /* must not run in a transaction block */
    SQL_OWN_COMMIT = 1 << 1, /* may run in a transaction, but in one of its own (ALTER TYPE ... ADD VALUE) */
    SQL_OWN_BLOCK = 1 << 2, /* likewise, for the sake of others: the table above its partitions is locked in it first */
    SQL_VALIDATES = 1 << 3, /* as SQL_OWN_COMMIT, unless something is missing before and behind it */
    SQL_FIRST = 1 << 4,     /* of an action's first one: it locks another table, so no lock is to be held before */
} SqlFlags;

typedef enum {
    DISTURBS_DEPENDANTS = 1 << 0, /* those that say so by Kind.on_alter */
    DISTURBS_PARTS = 1 << 1,      /* what stands in the node's own definition: a column's default */
} Disturbance;

/* Where an action comes if nothing else decides. */
typedef enum {
    TURN_USUAL,
    TURN_NEXT,  /* something is missing until it has run: nothing that could wait comes between */
    TURN_FIRST, /* it runs on its own and would tear apart what is to be one transaction */
    TURN_LAST,  /* its way back does */
} Turn;

struct ActionSql {
    const char *sql;         /* one statement without semicolon */
    const char *directive;   /* "backfill public.t by id", "each partition of public.t", "verify TEXT"; NULL: none */
    const char *search_path; /* schema that unqualified names mean (the user's own text); NULL: none are */
    const char *origin;      /* of a prior definition: where its text comes from; NULL: not one */
    unsigned flags;          /* of SqlFlags */
};

struct Action {
    const char *verb;     /* for the header, in words: "add column name" */
    const Node *old_node; /* what is there before; NULL: nothing */
    const Node *new_node; /* what is there after; NULL: nothing */
    Effect effect;
    GArray *up, *down;     /* of ActionSql; down is in the order in which it is run */
    GPtrArray *creates;    /* nodes of the new Schema that exist from here on */
    GPtrArray *drops;      /* nodes of the old Schema that are gone from here on */
    GPtrArray *requires;   /* nodes of the new Schema that must be there as they are to be */
    GPtrArray *frees;      /* nodes of the old Schema that cannot be dropped before this has run */
    const Node *until;     /* nothing is committed before this node of the new Schema is made; NULL: anything is */
    const Node *since;     /* nothing is committed between the drop of this node of the old Schema and this; likewise */
    bool late;             /* what depends on the node does not wait for it: it may wait for them */
    bool leads;            /* what is made on top of the node waits for it, also in the contract phase */
    bool explained;        /* its reason is told in the expand phase, too */
    bool stays;            /* the way back leaves the change in place: an enum's label */
    const char *loss;      /* what a downgrade cannot bring back, for the header; NULL: nothing */
    const char *meanwhile; /* of the contract phase: what the new application meets until then; NULL: nothing */
    const char *afterwards;   /* what is to be done by hand then, for the header; NULL: nothing */
    bool alters;              /* neither creates nor drops: changes old_node into new_node */
    unsigned disturbs;        /* of Disturbance: what must be gone before, and come after */
    bool after_parts;         /* what is done to its node's parts comes first */
    bool before_parts;        /* the reverse */
    bool fills;               /* what it makes, or its way back does, comes with a value for each row that is there */
    GPtrArray *touches;       /* nodes that its statements name beside its own */
    bool moves_aside;         /* the old node keeps its place but not its name, until the action that drops it */
    const Node *falls_with;   /* of a drop without a statement: what takes the node along */
    const char *after;        /* key of a node: what makes, alters or drops it comes first, for it reaches this one */
    const char *before;       /* the reverse */
    GPtrArray *gives, *takes; /* texts: who gives something up goes before who takes it (a partition's bounds) */
    Turn turn;
    bool announces;          /* makes known what another action then makes, or is the way back to that */
    bool serves_old_name;    /* makes what serves the old name of something renamed */
    bool ends_old_name;      /* takes it away */
    bool exchanges;          /* what was made beside its node takes the node's place */
    Lock strongest;          /* of its steps, where the effect tells of another one; LOCK_NONE: it is the effect's */
    bool apart;              /* it locks other tables than its own: nothing else is done in its transaction */
    bool attaches, detaches; /* its table: everything else about the table lies between detaching and attaching */
    Place place;             /* of the declaration that causes it */
};

typedef struct Shadows Shadows; /* kinds/shadow.h */

struct Actions {
    Arena *arena;
    GPtrArray *list; /* of Action */
    const Schema *old_schema, *new_schema;
    const char *machinery;  /* the schema of pleat's own objects: "pleat" */
    const Shadows *shadows; /* columns that are exchanged, not altered; NULL: none are */
    GHashTable *in_place;   /* old column -> why it is altered in place (a text); NULL: nobody asks */
    bool at_once;           /* what is emitted now is part of one transaction: nothing in many steps */
    GHashTable *asides;     /* keys of what is moved aside; NULL: nothing is */
    bool built_first;       /* its new version has been built beside the old one (Kind.can_build_first) */
};

Actions *actions_new(Arena *arena, const Schema *old_schema, const Schema *new_schema);
void actions_free(Actions *actions);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Actions, actions_free)

/* A new action at the end of the list. verb may be any text; it is copied. */
Action *action_add(Actions *actions, const Node *old_node, const Node *new_node, Effect effect, const char *verb);

/* Adds a statement to the way forth or back; the text is copied. */
ActionSql *action_up(Actions *actions, Action *action, const char *sql);
ActionSql *action_down(Actions *actions, Action *action, const char *sql);
