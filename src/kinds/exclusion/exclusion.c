/* EXCLUDE. PostgreSQL knows no online way to add one to a table that has rows. */
#include "kinds/embedded.h"
#include "kinds/parts.h"
#include "kinds/shared.h"

static const char *const parents[] = {"table", NULL};

static const Attr attrs[] = {
    {.key = "definition",
     .type = VALUE_SQL,
     .flags = ATTR_REQUIRED,
     .doc = "what stands behind EXCLUDE: [using method] (column with operator, ...) [include ...] [with ...]"},
    {.key = "where", .type = VALUE_SQL, .doc = "the rows that it is for"},
    {.key = "deferrable", .type = VALUE_SQL, .doc = "deferrable [initially deferred]"},
    INDEX_ATTRS,
    INDEX_COMMENT_ATTR,
};

const Kind kind_exclusion = {
    .name = "exclusion",
    .title = "exclusion constraint",
    .part = PART_SINGLE,
    .plural = "exclusions",
    .parents = parents,
    .shape = SHAPE_LIST,
    .space = SPACE_CONSTRAINT,
    .attach_makes = true,
    .attrs = attrs,
    .n_attrs = G_N_ELEMENTS(attrs),
    .leaf = "{definition}[tablespace? USING INDEX TABLESPACE {tablespace}][where? WHERE ({where})]"
            "[deferrable? {deferrable}]",
    .create = "ALTER TABLE {parent} ADD[name? CONSTRAINT {name}] EXCLUDE {leaf}",
    .drop = "ALTER TABLE {parent} DROP CONSTRAINT {name}",
    .inlined = "[name?CONSTRAINT {name} ]EXCLUDE {leaf}",
    .rename = "ALTER TABLE {parent} RENAME CONSTRAINT {name} TO {new}",
    .identify = "CONSTRAINT {name} ON {parent}",
    .create_effect = {PHASE_CONTRACT, LOCK_ACCESS_EXCLUSIVE, COST_SCAN,
                      "the old application may still write what it refuses"},
    .drop_effect = {PHASE_EXPAND, LOCK_ACCESS_EXCLUSIVE, 0, NULL},
    .is_torn = parts_are_torn,
    .naming = "ex",
    .catalog = "pg_constraint",
    .query = exclusion_sql,
};
