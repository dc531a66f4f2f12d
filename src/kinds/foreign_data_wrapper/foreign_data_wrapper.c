/* CREATE FOREIGN DATA WRAPPER, for wrappers that no extension brings. All of it is altered in place. */
#include "kinds/embedded.h"
#include "kinds/shared.h"

enum { HANDLER, VALIDATOR, OPTIONS };

#define ALTER "ALTER FOREIGN DATA WRAPPER {name}"

static bool
alter(const Node *old_node, const Node *new_node, guint64 changed, Actions *actions)
{
    for (int attr = HANDLER; attr < OPTIONS; attr++)
        if (changed & (1ull << attr))
            emit_attribute(actions, old_node, new_node, attr);
    if (changed & (1ull << OPTIONS))
        emit_foreign_options(actions, old_node, new_node, OPTIONS, ALTER);
    return true;
}

#define AT_ONCE                                                                                                        \
    {                                                                                                                  \
        PHASE_EXPAND, LOCK_NONE, COST_SEMANTIC, "both applications reach foreign data by it at once"                   \
    }

static const Attr attrs[] = {
    [HANDLER] = {.key = "handler",
                 .type = VALUE_SQL,
                 .doc = "the function that reaches the data; without one there are servers, but no data",
                 .alter = ALTER " HANDLER {value}",
                 .reset = ALTER " NO HANDLER",
                 .set_effect = AT_ONCE,
                 .reset_effect = {PHASE_CONTRACT, LOCK_NONE, 0, "the old application may still reach the data"}},
    [VALIDATOR] = {.key = "validator",
                   .type = VALUE_SQL,
                   .doc = "the function that checks options",
                   .alter = ALTER " VALIDATOR {value}",
                   .reset = ALTER " NO VALIDATOR"},
    [OPTIONS] = {.key = "options", .type = VALUE_FOREIGN_OPTIONS, .doc = "options of the wrapper"},
};

const Kind kind_foreign_data_wrapper = {
    .name = "foreign_data_wrapper",
    .title = "foreign data wrapper",
    .plural = "foreign_data_wrappers",
    .space = SPACE_DATABASE,
    .attrs = attrs,
    .n_attrs = G_N_ELEMENTS(attrs),
    .leaf = "[handler?HANDLER {handler} ][validator?VALIDATOR {validator} ][options?OPTIONS ({options})]",
    .create = "CREATE FOREIGN DATA WRAPPER {name} {leaf}",
    .drop = "DROP FOREIGN DATA WRAPPER {name}",
    .rename = ALTER " RENAME TO {new}",
    .identify = "FOREIGN DATA WRAPPER {name}",
    .grant_on = "FOREIGN DATA WRAPPER {name}",
    .owner = "FOREIGN DATA WRAPPER {name}",
    .alter = alter,
    .catalog = "pg_foreign_data_wrapper",
    .query = foreign_data_wrapper_sql,
};
