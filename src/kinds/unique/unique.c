/* unique constraint: always with an index of its own. */
#include "kinds/embedded.h"
#include "kinds/online.h"
#include "kinds/shared.h"

static const char *const parents[] = {"table", NULL};

static bool
create_actions(const Node *node, Actions *actions)
{
    return key_create(node, actions, "UNIQUE");
}

static bool
drop_actions(const Node *node, Actions *actions)
{
    return key_drop(node, actions, "UNIQUE");
}

static bool
beside(const Node *old_node, const Node *new_node, Actions *actions)
{
    return key_beside(old_node, new_node, actions, "UNIQUE");
}

const Kind kind_unique = {
    .name = "unique",
    .title = "unique constraint",
    .plural = "unique",
    .parents = parents,
    .shape = SHAPE_LIST,
    .space = SPACE_CONSTRAINT,
    .attach_makes = true,
    .attrs = key_attrs,
    .n_attrs = N_KEY_ATTRS,
    .leaf = KEY_LEAF,
    .create = "ALTER TABLE {parent} ADD[name? CONSTRAINT {name}] UNIQUE {leaf}",
    .drop = "ALTER TABLE {parent} DROP CONSTRAINT {name}",
    .inlined = "[name?CONSTRAINT {name} ]UNIQUE {leaf}",
    .rename = "ALTER TABLE {parent} RENAME CONSTRAINT {name} TO {new}",
    .identify = "CONSTRAINT {name} ON {parent}",
    .create_effect = {PHASE_CONTRACT, LOCK_ACCESS_EXCLUSIVE, COST_SCAN,
                      "the old application may still write what it refuses"},
    .drop_effect = {PHASE_CONTRACT, LOCK_ACCESS_EXCLUSIVE, 0, "the old application's ON CONFLICT may need it"},
    .create_actions = create_actions,
    .drop_actions = drop_actions,
    .beside = beside,
    .naming = "uq",
    .catalog = "pg_constraint",
    .query = unique_sql,
};
