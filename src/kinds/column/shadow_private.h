/* shadow_private.h - what the files of shadow.h share */
#pragma once

#include "kinds/shadow.h"
#include "model/emit.h"

/* Steps that run in the order of their emission. */
typedef struct {
    int number, steps;
    const char *last; /* what the latest step gives, see Action.gives */
} Chain;

/* One column. */
typedef struct {
    Node *old_node, *new_node;
    int group;            /* those that share parts have one */
    Chain *chain;         /* of the groups that share types which are made anew */
    bool is_total;        /* every value of the old type is one of the new: nothing that is written now can fail */
    Node *beside[2];      /* what is built forth and back, with the name that its type has then */
    Node *apart;          /* stands for new_node in what is done while its type has another name */
    const char *type_key; /* of the type that is made anew; NULL: it is of none */
} Shadow;

/* A type that is made anew under its name, and of which they are. */
typedef struct {
    Node *old_node, *new_node;
    const Shadow *first; /* in the order of exchange */
} ShadowType;

/* What stands on one or more of them. */
typedef struct {
    Node *old_node, *new_node;
    PartKind kind;
    const Shadow *first,
        *last;     /* in the order of exchange: it is exchanged with the first, on the way back with the last */
    bool is_total; /* all of its columns are */
} ShadowPart;

struct Shadows {
    Arena *arena;
    GPtrArray *columns; /* of Shadow */
    GPtrArray *parts;   /* of ShadowPart */
    GPtrArray *types;   /* of ShadowType */
    GPtrArray *needs;   /* of GPtrArray: what columns need that are built beside others */
};

/* One of both directions: what is built beside what is there, under names with the prefix. */
typedef struct {
    const char *prefix; /* "pleat_new_" forth, "pleat_old_" back */
    bool back;
    ActionAdd *add;
} Way;

extern const Way way_forth, way_back;

static inline const Node *
way_from(const Way *way, const Shadow *shadow)
{
    return way->back ? shadow->new_node : shadow->old_node;
}

static inline const Node *
way_to(const Way *way, const Shadow *shadow)
{
    return shadow->beside[way->back];
}

/* PART_NONE: of no kind that can be made twice. */
PartKind shadow_part_kind(const Node *node);

/* The new version of what stands on a column, if both are to be made twice; NULL: one goes or comes, or cannot. */
Node *shadow_counterpart(const Actions *actions, const Node *old_part);

/* NULL: nothing speaks against a shadow. */
const char *shadow_reason_against(const Actions *actions, const Node *old_node, const Node *new_node);

/* The same of rows of a table that are to be filled, or are others afterwards. */
const char *shadow_reason_against_rows(const Schema *schema, const Node *table);

/* The same of a column of a partitioned table, for what its partitions have. schema: the column's own. */
const char *shadow_reason_against_partitions(const Actions *actions, const Schema *schema, const Node *column);

/* Types that are made anew: is the column's, which may be exchanged for that reason; NULL: nothing speaks against it.
 */
bool shadow_type_is_made_anew(const Actions *actions, const Node *column);
const char *shadow_reason_against_type(const Actions *actions, const Node *old_node, const Node *new_node);

/* Adds the column's type, where it is made anew. */
void shadow_add_type(const Shadows *shadows, const Actions *actions, const Shadow *shadow);

/* The one that a column of either Schema is of; NULL: none. */
const ShadowType *shadow_type_of(const Shadows *shadows, const Node *column);

/* Fills in what hangs by the names of all types that were added. */
void shadow_name_types(const Shadows *shadows, Shadow *shadow);

/* The text with such types under the names that they have beside the other version. */
const char *shadow_types_in(const Shadows *shadows, const Way *way, const char *text);

/* The version that is to come, or on the way back the old one, beside what is there. */
void shadow_make_type(Actions *actions, const ShadowType *type);
void shadow_make_type_back(Actions *actions, const ShadowType *type);

/* The node under the name that it has beside the other: arena. */
Node *shadow_named(Arena *arena, const Way *way, const Node *node);

/* The node under the name that it has as a shadow, with nothing else than its definition: arena. */
Node *shadow_copy(Arena *arena, const Way *way, const Node *node);

/* The part as it is to be, on the shadows of its columns, under its own shadow's name: arena. */
Node *shadow_part_copy(const Shadows *shadows, const Way *way, const ShadowPart *part);

/* Trigger and function that keep the shadow in step, and their end. */
void shadow_add_machinery(Actions *actions, const Shadow *shadow, const Way *way, Action *action, ActionAdd *add);
void shadow_remove_machinery(Actions *actions, const Shadow *shadow, Action *action, ActionAdd *add);

/* An action of a chain, which runs in the order of emission. */
Action *shadow_chain_step(Actions *actions, Chain *chain, const Node *old_node, const Node *new_node, Effect effect,
                          const char *verb);
Action *shadow_step(Actions *actions, const Shadow *shadow, Effect effect, const char *verb);

/* The same of what is done beside what is there: while that is there, or, of the way back alone, in advance. */
Action *shadow_step_apart(Actions *actions, const Shadow *shadow, const Way *way, Effect effect, const char *verb);

/* Can it be there while the old application writes? */
bool shadow_part_is_early(const ShadowPart *part);

/* The part on the shadows, as steps of their own: built without blocking anybody. */
void shadow_build_part(const Shadows *shadows, Actions *actions, const ShadowPart *part, const Way *way);

/* Before the exchange: stops where something of a partition would be lost by it. */
void shadow_look_at_partitions(Actions *actions, const Shadow *shadow, const Way *way);

/* A key of a partitioned table cannot be made of an index: that of each partition is, under the key's own columns, and
 * adopted. So it comes when the last of them has its name. */
bool shadow_part_is_adopted(const ShadowPart *part);
void shadow_adopt_key(Actions *actions, Action *action, const Node *node, ActionAdd *add);

/* An index, in each partition first. */
void shadow_build_index_of_parts(Actions *actions, Action *action, const Node *copy, const Way *way);

/* ALTER TABLE would lock the referring table first, an application that writes both the other one. */
#define LOCK_REFERENCED "LOCK TABLE {node} IN ACCESS EXCLUSIVE MODE"

/* Before 18 a foreign key of a partitioned table cannot be NOT VALID: each partition gets its own, which is validated,
 * and the one above adopts them. */
bool shadow_is_by_parts(const Actions *actions, const Node *copy);
void shadow_add_by_parts(Actions *actions, Action *action, const Node *referenced, const Node *copy, ActionAdd *add);

/* The column of the other type, kept in step; what fills it; and what stops where not every value fits. */
void shadow_add_column(Actions *actions, const Shadow *shadow, const Way *way);
void shadow_fill_column(Actions *actions, const Shadow *shadow, const Way *way);
void shadow_check_column(Actions *actions, const Shadow *shadow, const Way *way);

/* NOT NULL of the shadow. phase: of the way forth. */
void shadow_build_not_null(Actions *actions, const Shadow *shadow, const Way *way, Phase phase);

/* Counts the rows whose value the other type does not have, and stops where there are any. */
char *shadow_check_sql(Actions *actions, const Shadow *shadow, const Way *way);

/* One takes the place of the other. */
void shadow_exchange(const Shadows *shadows, Actions *actions, const Shadow *shadow);

/* On the way back, behind all exchanges: foreign keys of the shadows that are there again. */
void shadow_build_again(const Shadows *shadows, Actions *actions, const ShadowPart *part);
