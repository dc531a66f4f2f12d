/* A domain's CHECK. */
#include "kinds/embedded.h"
#include "kinds/shared.h"
#include <string.h>

enum { DEFINITION, NOT_VALID };

static const char *const parents[] = {"domain", NULL};

static bool
is_valid(const Node *node)
{
    return node != NULL && node->values[NOT_VALID] == NULL;
}

/* Is it added or validated, on one of both ways, as PostgreSQL refuses where values are inside of others? */
static bool
is_checked(const Node *old_node, const Node *new_node)
{
    bool other = old_node == NULL || new_node == NULL || is_valid(old_node) != is_valid(new_node) ||
                 strcmp(old_node->values[DEFINITION], new_node->values[DEFINITION]) != 0;
    return other && (is_valid(old_node) || is_valid(new_node));
}

static bool
asks_for_new_root(const Node *old_node, const Node *new_node, const Node *old_root)
{
    return is_checked(old_node, new_node) && domain_is_held(old_root);
}

/* A materialized view does not say whether it holds values inside of others. */
static bool
is_held_up(const Node *old_node, const Node *new_node, const Node *user)
{
    bool holds_rows = user->kind->on_alter == DEPENDANT_RECREATE && user->kind->space == SPACE_RELATION &&
                      kind_attr(user->kind, "tablespace") >= 0 && user->parent == NULL;
    return holds_rows && is_checked(old_node, new_node);
}

static const Attr attrs[] = {
    [DEFINITION] = {.key = "definition", .type = VALUE_SQL, .flags = ATTR_REQUIRED, .doc = "a condition on VALUE"},
    [NOT_VALID] = {.key = "not_valid",
                   .type = VALUE_BOOL,
                   .doc = "old values are not checked yet",
                   .alter = NULL,
                   .reset = "ALTER DOMAIN {parent} VALIDATE CONSTRAINT {name}",
                   .reset_effect = {PHASE_CONTRACT, LOCK_SHARE, COST_SCAN,
                                    "validating blocks writers of every table that uses it"}},
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
    .asks_for_new_root = asks_for_new_root,
    .is_held_up = is_held_up,
    .query = domain_check_sql,
};
