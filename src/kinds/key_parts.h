/*
 * key_parts.h - primary keys and unique constraints of partitioned tables, made in each partition first
 *
 * The index is built concurrently and becomes the partition's own constraint; that of the table above adopts it.
 */
#pragma once

#include "model/emit.h"

/* Kind.create_actions and drop_actions where the table is partitioned. build: the statement that builds the index of
 * "{partition}"; tail: what its definition says behind the table's name; word: "PRIMARY KEY". False: it cannot be. */
bool key_parts_create(const Node *node, Actions *actions, const char *build, const char *tail, const char *word);
bool key_parts_drop(const Node *node, Actions *actions, const char *build, const char *tail, const char *word);

/* The statement that makes all such indexes the constraints of their partitions, for a transaction in which the table
 * above has lost its own: arena text. */
char *key_parts_take_over_sql(Actions *actions, const Node *node, const char *tail, const char *word);
