/*
 * privilege.h - the privileges facet in YAML: app: [select, update (name)]
 *
 * The canonical text is that of model/privileges.h.
 */
#pragma once

#include "yaml/loader.h"

/* All that can be granted on objects of a kind, in capitals, separated by commas. major 0: unknown. */
const char *privileges_all(Arena *arena, const Node *node, int major);

/* The canonical text with a privilege ("SELECT*") of a grantee ("PUBLIC" or a name without quotes) added or taken away;
 * privilege NULL: the grantee is there, with nothing. canonical may be NULL. */
char *privileges_change(Arena *arena, const char *canonical, const char *grantee, const char *privilege, bool add);

/* Adds "update (name) with grant option" to a node or its columns; problems at the place. */
void privileges_grant(Loader *loader, Node *node, const char *grantee, const char *text, Place place);
