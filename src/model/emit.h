/*
 * emit.h - the ordinary actions, written once over the kinds' tables
 *
 * Every function adds to the list of actions and gives each statement its way back. Hooks of kinds use them for what is
 * ordinary in their case; the plan uses them for everything else.
 */
#pragma once

#include "model/action.h"
#include "model/template.h"

/* The statement that makes a node: the author's own text where a declaration holds one, else the kind's template. */
typedef struct {
    const char *sql;
    const char *search_path; /* see ActionSql */
    const char *origin;      /* see ActionSql */
} Definition;

/* replace: with OR REPLACE. */
Definition node_define(Arena *arena, const Node *node, bool replace);

/* Does a node come and go with its parent's CREATE and DROP, so that it needs no command of its own? */
bool node_comes_along(const Node *node);

/* Does it come with its parent, and is there nothing to say of it? */
bool node_is_silent(const Node *node);

/* The kind's effect with its defaults filled in. */
Effect create_effect(const Kind *kind);
Effect drop_effect(const Kind *kind);

/* Is the root that this node stands under made by this very plan (no rows, no readers yet), or dropped by it? */
bool is_root_new(const Actions *actions, const Node *node);
bool is_root_dropped(const Actions *actions, const Node *node);

/* Does dropping what it stands in take the node along: its table, or what it is attached to? */
bool falls(const Actions *actions, const Node *node);

/* Create and drop as the templates say, facets included. The plan calls a kind's hook first; hooks may fall back here.
 */
Action *emit_create(Actions *actions, const Node *node, Effect effect);
Action *emit_drop(Actions *actions, const Node *node, Effect effect);

/* An action that sets one attribute, by the templates of the attribute table: "alter" with {value} filled in for each
 * direction, "reset" where the value is NULL; without a template the object is made anew. */
Action *emit_attribute(Actions *actions, const Node *old_node, const Node *new_node, int attr);

/* All attributes of a bit set: as the kind's hook sees to it, or one by one. */
void emit_attributes(Actions *actions, const Node *old_node, const Node *new_node, guint64 changed);

/* The statement that gives a node another name: arena text. */
char *rename_sql(Actions *actions, const Node *node, const char *name);

/* The statement that moves a root into another schema: arena text. */
char *move_sql(Actions *actions, const Node *node, const char *schema);

/* The old node takes the new one's name. */
void emit_rename(Actions *actions, const Node *old_node, const Node *new_node);

/* An action with one template for the way forth (filled in for new_node) and one for the way back (for old_node). */
Action *emit_change(Actions *actions, const Node *old_node, const Node *new_node, Effect effect, const char *verb,
                    const char *up, const char *down);

/* A type that columns use: the old version is renamed out of the way and the new one made, and at the end, when all
 * have gone over, the old one dropped. Two actions, whole subtrees. */
void emit_aside(Actions *actions, const Node *old_node, const Node *new_node, Effect effect);

/* The same where both ways find the other version under the name that it has beside (aside_name of pleat_new_ forth, of
 * pleat_old_ back), with columns of it, and leave theirs so. */
void emit_aside_built(Actions *actions, const Node *old_node, const Node *new_node, Effect effect);

/*
 * What holds no data and serves the old application until the contract phase (an index): the old version is renamed out
 * of the way and the new one made, and dropped later, under another effect. What both need must stay. The caller may
 * add to both actions.
 */
typedef struct {
    Action *make, *drop;
    Node old; /* under the name that it has meanwhile */
} Beside;
Beside emit_beside(Actions *actions, const Node *old_node, const Node *new_node, Effect make_effect,
                   Effect drop_effect);

/* "pleat_old_mood" of "pleat_old_" and "mood": at most 63 bytes. Arena text. */
char *aside_name(Arena *arena, const char *prefix, const char *name);

/* What CREATE cannot say of a node and of the children that come with it: attributes, facets. */
void emit_behind(Actions *actions, Action *action, const Node *node, ActionAdd *add);

/* What comes with a node and is no node of its own, for nothing is said of it (Kind.comes_silently); NULL: nothing of
 * that kind does. Arena. */
Node *emit_silent(Arena *arena, const Node *node, const Kind *kind);

/* What of that comes at last (ATTR_LAST) of the parts of a new table, or of one that goes, as actions of their own. */
void emit_last(Actions *actions, const Node *root, bool creates);

/* The same of one node, in an action that there is. */
void emit_last_of(Actions *actions, Action *action, const Node *node, ActionAdd *add);

/* Comment, owner and privileges that differ. from NULL: those of a new object. */
void emit_facet_changes(Actions *actions, Action *action, const Node *from, const Node *to, ActionAdd *add);

/* Behind what the contract phase makes: undoes the default privileges that the expand phase has set. */
void emit_undo_new_defaults(Actions *actions);

/* The same as an action of its own, both ways. */
void emit_facets(Actions *actions, const Node *old_node, const Node *new_node);

/* What is given up by what ends that a node shares its owner (Kind.shares_owner), for Action.gives: arena text. */
char *owner_token(Actions *actions, const Node *node);

/* Adds a definition to the way forth or back. */
ActionSql *emit_definition_up(Actions *actions, Action *action, Definition definition);
ActionSql *emit_definition_down(Actions *actions, Action *action, Definition definition);

/* Adds a statement filled in from a template to the way forth or back. */
ActionSql *emit_up(Actions *actions, Action *action, const char *template, const Node *node);
ActionSql *emit_down(Actions *actions, Action *action, const char *template, const Node *node);

/* "add column name": verb, the kind's title, the node's own name. Arena text. */
const char *emit_verb(Actions *actions, const char *verb, const Node *node);
