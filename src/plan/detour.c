/* PostgreSQL writes no table anew ("cannot alter table "t" because column "u.r" uses its row type") while a column
 * holds its rows, nor adds a column to it that has values at once. Such columns hold them as text meanwhile: the
 * statements before and after stand in the action itself, so that all is one transaction. Those of materialized views
 * go, and come back with them. */
#include "plan/detour.h"

#include "model/lineage.h"
#include "model/template.h"
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

static void add_holders(const Node *held, const Node *table, GPtrArray *holders);

static void
add_holder(Node *holder, const Node *table, GPtrArray *holders)
{
    g_ptr_array_add(holders, holder);
    add_holders(node_root(holder), table, holders);
}

/* Themselves or inside of other types; rows of the table's heirs, and of tables that hold them in turn, too: what holds
 * others comes behind them. */
static void
add_holders(const Node *held, const Node *table, GPtrArray *holders)
{
    for (guint i = 0; held->needed_by != NULL && i < held->needed_by->len; i++) {
        Node *user = held->needed_by->pdata[i];
        const Kind *kind = user->kind;
        bool holds = kind->detour != NULL && !node_root(user)->kind->rows_elsewhere && !(user->flags & NODE_DERIVED);
        bool computes = kind->holds_rows != NULL && kind->holds_rows(user, held);
        if (kind->aside != NULL || (kind == table->kind && lineage_has(user, held)))
            add_holders(user, table, holders);
        else if ((holds || computes) && node_root(user) != table && !has_node(holders, user->key))
            add_holder(user, table, holders);
    }
}

/* The rows of a table that stays. */
static bool
writes_anew(const Action *action)
{
    return action->alters && action->old_node != NULL && action->new_node != NULL &&
           (action->effect.costs & COST_REWRITE) != 0 && node_root(action->old_node)->kind->space == SPACE_RELATION;
}

/* Of the table that the action writes anew or fills, as it is in one of the Schemas. */
static void
add_holders_in(const Schema *schema, const Action *action, GPtrArray *holders)
{
    const Node *node = action->old_node != NULL ? action->old_node : action->new_node;
    const Node *root = schema == NULL || node == NULL ? NULL : schema_match(schema, node_root(node));
    if (root != NULL && (action->fills || writes_anew(action)))
        add_holders(root, root, holders);
}

void
detour_add_holders(const Actions *actions, const Action *action, GPtrArray *holders)
{
    add_holders_in(actions->old_schema, action, holders);
    add_holders_in(actions->new_schema, action, holders);
}

/* Has the holder got another type before the action with this index runs? */
static bool
is_retyped(const Actions *actions, guint index, const Node *holder)
{
    const Node *was = schema_find(actions->old_schema, holder->key),
               *is = schema_find(actions->new_schema, holder->key);
    if (was == NULL || is == NULL || holder->kind->detour == NULL ||
        strcmp(holder->kind->detour(was, actions->arena, true), holder->kind->detour(is, actions->arena, true)) == 0)
        return false;
    for (guint i = 0; i < index; i++) {
        const Action *action = actions->list->pdata[i];
        const bool retypes = action->exchanges || (action->alters && (action->effect.costs & COST_REWRITE));
        if (retypes && action->new_node != NULL && strcmp(action->new_node->key, holder->key) == 0)
            return true;
    }
    return false;
}

/* Those that hold rows when the action runs: a column may get their type, or another one, by the same plan. */
static void
add_holders_at(const Actions *actions, guint index, GPtrArray *holders)
{
    const Schema *schemas[] = {actions->old_schema, actions->new_schema};
    g_autoptr(GPtrArray) found = g_ptr_array_new();
    for (size_t is_new = 0; is_new < G_N_ELEMENTS(schemas); is_new++) {
        g_ptr_array_set_size(found, 0);
        add_holders_in(schemas[is_new], actions->list->pdata[index], found);
        for (guint i = 0; i < found->len; i++) {
            Node *holder = found->pdata[i];
            bool stays = !is_new || schema_find(actions->old_schema, holder->key) == NULL;
            if (!has_node(holders, holder->key) && is_there(actions, index, holder) &&
                (stays != is_retyped(actions, index, holder)))
                g_ptr_array_add(holders, holder);
        }
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

/* A column that has values as soon as it is there cannot come while rows hold rows, but one that has none can: so that
 * texts have its place, that one comes first, and gives way. */
static void
make_place(Actions *actions, const Node *column, GArray *statements, const GPtrArray *holders)
{
    ActionSql make = {.sql = template_sql(actions->arena, column->kind->stand_in, column, NULL)};
    ActionSql give_way = {.sql = template_sql(actions->arena, column->kind->drop, column, NULL)};
    g_array_prepend_val(statements, give_way);
    enclose(actions, holders, statements);
    g_array_prepend_val(statements, make);
}

static void
take_detour(Actions *actions, Action *action, const GPtrArray *holders)
{
    if (action->fills && action->new_node != NULL) {
        make_place(actions, action->new_node, action->up, holders);
    } else if (action->fills) {
        make_place(actions, action->old_node, action->down, holders);
    } else {
        enclose(actions, holders, action->up);
        enclose(actions, holders, action->down);
    }
}

void
detours_add(Actions *actions)
{
    g_autoptr(GPtrArray) holders = g_ptr_array_new();
    for (guint i = 0; i < actions->list->len; i++) {
        Action *action = actions->list->pdata[i];
        g_ptr_array_set_size(holders, 0);
        add_holders_at(actions, i, holders);
        for (guint k = 0; k < holders->len; k++)
            g_ptr_array_add(action->touches, holders->pdata[k]);
        if (holders->len > 0)
            take_detour(actions, action, holders);
    }
}
