/* A domain's CHECK. */
#include "kinds/embedded.h"
#include "model/kind.h"

static const char *const parents[] = {"domain", NULL};

static const Attr attrs[] = {
    {.key = "definition", .type = VALUE_SQL, .flags = ATTR_REQUIRED, .doc = "a condition on VALUE"},
    {.key = "not_valid",
     .type = VALUE_BOOL,
     .doc = "old values are not checked yet",
     .alter = NULL,
     .reset = "ALTER DOMAIN {parent} VALIDATE CONSTRAINT {name}",
     .reset_effect = {PHASE_CONTRACT, LOCK_SHARE, COST_SCAN, "validating blocks writers of every table that uses it"}},
};

const Kind kind_domain_check = {
    .name = "domain_check",
    .title = "check",
    .plural = "checks",
    .parents = parents,
    .shape = SHAPE_LIST,
    .space = SPACE_CONSTRAINT,
    .completes_parent = true, /* where arrays and rows hold values of the domain, PostgreSQL adds none */
    .attrs = attrs,
    .n_attrs = G_N_ELEMENTS(attrs),
    .leaf = "{definition}",
    .create = "ALTER DOMAIN {parent} ADD[name? CONSTRAINT {name}] CHECK ({leaf})[not_valid? NOT VALID]",
    .drop = "ALTER DOMAIN {parent} DROP CONSTRAINT {name}",
    .rename = "ALTER DOMAIN {parent} RENAME CONSTRAINT {name} TO {new}",
    .identify = "CONSTRAINT {name} ON DOMAIN {parent}",
    .create_effect = {PHASE_CONTRACT, LOCK_SHARE, COST_SCAN, "the old application may still write what it refuses"},
    .drop_effect = {PHASE_EXPAND},
    .naming = "ck",
    .catalog = "pg_constraint",
    .query = domain_check_sql,
};
