/*
 * A FOREIGN KEY. On tables that have rows it is added NOT VALID and validated apart; a partitioned table's cannot be
 * NOT VALID before 18. Dropped by a command of its own even where its table goes: DROP TABLE would lock the referenced
 * table for as long as the rest of the drop takes.
 */
#include "kinds/embedded.h"
#include "kinds/logged.h"
#include "kinds/shared.h"

enum { DEFINITION, NOT_ENFORCED, NOT_VALID };

static const char *const parents[] = {"table", NULL};

static void
create(const Node *node, Actions *actions)
{
    bool partitioned = node_value(node_root(node), "partition_by") != NULL && actions->new_schema->major < 18;
    Effect effect = create_effect(node->kind);
    if (is_root_new(actions, node)) {
        emit_create(actions, node, (Effect){PHASE_EXPAND, LOCK_SHARE_ROW_EXCLUSIVE, 0, NULL});
        return;
    }
    bool unchecked = node->values[NOT_ENFORCED] != NULL || node->values[NOT_VALID] != NULL;
    if (partitioned || unchecked) {
        effect.costs |= partitioned && !unchecked ? COST_SCAN : 0;
        emit_create(actions, node, effect);
        return;
    }
    emit_not_valid_then_validate(actions, node, effect);
}

static bool
create_actions(const Node *node, Actions *actions)
{
    const guint from = actions->list->len;
    create(node, actions);
    logged_hold_up(node, actions, from);
    return true;
}

static bool
drop_actions(const Node *node, Actions *actions)
{
    const guint from = actions->list->len;
    emit_drop(actions, node, drop_effect(node->kind));
    logged_hold_up(node, actions, from);
    return true;
}

static bool
is_of_family(const char *type, const char *const *family)
{
    g_autofree char *base = type_without_modifier(type);
    return g_strv_contains(family, base);
}

/* Of two columns one changes first, and meanwhile there must be an equality between the two types (manual, CREATE
 * TABLE, REFERENCES): those of a family have one with each other. */
static bool
is_torn(const Node *node, const Node *old_column, const Node *new_column)
{
    (void)node;
    static const char *const FAMILIES[][4] = {
        {"smallint", "integer", "bigint"},
        {"text", "character varying", "name"},
        {"character"},
        {"numeric"},
        {"real", "double precision"},
        {"date", "timestamp without time zone", "timestamp with time zone"},
        {"time without time zone"},
    };
    const char *from = node_value(old_column, "type"), *to = node_value(new_column, "type");
    if (from == NULL || to == NULL)
        return false;
    for (size_t i = 0; i < G_N_ELEMENTS(FAMILIES); i++)
        if (is_of_family(from, FAMILIES[i]) && is_of_family(to, FAMILIES[i]))
            return false;
    return true;
}

static const Attr attrs[] = {
    [DEFINITION] = {.key = "definition",
                    .type = VALUE_SQL,
                    .flags = ATTR_REQUIRED,
                    .doc = "(columns) references table (columns) ..."},
    [NOT_ENFORCED] = {.key = "not_enforced",
                      .type = VALUE_BOOL,
                      .since = 18,
                      .doc = "says what holds, and is never checked"},
    [NOT_VALID] = {.key = "not_valid",
                   .type = VALUE_BOOL,
                   .doc = "old rows are not checked yet",
                   .reset = "ALTER TABLE {parent} VALIDATE CONSTRAINT {name}",
                   .reset_effect = {PHASE_CONTRACT, LOCK_SHARE_UPDATE_EXCLUSIVE, COST_SCAN, NULL}},
};

const Kind kind_foreign_key = {
    .name = "foreign_key",
    .title = "foreign key",
    .plural = "foreign_keys",
    .parents = parents,
    .shape = SHAPE_LIST,
    .space = SPACE_CONSTRAINT,
    .attach_makes = true,
    .outlives_drop = true,
    .is_torn = is_torn,
    .attrs = attrs,
    .n_attrs = G_N_ELEMENTS(attrs),
    .leaf = "{definition}",
    .create = "ALTER TABLE {parent} ADD[name? CONSTRAINT {name}] FOREIGN KEY {leaf}[not_enforced? NOT "
              "ENFORCED][not_valid? NOT "
              "VALID]",
    .drop = "ALTER TABLE {parent} DROP CONSTRAINT {name}",
    .rename = "ALTER TABLE {parent} RENAME CONSTRAINT {name} TO {new}",
    .identify = "CONSTRAINT {name} ON {parent}",
    .create_effect = {PHASE_CONTRACT, LOCK_SHARE_ROW_EXCLUSIVE, 0,
                      "the old application may still write what it refuses"},
    .drop_effect = {PHASE_EXPAND, LOCK_ACCESS_EXCLUSIVE, 0, NULL},
    .create_actions = create_actions,
    .drop_actions = drop_actions,
    .naming = "fk",
    .catalog = "pg_constraint",
    .query = foreign_key_sql,
};
