/* CREATE ACCESS METHOD. Nothing of it can be altered. */
#include "kinds/embedded.h"
#include "model/emit.h"

static const Attr attrs[] = {
    {.key = "type", .type = VALUE_SQL, .flags = ATTR_REQUIRED, .doc = "index or table"},
    {.key = "handler", .type = VALUE_SQL, .flags = ATTR_REQUIRED, .doc = "its handler function, without parentheses"},
};

const Kind kind_access_method = {
    .name = "access_method",
    .title = "access method",
    .plural = "access_methods",
    .space = SPACE_DATABASE,
    .attrs = attrs,
    .n_attrs = G_N_ELEMENTS(attrs),
    .leaf = "TYPE {type} HANDLER {handler}",
    .create = "CREATE ACCESS METHOD {name} {leaf}",
    .drop = "DROP ACCESS METHOD {name}",
    .identify = "ACCESS METHOD {name}",
    .create_effect = {PHASE_EXPAND, LOCK_NONE, 0, NULL},
    .drop_effect = {PHASE_CONTRACT, LOCK_NONE, 0, "the old application may still make tables or indexes by it"},
    .catalog = "pg_am",
    .query = access_method_sql,
};
