/*
 * shape.h - what loading, writing and laying out read from the kind tables alike
 */
#pragma once

#include "model/kind.h"
#include "yaml/document.h"

/* The attribute's index when it may stand in YAML, else -1. */
int kind_visible_attr(const Kind *kind, const char *key);

/* Is its leaf a condition, and not a list of columns with what follows? */
bool kind_is_condition(const Kind *kind);

/* Is it what lists in its siblings name: a column? */
bool kind_is_column(const Kind *kind);

/* Does its definition come before all else that is said of it, because it is what it is (a column's type), and not
 * behind its children (a table's options)? */
bool kind_is_said_first(const Kind *kind);

/* The kind of a partition, by what its mapping says: a foreign table's says its server. */
const Kind *kind_of_partition(const Kind *parent, const DocNode *declared);

/* Where the kind stands among all: parents before children. */
int kind_position(const Kind *kind);
