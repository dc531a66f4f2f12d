/*
 * A table's CHECK. On a table that has rows it is added NOT VALID and validated by a statement of its own, so that the
 * scan does not stand under the lock of the addition (manual, ALTER TABLE, "Notes").
 */
#include "kinds/embedded.h"
#include "kinds/shared.h"
#include "model/lineage.h"
#include "sql/lex.h"

enum { DEFINITION, NO_INHERIT, NOT_ENFORCED, NOT_VALID };

static const char *const parents[] = {"table", "foreign_table", NULL};

/* Is all of it in parentheses already? */
static bool
is_enclosed(const char *text)
{
    const char *cursor = text;
    g_autofree char *within = text[0] == '(' ? lex_parenthesised(&cursor) : NULL;
    return within != NULL && *cursor == '\0';
}

static Violation
violation_of(Actions *actions, const Node *node)
{
    const char *condition = node->values[DEFINITION];
    return (Violation){
        .title = arena_printf(actions->arena, "check %s", node->name),
        .from = template_sql(actions->arena, "[no_inherit?ONLY ]{parent}", node, NULL),
        .condition = arena_printf(actions->arena, is_enclosed(condition) ? "NOT %s" : "NOT (%s)", condition),
    };
}

static bool
is_checked(const Node *node)
{
    return node->values[NOT_VALID] == NULL && node->values[NOT_ENFORCED] == NULL && !node->parent->kind->rows_elsewhere;
}

static bool
create_actions(const Node *node, Actions *actions)
{
    static const Effect not_enforced = {PHASE_EXPAND, LOCK_ACCESS_EXCLUSIVE, 0, NULL}; /* it refuses nothing */
    if (is_root_new(actions, node) || (!is_checked(node) && node->values[NOT_ENFORCED] == NULL))
        return false;
    if (node->values[NOT_ENFORCED] != NULL) {
        emit_create(actions, node, not_enforced);
        return true;
    }
    const Violation violation = violation_of(actions, node);
    emit_not_valid_then_validate(actions, node, create_effect(node->kind), &violation);
    return true;
}

static bool
drop_actions(const Node *node, Actions *actions)
{
    if (actions->at_once || falls(actions, node) || !is_checked(node))
        return false;
    Action *action = emit_drop(actions, node, drop_effect(node->kind));
    validate_apart(actions, action, node, 0, action_down);
    violations_look_back(actions, action, violation_of(actions, node));
    return true;
}

static void
lock_apart(GArray *statements)
{
    for (guint i = 0; i < statements->len; i++)
        g_array_index(statements, ActionSql, i).flags |= SQL_OWN_BLOCK;
}

/* Of a partitioned table: each statement locks all of its partitions, so it has a transaction of its own, and one or
 * the other is in force all the time. */
static bool
stands_beside(const Node *old_node, const Node *new_node, Actions *actions)
{
    if (!is_checked(old_node) || !is_checked(new_node) || node_value(new_node->parent, "partition_by") == NULL)
        return false;
    Effect effect = create_effect(new_node->kind);
    Beside beside = emit_beside(actions, old_node, new_node, effect, effect);
    lock_apart(beside.make->up);
    lock_apart(beside.make->down);
    lock_apart(beside.drop->up);
    lock_apart(beside.drop->down);
    validate_apart(actions, beside.make, new_node, 1, action_up);
    validate_apart(actions, beside.drop, &beside.old, 0, action_down);
    violations_look(actions, beside.make, violation_of(actions, new_node));
    violations_look_back(actions, beside.drop, violation_of(actions, old_node));
    return true;
}

/* With the column PostgreSQL makes it anew, not valid in heirs either, in which it may be valid. */
static bool
is_torn(const Node *node, const Node *old_column, const Node *new_column)
{
    (void)old_column;
    (void)new_column;
    return node->values[NOT_VALID] != NULL && node_has_heirs(node->parent);
}

static const Attr attrs[] = {
    [DEFINITION] = {.key = "definition", .type = VALUE_SQL, .flags = ATTR_REQUIRED, .doc = "the condition"},
    [NO_INHERIT] = {.key = "no_inherit", .type = VALUE_BOOL, .doc = "not for tables that inherit"},
    [NOT_ENFORCED] = {.key = "not_enforced",
                      .type = VALUE_BOOL,
                      .since = 18,
                      .doc = "says what holds, and is never checked",
                      .set_effect = {PHASE_EXPAND, LOCK_ACCESS_EXCLUSIVE, 0, NULL},
                      .reset_effect = {PHASE_CONTRACT, LOCK_ACCESS_EXCLUSIVE, 0, NULL}},
    [NOT_VALID] = {.key = "not_valid",
                   .type = VALUE_BOOL,
                   .flags = ATTR_SEPARATE | ATTR_HEIR,
                   .doc = "old rows are not checked yet",
                   .none = "false",
                   .reset = "ALTER TABLE {parent} VALIDATE CONSTRAINT {name}",
                   .reset_effect = {PHASE_CONTRACT, LOCK_SHARE_UPDATE_EXCLUSIVE, COST_SCAN, NULL}},
};

const Kind kind_check = {
    .name = "check",
    .title = "check",
    .part = PART_CHECK,
    .plural = "checks",
    .parents = parents,
    .shape = SHAPE_LIST,
    .space = SPACE_CONSTRAINT,
    .attrs = attrs,
    .n_attrs = G_N_ELEMENTS(attrs),
    .leaf = "{definition}",
    .create = "ALTER TABLE {parent} ADD[name? CONSTRAINT {name}] CHECK ({leaf})[no_inherit? NO INHERIT]"
              "[not_enforced? NOT ENFORCED][not_valid? NOT VALID]",
    .drop = "ALTER TABLE {parent} DROP CONSTRAINT {name}",
    .inlined = "[name?CONSTRAINT {name} ]CHECK ({leaf})[no_inherit? NO INHERIT][not_enforced? NOT ENFORCED]",
    .rename = "ALTER TABLE {parent} RENAME CONSTRAINT {name} TO {new}",
    .identify = "CONSTRAINT {name} ON {parent}",
    .create_effect = {PHASE_CONTRACT, LOCK_ACCESS_EXCLUSIVE, 0, "the old application may still write what it refuses"},
    .drop_effect = {PHASE_EXPAND, LOCK_ACCESS_EXCLUSIVE, 0, NULL},
    .create_actions = create_actions,
    .drop_actions = drop_actions,
    .beside = stands_beside,
    .is_torn = is_torn,
    .naming = "ck",
    .catalog = "pg_constraint",
    .query = check_sql,
};
