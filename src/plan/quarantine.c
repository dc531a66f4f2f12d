#include "plan/quarantine.h"

#include "model/emit.h"
#include "model/quarantine.h"
#include <string.h>

/* A root moves as it is; a part takes another name. */
static char *
way(Actions *actions, const Node *from, const Node *to)
{
    return from->parent == NULL ? move_sql(actions, from, to->schema) : rename_sql(actions, from, to->name);
}

static void
become_move(Actions *actions, Action *action, const Node *old_node, const Node *new_node)
{
    action->effect = (Effect){PHASE_CONTRACT, LOCK_ACCESS_EXCLUSIVE, 0, "the old application uses it"};
    action->verb = arena_printf(actions->arena, "quarantine %s%s%s", old_node->kind->title,
                                old_node->parent == NULL ? "" : " ", old_node->parent == NULL ? "" : old_node->name);
    if (new_node->declared != NULL)
        action->place = new_node->declared->place;
    action->loss = NULL;
    g_array_set_size(action->up, 0);
    g_array_set_size(action->down, 0);
    action_up(actions, action, way(actions, old_node, new_node));
    action_down(actions, action, way(actions, new_node, old_node));
    for (guint i = 0; new_node->needs != NULL && i < new_node->needs->len; i++)
        if (((const Node *)new_node->needs->pdata[i])->kind->is_schema)
            g_ptr_array_add(action->requires, new_node->needs->pdata[i]);
}

void
quarantine_instead(Actions *actions, guint from, const Node *old_node, const Node *new_node)
{
    for (guint i = from; i < actions->list->len; i++) {
        Action *action = actions->list->pdata[i];
        if (g_ptr_array_find(action->drops, old_node, NULL)) {
            become_move(actions, action, old_node, new_node);
        } else if (action->drops->len > 0 && !action->old_node->kind->outlives_drop) { /* it goes along */
            g_array_set_size(action->up, 0);
            g_array_set_size(action->down, 0);
        }
    }
}

bool
quarantine_is_made_elsewhere(const Node *node)
{
    const Extras *extras = node->parent == NULL ? quarantine_extras(node) : NULL;
    const Node *author = node->declared != NULL ? node->declared : node;
    return extras != NULL && quarantine_has(node) && (node->declared == NULL || author->text != NULL);
}

Node
quarantine_leave(Node *node)
{
    const Node place = *node;
    node->schema = quarantine_extras(node)->was_schema;
    return place;
}

void
quarantine_return(Actions *actions, Node *node, const Node *place)
{
    static const Effect effect = {PHASE_EXPAND, LOCK_ACCESS_EXCLUSIVE, 0, NULL};
    Action *action = action_add(actions, NULL, node, effect, emit_verb(actions, "quarantine", node));
    action->alters = true;
    action_up(actions, action, move_sql(actions, node, place->schema));
    const char *was = node->schema;
    node->schema = place->schema;
    action_down(actions, action, move_sql(actions, node, was));
    for (Node *each = node; each != NULL; each = node_walk(node, each)) /* under the old name all of it is made */
        g_ptr_array_add(action->requires, each);
}
