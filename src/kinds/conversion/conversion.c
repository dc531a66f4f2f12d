/* CREATE CONVERSION. Only its name, schema and owner can be altered. */
#include "kinds/embedded.h"
#include "model/emit.h"

static const Attr attrs[] = {
    {.key = "default", .type = VALUE_BOOL, .doc = "the one that is used between its two encodings"},
    {.key = "source", .type = VALUE_TEXT, .flags = ATTR_REQUIRED, .doc = "the encoding that it reads"},
    {.key = "destination", .type = VALUE_TEXT, .flags = ATTR_REQUIRED, .doc = "the encoding that it writes"},
    {.key = "function", .type = VALUE_SQL, .flags = ATTR_REQUIRED, .doc = "what converts, without parentheses"},
};

const Kind kind_conversion = {
    .name = "conversion",
    .title = "conversion",
    .plural = "conversions",
    .in_schema = true,
    .attrs = attrs,
    .n_attrs = G_N_ELEMENTS(attrs),
    .leaf = "FOR {source} TO {destination} FROM {function}",
    .create = "CREATE[default? DEFAULT] CONVERSION {node} {leaf}",
    .drop = "DROP CONVERSION {node}",
    .rename = "ALTER CONVERSION {node} RENAME TO {new}",
    .identify = "CONVERSION {node}",
    .holds = "[default?default conversion of {schema} from {source} to {destination}]",
    .owner = "CONVERSION {node}",
    .create_effect = {PHASE_EXPAND, LOCK_NONE, 0, NULL},
    .drop_effect = {PHASE_CONTRACT, LOCK_NONE, 0, "a client's encoding may need it"},
    .catalog = "pg_conversion",
    .query = conversion_sql,
};
