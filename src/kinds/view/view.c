/*
 * CREATE VIEW. Replaced in place where the old columns stay as they were and new ones come behind them (manual, CREATE
 * VIEW); everything else drops it and makes it again.
 */
#include "kinds/embedded.h"
#include "kinds/shared.h"
#include <string.h>

enum { DEFINITION, OPTIONS, COLUMNS };

static bool
has_children(const Node *node)
{
    for (const Node *child = node->first_child; child != NULL; child = child->next)
        if (!child->kind->bare)
            return true;
    return false;
}

/* Can the old version be dropped and made again on the way back, with nothing but itself? */
static bool
is_alone(const Node *old_node, const Node *new_node)
{
    return (old_node->needed_by == NULL || old_node->needed_by->len == 0) && !has_children(old_node) &&
           !has_children(new_node);
}

/* In one direction OR REPLACE may do while the other needs DROP and CREATE: the view is then made anew both ways. */
static bool
alter(const Node *old_node, const Node *new_node, guint64 changed, Actions *actions)
{
    if (!columns_go_on(old_node, new_node))
        return false;
    bool same_columns = strcmp(old_node->values[COLUMNS], new_node->values[COLUMNS]) == 0;
    if (!same_columns && !is_alone(old_node, new_node))
        return false;
    (void)changed;
    static const Effect effect = {PHASE_EXPAND, LOCK_ACCESS_EXCLUSIVE, COST_SEMANTIC,
                                  "both applications see the new query at once"};
    Action *action = action_add(actions, old_node, new_node, effect, "change view");
    action->alters = true;
    Definition up = node_define(actions->arena, new_node, true);
    Definition down = node_define(actions->arena, old_node, true);
    emit_definition_up(actions, action, up);
    if (!same_columns)
        emit_down(actions, action, "DROP VIEW {node}", old_node);
    emit_definition_down(actions, action, down);
    if (!same_columns)
        emit_behind(actions, action, old_node, action_down);
    return true;
}

static const Attr attrs[] = {
    [DEFINITION] = {.key = "definition", .type = VALUE_SQL, .flags = ATTR_REQUIRED, .doc = "the query"},
    [OPTIONS] = {.key = "options", .type = VALUE_OPTIONS, .doc = "security_barrier, security_invoker, check_option"},
    [COLUMNS] = COLUMNS_ATTR,
};

const Kind kind_view = {
    .name = "view",
    .title = "view",
    .plural = "views",
    .folder = "views",
    .statement = "VIEW",
    .space = SPACE_RELATION,
    .in_schema = true,
    .on_alter = DEPENDANT_RECREATE,
    .attrs = attrs,
    .n_attrs = G_N_ELEMENTS(attrs),
    .leaf = "{definition}",
    .create = "CREATE VIEW {node}[options? WITH ({options})] AS\n{leaf}",
    .drop = "DROP VIEW {node}",
    .rename = "ALTER VIEW {node} RENAME TO {new}",
    .alias = alias_view,
    .identify = "VIEW {node}",
    .grant_on = "TABLE {node}",
    .owner = "VIEW {node}",
    .create_effect = {PHASE_EXPAND, LOCK_ACCESS_SHARE, 0, NULL},
    .drop_effect = {PHASE_CONTRACT, LOCK_ACCESS_EXCLUSIVE, 0, NULL},
    .alter = alter,
    .catalog = "pg_class",
    .query = view_sql,
};
