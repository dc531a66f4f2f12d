/*
 * template.h - SQL from a kind's templates
 *
 * A template is SQL with tokens in braces and conditional sections in brackets:
 *   {node}       the node's qualified name, with its signature if it has one
 *   {name}       its own name           {parent}  its parent's qualified name
 *   {sibling}    its own name in the schema of the root that it stands under (an index's)
 *   {parent.parent}, {parent.name}      likewise of the parent
 *   {signature}  the types of its input arguments, "*" when there are none
 *   {schema}     its schema             {object}  the kind's words in capitals, "MATERIALIZED VIEW"
 *   {parent.object}                     {leaf}    the kind's leaf, or the declaration's own
 *   {items}      the inlined children, one a line, in parentheses; also [items?...]
 *   {value}      the new value of the attribute that is altered
 *   {child.KIND} the leaf of the child of that kind
 *   {KEY}        the attribute's value, as SQL: names quoted, texts as literals
 *   {KEY.raw}    the same without quotes
 *   [KEY?...]    only when the attribute is there; [KEY!...] only when it is not; [child.KIND?...] likewise
 * Sections nest. A backslash takes the next character as it is.
 */
#pragma once

#include "model/schema.h"

typedef struct {
    const char *token; /* without braces */
    const char *sql;
} TemplateToken;

/* Appends the template's SQL for a node. more: tokens of the caller's own, ended by {NULL, NULL}, or NULL. */
void template_append(GString *out, const char *template, const Node *node, const TemplateToken *more);

/* The same as a string in the arena. */
char *template_sql(Arena *arena, const char *template, const Node *node, const TemplateToken *more);

/* A value as the template token {KEY} gives it. */
void template_append_value(GString *out, ValueType type, const char *value);

/* What stands after the name: the declaration's own text, or the kind's leaf template filled in. g_free. */
char *node_leaf(const Node *node);

/* Does a node's leaf say the attribute? */
bool node_leaf_says(const Node *node, size_t attr);
