/*
 * CREATE TYPE with functions of one's own. The type needs its functions and they need the type, so it is announced as a
 * shell before them, and takes them along when it is dropped (manual, CREATE TYPE, "Base Types").
 */
#include "kinds/embedded.h"
#include "kinds/shared.h"

#define SET(what)                                                                                                      \
    .alter = "ALTER TYPE {node} SET (" what " = {value})", .reset = "ALTER TYPE {node} SET (" what " = NONE)"

static const Attr attrs[] = {
    {.key = "definition",
     .type = VALUE_SQL,
     .flags = ATTR_REQUIRED | ATTR_SCALAR,
     .doc = "input = FUNCTION, output = FUNCTION and other options of CREATE TYPE"},
    {.key = "receive", .type = VALUE_SQL, .doc = "the function that reads its binary form", SET("RECEIVE")},
    {.key = "send", .type = VALUE_SQL, .doc = "the function that writes its binary form", SET("SEND")},
    {.key = "typmod_in", .type = VALUE_SQL, .doc = "the function that reads its modifiers", SET("TYPMOD_IN")},
    {.key = "typmod_out", .type = VALUE_SQL, .doc = "the function that writes its modifiers", SET("TYPMOD_OUT")},
    {.key = "analyze", .type = VALUE_SQL, .doc = "the function that collects statistics", SET("ANALYZE")},
    {.key = "subscript",
     .type = VALUE_SQL,
     .since = 14,
     .doc = "the function that sees to subscripts",
     SET("SUBSCRIPT")},
};

const Kind kind_base_type = {
    .name = "base_type",
    .title = "base type",
    .plural = "types",
    .variant = "base",
    .space = SPACE_TYPE,
    .in_schema = true,
    .attrs = attrs,
    .n_attrs = G_N_ELEMENTS(attrs),
    .leaf = "{definition}",
    .announce = "CREATE TYPE {node}",
    .create = "CREATE TYPE {node} ({leaf}[receive?, RECEIVE = {receive}][send?, SEND = {send}]"
              "[typmod_in?, TYPMOD_IN = {typmod_in}][typmod_out?, TYPMOD_OUT = {typmod_out}]"
              "[analyze?, ANALYZE = {analyze}][subscript?, SUBSCRIPT = {subscript}])",
    .drop = "DROP TYPE {node} CASCADE",
    .rename = "ALTER TYPE {node} RENAME TO {new}",
    .identify = "TYPE {node}",
    .grant_on = "TYPE {node}",
    .public_default = "USAGE",
    .owner = "TYPE {node}",
    .create_actions = announced_create,
    .drop_actions = announced_drop,
    .catalog = "pg_type",
    .query = base_type_sql,
};
