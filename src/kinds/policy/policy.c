/*
 * CREATE POLICY. Roles and expressions are altered in place; the command and whether it restricts are not, and an
 * expression can be set but not taken away (manual, ALTER POLICY).
 */
#include "kinds/embedded.h"
#include "model/emit.h"

enum { RESTRICTIVE };

static const char *const parents[] = {"table", NULL};

#define ALTER "ALTER POLICY {name} ON {parent} "
#define HIDES                                                                                                          \
    {                                                                                                                  \
        PHASE_CONTRACT, LOCK_ACCESS_EXCLUSIVE, COST_SEMANTIC, "the old application may need rows that it hides"        \
    }

static const Attr attrs[] = {
    [RESTRICTIVE] = {.key = "restrictive", .type = VALUE_BOOL, .doc = "must hold beside the others"},
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

static bool
is_asked(const Schema *schema, const Node *policy)
{
    const Node *table = schema_match(schema, policy->parent);
    return table != NULL && node_value(table, "row_security") != NULL;
}

static const Effect shows = {PHASE_EXPAND, LOCK_ACCESS_EXCLUSIVE, COST_SEMANTIC, NULL},
                    idle = {PHASE_EXPAND, LOCK_ACCESS_EXCLUSIVE, 0, NULL};

/* One more that permits hides nothing from those who saw rows by the others. */
static bool
create_actions(const Node *node, Actions *actions)
{
    const bool was_asked = is_asked(actions->old_schema, node),
               is_new = schema_match(actions->old_schema, node) == NULL;
    if (is_asked(actions->new_schema, node) && (!was_asked || !is_new || node->values[RESTRICTIVE] != NULL))
        return false;
    emit_create(actions, node, was_asked ? shows : idle);
    return true;
}

/* One less that restricts hides nothing, nor does one that is gone after row security has ended. */
static bool
drop_actions(const Node *node, Actions *actions)
{
    const bool goes_on = is_asked(actions->new_schema, node), goes = schema_match(actions->new_schema, node) == NULL;
    if (is_root_dropped(actions, node) || (goes_on && (!goes || node->values[RESTRICTIVE] == NULL)))
        return false;
    Action *action = emit_drop(actions, node, goes_on ? shows : idle);
    if (!goes_on && is_asked(actions->old_schema, node))
        g_ptr_array_add(action->requires, schema_match(actions->new_schema, node->parent));
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
    .create_actions = create_actions,
    .drop_actions = drop_actions,
    .catalog = "pg_policy",
    .query = policy_sql,
};
