/*
 * labels.h - the security labels of a node, one for each provider, as one canonical text
 *
 *     anon='MASKED WITH VALUE NULL', "Odd one"='it''s'
 * Providers are identifiers as SQL writes them, sorted bytewise; only quotes are doubled in a label, which is for its
 * provider to understand and compared as it is.
 */
#pragma once

#include "model/schema.h"

/* Does SECURITY LABEL take objects of this kind? */
bool labels_possible(const Kind *kind);

/* Providers and their labels as provider, label, provider, label, ..., NULL: arena texts, unquoted. */
char **labels_split(Arena *arena, const char *canonical);

/* The canonical text with one more label: arena text, NULL when the provider has one already. */
const char *labels_add(Arena *arena, const char *canonical, const char *provider, const char *label);

/* Statements that turn one node's labels (NULL: none) into another's, each without semicolon; arena texts. */
GPtrArray *labels_statements(Arena *arena, const Node *from, const Node *to);
