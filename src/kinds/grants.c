/* grants.c - kinds of which there is nothing but privileges */
#include "kinds/shared.h"
#include <string.h>

static void
emit_both_ways(Actions *actions, Action *action, const Node *node, ActionAdd *make, ActionAdd *take_away)
{
    Node none = *node;
    none.facets[FACET_PRIVILEGES] = NULL;
    emit_facet_changes(actions, action, NULL, node, make);
    emit_facet_changes(actions, action, node, &none, take_away);
}

/* What takes something away waits until the old application is gone. */
static void
wait_to_revoke(Action *action)
{
    for (guint i = 0; i < action->up->len; i++)
        if (strstr(g_array_index(action->up, ActionSql, i).sql, "REVOKE ") != NULL) {
            action->effect.phase = PHASE_CONTRACT;
            action->effect.reason = "the old application may need what is revoked";
        }
}

bool
grants_create(const Node *node, Actions *actions)
{
    Action *action = action_add(actions, NULL, node, create_effect(node->kind), emit_verb(actions, "set", node));
    emit_both_ways(actions, action, node, action_up, action_down);
    wait_to_revoke(action);
    g_ptr_array_add(action->creates, (gpointer)(guintptr)node);
    return true;
}

bool
grants_drop(const Node *node, Actions *actions)
{
    Action *action = action_add(actions, node, NULL, drop_effect(node->kind), emit_verb(actions, "reset", node));
    emit_both_ways(actions, action, node, action_down, action_up);
    g_ptr_array_add(action->drops, (gpointer)(guintptr)node);
    return true;
}
