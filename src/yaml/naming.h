/*
 * naming.h - names by convention, for what is declared without one
 *
 * The templates are those of "naming:" in pleat.yaml. Columns are found lexically: in order of appearance, the words of
 * the leaf's first parenthesised list, or of all of it, that are columns of the table.
 */
#pragma once

#include "model/schema.h"
#include "yaml/config.h"

typedef bool NamingIsColumn(const Node *table, const char *name, void *data);

typedef struct {
    const Config *config;
    Arena *arena;
    NamingIsColumn *is_column;
    void *data;
} Naming;

/* The name that the convention gives a node that will be a child of parent, or NULL: PostgreSQL chooses. */
const char *naming_name(const Naming *naming, const Node *parent, const Node *node);

/* A column's leaf with "constraint NAME" before each constraint in it that has no name and whose kind has a template.
 */
const char *naming_column_leaf(const Naming *naming, const Node *parent, const char *column, const char *leaf);
