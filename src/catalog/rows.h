/* rows.h - rows of catalog queries become nodes, facets and edges */
#pragma once

#include "model/schema.h"
#include <libpq-fe.h>

typedef struct Rows Rows;

/* classes: name and oid of each system catalog. */
Rows *rows_new(Schema *schema, const char *own_schema, const PGresult *classes);
void rows_free(Rows *rows);

/* One node a row; texts go to the Schema's arena. Fails when a row is incomplete, which concurrent DDL can cause. */
bool rows_add(Rows *rows, const Kind *kind, const PGresult *result, GError **error);

/* Has an object a node? class_id and object_id as PostgreSQL prints them. */
bool rows_have(const Rows *rows, const char *class_id, const char *object_id);

/* Rows: class, object, sub, text. */
void rows_set_facet(Rows *rows, Facet facet, const PGresult *result);

/* Rows: class, object, sub of the dependant, then of what it depends on. */
void rows_add_edges(Rows *rows, const PGresult *result);
