/*
 * leaves.h - what a statement leaves behind that is no part of a database's schema
 */
#pragma once

#include <stdbool.h>

/*
 * In words: rows, where a sequence stands, roles, ... NULL: nothing, it only makes or changes what a schema holds. What
 * is not known to be harmless is named. *only_rows: it works on rows that are there, and does nothing where there are
 * none. owners: owners are part of the schema.
 */
const char *statement_leaves(const char *sql, bool owners, bool *only_rows);
