/*
 * write_values.h - what nodes say, spelled as YAML: values, leaves, texts and privileges
 *
 * Everything is appended to a text whose lines are indented; "indent" is the column at which the node's own keys begin.
 */
#pragma once

#include "model/schema.h"

enum { WRITE_STEP = 2 }; /* how much deeper what a key holds stands */

/* "key: " at its column; what it holds comes behind it. */
void value_append_key(GString *out, int indent, const char *key);

/* An attribute's value behind its key, and the end of its line. */
void value_append(Arena *arena, GString *out, const Attr *attr, const char *value, int indent);

/* A node's leaf behind its key, and the end of its line. */
void value_append_leaf(Arena *arena, GString *out, const Node *node, int indent);

/* Comment, owner and security labels, with their keys. */
void value_append_texts(Arena *arena, GString *out, const Node *node, int indent);

/* Privileges on a node and on its columns, with their key. */
void value_append_privileges(Arena *arena, GString *out, const Node *node, int indent);

/* Is a node's leaf a list of names, which is written as a list of YAML's: (a, b) as [a, b]? */
bool leaf_is_names(Arena *arena, const Node *node, const char *leaf);
