/*
 * CREATE FOREIGN TABLE, also as a partition or an heir. Its columns, checks and triggers are those of a table; its rows
 * are elsewhere, so nothing of it is rewritten, validated or lost. Its server cannot be altered: it is made anew.
 */
#include "kinds/attach.h"
#include "kinds/embedded.h"
#include "kinds/shared.h"

enum { SERVER, OPTIONS, PARTITION_OF, BOUND, INHERITS };

static bool
alter(const Node *old_node, const Node *new_node, guint64 changed, Actions *actions)
{
    if (changed & (1ull << SERVER))
        return false;
    if (changed & (1ull << OPTIONS))
        emit_foreign_options(actions, old_node, new_node, OPTIONS, "ALTER FOREIGN TABLE {node}");
    if (changed & (1ull << PARTITION_OF | 1ull << BOUND))
        attach_change_partition(old_node, new_node, actions);
    if (changed & (1ull << INHERITS))
        attach_change_inheritance(old_node, new_node, actions);
    return true;
}

static const Attr attrs[] = {
    [SERVER] = {.key = "server", .type = VALUE_NAME, .flags = ATTR_REQUIRED, .doc = "where its rows are"},
    [OPTIONS] = {.key = "options", .type = VALUE_FOREIGN_OPTIONS, .doc = "table_name, filename, ..."},
    [PARTITION_OF] = {.key = "partition_of",
                      .type = VALUE_SQL,
                      .flags = ATTR_HIDDEN | ATTR_LINEAGE,
                      .doc = "the table that this is a partition of"},
    [BOUND] = {.key = "bound", .type = VALUE_SQL, .doc = "a partition's bound: for values ..., default"},
    [INHERITS] = {.key = "inherits",
                  .type = VALUE_SQL,
                  .flags = ATTR_LINEAGE,
                  .doc = "the tables that it inherits from, in order: a, reporting.b"},
};

const Kind kind_foreign_table = {
    .name = "foreign_table",
    .title = "foreign table",
    .plural = "foreign_tables",
    .partition_key = "server",
    .space = SPACE_RELATION,
    .picture = PICTURE_BOX,
    .in_schema = true,
    .rows_elsewhere = true,
    .attrs = attrs,
    .n_attrs = G_N_ELEMENTS(attrs),
    .create = "CREATE FOREIGN TABLE {node}"
              "[partition_of? PARTITION OF {partition_of}[items? {items}] {bound}]"
              "[partition_of! {items}[inherits? INHERITS ({inherits})]]"
              " SERVER {server}[options? OPTIONS ({options})]",
    .drop = "DROP FOREIGN TABLE {node}",
    .rename = "ALTER FOREIGN TABLE {node} RENAME TO {new}",
    .alias = alias_view,
    .identify = "FOREIGN TABLE {node}",
    .grant_on = "TABLE {node}",
    .owner = "FOREIGN TABLE {node}",
    .drop_effect = {PHASE_CONTRACT, LOCK_ACCESS_EXCLUSIVE, 0, "the old application may still read it"},
    .create_actions = attach_create_actions,
    .drop_actions = attach_drop_actions,
    .alter = alter,
    .catalog = "pg_class",
    .query = foreign_table_sql,
};
