/* What is different where a column's table is partitioned: the partitions have all of it, too, and may have more. */
#include "kinds/column/shadow_private.h"

#include "kinds/column/change.h"
#include "kinds/online.h"
#include "kinds/parts.h"
#include "model/lineage.h"
#include "sql/format.h"
#include <string.h>

/* --- Reasons --------------------------------------------------------------------------------------------------- */

static bool
is_heir(const Node *user, const Node *column)
{
    return user->kind == column->kind && (user->flags & NODE_DERIVED) && user->parent != column->parent &&
           strcmp(user->name, column->name) == 0;
}

/* Is the partition there in both Schemas, in the same place? */
static bool
stays(const Schema *other, const Node *heir)
{
    const Node *table = heir->parent, *match = schema_match(other, table);
    int bound = kind_attr(table->kind, "bound");
    return match != NULL && !lineage_differs(table, match) &&
           (bound < 0 || g_strcmp0(table->values[bound], match->values[bound]) == 0);
}

/* Other than what the partitioned table hands down. */
static bool
has_its_own(const Actions *actions, const Schema *schema, const Node *heir)
{
    if (heir_part(actions->arena, schema, heir) != NULL)
        return true;
    for (guint i = 0; heir->needed_by != NULL && i < heir->needed_by->len; i++) {
        const Node *user = heir->needed_by->pdata[i];
        bool handed_down = (user->flags & NODE_DERIVED) && user->parent == heir->parent;
        if (!is_heir(user, heir) && (!handed_down || heir_part(actions->arena, schema, user) != NULL))
            return true;
    }
    return false;
}

static const char *
reason_against_heirs(const Actions *actions, const Schema *schema, const Node *column)
{
    const Schema *other = schema == actions->old_schema ? actions->new_schema : actions->old_schema;
    const char *reason = NULL;
    for (guint i = 0; reason == NULL && column->needed_by != NULL && i < column->needed_by->len; i++) {
        const Node *heir = column->needed_by->pdata[i];
        if (!is_heir(heir, column))
            continue;
        if (heir->parent->kind->rows_elsewhere)
            reason = "a partition is a foreign table";
        else if (!stays(other, heir))
            reason = "a partition comes, goes or moves in the same change";
        else if (has_its_own(actions, schema, heir))
            reason = "a partition has something of its own on it";
        else
            reason = shadow_reason_against_rows(schema, heir->parent);
        if (reason == NULL)
            reason = reason_against_heirs(actions, schema, heir);
    }
    return reason;
}

const char *
shadow_reason_against_partitions(const Actions *actions, const Schema *schema, const Node *column)
{
    if (is_partition_key_below(column))
        return "rows are told to partitions by it";
    if (column->values[STATISTICS] != NULL) /* which reaches the partitions that are there, and no others */
        return "the table is partitioned, and the column has a statistics target";
    return reason_against_heirs(actions, schema, column);
}

/* A partition that no declaration tells of may have what falls with its column, and nobody would make again: an index,
 * a constraint. */
#define LOOK                                                                                                           \
    "SELECT count(*) = 0, 'with the column would fall: ' || string_agg(\n"                                             \
    "    DISTINCT pg_describe_object(d.classid, d.objid, 0), ', ')\n"                                                  \
    "FROM pg_partition_tree(%L) p JOIN pg_attribute a ON a.attrelid = p.relid AND a.attname = %L AND p.level > 0\n"    \
    "JOIN pg_depend d ON d.refclassid = 'pg_class'::regclass AND d.refobjid = p.relid AND d.refobjsubid = a.attnum\n"  \
    "WHERE EXISTS (SELECT FROM pg_class x WHERE d.classid = 'pg_class'::regclass AND x.oid = d.objid\n"                \
    "    AND x.relkind IN ('i', 'I') AND NOT x.relispartition)\n"                                                      \
    "OR EXISTS (SELECT FROM pg_constraint k WHERE d.classid = 'pg_constraint'::regclass AND k.oid = d.objid\n"         \
    "    AND k.conparentid = 0 AND k.coninhcount = 0)"

void
shadow_look_at_partitions(Actions *actions, const Shadow *shadow, const Way *way)
{
    static const Effect effect = {PHASE_CONTRACT, LOCK_ACCESS_SHARE, 0, "it would fall with the old column"};
    const Node *column = way_from(way, shadow);
    if (!parts_are_of(column->parent))
        return;
    g_autoptr(GString) table = g_string_new(NULL);
    node_append_name(table, column->parent);
    Action *action =
        shadow_step_apart(actions, shadow, way, effect,
                          arena_printf(actions->arena, "look for what a partition has of its own on %s", column->name));
    way->add(actions, action, sql_printf(actions->arena, LOOK, table->str, column->name))->directive =
        arena_printf(actions->arena, "verify partitions of %s", node_address(column->parent));
}

/* --- Parts ----------------------------------------------------------------------------------------------------- */

bool
shadow_part_is_adopted(const ShadowPart *part)
{
    return part->kind == PART_KEY && parts_are_of(part->new_node->parent);
}

void
shadow_build_index_of_parts(Actions *actions, Action *action, const Node *copy, const Way *way)
{
    action->strongest = LOCK_SHARE;
    parts_add(actions, action, copy, parts_build_sql(actions, copy), way->add);
    way->add(actions, action, node_define(actions->arena, copy, false).sql)->flags = SQL_OWN_BLOCK;
    if (!way->back)
        emit_down(actions, action, copy->kind->drop, copy);
}

void
shadow_adopt_key(Actions *actions, Action *action, const Node *node, ActionAdd *add)
{
    add(actions, action, key_parts_adopt_sql(actions, node));
    add(actions, action, node_define(actions->arena, node, false).sql);
    emit_behind(actions, action, node, add);
}

bool
shadow_is_by_parts(const Actions *actions, const Node *copy)
{
    return copy->kind->part == PART_FOREIGN_KEY && parts_are_of(copy->parent) && actions->new_schema->major < 18;
}

void
shadow_add_by_parts(Actions *actions, Action *action, const Node *referenced, const Node *copy, ActionAdd *add)
{
    parts_add(actions, action, copy, parts_add_unchecked_sql(actions, copy), add);
    parts_validate(actions, action, copy, copy->name, 0, add);
    action->apart = true;
    add(actions, action, template_sql(actions->arena, LOCK_REFERENCED, referenced, NULL));
    add(actions, action, node_define(actions->arena, copy, false).sql);
}
