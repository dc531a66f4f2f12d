/* CREATE TEXT SEARCH CONFIGURATION, without its mappings (kind text_search_mapping). Its parser cannot be altered. */
#include "kinds/embedded.h"
#include "model/kind.h"

static const Attr attrs[] = {
    {.key = "parser", .type = VALUE_SQL, .flags = ATTR_REQUIRED, .doc = "what cuts a text into tokens: default"},
};

const Kind kind_text_search_configuration = {
    .name = "text_search_configuration",
    .title = "text search configuration",
    .plural = "text_search_configurations",
    .in_schema = true,
    .on_alter = DEPENDANT_RECREATE,
    .attrs = attrs,
    .n_attrs = G_N_ELEMENTS(attrs),
    .leaf = "(PARSER = {parser})",
    .create = "CREATE TEXT SEARCH CONFIGURATION {node} {leaf}",
    .drop = "DROP TEXT SEARCH CONFIGURATION {node}",
    .rename = "ALTER TEXT SEARCH CONFIGURATION {node} RENAME TO {new}",
    .identify = "TEXT SEARCH CONFIGURATION {node}",
    .owner = "TEXT SEARCH CONFIGURATION {node}",
    .drop_effect = {PHASE_CONTRACT, LOCK_NONE, 0, "the old application may still search with it"},
    .catalog = "pg_ts_config",
    .query = text_search_configuration_sql,
};
