/* CREATE STATISTICS. What they count and on which columns cannot be altered; their target can. */
#include "kinds/embedded.h"
#include "model/emit.h"

enum { DEFINITION, IN_SCHEMA, TARGET };

static const char *const parents[] = {"table", "foreign_table", "materialized_view", NULL};

#define NAMED "[in_schema?{in_schema}.{name}][in_schema!{sibling}]"

static const Attr attrs[] = {
    [DEFINITION] = {.key = "definition",
                    .type = VALUE_SQL,
                    .flags = ATTR_REQUIRED,
                    .doc = "[(ndistinct, dependencies, mcv)] on columns or expressions"},
    [IN_SCHEMA] = {.key = "in_schema", .type = VALUE_NAME, .doc = "their schema, where it is not the table's"},
    [TARGET] = {.key = "target",
                .type = VALUE_INT,
                .flags = ATTR_AFTER,
                .doc = "statistics target",
                .alter = "ALTER STATISTICS " NAMED " SET STATISTICS {value}",
                .reset = "ALTER STATISTICS " NAMED " SET STATISTICS -1"},
};

/* PostgreSQL makes them anew for a column's new type, and forgets the target. */
static bool
is_torn(const Node *node, const Node *old_column, const Node *new_column)
{
    (void)old_column;
    (void)new_column;
    return node->values[TARGET] != NULL;
}

const Kind kind_statistics = {
    .name = "statistics",
    .title = "statistics",
    .plural = "statistics",
    .parents = parents,
    .shape = SHAPE_MAP,
    .space = SPACE_CHILD,
    .attrs = attrs,
    .n_attrs = G_N_ELEMENTS(attrs),
    .leaf = "{definition}",
    .create = "CREATE STATISTICS " NAMED " {leaf} FROM {parent}",
    .drop = "DROP STATISTICS " NAMED,
    .rename = "ALTER STATISTICS " NAMED " RENAME TO {new}",
    .identify = "STATISTICS " NAMED,
    .owner = "STATISTICS " NAMED,
    .create_effect = {PHASE_EXPAND, LOCK_SHARE_UPDATE_EXCLUSIVE, 0, NULL},
    .drop_effect = {PHASE_CONTRACT, LOCK_SHARE_UPDATE_EXCLUSIVE, 0,
                    "the old application's queries may be planned by them"},
    .rename_effect = {PHASE_EXPAND, LOCK_NONE, 0, NULL},
    .is_torn = is_torn,
    .catalog = "pg_statistic_ext",
    .query = statistics_sql,
};
