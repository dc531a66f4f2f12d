/* What is different where a column's table is partitioned: the partitions have all of it, too, and may have more. */
#include "kinds/column/shadow_private.h"

#include "kinds/column/change.h"
#include "kinds/online.h"
#include "kinds/parts.h"
#include "model/lineage.h"
#include <string.h>

/* Reasons ------------------------------------------------------------------------------------------------------ */

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

/* Parts -------------------------------------------------------------------------------------------------------- */

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
