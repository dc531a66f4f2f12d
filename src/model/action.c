#include "model/action.h"

#include <string.h>

Actions *
actions_new(Arena *arena, const Schema *old_schema, const Schema *new_schema)
{
    Actions *actions = g_new0(Actions, 1);
    actions->arena = arena;
    actions->list = g_ptr_array_new();
    actions->old_schema = old_schema;
    actions->new_schema = new_schema;
    actions->machinery = "pleat";
    return actions;
}

static void
action_clear(Action *action)
{
    g_array_unref(action->up);
    g_array_unref(action->down);
    g_ptr_array_unref(action->creates);
    g_ptr_array_unref(action->drops);
    g_ptr_array_unref(action->requires);
    g_ptr_array_unref(action->frees);
    g_ptr_array_unref(action->gives);
    g_ptr_array_unref(action->takes);
    g_ptr_array_unref(action->touches);
}

void
actions_free(Actions *actions)
{
    if (actions == NULL)
        return;
    for (guint i = 0; i < actions->list->len; i++)
        action_clear(actions->list->pdata[i]);
    g_ptr_array_unref(actions->list);
    g_free(actions);
}

static Place
place_of(const Node *old_node, const Node *new_node)
{
    for (const Node *node = new_node; node != NULL; node = node->parent) {
        if (node->declared != NULL && node->declared->place.file != NULL)
            return node->declared->place;
        if (node->place.file != NULL)
            return node->place;
    }
    return old_node == NULL ? (Place){0} : old_node->place;
}

Action *
action_add(Actions *actions, const Node *old_node, const Node *new_node, Effect effect, const char *verb)
{
    Action *action = arena_new_one(actions->arena, Action);
    action->verb = arena_strdup(actions->arena, verb);
    action->old_node = old_node;
    action->new_node = new_node;
    action->effect = effect;
    action->up = g_array_new(FALSE, TRUE, sizeof(ActionSql));
    action->down = g_array_new(FALSE, TRUE, sizeof(ActionSql));
    action->creates = g_ptr_array_new();
    action->drops = g_ptr_array_new();
    action->requires = g_ptr_array_new();
    action->frees = g_ptr_array_new();
    action->gives = g_ptr_array_new();
    action->takes = g_ptr_array_new();
    action->touches = g_ptr_array_new();
    action->place = place_of(old_node, new_node);
    g_ptr_array_add(actions->list, action);
    return action;
}

static ActionSql *
add_sql(Actions *actions, GArray *list, const char *sql)
{
    ActionSql statement = {.sql = arena_strdup(actions->arena, sql)};
    g_array_append_val(list, statement);
    return &g_array_index(list, ActionSql, list->len - 1);
}

ActionSql *
action_up(Actions *actions, Action *action, const char *sql)
{
    return add_sql(actions, action->up, sql);
}

ActionSql *
action_down(Actions *actions, Action *action, const char *sql)
{
    return add_sql(actions, action->down, sql);
}
