/*
 * shadow.h - a column becomes of another type under its name, without a rewrite of its table
 *
 * Expand adds a column of the new type beside the old one (its shadow), keeps it in step by a trigger and fills it in
 * batches; indexes, keys, checks and foreign keys are made on it while the old ones are in force. Contract exchanges
 * both under a short lock. The way back of the contract does the same in the other direction.
 *
 * What stands on such a column and is made twice is its shadow's part; everything else that needs the column (a view,
 * a policy) goes before the exchange and comes behind it, as with a change of type in place.
 */
#pragma once

#include "model/action.h"

/* The columns that get a shadow; not to outlive the actions. excluded: old column -> why it gets none; what cannot have
 * one is added with its reason. */
Shadows *shadows_find(Actions *actions, GHashTable *excluded);
void shadows_free(Shadows *shadows);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Shadows, shadows_free)

/* Does the column, of either Schema, get a shadow? shadows may be NULL. */
bool shadows_have(const Shadows *shadows, const Node *column);

/* Is it a type of theirs that is made anew, of either Schema? shadows may be NULL. */
bool shadows_have_type(const Shadows *shadows, const Node *type);

/* Is it one of their parts, of either Schema? shadows may be NULL. */
bool shadows_cover(const Shadows *shadows, const Node *part);

/* Must it go before the column of the old Schema is exchanged, and come behind that? */
bool shadows_tear(const Shadows *shadows, const Node *dependant);

/* The old versions of all columns and parts: free the array alone. */
GPtrArray *shadows_nodes(const Shadows *shadows);

/* Excludes the columns that would be exchanged together with this node of shadows_nodes(). */
void shadows_exclude(const Shadows *shadows, const Node *node, const char *reason, GHashTable *excluded);

/* The way forth, ahead of all other alterations, and what the way back of the contract builds, behind all of them.
 * shadows may be NULL. */
void shadows_emit(const Shadows *shadows, Actions *actions);
void shadows_emit_way_back(const Shadows *shadows, Actions *actions);
