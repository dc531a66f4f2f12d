/* CREATE SCHEMA. "public" is there from the start: initdb makes it, and declarations need not name it. */
#include "kinds/embedded.h"
#include "model/kind.h"

const Kind kind_schema = {
    .name = "schema",
    .title = "schema",
    .plural = "schemas",
    .space = SPACE_DATABASE,
    .create = "CREATE SCHEMA {node}",
    .drop = "DROP SCHEMA {node}",
    .rename = "ALTER SCHEMA {node} RENAME TO {new}",
    .identify = "SCHEMA {node}",
    .grant_on = "SCHEMA {node}",
    .owner = "SCHEMA {node}",
    .drop_effect = {.costs = COST_DATA_LOSS},
    .catalog = "pg_namespace",
    .query = schema_sql,
};
