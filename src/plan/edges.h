/* edges.h - what runs before what: the edges between a plan's actions, and the tables that they are found by */
#pragma once

#include "base/order.h"
#include "model/action.h"
#include "model/schema.h"
#include "plan/circles.h"

typedef struct {
    Actions *actions;
    Order *order;
    GArray *edges;           /* of Edge: to move phases along */
    GHashTable *creators;    /* new node -> index + 1 */
    GHashTable *droppers;    /* old node -> index + 1 */
    GHashTable *alterers;    /* key -> GArray of indexes */
    GHashTable *announcers;  /* node that is announced before it is made -> index + 1 */
    GHashTable *freed_names; /* name resource -> index + 1 of the drop that frees it */
    GHashTable *fallers; /* old node that falls with another -> index + 1 of its own action, which has no statement */
    GHashTable *implied; /* node -> GArray of indexes of what is made or dropped on top of it and used without a name */
    GHashTable *given;   /* what an action gives up -> GArray of indexes */
    GHashTable *by_key;  /* key of a node that is made, altered or dropped -> GArray of indexes */
} Sequence;

Action *sequence_action(const Sequence *sequence, size_t index);

/* The first is to run before the second. */
void edge_add(Sequence *sequence, size_t first, size_t second);

/* From the action that a table gives for a key, where it gives one, to this one; or from this one to it. */
void edge_from(Sequence *sequence, GHashTable *table, const void *key, size_t index);
void edge_to(Sequence *sequence, GHashTable *table, const void *key, size_t index);

/* The same where a table gives lists. key NULL: nothing. */
void edges_from(Sequence *sequence, GHashTable *table, const void *key, size_t index);
void edges_to(Sequence *sequence, GHashTable *table, const void *key, size_t index);

/* Adds an action to the list that a table gives for a key. */
void edges_list_add(GHashTable *table, const void *key, size_t index);
