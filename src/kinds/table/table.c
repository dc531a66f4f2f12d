/*
 * CREATE TABLE: ordinary, partitioned, a partition, inheriting. What stands inside of it (columns, constraints) are
 * kinds of their own, inlined where no cycle forbids it.
 */
#include "kinds/embedded.h"
#include "model/kind.h"

static const Attr attrs[] = {
    {.key = "unlogged", .type = VALUE_BOOL, .doc = "not crash-safe: emptied after a crash",
     .alter = "ALTER TABLE {node} SET UNLOGGED", .reset = "ALTER TABLE {node} SET LOGGED",
     .set_effect = {PHASE_CONTRACT, LOCK_ACCESS_EXCLUSIVE, COST_REWRITE, "the table is written anew under its lock"}},
    {.key = "partition_by", .type = VALUE_SQL, .doc = "partition strategy and key: range (day)"},
    {.key = "partition_of", .type = VALUE_SQL, .flags = ATTR_HIDDEN, .doc = "the table that this is a partition of"},
    {.key = "bound", .type = VALUE_SQL, .flags = ATTR_SCALAR, .doc = "a partition's bound: for values ..., default"},
    {.key = "partitions_unmanaged", .type = VALUE_BOOL, .flags = ATTR_HIDDEN | ATTR_INTERNAL,
     .doc = "partitions are made by somebody else"},
    {.key = "inherits", .type = VALUE_SQL, .doc = "the tables that it inherits from, in order: a, reporting.b"},
    {.key = "storage", .type = VALUE_OPTIONS, .doc = "storage parameters"},
};

const Kind kind_table = {
    .name = "table",
    .title = "table",
    .plural = "tables",
    .space = SPACE_RELATION,
    .in_schema = true,
    .attrs = attrs,
    .n_attrs = G_N_ELEMENTS(attrs),
    .create = "CREATE[unlogged? UNLOGGED] TABLE {node}"
              "[partition_of? PARTITION OF {partition_of}[items? {items}] {bound}]"
              "[partition_of! {items}[inherits? INHERITS ({inherits})]]"
              "[partition_by? PARTITION BY {partition_by}][storage? WITH ({storage})]",
    .drop = "DROP TABLE {node}",
    .rename = "ALTER TABLE {node} RENAME TO {new}",
    .identify = "TABLE {node}",
    .grant_on = "TABLE {node}",
    .owner = "TABLE {node}",
    .drop_effect = {PHASE_CONTRACT, LOCK_ACCESS_EXCLUSIVE, COST_DATA_LOSS, NULL},
    .catalog = "pg_class",
    .query = table_sql,
};
