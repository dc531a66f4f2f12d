/* CREATE TYPE name: a type that is only announced. */
#include "kinds/embedded.h"
#include "model/emit.h"

static const Attr attrs[] = {
    {.key = "shell",
     .type = VALUE_BOOL,
     .flags = ATTR_REQUIRED | ATTR_SCALAR,
     .doc = "true: nothing but its name is there"},
};

const Kind kind_shell_type = {
    .name = "shell_type",
    .title = "shell type",
    .plural = "types",
    .variant = "shell",
    .space = SPACE_TYPE,
    .in_schema = true,
    .attrs = attrs,
    .n_attrs = G_N_ELEMENTS(attrs),
    .create = "CREATE TYPE {node}",
    .drop = "DROP TYPE {node}",
    .identify = "TYPE {node}",
    .owner = "TYPE {node}",
    .catalog = "pg_type",
    .query = shell_type_sql,
};
