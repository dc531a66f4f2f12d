/* primary key: always with an index of its own. */
#include "kinds/embedded.h"
#include "kinds/online.h"
#include "kinds/parts.h"
#include "kinds/shared.h"

static const char *const parents[] = {"table", NULL};

const Kind kind_primary_key = {
    .name = "primary_key",
    .title = "primary key",
    .part = PART_KEY,
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
    .create_actions = key_create,
    .alter = key_alter,
    .drop_actions = key_drop,
    .beside = key_beside,
    .is_torn = parts_are_torn,
    .naming = "pk",
    .catalog = "pg_constraint",
    .query = primary_key_sql,
};
