/*
 * CREATE EXTENSION. Its members are its own business and are never reflected. The version is not compared: what a
 * server has installed is the operator's choice, as pg_dump sees it too. plpgsql is there from the start.
 */
#include "kinds/embedded.h"
#include "model/kind.h"

static const Attr attrs[] = {
    {.key = "in_schema",
     .type = VALUE_NAME,
     .flags = ATTR_HOME,
     .doc = "the schema that holds the extension's objects",
     .alter = "ALTER EXTENSION {name} SET SCHEMA {value}",
     .set_effect = {PHASE_EXPAND, LOCK_NONE, COST_BREAKS, "its objects have another schema at once"}},
    {.key = "version", .type = VALUE_TEXT, .flags = ATTR_INTERNAL | ATTR_HIDDEN, .doc = "the installed version"},
};

const Kind kind_extension = {
    .name = "extension",
    .title = "extension",
    .plural = "extensions",
    .space = SPACE_DATABASE,
    .has_members = true,
    .attrs = attrs,
    .n_attrs = G_N_ELEMENTS(attrs),
    .create = "CREATE EXTENSION {name}[in_schema? WITH SCHEMA {in_schema}]",
    .drop = "DROP EXTENSION {name}",
    .identify = "EXTENSION {name}",
    .drop_effect = {.costs = COST_DATA_LOSS},
    .catalog = "pg_extension",
    .query = extension_sql,
};
