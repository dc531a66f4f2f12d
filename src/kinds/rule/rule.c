/* CREATE RULE, but for the one that makes a view a view. Made anew on every change, in one transaction. */
#include "kinds/embedded.h"
#include "model/emit.h"

enum { DEFINITION, ENABLED };

static const char *const parents[] = {"table", "view", NULL};

static const Attr attrs[] = {
    [DEFINITION] = {.key = "definition",
                    .type = VALUE_SQL,
                    .flags = ATTR_REQUIRED,
                    .doc = "on event to table [where condition] do [also | instead] command",
                    .set_effect = {PHASE_EXPAND, LOCK_ACCESS_EXCLUSIVE, COST_SEMANTIC,
                                   "both applications' statements are rewritten by it at once"}},
    [ENABLED] = {.key = "enabled",
                 .type = VALUE_SQL,
                 .flags = ATTR_AFTER,
                 .doc = "disable, enable replica or enable always",
                 .alter = "ALTER TABLE {parent} {value} RULE {name}",
                 .reset = "ALTER TABLE {parent} ENABLE RULE {name}",
                 .set_effect = {PHASE_EXPAND, LOCK_ACCESS_EXCLUSIVE, COST_SEMANTIC, NULL}},
};

const Kind kind_rule = {
    .name = "rule",
    .title = "rule",
    .plural = "rules",
    .parents = parents,
    .shape = SHAPE_MAP,
    .space = SPACE_CHILD,
    .on_alter = DEPENDANT_RECREATE,
    .attrs = attrs,
    .n_attrs = G_N_ELEMENTS(attrs),
    .leaf = "{definition}",
    .create = "CREATE RULE {name} AS {leaf}",
    .drop = "DROP RULE {name} ON {parent}",
    .rename = "ALTER RULE {name} ON {parent} RENAME TO {new}",
    .identify = "RULE {name} ON {parent}",
    .create_effect = {PHASE_EXPAND, LOCK_ACCESS_EXCLUSIVE, COST_SEMANTIC,
                      "the old application's statements are rewritten by it too"},
    .drop_effect = {PHASE_CONTRACT, LOCK_ACCESS_EXCLUSIVE, COST_SEMANTIC, "the old application may rely on it"},
    .catalog = "pg_rewrite",
    .query = rule_sql,
};
