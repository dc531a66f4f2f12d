/*
 * CREATE POLICY. Roles and expressions are altered in place; the command and whether it restricts are not, and an
 * expression can be changed but neither added nor taken away (manual, ALTER POLICY).
 */
#include "kinds/embedded.h"
#include "model/emit.h"

enum { RESTRICTIVE, COMMAND, ROLES, USING, CHECK };

static const char *const parents[] = {"table", NULL};

#define ALTER "ALTER POLICY {name} ON {parent} "
#define HIDES                                                                                                          \
    {                                                                                                                  \
        PHASE_CONTRACT, LOCK_ACCESS_EXCLUSIVE, COST_SEMANTIC, "the old application may need rows that it hides"        \
    }

static const Attr attrs[] = {
    [RESTRICTIVE] = {.key = "restrictive", .type = VALUE_BOOL, .doc = "must hold beside the others"},
    [COMMAND] = {.key = "command",
                 .type = VALUE_SQL,
                 .flags = ATTR_REQUIRED,
                 .doc = "all, select, insert, update, delete"},
    [ROLES] = {.key = "roles",
               .type = VALUE_SQL,
               .doc = "roles that it is for; everybody where nothing is said",
               .alter = ALTER "TO {value}",
               .reset = ALTER "TO PUBLIC",
               .set_effect = HIDES},
    [USING] = {.key = "using",
               .type = VALUE_SQL,
               .doc = "rows that can be seen",
               .alter = ALTER "USING ({value})",
               .set_effect = HIDES},
    [CHECK] = {.key = "check",
               .type = VALUE_SQL,
               .doc = "rows that can be written",
               .alter = ALTER "WITH CHECK ({value})",
               .set_effect = HIDES},
};

static bool
comes_or_goes(const Node *old_node, const Node *new_node, int attr)
{
    return (old_node->values[attr] == NULL) != (new_node->values[attr] == NULL);
}

static bool
alter(const Node *old_node, const Node *new_node, guint64 changed, Actions *actions)
{
    if ((changed & (1ull << RESTRICTIVE | 1ull << COMMAND)) || comes_or_goes(old_node, new_node, USING) ||
        comes_or_goes(old_node, new_node, CHECK))
        return false; /* made anew */
    for (int attr = ROLES; attr <= CHECK; attr++)
        if (changed & (1ull << attr))
            emit_attribute(actions, old_node, new_node, attr);
    return true;
}

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
    .alter = alter,
    .catalog = "pg_policy",
    .query = policy_sql,
};
