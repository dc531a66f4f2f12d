/* CREATE TRIGGER. Made anew on every change, in one transaction: OR REPLACE is not for all of them (14 on). */
#include "kinds/embedded.h"
#include "model/emit.h"

enum { DEFINITION, CONSTRAINT, ENABLED };

static const char *const parents[] = {"table", "foreign_table", "view", "materialized_view", NULL};

static const Attr attrs[] = {
    [DEFINITION] = {.key = "definition",
                    .type = VALUE_SQL,
                    .flags = ATTR_REQUIRED,
                    .doc = "before | after | instead of event on table ... execute function f()",
                    .set_effect = {PHASE_EXPAND, LOCK_ACCESS_EXCLUSIVE, COST_SEMANTIC,
                                   "both applications fire the new trigger at once"}},
    [CONSTRAINT] = {.key = "constraint", .type = VALUE_BOOL, .doc = "a constraint trigger"},
    [ENABLED] = {.key = "enabled",
                 .type = VALUE_SQL,
                 .flags = ATTR_AFTER | ATTR_HEIR,
                 .doc = "disable, enable replica or enable always",
                 .alter = "ALTER TABLE {parent} {value} TRIGGER {name}",
                 .none = "ENABLE",
                 .reset = "ALTER TABLE {parent} ENABLE TRIGGER {name}",
                 .set_effect = {PHASE_EXPAND, LOCK_SHARE_ROW_EXCLUSIVE, COST_SEMANTIC, NULL}},
};

const Kind kind_trigger = {
    .name = "trigger",
    .title = "trigger",
    .plural = "triggers",
    .parents = parents,
    .shape = SHAPE_MAP,
    .space = SPACE_CHILD,
    .attach_makes = true,
    .detach_drops = true,
    .on_alter = DEPENDANT_RECREATE,
    .attrs = attrs,
    .n_attrs = G_N_ELEMENTS(attrs),
    .leaf = "{definition}",
    .create = "CREATE [constraint?CONSTRAINT ]TRIGGER {name} {leaf}",
    .drop = "DROP TRIGGER {name} ON {parent}",
    .rename = "ALTER TRIGGER {name} ON {parent} RENAME TO {new}",
    .identify = "TRIGGER {name} ON {parent}",
    .create_effect = {PHASE_EXPAND, LOCK_SHARE_ROW_EXCLUSIVE, COST_SEMANTIC,
                      "the old application's writes fire it too"},
    .drop_effect = {PHASE_CONTRACT, LOCK_ACCESS_EXCLUSIVE, 0, "the old application's writes may rely on it"},
    .catalog = "pg_trigger",
    .query = trigger_sql,
};
