/*
 * CREATE TABLE: ordinary, partitioned, a partition, inheriting. What stands inside of it (columns, constraints) are
 * kinds of their own, inlined where no cycle forbids it. A table that becomes a partition or an heir, or stops being
 * one, is attached and detached, never made anew.
 */
#include "kinds/embedded.h"
#include "kinds/shared.h"
#include "model/lineage.h"
#include "sql/split.h"
#include <string.h>

enum {
    UNLOGGED,
    PARTITION_BY,
    PARTITION_OF,
    BOUND,
    PARTITIONS_UNMANAGED,
    INHERITS,
    STORAGE,
    REPLICA_IDENTITY,
    ROW_SECURITY,
    FORCED
};

/* Partitions ---------------------------------------------------------------------------------------------------- */

static const char *
room(Actions *actions, const Node *node)
{
    return arena_printf(actions->arena, "room in %s", node->values[PARTITION_OF]);
}

static const char *
place(Actions *actions, const Node *node)
{
    return arena_printf(actions->arena, "place in %s %s", node->values[PARTITION_OF], node->values[BOUND]);
}

#define ATTACH "ALTER TABLE {partition_of} ATTACH PARTITION {node} {bound}"
#define DETACH "ALTER TABLE {partition_of} DETACH PARTITION {node}"

static void
attach(Actions *actions, const Node *node, Effect effect)
{
    Action *action = action_add(actions, node, node, effect,
                                arena_printf(actions->arena, "attach to %s", node->values[PARTITION_OF]));
    emit_up(actions, action, ATTACH, node);
    emit_down(actions, action, DETACH, node);
    action->attaches = true;
    g_ptr_array_add(action->requires, (gpointer)(guintptr)node);
    g_ptr_array_add(action->takes, (gpointer)(guintptr)room(actions, node));
    g_ptr_array_add(action->takes,
                    (gpointer)(guintptr)arena_printf(actions->arena, "parts of %s", node->values[PARTITION_OF]));
}

static void
detach(Actions *actions, const Node *old_node, const Node *new_node, Effect effect)
{
    Action *action = action_add(actions, old_node, new_node, effect,
                                arena_printf(actions->arena, "detach from %s", old_node->values[PARTITION_OF]));
    emit_up(actions, action, DETACH, old_node);
    emit_down(actions, action, ATTACH, old_node);
    action->detaches = true;
    g_ptr_array_add(action->gives, (gpointer)(guintptr)room(actions, old_node));
}

/* Is there a key or an index whose name PARTITION OF would not give it, or would not let it have? */
static bool
has_own_keys(const Node *node)
{
    for (const Node *child = node->first_child; child != NULL; child = child->next) {
        int attached_to = kind_attr(child->kind, "attached_to");
        if (!(child->flags & NODE_DERIVED) && attached_to >= 0 &&
            (child->kind->inlined != NULL || child->values[attached_to] != NULL))
            return true;
    }
    return false;
}

/* What must be there before the table is attached, and what must not. */
static bool
stands_alone(const Node *child)
{
    return (child->flags & NODE_DERIVED) && child->kind->inlined != NULL && !child->kind->attach_makes;
}

/* A partition with names of its own is made as a table like any other, then attached: PostgreSQL adopts what fits. */
static void
create_then_attach(const Node *node, Actions *actions)
{
    const char *partition_of = node->values[PARTITION_OF], *bound = node->values[BOUND];
    g_autoptr(GPtrArray) derived = g_ptr_array_new();
    for (Node *child = node->first_child; child != NULL; child = child->next)
        if (stands_alone(child)) {
            g_ptr_array_add(derived, child);
            child->flags &= ~(unsigned)NODE_DERIVED;
        }
    node->values[PARTITION_OF] = node->values[BOUND] = NULL;
    emit_create(actions, node, create_effect(node->kind));
    node->values[PARTITION_OF] = partition_of;
    node->values[BOUND] = bound;
    for (guint i = 0; i < derived->len; i++)
        ((Node *)derived->pdata[i])->flags |= NODE_DERIVED;
    attach(actions, node, (Effect){PHASE_EXPAND, LOCK_ACCESS_EXCLUSIVE, 0, NULL});
}

static bool
create_actions(const Node *node, Actions *actions)
{
    if (node->values[PARTITION_OF] == NULL)
        return false;
    if (has_own_keys(node)) {
        create_then_attach(node, actions);
        return true;
    }
    Action *action = emit_create(actions, node, create_effect(node->kind));
    g_ptr_array_add(action->takes, (gpointer)(guintptr)room(actions, node));
    g_ptr_array_add(action->takes, (gpointer)(guintptr)place(actions, node));
    return true;
}

/* A foreign key to the partitioned table, which stays, holds on to each partition. */
static bool
is_referenced(const Actions *actions, const Node *node)
{
    for (guint i = 0; node->needed_by != NULL && i < node->needed_by->len; i++) {
        const Node *dependant = node->needed_by->pdata[i];
        if (dependant->kind->outlives_drop && schema_match(actions->new_schema, dependant) != NULL)
            return true;
    }
    return false;
}

static void
detach_first(Actions *actions, Action *action, const Node *node)
{
    ActionSql detach = {.sql = template_sql(actions->arena, DETACH, node, NULL)};
    g_array_prepend_val(action->up, detach);
}

static bool
drop_actions(const Node *node, Actions *actions)
{
    if (node->values[PARTITION_OF] == NULL)
        return false;
    Action *action = emit_drop(actions, node, drop_effect(node->kind));
    g_autofree char *parent = g_strconcat("table ", node->values[PARTITION_OF], NULL);
    if (schema_find(actions->new_schema, parent) != NULL && is_referenced(actions, node))
        detach_first(actions, action, node);
    g_ptr_array_add(action->gives, (gpointer)(guintptr)place(actions, node));
    g_ptr_array_add(action->gives,
                    (gpointer)(guintptr)arena_printf(actions->arena, "parts of %s", node->values[PARTITION_OF]));
    return true;
}

static void
change_partition(const Node *old_node, const Node *new_node, Actions *actions)
{
    static const Effect leaves = {PHASE_CONTRACT, LOCK_ACCESS_EXCLUSIVE, COST_SEMANTIC,
                                  "the old application still finds the rows in the partitioned table"};
    static const Effect joins = {PHASE_CONTRACT, LOCK_ACCESS_EXCLUSIVE, COST_SCAN | COST_SEMANTIC,
                                 "its rows turn up in the partitioned table"};
    if (old_node->values[PARTITION_OF] != NULL)
        detach(actions, old_node, new_node, leaves);
    if (new_node->values[PARTITION_OF] != NULL)
        attach(actions, new_node, joins);
}

/* Inheritance --------------------------------------------------------------------------------------------------- */

static void
change_parent(const Node *old_node, const Node *new_node, Actions *actions, const char *parent, bool joins)
{
    static const Effect effect = {PHASE_CONTRACT, LOCK_ACCESS_EXCLUSIVE, COST_SEMANTIC,
                                  "queries of the parent table find other rows"};
    static const char INHERIT[] = "ALTER TABLE {node} INHERIT {above}",
                      LEAVE[] = "ALTER TABLE {node} NO INHERIT {above}";
    const TemplateToken more[] = {{"above", parent}, {NULL, NULL}};
    Action *action =
        action_add(actions, old_node, new_node, effect,
                   arena_printf(actions->arena, "%s %s", joins ? "inherit from" : "no longer inherit from", parent));
    action_up(actions, action, template_sql(actions->arena, joins ? INHERIT : LEAVE, new_node, more));
    action_down(actions, action, template_sql(actions->arena, joins ? LEAVE : INHERIT, new_node, more));
    action->attaches = joins;
    action->detaches = !joins;
}

/* Parents come in an order that only inheriting anew can change: those from the first difference on are exchanged. */
static void
change_inheritance(const Node *old_node, const Node *new_node, Actions *actions)
{
    char **from = split_list(actions->arena, old_node->values[INHERITS] == NULL ? "" : old_node->values[INHERITS]);
    char **to = split_list(actions->arena, new_node->values[INHERITS] == NULL ? "" : new_node->values[INHERITS]);
    for (; *from != NULL && *to != NULL && strcmp(*from, *to) == 0; from++, to++)
        ;
    for (; *from != NULL; from++)
        change_parent(old_node, new_node, actions, *from, false);
    for (; *to != NULL; to++)
        change_parent(old_node, new_node, actions, *to, true);
}

static bool
alter(const Node *old_node, const Node *new_node, guint64 changed, Actions *actions)
{
    static const Effect storage = {PHASE_EXPAND, LOCK_SHARE_UPDATE_EXCLUSIVE, 0, NULL};
    if (changed & (1ull << PARTITION_BY))
        return false;
    if (changed & (1ull << PARTITION_OF | 1ull << BOUND))
        change_partition(old_node, new_node, actions);
    if (changed & (1ull << INHERITS))
        change_inheritance(old_node, new_node, actions);
    if (changed & (1ull << UNLOGGED))
        emit_attribute(actions, old_node, new_node, UNLOGGED);
    if (changed & (1ull << STORAGE))
        emit_options(actions, old_node, new_node, STORAGE, storage, "ALTER TABLE {node}");
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
    .in_schema = true,
    .attrs = attrs,
    .n_attrs = G_N_ELEMENTS(attrs),
    .create = "CREATE[unlogged? UNLOGGED] TABLE {node}"
              "[partition_of? PARTITION OF {partition_of}[items? {items}] {bound}]"
              "[partition_of! {items}[inherits? INHERITS ({inherits})]]"
              "[partition_by? PARTITION BY {partition_by}][storage? WITH ({storage})]",
    .drop = "DROP TABLE {node}",
    .rename = "ALTER TABLE {node} RENAME TO {new}",
    .alias = alias_view,
    .identify = "TABLE {node}",
    .grant_on = "TABLE {node}",
    .owner = "TABLE {node}",
    .drop_effect = {PHASE_CONTRACT, LOCK_ACCESS_EXCLUSIVE, COST_DATA_LOSS, NULL},
    .create_actions = create_actions,
    .drop_actions = drop_actions,
    .alter = alter,
    .catalog = "pg_class",
    .query = table_sql,
};
