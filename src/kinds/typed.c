#include "kinds/typed.h"

#include "model/emit.h"
#include <string.h>

/* Columns cannot be added to a typed table, dropped or retyped, and ALTER TYPE ... CASCADE could give them neither
 * values nor NOT NULL: the table is none of its type until all is done (manual, ALTER TABLE, "OF type_name"). */
#define TAKE_ON "ALTER TABLE {node} OF {of}"
#define LET_GO "ALTER TABLE {node} NOT OF"

static const char *
of(const Node *node)
{
    int index = kind_attr(node->kind, "of");
    return index < 0 ? NULL : node->values[index];
}

/* The type's key, or NULL. */
static const char *
type_key(const Node *table)
{
    for (guint i = 0; table->needs != NULL && i < table->needs->len; i++) {
        const Node *needed = table->needs->pdata[i];
        g_autoptr(GString) name = g_string_new(NULL);
        node_append_name(name, needed);
        if (needed->kind->aside != NULL && g_strcmp0(of(table), name->str) == 0)
            return needed->key;
    }
    return NULL;
}

static bool
gains_columns(const Node *old_node, const Node *new_node)
{
    for (const Node *child = new_node->first_child; child != NULL; child = child->next)
        if (child->kind->grants_column && node_child(old_node, child->kind->name, child->name) == NULL)
            return true;
    return false;
}

/* New columns are for the expand phase. */
static void
let_go(const Node *old_node, const Node *new_node, Actions *actions)
{
    Effect effect = {PHASE_CONTRACT, LOCK_ACCESS_EXCLUSIVE, COST_SEMANTIC, "its rows are no values of the type"};
    if (gains_columns(old_node, new_node))
        effect.phase = PHASE_EXPAND;
    Action *action = action_add(actions, old_node, new_node, effect,
                                arena_printf(actions->arena, "no longer of type %s", of(old_node)));
    emit_up(actions, action, LET_GO, old_node);
    emit_down(actions, action, TAKE_ON, old_node);
    action->detaches = true;
    action->before = type_key(old_node);
}

static void
take_on(const Node *old_node, const Node *new_node, Actions *actions)
{
    static const Effect effect = {PHASE_EXPAND, LOCK_ACCESS_EXCLUSIVE, COST_SEMANTIC,
                                  "its columns can be changed no more"};
    Action *action =
        action_add(actions, old_node, new_node, effect, arena_printf(actions->arena, "of type %s", of(new_node)));
    emit_up(actions, action, TAKE_ON, new_node);
    emit_down(actions, action, LET_GO, new_node);
    action->attaches = true;
    action->after = type_key(new_node);
}

void
typed_change(const Node *old_node, const Node *new_node, Actions *actions)
{
    if (of(old_node) != NULL)
        let_go(old_node, new_node, actions);
    if (of(new_node) != NULL)
        take_on(old_node, new_node, actions);
}

static bool
stays_of(const Node *old_node, const Node *new_node)
{
    return of(old_node) != NULL && g_strcmp0(of(old_node), of(new_node)) == 0;
}

void
typed_tables_let_go(const Node *old_type, Actions *actions)
{
    for (guint i = 0; old_type->needed_by != NULL && i < old_type->needed_by->len; i++) {
        const Node *table = old_type->needed_by->pdata[i];
        const Node *now = of(table) == NULL ? NULL : schema_match(actions->new_schema, table);
        if (now != NULL && stays_of(table, now))
            typed_change(table, now, actions);
    }
}

static const Node *
next_column(const Node *child)
{
    while (child != NULL && !child->kind->grants_column)
        child = child->next;
    return child;
}

/* Do columns come and go only behind those that stay? No others can be put into their place, on either way. */
static bool
keeps_order(const Node *old_node, const Node *new_node)
{
    const Node *was = next_column(old_node->first_child), *now = next_column(new_node->first_child);
    while (was != NULL && now != NULL && strcmp(was->name, now->name) == 0) {
        was = next_column(was->next);
        now = next_column(now->next);
    }
    for (; was != NULL; was = next_column(was->next))
        if (node_child(new_node, was->kind->name, was->name) != NULL)
            return false;
    for (; now != NULL; now = next_column(now->next))
        if (node_child(old_node, now->kind->name, now->name) != NULL)
            return false;
    return true;
}

bool
typed_follow(const Node *old_node, const Node *new_node, Actions *actions)
{
    if (!stays_of(old_node, new_node) || !keeps_order(old_node, new_node))
        return false;
    typed_change(old_node, new_node, actions);
    return true;
}
