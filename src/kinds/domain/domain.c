/* CREATE DOMAIN, without its checks (kind domain_check). A domain's base type cannot be altered. */
#include "kinds/embedded.h"
#include "kinds/shared.h"

enum { TYPE, COLLATION, DEFAULT, NOT_NULL, NOT_NULL_CONSTRAINT };

static bool
asks_for_new_root(const Node *old_node, const Node *new_node, const Node *old_root)
{
    return old_node != NULL && new_node != NULL &&
           (old_node->values[NOT_NULL] == NULL) != (new_node->values[NOT_NULL] == NULL) && domain_is_held(old_root);
}

static const Attr attrs[] = {
    [TYPE] = {.key = "type", .type = VALUE_SQL, .flags = ATTR_REQUIRED, .doc = "the type that the domain narrows"},
    [COLLATION] = {.key = "collation", .type = VALUE_SQL, .doc = "collation, where it is not the type's own"},
    [DEFAULT] = {.key = "default",
                 .type = VALUE_SQL,
                 .doc = "default expression",
                 .alter = "ALTER DOMAIN {node} SET DEFAULT {value}",
                 .reset = "ALTER DOMAIN {node} DROP DEFAULT",
                 .reset_effect = {PHASE_CONTRACT, .reason = "the old application may rely on the default"}},
    [NOT_NULL] = {.key = "not_null",
                  .type = VALUE_BOOL,
                  .doc = "refuses null",
                  .alter = "ALTER DOMAIN {node} SET NOT NULL",
                  .reset = "ALTER DOMAIN {node} DROP NOT NULL",
                  .set_effect = {PHASE_CONTRACT, LOCK_SHARE, COST_SCAN, "the old application may still write nulls"},
                  .reset_effect = {PHASE_EXPAND}},
    [NOT_NULL_CONSTRAINT] = {.key = "not_null_constraint",
                             .type = VALUE_NAME,
                             .flags = ATTR_HIDDEN | ATTR_INTERNAL,
                             .doc = "the name that its NOT NULL has, from 17 on"},
};

/* The new one's NOT NULL is to have its usual name, which PostgreSQL gives to no other in the schema. */
static const char *const aside[] = {
    "[not_null_constraint?ALTER DOMAIN {node} RENAME CONSTRAINT {not_null_constraint} TO {aside}]",
    "ALTER DOMAIN {node} RENAME TO {aside}",
    NULL,
};

const Kind kind_domain = {
    .name = "domain",
    .title = "domain",
    .fills_columns = true,
    .plural = "domains",
    .folder = "types",
    .statement = "DOMAIN",
    .spelled_out = true,
    .space = SPACE_TYPE,
    .in_schema = true,
    .attrs = attrs,
    .n_attrs = G_N_ELEMENTS(attrs),
    .leaf = "{type}[collation? COLLATE {collation}][default? DEFAULT {default}][not_null? NOT NULL]",
    .create = "CREATE DOMAIN {node} AS {leaf}",
    .drop = "DROP DOMAIN {node}",
    .aside = aside,
    .rename = "ALTER DOMAIN {node} RENAME TO {new}",
    .alias = alias_domain,
    .identify = "DOMAIN {node}",
    .grant_on = "DOMAIN {node}",
    .public_default = "USAGE",
    .owner = "DOMAIN {node}",
    .catalog = "pg_type",
    .asks_for_new_root = asks_for_new_root,
    .query = domain_sql,
};
