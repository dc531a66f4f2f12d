/*
 * CREATE TRANSFORM. Its name says of which type for which language: "public.point3 LANGUAGE plv8". CREATE OR REPLACE
 * changes its functions in place: every routine of the language that has the type among its arguments depends on it.
 */
#include "kinds/embedded.h"
#include "model/emit.h"
#include "sql/format.h"

static char *
find_id(const Node *node, Arena *arena)
{
    return sql_printf(arena,
                      "SELECT t.oid FROM pg_catalog.pg_transform t JOIN pg_catalog.pg_language l ON l.oid = t.trflang"
                      " WHERE t.trftype = to_regtype(%L) AND quote_ident(l.lanname) = %L",
                      node->name, node->signature);
}

static bool
alter(const Node *old_node, const Node *new_node, guint64 changed, Actions *actions)
{
    static const Effect effect = {PHASE_EXPAND, LOCK_NONE, COST_SEMANTIC, "both applications' routines use it at once"};
    (void)changed;
    static const char replace[] = "CREATE OR REPLACE TRANSFORM FOR {node} {leaf}";
    emit_change(actions, old_node, new_node, effect, "replace", replace, replace);
    return true;
}

static const Attr attrs[] = {
    {.key = "from_sql", .type = VALUE_SQL, .doc = "the function that a value goes through into the language"},
    {.key = "to_sql", .type = VALUE_SQL, .doc = "the function that it goes through out of it"},
};

const Kind kind_transform = {
    .name = "transform",
    .title = "transform",
    .plural = "transforms",
    .has_signature = true,
    .raw_name = true,
    .binds_replaced = true,
    .signature_word = "LANGUAGE",
    .attrs = attrs,
    .n_attrs = G_N_ELEMENTS(attrs),
    .leaf =
        "([from_sql?FROM SQL WITH FUNCTION {from_sql}][from_sql?[to_sql?, ]][to_sql?TO SQL WITH FUNCTION {to_sql}])",
    .create = "CREATE TRANSFORM FOR {node} {leaf}",
    .drop = "DROP TRANSFORM FOR {node}",
    .identify = "TRANSFORM FOR {node}",
    .create_effect = {PHASE_EXPAND, LOCK_NONE, 0, NULL},
    .drop_effect = {PHASE_CONTRACT, LOCK_NONE, 0, "the old application's routines may use it"},
    .find_id = find_id,
    .alter = alter,
    .catalog = "pg_transform",
    .query = transform_sql,
};
