/* unmodelled.h - what stands in a database and has no node: a Schema's list of it */
#pragma once

#include "catalog/rows.h"
#include <stdbool.h>

/* The query for all objects, for a server and without pleat's own schema; g_free. */
char *unmodelled_query(const PGconn *connection, const char *own_schema);

/* Fills schema->unmodelled from the result of that query; asks for names only where something is left. */
bool unmodelled_find(PGconn *connection, const Rows *rows, const PGresult *objects, Schema *schema, GError **error);
