/*
 * CREATE TABLE: ordinary, partitioned, a partition, inheriting. What stands inside of it (columns, constraints) are
 * kinds of their own, inlined where no cycle forbids it. A table that becomes a partition or an heir, or stops being
 * one, is attached and detached, never made anew. So is a typed table (OF): its columns are changed while it is none.
 */
#include "kinds/attach.h"
#include "kinds/embedded.h"
#include "kinds/logged.h"
#include "kinds/shared.h"
#include "kinds/typed.h"

enum {
    UNLOGGED,
    OF,
    PARTITION_BY,
    PARTITION_OF,
    BOUND,
    PARTITIONS_UNMANAGED,
    INHERITS,
    STORAGE,
    TABLESPACE,
    ACCESS_METHOD,
    REPLICA_IDENTITY,
    ROW_SECURITY,
    FORCED
};

static bool
has_toast_options(const Node *node)
{
    return node->values[STORAGE] != NULL && strstr(node->values[STORAGE], "toast.") != NULL;
}

/* They are lost without a word where no column is there that needs a TOAST table (manual, CREATE TABLE). */
static void
settle_toast(Action *action)
{
    if (has_toast_options(action->new_node))
        action->after_parts = true;
    else
        action->before_parts = has_toast_options(action->old_node);
}

static bool
alter(const Node *old_node, const Node *new_node, guint64 changed, Actions *actions)
{
    static const Effect storage = {PHASE_EXPAND, LOCK_SHARE_UPDATE_EXCLUSIVE, 0, NULL};
    bool has_parts = new_node->values[PARTITION_BY] != NULL;
    if (changed & (1ull << PARTITION_BY))
        return false;
    if ((changed & (1ull << ACCESS_METHOD)) && actions->new_schema->major < (has_parts ? 17 : 15))
        return false;
    if (changed & (1ull << OF))
        typed_change(old_node, new_node, actions);
    if (changed & (1ull << PARTITION_OF | 1ull << BOUND))
        attach_change_partition(old_node, new_node, actions);
    if (changed & (1ull << INHERITS))
        attach_change_inheritance(old_node, new_node, actions);
    if (changed & (1ull << UNLOGGED))
        logged_order(old_node, emit_attribute(actions, old_node, new_node, UNLOGGED), actions);
    if (changed & (1ull << STORAGE))
        settle_toast(emit_options(actions, old_node, new_node, STORAGE, storage, "ALTER TABLE {node}"));
    if (changed & (1ull << TABLESPACE))
        emit_tablespace(actions, old_node, new_node, TABLESPACE, has_parts);
    if (changed & (1ull << ACCESS_METHOD))
        emit_attribute(actions, old_node, new_node, ACCESS_METHOD);
    for (int attr = REPLICA_IDENTITY; attr <= FORCED; attr++)
        if (changed & (1ull << attr))
            emit_attribute(actions, old_node, new_node, attr);
    return true;
}

static const Attr attrs[] = {
    [UNLOGGED] = {.key = "unlogged",
                  .type = VALUE_BOOL,
                  .doc = "not crash-safe: emptied after a crash",
                  .alter = "ALTER TABLE {node} SET UNLOGGED",
                  .reset = "ALTER TABLE {node} SET LOGGED",
                  .set_effect = {PHASE_CONTRACT, LOCK_ACCESS_EXCLUSIVE, COST_REWRITE,
                                 "the table is written anew under its lock"}},
    [OF] = {.key = "of", .type = VALUE_SQL, .doc = "the composite type that its columns come from: address"},
    [PARTITION_BY] = {.key = "partition_by", .type = VALUE_SQL, .doc = "partition strategy and key: range (day)"},
    [PARTITION_OF] = {.key = "partition_of",
                      .type = VALUE_SQL,
                      .flags = ATTR_HIDDEN | ATTR_LINEAGE,
                      .doc = "the table that this is a partition of"},
    [BOUND] = {.key = "bound",
               .type = VALUE_SQL,
               .flags = ATTR_SCALAR,
               .doc = "a partition's bound: for values ..., default"},
    [PARTITIONS_UNMANAGED] = {.key = "partitions_unmanaged",
                              .type = VALUE_BOOL,
                              .flags = ATTR_HIDDEN | ATTR_INTERNAL,
                              .doc = "partitions are made by somebody else"},
    [INHERITS] = {.key = "inherits",
                  .type = VALUE_SQL,
                  .flags = ATTR_LINEAGE,
                  .doc = "the tables that it inherits from, in order: a, reporting.b"},
    [STORAGE] = {.key = "storage", .type = VALUE_OPTIONS, .doc = "storage parameters"},
    [TABLESPACE] = TABLESPACE_ATTR("ALTER TABLE {node}", 0),
    [ACCESS_METHOD] = ACCESS_METHOD_ATTR("ALTER TABLE {node}", "[partition_by?DEFAULT][partition_by!heap]"),
    [REPLICA_IDENTITY] = {.key = "replica_identity",
                          .type = VALUE_SQL,
                          .flags = ATTR_AFTER,
                          .doc = "full or nothing",
                          .alter = "ALTER TABLE {node} REPLICA IDENTITY {value}",
                          .reset = "ALTER TABLE {node} REPLICA IDENTITY DEFAULT",
                          .set_effect = {PHASE_EXPAND, LOCK_ACCESS_EXCLUSIVE, 0, NULL}},
    [ROW_SECURITY] = {.key = "row_security",
                      .type = VALUE_BOOL,
                      .flags = ATTR_AFTER,
                      .doc = "policies say who sees which row",
                      .alter = "ALTER TABLE {node} ENABLE ROW LEVEL SECURITY",
                      .reset = "ALTER TABLE {node} DISABLE ROW LEVEL SECURITY",
                      .set_effect = {PHASE_CONTRACT, LOCK_ACCESS_EXCLUSIVE, COST_SEMANTIC,
                                     "without a policy the old application sees no row"},
                      .reset_effect = {PHASE_EXPAND, LOCK_ACCESS_EXCLUSIVE, COST_SEMANTIC, NULL}},
    [FORCED] = {.key = "force_row_security",
                .type = VALUE_BOOL,
                .flags = ATTR_AFTER,
                .doc = "the owner is no exception",
                .alter = "ALTER TABLE {node} FORCE ROW LEVEL SECURITY",
                .reset = "ALTER TABLE {node} NO FORCE ROW LEVEL SECURITY",
                .set_effect = {PHASE_CONTRACT, LOCK_ACCESS_EXCLUSIVE, COST_SEMANTIC,
                               "the old application may be the owner"},
                .reset_effect = {PHASE_EXPAND, LOCK_ACCESS_EXCLUSIVE, COST_SEMANTIC, NULL}},
};

const Kind kind_table = {
    .name = "table",
    .title = "table",
    .plural = "tables",
    .space = SPACE_RELATION,
    .picture = PICTURE_BOX,
    .in_schema = true,
    .attrs = attrs,
    .n_attrs = G_N_ELEMENTS(attrs),
    .create =
        "CREATE[unlogged? UNLOGGED] TABLE {node}"
        "[partition_of? PARTITION OF {partition_of}[items? {items}] {bound}]"
        "[of? OF {of}[items? {items}]]"
        "[of![partition_of! {items}[inherits? INHERITS ({inherits})]]]"
        "[partition_by? PARTITION BY {partition_by}][access_method? USING {access_method}][storage? WITH ({storage})]"
        "[tablespace? TABLESPACE {tablespace}]",
    .drop = "DROP TABLE {node}",
    .rename = "ALTER TABLE {node} RENAME TO {new}",
    .alias = alias_view,
    .identify = "TABLE {node}",
    .grant_on = "TABLE {node}",
    .owner = "TABLE {node}",
    .drop_effect = {PHASE_CONTRACT, LOCK_ACCESS_EXCLUSIVE, COST_DATA_LOSS, NULL},
    .create_actions = attach_create_actions,
    .drop_actions = attach_drop_actions,
    .alter = alter,
    .tears_part = logged_ring_has,
    .follow = typed_follow,
    .catalog = "pg_class",
    .query = table_sql,
};
