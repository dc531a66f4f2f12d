/* CREATE TYPE ... AS RANGE. Nothing of it can be altered. Its multirange type (14 on) comes with it. */
#include "kinds/embedded.h"
#include "kinds/shared.h"

static const Attr attrs[] = {
    {.key = "definition",
     .type = VALUE_SQL,
     .flags = ATTR_REQUIRED | ATTR_SCALAR,
     .doc = "subtype = TYPE and other options of CREATE TYPE ... AS RANGE"},
    {.key = "multirange",
     .type = VALUE_SQL,
     .flags = ATTR_HIDDEN | ATTR_INTERNAL | ATTR_TWIN,
     .since = 14,
     .doc = "its multirange type"},
    {.key = "subtype", .type = VALUE_SQL, .flags = ATTR_HIDDEN | ATTR_INTERNAL, .doc = "the type of its bounds"},
};

/* The constructors do not follow when their type is renamed. */
static const char *const aside[] = {
    "ALTER TYPE {node} RENAME TO {aside}",
    "ALTER FUNCTION {node}({subtype}, {subtype}) RENAME TO {aside}",
    "ALTER FUNCTION {node}({subtype}, {subtype}, text) RENAME TO {aside}",
    "[multirange?ALTER TYPE {multirange} RENAME TO {aside_twin}]",
    "[multirange?ALTER FUNCTION {multirange}() RENAME TO {aside_twin}]",
    "[multirange?ALTER FUNCTION {multirange}({schema}.{aside}) RENAME TO {aside_twin}]",
    "[multirange?ALTER FUNCTION {multirange}(VARIADIC {schema}.{aside}\\[\\]) RENAME TO {aside_twin}]",
    NULL,
};

const Kind kind_range = {
    .name = "range",
    .title = "range type",
    .plural = "types",
    .variant = "range",
    .folder = "types",
    .statement = "TYPE",
    .spelled_out = true,
    .space = SPACE_TYPE,
    .in_schema = true,
    .attrs = attrs,
    .n_attrs = G_N_ELEMENTS(attrs),
    .leaf = "{definition}",
    .create = "CREATE TYPE {node} AS RANGE ({leaf})",
    .drop = "DROP TYPE {node}",
    .aside = aside,
    .rename = "ALTER TYPE {node} RENAME TO {new}",
    .alias = alias_domain,
    .identify = "TYPE {node}",
    .grant_on = "TYPE {node}",
    .public_default = "USAGE",
    .owner = "TYPE {node}",
    .catalog = "pg_type",
    .query = range_sql,
};
