/* ALTER PUBLICATION ... ADD TABLES IN SCHEMA (15 on): that a schema is in a publication, declared with the schema. */
#include "kinds/embedded.h"
#include "model/emit.h"

static const char *const parents[] = {"schema", NULL};

/* See publication_table.c. */
static bool
create_actions(const Node *node, Actions *actions)
{
    Action *action = emit_create(actions, node, create_effect(node->kind));
    g_ptr_array_add(action->takes, arena_printf(actions->arena, "no column lists in publication %s", node->name));
    return true;
}

static bool
drop_actions(const Node *node, Actions *actions)
{
    Action *action = emit_drop(actions, node, drop_effect(node->kind));
    g_ptr_array_add(action->gives, arena_printf(actions->arena, "no schemas in publication %s", node->name));
    return true;
}

const Kind kind_publication_schema = {
    .name = "publication_schema",
    .title = "publication",
    .plural = "publications",
    .parents = parents,
    .shape = SHAPE_MAP,
    .space = SPACE_CHILD,
    .create = "ALTER PUBLICATION {name} ADD TABLES IN SCHEMA {parent}",
    .drop = "ALTER PUBLICATION {name} DROP TABLES IN SCHEMA {parent}",
    .create_effect = {PHASE_EXPAND, LOCK_NONE, COST_SEMANTIC,
                      "updates and deletes fail at once on its tables without replica identity; subscribers refresh"},
    .drop_effect = {PHASE_CONTRACT, LOCK_NONE, COST_SEMANTIC, "subscribers no longer get its tables' changes"},
    .create_actions = create_actions,
    .drop_actions = drop_actions,
    .catalog = "pg_publication_namespace",
    .query = publication_schema_sql,
};
