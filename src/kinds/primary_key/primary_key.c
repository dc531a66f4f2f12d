/* primary key: always with an index of its own. */
#include "kinds/embedded.h"
#include "kinds/online.h"
#include "kinds/shared.h"

static const char *const parents[] = {"table", NULL};

static bool
create_actions(const Node *node, Actions *actions)
{
    return key_create(node, actions, "PRIMARY KEY");
}

static bool
drop_actions(const Node *node, Actions *actions)
{
    return key_drop(node, actions, "PRIMARY KEY");
}

static bool
beside(const Node *old_node, const Node *new_node, Actions *actions)
{
    return key_beside(old_node, new_node, actions, "PRIMARY KEY");
}

const Kind kind_primary_key = {
    .name = "primary_key",
    .title = "primary key",
    .plural = "primary_key",
    .parents = parents,
    .shape = SHAPE_SINGLE,
    .space = SPACE_CONSTRAINT,
    .picture = PICTURE_KEY,
    .attach_makes = true,
    .attrs = key_attrs,
    .n_attrs = N_KEY_ATTRS,
    .leaf = KEY_LEAF,
    .create = "ALTER TABLE {parent} ADD[name? CONSTRAINT {name}] PRIMARY KEY {leaf}",
    .drop = "ALTER TABLE {parent} DROP CONSTRAINT {name}",
    .inlined = "[name?CONSTRAINT {name} ]PRIMARY KEY {leaf}",
    .rename = "ALTER TABLE {parent} RENAME CONSTRAINT {name} TO {new}",
    .identify = "CONSTRAINT {name} ON {parent}",
    .create_effect = {PHASE_CONTRACT, LOCK_ACCESS_EXCLUSIVE, COST_SCAN,
                      "the old application may still write what it refuses"},
    .drop_effect = {PHASE_CONTRACT, LOCK_ACCESS_EXCLUSIVE, 0, "the old application's ON CONFLICT may need it"},
    .create_actions = create_actions,
    .drop_actions = drop_actions,
    .beside = beside,
    .naming = "pk",
    .catalog = "pg_constraint",
    .query = primary_key_sql,
};
