/*
 * privileges.h - who may do what with a node, as one canonical text
 *
 * The facet holds what differs from PostgreSQL's default for the kind of object:
 *     app=INSERT,SELECT*;"Odd role"=SELECT;PUBLIC=
 * Grantees are identifiers as SQL writes them, sorted bytewise, PUBLIC last by its capitals being kept; privileges are
 * in capitals, sorted, "*" marks the grant option. A grantee with nothing behind "=" has lost what the default gives.
 */
#pragma once

#include "model/schema.h"

/* The grantees and their privileges as name, privileges, name, privileges, ..., NULL: arena texts, names unquoted. */
char **privileges_split(Arena *arena, const char *canonical);

/* Does the thing have another owner in "to"? What is granted on its columns changes with its own privileges then. */
bool privileges_change_hands(const Node *from, const Node *to);

/* Is it the schema "public", which initdb makes, with privileges and a comment that no other schema has? */
bool privileges_from_initdb(const Node *node);

/* How a node's privileges are granted: arena texts. False: its name does not say it. */
bool privileges_parts(Arena *arena, const Node *node, GrantParts *out);

/* Statements that turn one node's privileges (NULL: those of a new object) into another's, each without semicolon;
 * arena texts. */
GPtrArray *privileges_statements(Arena *arena, const Node *from, const Node *to);

/* Statements behind the CREATE of a node: what default privileges of this Schema (NULL: none) may have given or taken,
 * if it is theirs that apply to who makes it, is as if there were none. Those that "undone" has, too, are left out.
 * is_granted: what is granted on its columns is there already, and is lost and granted again. */
GPtrArray *privileges_undo_defaults(Arena *arena, const Schema *schema, const Schema *undone, const Node *node,
                                    bool is_granted);

/* Has this Schema (NULL: none) default privileges for what is made in a schema (NULL: in any)? Those that "undone" has,
 * too, are left out. */
bool privileges_have_defaults(Arena *arena, const Schema *schema, const Schema *undone, const char *name);
