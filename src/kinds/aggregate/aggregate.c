/*
 * CREATE AGGREGATE. Its arguments are spelled with ORDER BY for ordered-set aggregates and "*" for none, so it is named
 * by these, not by its signature. OR REPLACE keeps its users, where arguments and
 * result stay.
 */
#include "kinds/embedded.h"
#include "kinds/shared.h"

enum { DEFINITION, ARGUMENTS, RETURNS, VARIANT };

static bool
alter(const Node *old_node, const Node *new_node, guint64 changed, Actions *actions)
{
    if (changed & (1ull << ARGUMENTS | 1ull << RETURNS | 1ull << VARIANT))
        return false;
    routine_keep_prior(actions, old_node, new_node);
    emit_replace(actions, old_node, new_node, "change aggregate");
    return true;
}

static const Attr attrs[] = {
    [DEFINITION] = {.key = "definition", .type = VALUE_SQL, .flags = ATTR_HIDDEN, .doc = "state function, type, ..."},
    [ARGUMENTS] = {.key = "arguments", .type = VALUE_SQL, .flags = ATTR_HIDDEN, .doc = "its arguments"},
    [RETURNS] = {.key = "returns", .type = VALUE_SQL, .flags = ATTR_HIDDEN, .doc = "its result"},
    [VARIANT] = {.key = "variant", .type = VALUE_SQL, .flags = ATTR_HIDDEN, .doc = "plain, ordered-set, hypothetical"},
};

#define NAMED "{schema}.{name}([arguments?{arguments}][arguments!{signature}])"

const Kind kind_aggregate = {
    .name = "aggregate",
    .title = "aggregate",
    .plural = "aggregates",
    .folder = "functions",
    .statement = "AGGREGATE",
    .space = SPACE_ROUTINE,
    .in_schema = true,
    .has_signature = true,
    .attrs = attrs,
    .n_attrs = G_N_ELEMENTS(attrs),
    .create = "CREATE AGGREGATE " NAMED " (\n    {definition}\n)",
    .drop = "DROP AGGREGATE " NAMED,
    .rename = "ALTER AGGREGATE " NAMED " RENAME TO {new}",
    .alias = alias_routine,
    .identify = "AGGREGATE " NAMED,
    .grant_on = "FUNCTION {node}",
    .public_default = "EXECUTE",
    .owner = "AGGREGATE " NAMED,
    .drop_effect = {PHASE_CONTRACT, LOCK_NONE, 0, "the old application may still call it"},
    .alter = alter,
    .takes_place = aggregate_takes_place,
    .find_id = routine_find_id,
    .catalog = "pg_proc",
    .query = aggregate_sql,
};
