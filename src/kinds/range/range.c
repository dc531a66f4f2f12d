/* CREATE TYPE ... AS RANGE. Nothing of it can be altered. Its multirange type (14 on) comes with it. */
#include "kinds/embedded.h"
#include "model/kind.h"

static const Attr attrs[] = {
    {.key = "definition", .type = VALUE_SQL, .flags = ATTR_REQUIRED | ATTR_SCALAR,
     .doc = "subtype = TYPE and other options of CREATE TYPE ... AS RANGE"},
};

const Kind kind_range = {
    .name = "range",
    .title = "range type",
    .plural = "types",
    .variant = "range",
    .space = SPACE_TYPE,
    .in_schema = true,
    .attrs = attrs,
    .n_attrs = G_N_ELEMENTS(attrs),
    .leaf = "{definition}",
    .create = "CREATE TYPE {node} AS RANGE ({leaf})",
    .drop = "DROP TYPE {node}",
    .rename = "ALTER TYPE {node} RENAME TO {new}",
    .identify = "TYPE {node}",
    .grant_on = "TYPE {node}",
    .owner = "TYPE {node}",
    .catalog = "pg_type",
    .query = range_sql,
};
