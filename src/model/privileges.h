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

/* Statements that turn one text into another (NULL: the default), each without semicolon; arena texts. on: what stands
 * behind ON, e.g. "TABLE public.crash"; columns: "(name)" for a column's, else "". */
GPtrArray *privileges_statements(Arena *arena, const char *from, const char *to, const char *on, const char *columns);
