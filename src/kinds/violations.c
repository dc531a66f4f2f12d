#include "kinds/violations.h"

#include "kinds/key_columns.h"
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
    const Node *key = old_table == NULL ? NULL : node_child(old_table, "primary_key", NULL);
    const char *columns = key == NULL || !stays(actions, key) ? NULL : key_columns(actions->arena, old_table);
    if (columns == NULL)
        return "ctid";
    return strchr(columns, ',') == NULL ? columns : arena_printf(actions->arena, "(%s)", columns);
}

void
violations_look(Actions *actions, Action *action, Violation violation)
{
    const Node *node = action->new_node;
    const Effect effect = {action->effect.phase, LOCK_ACCESS_SHARE, COST_SCAN, action->effect.reason};
    const char *key = row_key(actions, node->parent);
    const char *sql = sql_printf(
        actions->arena, "SELECT count(*) = 0, 'it is violated by ' || count(*) || %L || min(%s::text) FROM %s WHERE %s",
        arena_printf(actions->arena, " rows, one of them with %s = ", key), key, violation.from, violation.condition);

    Action *look = action_add(actions, NULL, node->parent, effect,
                              arena_printf(actions->arena, "look for rows against %s", violation.title));
    look->turn = TURN_FIRST;
    action_up(actions, look, sql)->directive =
        arena_printf(actions->arena, "verify %s of %s", violation.title, node_address(node->parent));
    if (action->alters)
        g_ptr_array_add(look->requires, (gpointer)(guintptr)node);
    for (guint i = 0; node->needs != NULL && i < node->needs->len; i++)
        g_ptr_array_add(look->requires, node->needs->pdata[i]);

    char *looked = arena_printf(actions->arena, "looked for rows against %s", node->key);
    g_ptr_array_add(look->gives, looked);
    g_ptr_array_add(action->takes, looked);
}
