/*
 * store.h - a Schema as bytes: what caches keep
 *
 * Everything that a reflected Schema holds, edges included, in a form that only the same version of pleat reads: a
 * reader refuses what another wrote. "declared", places and extras are not kept.
 */
#pragma once

#include "model/schema.h"

/* notes: texts of the caller's that are kept beside it, NULL-terminated. */
GBytes *schema_store(const Schema *schema, const char *const *notes);

/* NULL when the bytes are not what schema_store() of this version wrote, whole. notes, which may be NULL, lives in the
 * Schema's arena. */
Schema *schema_restore(GBytes *bytes, const char *const **notes);

/* A fingerprint of what a declaration says by itself, without its children: 16 hex digits, g_free. */
char *node_fingerprint(const Node *node);
