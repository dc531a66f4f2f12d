/* CREATE MATERIALIZED VIEW. PostgreSQL cannot replace one: a changed query makes it anew. */
#include "kinds/embedded.h"
#include "model/kind.h"

static const Attr attrs[] = {
    {.key = "definition", .type = VALUE_SQL, .flags = ATTR_REQUIRED, .doc = "the query"},
    {.key = "storage", .type = VALUE_OPTIONS, .doc = "storage parameters"},
};

const Kind kind_materialized_view = {
    .name = "materialized_view",
    .title = "materialized view",
    .plural = "materialized_views",
    .folder = "views",
    .statement = "MATERIALIZED VIEW",
    .space = SPACE_RELATION,
    .in_schema = true,
    .on_alter = DEPENDANT_RECREATE,
    .attrs = attrs,
    .n_attrs = G_N_ELEMENTS(attrs),
    .leaf = "{definition}",
    .create = "CREATE MATERIALIZED VIEW {node}[storage? WITH ({storage})] AS\n{leaf}",
    .drop = "DROP MATERIALIZED VIEW {node}",
    .rename = "ALTER MATERIALIZED VIEW {node} RENAME TO {new}",
    .identify = "MATERIALIZED VIEW {node}",
    .grant_on = "TABLE {node}",
    .owner = "MATERIALIZED VIEW {node}",
    .create_effect = {PHASE_EXPAND, LOCK_ACCESS_SHARE, COST_SCAN, NULL},
    .drop_effect = {PHASE_CONTRACT, LOCK_ACCESS_EXCLUSIVE, 0, NULL},
    .catalog = "pg_class",
    .query = materialized_view_sql,
};
