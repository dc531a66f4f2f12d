/* A column's DEFAULT: a node of its own because it may need what comes after its table (a routine, a sequence). */
#include "kinds/embedded.h"
#include "model/kind.h"

static const char *const parents[] = {"column", NULL};

static const Attr attrs[] = {
    {.key = "definition",
     .type = VALUE_SQL,
     .flags = ATTR_REQUIRED,
     .doc = "the expression",
     .alter = "ALTER TABLE {parent.parent} ALTER COLUMN {parent.name} SET DEFAULT {value}",
     .set_effect = {PHASE_EXPAND, LOCK_ACCESS_EXCLUSIVE, COST_SEMANTIC,
                    "the old application's inserts get it at once"}},
    {.key = "volatile", .type = VALUE_BOOL, .flags = ATTR_HIDDEN | ATTR_INTERNAL, .doc = "another value in each row"},
};

const Kind kind_default = {
    .name = "default",
    .title = "default",
    .plural = "default",
    .parents = parents,
    .shape = SHAPE_INLINE,
    .anonymous = true,
    .attrs = attrs,
    .n_attrs = G_N_ELEMENTS(attrs),
    .leaf = "{definition}",
    .none = "NULL",
    .create = "ALTER TABLE {parent.parent} ALTER COLUMN {parent.name} SET DEFAULT {leaf}",
    .drop = "ALTER TABLE {parent.parent} ALTER COLUMN {parent.name} DROP DEFAULT",
    .create_effect = {PHASE_EXPAND, LOCK_ACCESS_EXCLUSIVE, COST_SEMANTIC,
                      "the old application's inserts get it at once"},
    .drop_effect = {PHASE_CONTRACT, LOCK_ACCESS_EXCLUSIVE, 0, "the old application's inserts may rely on it"},
    .catalog = "pg_attrdef",
    .query = default_sql,
};
