#include "kinds/shared.h"

/* Routines ----------------------------------------------------------------------------------------------------- */

void
emit_replace(Actions *actions, const Node *old_node, const Node *new_node, const char *verb)
{
    static const Effect effect = {PHASE_EXPAND, LOCK_NONE, COST_SEMANTIC, "both applications run the new body at once"};
    Action *action = action_add(actions, old_node, new_node, effect, verb);
    action->alters = true;
    Definition up = node_define(actions->arena, new_node, true);
    Definition down = node_define(actions->arena, old_node, true);
    emit_definition_up(actions, action, up);
    emit_definition_down(actions, action, down);
}

/* OR REPLACE goes both ways where names, modes, types, defaults and result stay; else the routine is made anew. */
bool
routine_alter(const Node *old_node, const Node *new_node, guint64 changed, Actions *actions)
{
    if (changed & (1ull << ROUTINE_ARGUMENTS | 1ull << ROUTINE_RETURNS))
        return false;
    emit_replace(actions, old_node, new_node, "change body");
    return true;
}

const Attr routine_attrs[] = {
    [ROUTINE_DEFINITION] = {.key = "definition", .type = VALUE_SQL, .flags = ATTR_HIDDEN, .doc = "the whole command"},
    [ROUTINE_BODY] = {.key = "body", .type = VALUE_TEXT, .flags = ATTR_HIDDEN | ATTR_INTERNAL, .doc = "its body alone"},
    [ROUTINE_ARGUMENTS] = {.key = "arguments", .type = VALUE_SQL, .flags = ATTR_HIDDEN,
                           .doc = "names, modes, types, defaults"},
    [ROUTINE_RETURNS] = {.key = "returns", .type = VALUE_SQL, .flags = ATTR_HIDDEN, .doc = "its result"},
    [ROUTINE_LANGUAGE] = {.key = "language", .type = VALUE_NAME, .flags = ATTR_HIDDEN, .doc = "its language"},
};

/* Key constraints ---------------------------------------------------------------------------------------------- */

const Attr key_attrs[N_KEY_ATTRS] = {
    {.key = "definition", .type = VALUE_SQL, .doc = "(columns) and all that may follow"},
    {.key = "columns", .type = VALUE_NAMES, .flags = ATTR_INTERNAL, .doc = "the key columns"},
    {.key = "include", .type = VALUE_NAMES, .flags = ATTR_INTERNAL, .doc = "columns that the index only carries"},
    {.key = "nulls_not_distinct", .type = VALUE_BOOL, .flags = ATTR_INTERNAL, .since = 15,
     .doc = "nulls count as equal"},
    {.key = "deferrable", .type = VALUE_SQL, .flags = ATTR_INTERNAL, .doc = "deferrable [initially deferred]"},
};

/* Validation --------------------------------------------------------------------------------------------------- */

void
emit_not_valid_then_validate(Actions *actions, const Node *node, Effect effect)
{
    Action *action = emit_create(actions, node, effect);
    ActionSql *add = &g_array_index(action->up, ActionSql, 0);
    add->sql = arena_printf(actions->arena, "%s NOT VALID", add->sql);
    Effect validate = {effect.phase, LOCK_SHARE_UPDATE_EXCLUSIVE, COST_SCAN, effect.reason};
    Action *second = emit_change(actions, NULL, node, validate, emit_verb(actions, "validate", node),
                                 "ALTER TABLE {parent} VALIDATE CONSTRAINT {name}", NULL);
    g_array_index(second->up, ActionSql, 0).flags = SQL_OWN_COMMIT;
    g_ptr_array_add(second->requires, (gpointer)(guintptr)node);
}
