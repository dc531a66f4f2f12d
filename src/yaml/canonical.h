/*
 * canonical.h - leaves of declarations as PostgreSQL deparses them
 *
 * What an author wrote stays where something would be lost with it: a leaf that holds a comment, that says more than
 * its kind's leaf can, or that brings objects of its own along (serial). So do queries, which belong to their author as
 * routines do, and what a mixin says to several objects and means differently for them.
 */
#pragma once

#include "model/schema.h"

/* realised: the same declarations from scratch, attached. File -> (offset of a leaf -> its other text), only of those
 * that differ; texts are in the arena. g_hash_table_unref. */
GHashTable *canonical_texts(const Schema *declared, const Schema *realised, Arena *arena);
