/*
 * What is said of a view's column beside its query: comment, privileges, default, statistics target. The column itself
 * comes from the query.
 */
#include "kinds/embedded.h"
#include "model/kind.h"

static const char *const parents[] = {"view", "materialized_view", NULL};

#define COLUMN "ALTER {parent.object} {parent} ALTER COLUMN {name} "

static const Attr attrs[] = {
    {.key = "default",
     .type = VALUE_SQL,
     .flags = ATTR_AFTER,
     .doc = "what an insert into the view writes by default",
     .alter = COLUMN "SET DEFAULT {value}",
     .reset = COLUMN "DROP DEFAULT",
     .set_effect = {PHASE_EXPAND, LOCK_ACCESS_EXCLUSIVE, COST_SEMANTIC, "the old application's inserts get it at once"},
     .reset_effect = {PHASE_CONTRACT, LOCK_ACCESS_EXCLUSIVE, 0, "the old application's inserts may rely on it"}},
    {.key = "statistics",
     .type = VALUE_INT,
     .flags = ATTR_AFTER,
     .doc = "statistics target",
     .alter = COLUMN "SET STATISTICS {value}",
     .reset = COLUMN "SET STATISTICS -1",
     .set_effect = {PHASE_EXPAND, LOCK_SHARE_UPDATE_EXCLUSIVE, 0, NULL}},
};

const Kind kind_view_column = {
    .name = "view_column",
    .title = "column",
    .plural = "columns",
    .parents = parents,
    .shape = SHAPE_MAP,
    .space = SPACE_CHILD,
    .bare = true,
    .attrs = attrs,
    .n_attrs = G_N_ELEMENTS(attrs),
    .identify = "COLUMN {parent}.{name}",
    .grant_on = "TABLE {parent}",
    .grants_column = true,
    .catalog = "pg_class",
    .query = view_column_sql,
};
