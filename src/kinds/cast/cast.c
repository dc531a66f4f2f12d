/* CREATE CAST. Its name says from which type to which: "text AS public.color". Nothing of it can be altered. */
#include "kinds/embedded.h"
#include "model/emit.h"
#include "sql/format.h"

static char *
find_id(const Node *node, Arena *arena)
{
    return sql_printf(
        arena, "SELECT oid FROM pg_catalog.pg_cast WHERE castsource = to_regtype(%L) AND casttarget = to_regtype(%L)",
        node->name, node->signature);
}

static const Attr attrs[] = {
    {.key = "method",
     .type = VALUE_SQL,
     .flags = ATTR_REQUIRED,
     .doc = "with function NAME(TYPES), without function or with inout"},
    {.key = "as",
     .type = VALUE_SQL,
     .doc = "assignment or implicit; only where it is asked for, where nothing is said"},
};

const Kind kind_cast = {
    .name = "cast",
    .title = "cast",
    .plural = "casts",
    .has_signature = true,
    .raw_name = true,
    .signature_word = "AS",
    .is_implied = true,
    .attrs = attrs,
    .n_attrs = G_N_ELEMENTS(attrs),
    .leaf = "{method}[as? AS {as}]",
    .create = "CREATE CAST ({node}) {leaf}",
    .drop = "DROP CAST ({node})",
    .identify = "CAST ({node})",
    .create_effect = {PHASE_EXPAND, LOCK_NONE, COST_SEMANTIC, "both applications' expressions may mean it at once"},
    .drop_effect = {PHASE_CONTRACT, LOCK_NONE, 0, "the old application may still cast by it"},
    .find_id = find_id,
    .catalog = "pg_cast",
    .query = cast_sql,
};
