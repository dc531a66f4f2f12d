/* Why a column gets no shadow, in words for the header of a revision: what cannot be made twice, or not without a
 * rewrite. */
#include "kinds/column/shadow_private.h"

#include "kinds/column/change.h"
#include "kinds/column/conversion.h"
#include "kinds/column/not_null.h"
#include "kinds/key_columns.h"
#include "kinds/online.h"
#include "kinds/parts.h"
#include "kinds/reference.h"
#include "kinds/shared.h"
#include "model/lineage.h"
#include <string.h>

/* Parts -------------------------------------------------------------------------------------------------------- */

PartKind
shadow_part_kind(const Node *node)
{
    return node->kind->part == PART_SINGLE ? PART_NONE : node->kind->part;
}

static bool
has_value(const Node *node, const char *key)
{
    int attr = kind_attr(node->kind, key);
    return attr >= 0 && node->values[attr] != NULL;
}

static bool
is_sent(const Node *node)
{
    for (const Node *part = node->first_child; part != NULL; part = part->next)
        if (part->kind->sends_rows)
            return true;
    return false;
}

/* A partition is sent with the tables above it. */
static bool
is_sent_with_others(const Schema *schema, const Node *table)
{
    for (guint i = 0; node_has_lineage(table) && i < schema->roots->len; i++)
        if (is_sent(schema->roots->pdata[i]) && lineage_reaches(schema, schema->roots->pdata[i], table))
            return true;
    return false;
}

static bool
is_published(const Schema *schema, const Node *table)
{
    if (is_sent(table) || is_sent_with_others(schema, table))
        return true;
    for (guint i = 0; i < schema->roots->len; i++) {
        const Node *root = schema->roots->pdata[i];
        bool of_schema = root->kind->is_schema && strcmp(root->name, table->schema) == 0 && is_sent(root);
        if (of_schema || has_value(root, "all_tables"))
            return true;
    }
    return false;
}

/* PostgreSQL refuses to update rows of a published table that replication cannot tell apart, or of which it filters by
 * what it is not sent of the old row (manual, "Replica Identity" and "Row Filters"). */
static bool
may_refuse_updates(const Schema *schema, const Node *table)
{
    bool is_told_apart = key_of_rows(table) != NULL && !has_value(table, "replica_identity");
    for (const Node *part = table->first_child; part != NULL; part = part->next) {
        if (part->kind->sends_rows && has_value(part, "where"))
            return true;
        is_told_apart = is_told_apart || has_value(part, "replica_identity");
    }
    return !is_told_apart && is_published(schema, table);
}

static const char OF_HEIRS[] = "the table is a partition, or inherits, or is inherited from";

static bool
has_family(const Node *table)
{
    return parts_are_of(table) || node_has_lineage(table) || node_has_heirs(table);
}

/* Also where they say all of its columns themselves. */
static bool
is_inherited_from(const Schema *schema, const Node *table)
{
    for (guint i = 0; i < schema->roots->len; i++)
        if (node_has_lineage(schema->roots->pdata[i]) && lineage_has(schema->roots->pdata[i], table))
            return true;
    return false;
}

/* NULL: nothing. */
static const char *
reason_against_table(const Schema *schema, const Node *table)
{
    if (node_has_lineage(table) || (!parts_are_of(table) && is_inherited_from(schema, table)))
        return OF_HEIRS;
    return shadow_reason_against_rows(schema, table);
}

static bool
has_twin(const Node *key)
{
    for (const Node *part = key->parent->first_child; part != NULL; part = part->next)
        if (part != key && shadow_part_kind(part) == PART_KEY &&
            g_strcmp0(node_value(part, "definition"), node_value(key, "definition")) == 0)
            return true;
    return false;
}

/* A foreign key of a partitioned table is made in each partition first. */
static bool
has_family_elsewhere(const Node *foreign_key)
{
    const Node *table = foreign_key->parent;
    for (guint i = 0; foreign_key->needs != NULL && i < foreign_key->needs->len; i++) {
        const Node *root = node_root(foreign_key->needs->pdata[i]);
        const bool is_own = root == table && parts_are_of(table) && referenced_table(foreign_key) != table;
        if (!is_own && has_family(root))
            return true;
    }
    return false;
}

static const char *
reason_against_version(const Node *part)
{
    static const char OTHER[] = "a foreign key leads to a table with partitions, or to or from one with heirs";
    if (part->flags & NODE_DERIVED)
        return "a part of it comes from another table";
    if (has_value(part, "invalid") || has_value(part, "attached_to"))
        return "an index on it is not valid or attached to another";
    if (shadow_part_kind(part) == PART_INDEX && has_value(part, "statistics"))
        return "an index on it has statistics targets";
    if (shadow_part_kind(part) == PART_KEY && (has_value(part, "deferrable") || !key_can_be_built(part)))
        return "a key on it is deferrable, or no index alone can make it";
    if (parts_are_of(part->parent) && has_value(part, "replica_identity"))
        return "the table is partitioned, and replication goes by an index on it";
    if (parts_are_of(part->parent) && shadow_part_kind(part) == PART_KEY && has_twin(part))
        return "the table is partitioned, and two keys have the same columns";
    return shadow_part_kind(part) == PART_FOREIGN_KEY && has_family_elsewhere(part) ? OTHER : NULL;
}

/* A partition's foreign key is that of the table above, and exchanged with it. */
Node *
shadow_counterpart(const Actions *actions, const Node *old_part)
{
    const PartKind kind = shadow_part_kind(old_part);
    const bool is_copy = kind == PART_FOREIGN_KEY && (old_part->flags & NODE_DERIVED);
    return kind == PART_NONE || is_copy ? NULL : schema_match(actions->new_schema, old_part);
}

/* Is all of what it stands on there in the other Schema, too? Then it can be built while nothing has changed yet. */
static bool
can_be_built_beside(const Schema *other, const Node *part)
{
    for (guint i = 0; part->needs != NULL && i < part->needs->len; i++)
        if (schema_match(other, part->needs->pdata[i]) == NULL)
            return false;
    return true;
}

static const char *
reason_against_part(const Actions *actions, const Node *old_part, const Node *new_part)
{
    const char *reason = reason_against_version(old_part);
    if (reason == NULL)
        reason = reason_against_version(new_part);
    if (reason == NULL &&
        (!can_be_built_beside(actions->old_schema, new_part) || !can_be_built_beside(actions->new_schema, old_part)))
        reason = "a key or constraint on it needs something that comes or goes";
    return reason;
}

static const char *
reason_against_dependants(const Actions *actions, const Node *column)
{
    for (guint i = 0; column->needed_by != NULL && i < column->needed_by->len; i++) {
        const Node *user = column->needed_by->pdata[i];
        if (user->kind == column->kind && user->parent != column->parent && parts_are_of(column->parent))
            continue; /* a partition's: shadow_reason_against_partitions() */
        if (user->kind == column->kind)
            return user->parent == column->parent ? "a column is computed from it" : OF_HEIRS;
        if (user->kind->part == PART_SINGLE)
            return "an exclusion constraint cannot be built beside another";
        const Node *old_part = schema_match(actions->old_schema, user);
        const Node *new_part = old_part == NULL ? NULL : shadow_counterpart(actions, old_part);
        const char *reason = new_part == NULL ? NULL : reason_against_part(actions, old_part, new_part);
        if (reason != NULL)
            return reason;
    }
    return NULL;
}

/* Columns ------------------------------------------------------------------------------------------------------ */

static bool
is_filled_by_type(const Node *column)
{
    for (guint i = 0; column->needs != NULL && i < column->needs->len; i++)
        if (((const Node *)column->needs->pdata[i])->kind->fills_columns)
            return true;
    return false;
}

static bool
has_named_not_null(const Node *column)
{
    return not_null_strength(column) == NOT_VALID || column->values[NOT_NULL_NAME] != NULL ||
           column->values[NOT_NULL_NO_INHERIT] != NULL || column->values[NOT_NULL_COMMENT] != NULL;
}

static bool
row_is_computed(const Node *table)
{
    for (guint i = 0; table->needed_by != NULL && i < table->needed_by->len; i++) {
        const Node *user = table->needed_by->pdata[i];
        if (user->kind->holds_rows != NULL && user->kind->holds_rows(user, table))
            return true;
    }
    return false;
}

/* What reads a function's rows tells their columns by their places: "from of_t() of_t(a, b)". */
static bool
is_read_by_places(const Node *table)
{
    for (guint i = 0; table->needed_by != NULL && i < table->needed_by->len; i++) {
        const Node *user = table->needed_by->pdata[i];
        if (user->kind->space == SPACE_ROUTINE && user->needed_by != NULL && user->needed_by->len > 0)
            return true;
    }
    return false;
}

/* Does the table get a column, or one of another type? Then nothing may hold its rows for a moment (plan/detour.h). */
static bool
rows_change(const Actions *actions, const Node *table, const Node *column)
{
    const Node *old_table = schema_match(actions->old_schema, table);
    const Node *new_table = schema_match(actions->new_schema, table);
    if (old_table == NULL || new_table == NULL)
        return false;
    for (const Node *is = new_table->first_child; is != NULL; is = is->next) {
        const Node *was = is->kind == column->kind ? node_child(old_table, is->kind->name, is->name) : is;
        if (was == NULL || (was != is && g_strcmp0(was->values[TYPE], is->values[TYPE]) != 0))
            return true;
    }
    return false;
}

/* Of the rows of other tables, themselves or inside of other types. node: the column, or such a type. */
static bool
holds_changing_rows(const Actions *actions, const Node *node, const Node *column)
{
    for (const Node *part = node; part != NULL; part = node == column ? NULL : node_walk(node, part))
        for (guint i = 0; part->needs != NULL && i < part->needs->len; i++) {
            const Node *needed = node_root(part->needs->pdata[i]);
            const bool is_rows = needed->kind->space == SPACE_RELATION && needed != column->parent;
            if ((is_rows && rows_change(actions, needed, column)) ||
                (needed->kind->aside != NULL && needed != node && holds_changing_rows(actions, needed, column)))
                return true;
        }
    return false;
}

const char *
shadow_reason_against_rows(const Schema *schema, const Node *table)
{
    if (may_refuse_updates(schema, table))
        return "a publication may refuse what fills its rows";
    if (row_is_held(table))
        return "columns of other tables hold rows of this one";
    if (row_is_computed(table))
        return "materialized views hold rows of this table";
    if (is_read_by_places(table))
        return "others read rows of this table from a function, by the places of its columns";
    return NULL;
}

static const char *
reason_against_users(const Actions *actions, const Schema *schema, const Node *column)
{
    const char *reason = reason_against_dependants(actions, column);
    return reason == NULL && parts_are_of(column->parent) ? shadow_reason_against_partitions(actions, schema, column)
                                                          : reason;
}

const char *
shadow_reason_against(const Actions *actions, const Node *old_node, const Node *new_node)
{
    const char *of_table = reason_against_table(actions->old_schema, old_node->parent);
    if (of_table == NULL)
        of_table = reason_against_table(actions->new_schema, new_node->parent);
    if (of_table != NULL)
        return of_table;
    if (old_node->values[TYPED] != NULL || new_node->values[TYPED] != NULL)
        return "the table has its columns from a type";
    if (old_node->values[GENERATED] != NULL || new_node->values[GENERATED] != NULL)
        return "the column is computed";
    if (old_node->values[IDENTITY] != NULL && new_node->values[IDENTITY] == NULL)
        return "it ends to be an identity";
    const char *of_type = shadow_reason_against_type(actions, old_node, new_node);
    if (of_type != NULL)
        return of_type;
    if (holds_changing_rows(actions, old_node, old_node) || holds_changing_rows(actions, new_node, new_node))
        return "it holds rows of a table that changes";
    if (is_filled_by_type(old_node) || is_filled_by_type(new_node))
        return "a column of a domain cannot be added without a rewrite";
    if (has_named_not_null(old_node) || has_named_not_null(new_node))
        return "its NOT NULL has a name or a comment of its own, or is not valid";
    if (conversion_declared(new_node, false) != NULL && conversion_declared(new_node, true) == NULL)
        return "its declaration says backfill, but no backfill_down for itself";
    const char *of_users = reason_against_users(actions, actions->old_schema, old_node);
    return of_users != NULL ? of_users : reason_against_users(actions, actions->new_schema, new_node);
}
