/* CREATE TEXT SEARCH TEMPLATE: the C functions of a sort of dictionaries. A change makes it anew. */
#include "kinds/embedded.h"
#include "model/kind.h"

static const Attr attrs[] = {
    {.key = "init", .type = VALUE_SQL, .doc = "the function that reads a dictionary's options"},
    {.key = "lexize", .type = VALUE_SQL, .flags = ATTR_REQUIRED, .doc = "the function that looks a token up"},
};

const Kind kind_text_search_template = {
    .name = "text_search_template",
    .title = "text search template",
    .plural = "text_search_templates",
    .in_schema = true,
    .on_alter = DEPENDANT_RECREATE,
    .attrs = attrs,
    .n_attrs = G_N_ELEMENTS(attrs),
    .leaf = "([init?INIT = {init}, ]LEXIZE = {lexize})",
    .create = "CREATE TEXT SEARCH TEMPLATE {node} {leaf}",
    .drop = "DROP TEXT SEARCH TEMPLATE {node}",
    .rename = "ALTER TEXT SEARCH TEMPLATE {node} RENAME TO {new}",
    .identify = "TEXT SEARCH TEMPLATE {node}",
    .drop_effect = {PHASE_CONTRACT, LOCK_NONE, 0, "the old application may still search with it"},
    .catalog = "pg_ts_template",
    .query = text_search_template_sql,
};
