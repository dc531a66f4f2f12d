/* PostgreSQL writes no table anew ("cannot alter table "t" because column "u.r" uses its row type") while a column
 * holds its rows. Such columns hold them as text meanwhile: the statements before and after stand in the action itself,
 * so that all is one transaction. */
#include "plan/detour.h"

#include "model/schema.h"
#include <string.h>

static bool
has_node(const GPtrArray *nodes, const char *key)
{
    for (guint i = 0; i < nodes->len; i++)
        if (strcmp(((const Node *)nodes->pdata[i])->key, key) == 0)
            return true;
    return false;
}

/* Is the holder there when the action with this index runs? */
static bool
is_there(const Actions *actions, guint index, const Node *holder)
{
    bool there = schema_find(actions->old_schema, holder->key) != NULL;
    for (guint i = 0; i < index; i++) {
        const Action *action = actions->list->pdata[i];
        there = (there && !has_node(action->drops, holder->key)) || has_node(action->creates, holder->key);
    }
    return there;
}

static void
add_holders(const Actions *actions, guint index, const Node *root, GPtrArray *holders)
{
    for (guint i = 0; root != NULL && root->needed_by != NULL && i < root->needed_by->len; i++) {
        Node *user = root->needed_by->pdata[i];
        bool holds = user->kind->detour != NULL && !node_root(user)->kind->rows_elsewhere;
        if (holds && node_root(user) != root && !(user->flags & NODE_DERIVED) && !has_node(holders, user->key) &&
            is_there(actions, index, user))
            g_ptr_array_add(holders, user);
    }
}

/* The statements of one way between those that lead to text and back. */
static void
enclose(Actions *actions, const GPtrArray *holders, GArray *statements)
{
    if (statements->len == 0)
        return;
    for (guint i = 0; i < holders->len; i++) {
        const Node *holder = holders->pdata[i];
        ActionSql away = {.sql = holder->kind->detour(holder, actions->arena, false)};
        ActionSql back = {.sql = holder->kind->detour(holder, actions->arena, true)};
        g_array_prepend_val(statements, away);
        g_array_append_val(statements, back);
    }
}

/* The rows of a table that stays. */
static bool
writes_anew(const Action *action)
{
    return action->alters && action->old_node != NULL && action->new_node != NULL &&
           (action->effect.costs & COST_REWRITE) != 0 && node_root(action->old_node)->kind->space == SPACE_RELATION;
}

void
detours_add(Actions *actions)
{
    for (guint i = 0; i < actions->list->len; i++) {
        Action *action = actions->list->pdata[i];
        if (!writes_anew(action))
            continue;
        g_autoptr(GPtrArray) holders = g_ptr_array_new();
        add_holders(actions, i, node_root(action->old_node), holders);
        add_holders(actions, i, node_root(action->new_node), holders);
        enclose(actions, holders, action->up);
        enclose(actions, holders, action->down);
    }
}
