#include "kinds/violations.h"

#include "kinds/key_columns.h"
#include "model/lineage.h"
#include "sql/format.h"
#include <string.h>

/* Are all of its columns there from first to last? */
static bool
stays(const Actions *actions, const Node *key)
{
    for (guint i = 0; key->needs != NULL && i < key->needs->len; i++)
        if (schema_match(actions->new_schema, key->needs->pdata[i]) == NULL)
            return false;
    return true;
}

/* "id", "(a, b)": what rows are told apart by. */
static const char *
row_key(Actions *actions, const Node *table)
{
    const Node *old_table = schema_match(actions->old_schema, table);
    const Node *key = old_table == NULL ? NULL : key_of_rows(old_table);
    const char *columns = key == NULL || !stays(actions, key) ? NULL : key_columns(actions->arena, old_table);
    if (columns == NULL)
        return "ctid";
    return strchr(columns, ',') == NULL ? columns : arena_printf(actions->arena, "(%s)", columns);
}

static ActionSql
look_sql(Actions *actions, const Node *table, Violation violation)
{
    const char *key = row_key(actions, table);
    const char *words = arena_printf(actions->arena, " rows, one of them with %s = ", key);
    return (ActionSql){
        .sql =
            sql_printf(actions->arena,
                       "SELECT count(*) = 0, 'it is violated by ' || count(*) || %L || min(%s::text) FROM %s WHERE %s",
                       words, key, violation.from, violation.condition),
        .directive = arena_printf(actions->arena, "verify %s of %s", violation.title, node_address(table)),
    };
}

static void
run_in_order(Actions *actions, Action *first, Action *second, const Action *look)
{
    char *token = arena_printf(actions->arena, "%s of %s", look->verb,
                               (look->new_node != NULL ? look->new_node : look->old_node)->key);
    g_ptr_array_add(first->gives, token);
    g_ptr_array_add(second->takes, token);
}

static bool
has_heirs_elsewhere(const Node *table)
{
    for (guint i = 0; table != NULL && table->needed_by != NULL && i < table->needed_by->len; i++) {
        const Node *user = table->needed_by->pdata[i];
        if (user->parent == NULL && node_has_lineage(user) && lineage_has(user, table) &&
            (user->kind->rows_elsewhere || has_heirs_elsewhere(user)))
            return true;
    }
    return false;
}

/* Another server may not be there, and what it holds is not validated either. */
static bool
is_partly_elsewhere(const Actions *actions, const Node *table)
{
    return table->kind->rows_elsewhere || has_heirs_elsewhere(schema_match(actions->old_schema, table)) ||
           has_heirs_elsewhere(schema_match(actions->new_schema, table));
}

Action *
violations_look(Actions *actions, Action *action, Violation violation)
{
    const Node *node = action->new_node;
    if (is_partly_elsewhere(actions, node->parent))
        return NULL;
    const Effect effect = {action->effect.phase, LOCK_ACCESS_SHARE, COST_SCAN, action->effect.reason};
    /* What the action makes is not there yet; what it alters is, and may be altered again behind it. */
    const Node *subject = action->alters && action->creates->len == 0 ? node : node->parent;
    Action *look = action_add(actions, NULL, subject, effect,
                              arena_printf(actions->arena, "look for rows against %s", violation.title));
    look->turn = TURN_FIRST;
    const ActionSql sql = look_sql(actions, node->parent, violation);
    g_array_append_val(look->up, sql);
    g_ptr_array_add(look->requires, (gpointer)(guintptr)subject);
    for (guint i = 0; node->needs != NULL && i < node->needs->len; i++)
        g_ptr_array_add(look->requires, node->needs->pdata[i]);

    run_in_order(actions, look, action, look);
    return look;
}

static bool
is_unchanged(const Node *old_node, const Node *new_node)
{
    for (size_t i = 0; new_node != NULL && i < old_node->kind->n_attrs; i++)
        if (g_strcmp0(old_node->values[i], new_node->values[i]) != 0)
            return false;
    return new_node != NULL;
}

void
violations_look_back(Actions *actions, Action *action, Violation violation)
{
    const Node *node = action->old_node;
    if (is_partly_elsewhere(actions, node->parent))
        return;
    for (guint i = 0; node->needs != NULL && i < node->needs->len; i++)
        if (!is_unchanged(node->needs->pdata[i], schema_match(actions->new_schema, node->needs->pdata[i])))
            return;
    const Effect effect = {action->effect.phase, LOCK_ACCESS_SHARE, COST_SCAN, NULL};
    Action *look =
        action_add(actions, node->parent, NULL, effect,
                   arena_printf(actions->arena, "on the way back, look for rows against %s", violation.title));
    look->turn = TURN_LAST;
    const ActionSql sql = look_sql(actions, node->parent, violation);
    g_array_append_val(look->down, sql);
    run_in_order(actions, action, look, look);
}
