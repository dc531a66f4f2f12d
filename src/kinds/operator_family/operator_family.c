/*
 * CREATE OPERATOR FAMILY, and those of its operators and functions that belong to none of its classes. They are added
 * when all are there, and come and go one by one.
 */
#include "kinds/embedded.h"
#include "model/emit.h"
#include "sql/lex.h"
#include "sql/split.h"
#include <string.h>

enum { MEMBERS };

/* "OPERATOR 1 public.<(a, b) FOR ..." is dropped as "OPERATOR 1 (a, b)", a function as "FUNCTION 1 (a, b)". */
static char *
without_target(Arena *arena, const char *member)
{
    const char *open = strchr(member, '('), *cursor = member;
    Token word = lex_next_solid(&cursor), number = lex_next_solid(&cursor);
    const char *close = open == NULL ? NULL : strchr(open, ')');
    if (close == NULL)
        return arena_strdup(arena, member);
    return arena_printf(arena, "%.*s %.*s %.*s", (int)word.length, word.text, (int)number.length, number.text,
                        (int)(close - open + 1), open);
}

static bool
has_member(char **members, const char *member)
{
    for (; *members != NULL; members++)
        if (strcmp(*members, member) == 0)
            return true;
    return false;
}

static void
add_members(Actions *actions, Action *action, const Node *node, const char *from, const char *to, ActionAdd *add)
{
    char **old_members = split_list(actions->arena, from == NULL ? "" : from);
    char **new_members = split_list(actions->arena, to == NULL ? "" : to);
    g_autoptr(GString) gone = g_string_new(NULL), come = g_string_new(NULL);
    for (char **each = old_members; *each != NULL; each++)
        if (!has_member(new_members, *each))
            g_string_append_printf(gone, "%s%s", gone->len > 0 ? ", " : "", without_target(actions->arena, *each));
    for (char **each = new_members; *each != NULL; each++)
        if (!has_member(old_members, *each))
            g_string_append_printf(come, "%s%s", come->len > 0 ? ", " : "", *each);
    const TemplateToken more[] = {{"gone", gone->str}, {"come", come->str}, {NULL, NULL}};
    if (gone->len > 0)
        add(actions, action, template_sql(actions->arena, "ALTER OPERATOR FAMILY {node} DROP {gone}", node, more));
    if (come->len > 0)
        add(actions, action, template_sql(actions->arena, "ALTER OPERATOR FAMILY {node} ADD {come}", node, more));
}

static bool
alter(const Node *old_node, const Node *new_node, guint64 changed, Actions *actions)
{
    static const Effect effect = {PHASE_EXPAND, LOCK_NONE, COST_SEMANTIC, "indexes of both applications go by it"};
    (void)changed;
    const char *from = old_node->values[MEMBERS], *to = new_node->values[MEMBERS];
    Action *action = emit_change(actions, old_node, new_node, effect, "change members", NULL, NULL);
    add_members(actions, action, new_node, from, to, action_up);
    add_members(actions, action, old_node, to, from, action_down);
    return true;
}

static bool
create_actions(const Node *node, Actions *actions)
{
    Action *action = emit_create(actions, node, create_effect(node->kind));
    add_members(actions, action, node, NULL, node->values[MEMBERS], action_up);
    return true;
}

static bool
drop_actions(const Node *node, Actions *actions)
{
    Action *action = emit_drop(actions, node, drop_effect(node->kind));
    add_members(actions, action, node, NULL, node->values[MEMBERS], action_down);
    return true;
}

static const Attr attrs[] = {
    [MEMBERS] = {.key = "members",
                 .type = VALUE_SQL,
                 .doc = "of its operators and functions those that belong to no class: OPERATOR 1 <(int, bigint), ..."},
};

const Kind kind_operator_family = {
    .name = "operator_family",
    .title = "operator family",
    .plural = "operator_families",
    .in_schema = true,
    .has_signature = true,
    .signature_word = "USING",
    .attrs = attrs,
    .n_attrs = G_N_ELEMENTS(attrs),
    .create = "CREATE OPERATOR FAMILY {node}",
    .drop = "DROP OPERATOR FAMILY {node}",
    .rename = "ALTER OPERATOR FAMILY {node} RENAME TO {new}",
    .identify = "OPERATOR FAMILY {node}",
    .owner = "OPERATOR FAMILY {node}",
    .create_effect = {PHASE_EXPAND, LOCK_NONE, 0, NULL},
    .drop_effect = {PHASE_CONTRACT, LOCK_NONE, 0, NULL},
    .alter = alter,
    .create_actions = create_actions,
    .drop_actions = drop_actions,
    .catalog = "pg_opfamily",
    .query = operator_family_sql,
};
