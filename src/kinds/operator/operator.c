/*
 * CREATE OPERATOR. What estimates it is altered in place. Its commutator and negator may come later: PostgreSQL keeps
 * their places (manual, CREATE OPERATOR, "Notes").
 */
#include "kinds/embedded.h"
#include "model/emit.h"
#include "sql/format.h"
#include "sql/split.h"
#include <string.h>

/* Its signature says the types of both sides, NONE where there is no such side. */
static void
define(const Node *node, GString *sql)
{
    static const char *const sides[] = {"LEFTARG", "RIGHTARG"};
    g_autoptr(Arena) arena = arena_new();
    g_autofree char *leaf = node_leaf(node);
    char **types = split_list(arena, node->signature);
    sql_append(sql, "CREATE OPERATOR %I.", node->schema);
    g_string_append_printf(sql, "%s (%s", node->name, leaf);
    for (size_t i = 0; i < G_N_ELEMENTS(sides) && types[i] != NULL; i++)
        if (g_ascii_strcasecmp(types[i], "none") != 0)
            g_string_append_printf(sql, ", %s = %s", sides[i], types[i]);
    g_string_append(sql, ")");
}

static char *
find_id(const Node *node, Arena *arena)
{
    g_autoptr(GString) name = g_string_new(NULL);
    node_append_name(name, node);
    return sql_printf(arena, "to_regoperator(%L)", name->str);
}

#define ALTER(what)                                                                                                    \
    "ALTER OPERATOR {node} SET (" what " = {value})", .reset = "ALTER OPERATOR {node} SET (" what " = NONE)"

static const Attr attrs[] = {
    {.key = "function", .type = VALUE_SQL, .flags = ATTR_REQUIRED, .doc = "the function that it calls"},
    {.key = "commutator", .type = VALUE_SQL, .doc = "the operator with its sides swapped: OPERATOR(public.>)"},
    {.key = "negator", .type = VALUE_SQL, .doc = "the operator that is true where it is false"},
    {.key = "restrict", .type = VALUE_SQL, .doc = "what estimates how many rows it leaves", .alter = ALTER("RESTRICT")},
    {.key = "join", .type = VALUE_SQL, .doc = "what estimates how many rows a join by it has", .alter = ALTER("JOIN")},
    {.key = "hashes", .type = VALUE_BOOL, .doc = "can a hash join go by it?"},
    {.key = "merges", .type = VALUE_BOOL, .doc = "can a merge join go by it?"},
};

const Kind kind_operator = {
    .name = "operator",
    .title = "operator",
    .plural = "operators",
    .in_schema = true,
    .has_signature = true,
    .raw_name = true,
    .attrs = attrs,
    .n_attrs = G_N_ELEMENTS(attrs),
    .leaf = "FUNCTION = {function}[commutator?, COMMUTATOR = {commutator}][negator?, NEGATOR = {negator}]"
            "[restrict?, RESTRICT = {restrict}][join?, JOIN = {join}][hashes?, HASHES][merges?, MERGES]",
    .drop = "DROP OPERATOR {node}",
    .identify = "OPERATOR {node}",
    .owner = "OPERATOR {node}",
    .create_effect = {PHASE_EXPAND, LOCK_NONE, 0, NULL},
    .drop_effect = {PHASE_CONTRACT, LOCK_NONE, 0, "the old application's statements may use it"},
    .define = define,
    .find_id = find_id,
    .catalog = "pg_operator",
    .query = operator_sql,
};
