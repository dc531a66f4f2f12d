/*
 * CREATE POLICY. Roles and expressions are altered in place; the command and whether it restricts are not, and an
 * expression can be set but not taken away (manual, ALTER POLICY).
 */
#include "kinds/embedded.h"
#include "model/emit.h"

static const char *const parents[] = {"table", NULL};

#define ALTER "ALTER POLICY {name} ON {parent} "
#define HIDES                                                                                                          \
    {                                                                                                                  \
        PHASE_CONTRACT, LOCK_ACCESS_EXCLUSIVE, COST_SEMANTIC, "the old application may need rows that it hides"        \
    }

static const Attr attrs[] = {
    {.key = "restrictive", .type = VALUE_BOOL, .doc = "must hold beside the others"},
    {.key = "command", .type = VALUE_SQL, .flags = ATTR_REQUIRED, .doc = "all, select, insert, update, delete"},
    {.key = "roles",
     .type = VALUE_SQL,
     .doc = "roles that it is for; everybody where nothing is said",
     .alter = ALTER "TO {value}",
     .reset = ALTER "TO PUBLIC",
     .set_effect = HIDES},
    {.key = "using",
     .type = VALUE_SQL,
     .doc = "rows that can be seen",
     .alter = ALTER "USING ({value})",
     .set_effect = HIDES},
    {.key = "check",
     .type = VALUE_SQL,
     .doc = "rows that can be written",
     .alter = ALTER "WITH CHECK ({value})",
     .set_effect = HIDES},
};

const Kind kind_policy = {
    .name = "policy",
    .title = "policy",
    .plural = "policies",
    .parents = parents,
    .shape = SHAPE_MAP,
    .space = SPACE_CHILD,
    .on_alter = DEPENDANT_RECREATE,
    .attrs = attrs,
    .n_attrs = G_N_ELEMENTS(attrs),
    .leaf = "FOR {command}[roles? TO {roles}][using? USING ({using})][check? WITH CHECK ({check})]",
    .create = "CREATE POLICY {name} ON {parent}[restrictive? AS RESTRICTIVE] {leaf}",
    .drop = "DROP POLICY {name} ON {parent}",
    .rename = "ALTER POLICY {name} ON {parent} RENAME TO {new}",
    .identify = "POLICY {name} ON {parent}",
    .create_effect = HIDES,
    .drop_effect = HIDES,
    .catalog = "pg_policy",
    .query = policy_sql,
};
