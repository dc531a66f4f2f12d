/* What a text search configuration asks about tokens of one type: dictionaries, until one knows the token. */
#include "kinds/embedded.h"
#include "model/kind.h"

#define ALTER "ALTER TEXT SEARCH CONFIGURATION {parent} "
#define AT_ONCE                                                                                                        \
    {                                                                                                                  \
        PHASE_EXPAND, LOCK_NONE, COST_SEMANTIC,                                                                        \
            "both applications get its new lexemes at once; what was indexed keeps the old ones"                       \
    }

static const char *const parents[] = {"text_search_configuration", NULL};

static const Attr attrs[] = {
    {.key = "dictionaries",
     .type = VALUE_NAMES,
     .flags = ATTR_REQUIRED | ATTR_SCALAR,
     .doc = "the dictionaries, in the order in which they are asked",
     .alter = ALTER "ALTER MAPPING FOR {name} WITH {value}",
     .set_effect = AT_ONCE},
};

const Kind kind_text_search_mapping = {
    .name = "text_search_mapping",
    .title = "mapping",
    .plural = "mappings",
    .parents = parents,
    .shape = SHAPE_MAP,
    .space = SPACE_CHILD,
    .attrs = attrs,
    .n_attrs = G_N_ELEMENTS(attrs),
    .leaf = "{dictionaries}",
    .create = ALTER "ADD MAPPING FOR {name} WITH {leaf}",
    .drop = ALTER "DROP MAPPING FOR {name}",
    .create_effect = AT_ONCE,
    .drop_effect = {PHASE_CONTRACT, LOCK_NONE, COST_SEMANTIC, "the old application may still find such tokens"},
    .catalog = "pg_ts_config",
    .query = text_search_mapping_sql,
};
