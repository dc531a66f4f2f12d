/*
 * A FOREIGN KEY. On tables that have rows it is added NOT VALID and validated apart. A partitioned table's cannot be
 * NOT VALID before 18, but each partition's can: the table above adopts those that are valid without a look at the
 * rows. Dropped by a command of its own even where its table goes: DROP TABLE would lock the referenced table for as
 * long as the rest of the drop takes.
 */
#include "kinds/attach.h"
#include "kinds/embedded.h"
#include "kinds/logged.h"
#include "kinds/parts.h"
#include "kinds/reference.h"
#include "kinds/shared.h"
#include "model/lineage.h"
#include "sql/format.h"
#include <string.h>

enum { DEFINITION, DEFERRABLE, NOT_ENFORCED, NOT_VALID };

static const char *const parents[] = {"table", NULL};

#define ALTER "ALTER TABLE {parent} ALTER CONSTRAINT {name} "
#define DROP "ALTER TABLE {parent} DROP CONSTRAINT {name}"

static bool
becomes_logged(const Actions *actions, const Node *table)
{
    const Node *before = schema_match(actions->old_schema, table);
    return before != NULL && g_strcmp0(node_value(before, "unlogged"), node_value(table, "unlogged")) != 0;
}

/* Does a table have a constraint of this name, or a foreign key that says the same? */
static bool
has_like(const Node *table, const Node *node)
{
    for (const Node *part = table->first_child; part != NULL; part = part->next)
        if ((part->kind->space == SPACE_CONSTRAINT && g_strcmp0(part->name, node->name) == 0) ||
            (part->kind == node->kind && g_strcmp0(part->values[DEFINITION], node->values[DEFINITION]) == 0 &&
             g_strcmp0(part->values[DEFERRABLE], node->values[DEFERRABLE]) == 0))
            return true;
    return false;
}

/* Is it in the way of one in each partition? */
static bool
has_like_before(const Actions *actions, const Node *node)
{
    const Schema *old_schema = actions->old_schema;
    const Node *table = schema_match(old_schema, node->parent);
    for (guint i = 0; i < old_schema->roots->len; i++) {
        const Node *root = old_schema->roots->pdata[i];
        if ((root == table || lineage_reaches(old_schema, table, root)) && has_like(root, node))
            return true;
    }
    return false;
}

/* PostgreSQL keeps further constraints for a reference to a partitioned table: these are its own to make. */
static bool
can_have_parts(const Actions *actions, const Node *node)
{
    for (guint i = 0; node->needs != NULL && i < node->needs->len; i++) {
        const Node *root = node_root(node->needs->pdata[i]);
        if (root != node->parent && (parts_are_of(root) || becomes_logged(actions, root)))
            return false;
        if (root == node->parent && kind_attr(((const Node *)node->needs->pdata[i])->kind, "attached_to") >= 0)
            return false; /* it refers to itself */
    }
    return !actions->at_once && node->name != NULL && !becomes_logged(actions, node->parent) &&
           !has_like_before(actions, node);
}

static bool
is_checked(const Node *node)
{
    return node->values[NOT_ENFORCED] == NULL && node->values[NOT_VALID] == NULL;
}

/* Rows that it refuses, and what is there in the other Schema does not. */
static bool
find_violation(Actions *actions, const Node *node, const Schema *other, Violation *out)
{
    const Node *match = schema_match(other, node);
    Violation before;
    return reference_violation(actions, node, out) &&
           (match == NULL || !is_checked(match) || !reference_violation(actions, match, &before) ||
            strcmp(before.condition, out->condition) != 0);
}

static void
make_parts(Actions *actions, const Node *node, Effect effect)
{
    const char *verb = arena_printf(actions->arena, "add foreign key %s to each partition", node->name);
    Action *action = parts_make_first(actions, node, effect, verb, parts_add_unchecked_sql(actions, node));
    Violation violation;
    if (find_violation(actions, node, actions->old_schema, &violation))
        violations_look(actions, action, violation);
    parts_validate(actions, action, node, node->name, 0, action_up);
}

static void
put_lock_first(Actions *actions, GArray *statements, const Node *table, Lock lock)
{
    const char *name = template_sql(actions->arena, "{node}", table, NULL);
    const ActionSql sql = {.sql = arena_printf(actions->arena, "LOCK TABLE %s IN %s MODE", name, lock_name(lock))};
    if (statements->len > 0)
        g_array_prepend_val(statements, sql);
}

/* ALTER TABLE would lock the table first, and hold that lock while it waits for the one on the referenced table. An
 * application that writes both writes the referenced one first. */
static void
lock_referenced_first(Actions *actions, Action *action, const Node *node)
{
    const bool creates = action->new_node != NULL;
    const Node *table = referenced_table(node);
    const Node *other = schema_match(creates ? actions->old_schema : actions->new_schema, node);
    if (actions->at_once || table == node->parent || is_root_new(actions, table) || is_root_dropped(actions, table))
        return;
    action->apart = true;
    put_lock_first(actions, creates ? action->down : action->up, table, LOCK_ACCESS_EXCLUSIVE);
    if (other == NULL || strcmp(referenced_table(other)->key, table->key) != 0) /* else the drop has locked it */
        put_lock_first(actions, creates ? action->up : action->down, table,
                       parts_are_of(node->parent) ? LOCK_ACCESS_EXCLUSIVE : LOCK_SHARE_ROW_EXCLUSIVE);
}

static Action *
create(const Node *node, Actions *actions)
{
    bool partitioned = node_value(node_root(node), "partition_by") != NULL && actions->new_schema->major < 18;
    static const Effect not_enforced = {PHASE_EXPAND, LOCK_SHARE_ROW_EXCLUSIVE, 0, NULL}; /* it refuses nothing */
    Effect effect = node->values[NOT_ENFORCED] != NULL ? not_enforced : create_effect(node->kind);
    const bool unchecked = !is_checked(node);
    if (partitioned && !unchecked && can_have_parts(actions, node)) {
        make_parts(actions, node, effect);
        effect.reason = "it adopts what the partitions have";
        return emit_create(actions, node, effect);
    }
    if (partitioned || unchecked) {
        effect.costs |= partitioned && !unchecked ? COST_SCAN : 0;
        return emit_create(actions, node, effect);
    }
    Violation violation;
    const bool known = find_violation(actions, node, actions->old_schema, &violation);
    return emit_not_valid_then_validate(actions, node, effect, known ? &violation : NULL);
}

/* The rows of a partition are there before a reference to them is checked, and as long as there is one. */
static void
mind_partitions(Actions *actions, guint from, const Node *node)
{
    const Node *table = referenced_table(node);
    for (guint i = from; table != node->parent && parts_are_of(table) && i < actions->list->len; i++) {
        Action *action = actions->list->pdata[i];
        if (schema_match(actions->new_schema, node) == node)
            g_ptr_array_add(action->takes, attach_rows(actions->arena, table));
        else
            g_ptr_array_add(action->gives, attach_references(actions->arena, table));
    }
}

static bool
create_actions(const Node *node, Actions *actions)
{
    const guint from = actions->list->len;
    if (is_root_new(actions, node)) {
        emit_create(actions, node, (Effect){PHASE_EXPAND, LOCK_SHARE_ROW_EXCLUSIVE, 0, NULL});
    } else {
        lock_referenced_first(actions, create(node, actions), node);
        mind_partitions(actions, from, node);
    }
    logged_hold_up(node, actions, from);
    return true;
}

static bool
drop_actions(const Node *node, Actions *actions)
{
    const guint from = actions->list->len;
    const bool apart = is_checked(node) && !actions->at_once && !is_root_dropped(actions, node);
    const bool can_wait = !parts_are_of(node->parent) || actions->old_schema->major >= 18;
    Action *action = emit_drop(actions, node, drop_effect(node->kind));
    Violation violation;
    if (apart && can_wait)
        validate_apart(actions, action, node, 0, action_down);
    lock_referenced_first(actions, action, node);
    if (apart && find_violation(actions, node, actions->new_schema, &violation))
        violations_look_back(actions, action, violation);
    if (!is_root_dropped(actions, node))
        mind_partitions(actions, from, node);
    logged_hold_up(node, actions, from);
    return true;
}

/* How late it looks at rows: 0 with each statement, 1 when a transaction asks for it, 2 at the end of transactions. */
static int
lateness(const Node *node)
{
    const char *deferrable = node->values[DEFERRABLE];
    return deferrable == NULL ? 0 : strstr(deferrable, "INITIALLY DEFERRED") == NULL ? 1 : 2;
}

static void
alter_deferral(Actions *actions, const Node *old_node, const Node *new_node)
{
    const int was = lateness(old_node), is = lateness(new_node);
    Action *action = emit_attribute(actions, old_node, new_node, DEFERRABLE);
    action->effect = is > was ? (Effect){PHASE_EXPAND, LOCK_ACCESS_EXCLUSIVE, is == 2 ? COST_SEMANTIC : 0, NULL}
                              : (Effect){PHASE_CONTRACT, LOCK_ACCESS_EXCLUSIVE, 0,
                                         "the old application may rely on a later look at its rows"};
}

/* Enforced again, PostgreSQL would read all rows under ACCESS EXCLUSIVE: on the way back it is made anew. */
static void
end_enforcement(Actions *actions, const Node *old_node, const Node *new_node)
{
    static const Effect effect = {PHASE_EXPAND, LOCK_ACCESS_EXCLUSIVE, 0, NULL};
    Action *action = emit_change(actions, old_node, new_node, effect, emit_verb(actions, "no longer enforce", new_node),
                                 ALTER "NOT ENFORCED", DROP);
    emit_down(actions, action, new_node->kind->create, old_node);
    emit_behind(actions, action, old_node, action_down);
    validate_apart(actions, action, old_node, 1, action_down);
    const Node *table = referenced_table(old_node);
    if (table != old_node->parent) {
        put_lock_first(actions, action->up, table, LOCK_ACCESS_EXCLUSIVE);
        put_lock_first(actions, action->down, table, LOCK_ACCESS_EXCLUSIVE);
    }
    action->apart = true;
    Violation violation;
    if (find_violation(actions, old_node, actions->new_schema, &violation))
        violations_look_back(actions, action, violation);
}

/* What PostgreSQL can alter of one that is there (manual, ALTER TABLE, ALTER CONSTRAINT); not what was not enforced. */
static bool
alter(const Node *old_node, const Node *new_node, guint64 changed, Actions *actions)
{
    const guint64 deferral = 1ull << DEFERRABLE, enforcement = 1ull << NOT_ENFORCED;
    if ((changed & ~(deferral | enforcement)) != 0 ||
        ((changed & enforcement) != 0 && new_node->values[NOT_ENFORCED] == NULL))
        return false;
    if (changed & deferral)
        alter_deferral(actions, old_node, new_node);
    if (changed & enforcement)
        end_enforcement(actions, old_node, new_node);
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
    const int was = kind_attr(old_column->kind, "type"), is = kind_attr(new_column->kind, "type");
    const char *from = was < 0 ? NULL : old_column->values[was], *to = is < 0 ? NULL : new_column->values[is];
    if (from == NULL || to == NULL)
        return false; /* a partition's part of a key, whose columns are looked at themselves */
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
    [DEFERRABLE] = {.key = "deferrable",
                    .type = VALUE_SQL,
                    .doc = "deferrable [initially deferred]",
                    .alter = ALTER "{value}",
                    .reset = ALTER "NOT DEFERRABLE",
                    .set_effect = {PHASE_CONTRACT, LOCK_ACCESS_EXCLUSIVE, 0, NULL}},
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
    .part = PART_FOREIGN_KEY,
    .plural = "foreign_keys",
    .parents = parents,
    .shape = SHAPE_LIST,
    .space = SPACE_CONSTRAINT,
    .picture = PICTURE_REFERENCE,
    .attach_makes = true,
    .outlives_drop = true,
    .is_torn = is_torn,
    .attrs = attrs,
    .n_attrs = G_N_ELEMENTS(attrs),
    .leaf = "{definition}[deferrable? {deferrable}]",
    .create = "ALTER TABLE {parent} ADD[name? CONSTRAINT {name}] FOREIGN KEY {leaf}[not_enforced? NOT "
              "ENFORCED][not_valid? NOT "
              "VALID]",
    .drop = DROP,
    .rename = "ALTER TABLE {parent} RENAME CONSTRAINT {name} TO {new}",
    .identify = "CONSTRAINT {name} ON {parent}",
    .create_effect = {PHASE_CONTRACT, LOCK_SHARE_ROW_EXCLUSIVE, 0,
                      "the old application may still write what it refuses"},
    .drop_effect = {PHASE_EXPAND, LOCK_ACCESS_EXCLUSIVE, 0, NULL},
    .create_actions = create_actions,
    .drop_actions = drop_actions,
    .alter = alter,
    .naming = "fk",
    .catalog = "pg_constraint",
    .query = foreign_key_sql,
};
