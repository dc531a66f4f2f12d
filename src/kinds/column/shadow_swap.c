/* The moment at which a shadow takes the place of its column, and on the way back the other one its own again: names
 * alone change, nothing is read or written. */
#include "kinds/column/shadow_private.h"

#include "kinds/column/change.h"
#include "kinds/column/not_null.h"
#include "kinds/online.h"
#include "kinds/parts.h"
#include "kinds/reference.h"
#include "sql/format.h"
#include <string.h>

/* Parts -------------------------------------------------------------------------------------------------------- */

static void
drop_part(Actions *actions, Action *action, const Node *node, ActionAdd *add)
{
    add(actions, action, template_sql(actions->arena, node->kind->drop, node, NULL));
}

/* What is on the shadows takes its own name; of a key it is an index, which becomes the constraint's. */
static void
take_place(Actions *actions, Action *action, const ShadowPart *part, const Way *way, const Node *node, ActionAdd *add)
{
    const Node *shadow = shadow_named(actions->arena, way, node);
    if (shadow_part_is_adopted(part))
        return; /* not before all of its columns have their names */
    if (part->kind == PART_KEY)
        add(actions, action, key_take_over_sql(actions, node, shadow->name));
    else
        add(actions, action, rename_sql(actions, shadow, node->name));
    if (part->kind == PART_FOREIGN_KEY && parts_are_of(node->parent))
        add(actions, action, parts_rename_sql(actions, node, shadow->name));
    emit_behind(actions, action, node, add);
}

/* On the way back a part becomes that of a shadow again. What is said of it is unsaid. */
static void
step_aside(Actions *actions, Action *action, const ShadowPart *part)
{
    const Node *node = part->new_node;
    if (part->kind == PART_KEY || part->kind == PART_FOREIGN_KEY) { /* others are built */
        drop_part(actions, action, node, action_down);
        return;
    }
    Node silent = *node;
    memset(silent.facets, 0, sizeof silent.facets);
    emit_facet_changes(actions, action, node, &silent, action_down);
    action_down(actions, action, rename_sql(actions, node, aside_name(actions->arena, way_forth.prefix, node->name)));
}

typedef void PartVisit(Actions *actions, Action *action, const ShadowPart *part);

/* Foreign keys go before the keys that they stand on, and come behind them. */
static void
visit_parts(const Shadows *shadows, Actions *actions, Action *action, const Shadow *shadow, bool back, bool keys,
            PartVisit *visit)
{
    for (guint i = 0; i < shadows->parts->len; i++) {
        const ShadowPart *part = shadows->parts->pdata[i];
        if ((back ? part->last : part->first) == shadow && (part->kind == PART_FOREIGN_KEY) == keys)
            visit(actions, action, part);
    }
}

/* An index falls with any of its columns (manual, ALTER TABLE, DROP COLUMN). */
static void
drop_old(Actions *actions, Action *action, const ShadowPart *part)
{
    GPtrArray *needs = part->old_node->needs;
    bool falls = part->kind == PART_INDEX && needs != NULL && g_ptr_array_find(needs, part->first->old_node, NULL);
    if (!falls)
        drop_part(actions, action, part->old_node, action_up);
}

static void
take_place_forth(Actions *actions, Action *action, const ShadowPart *part)
{
    take_place(actions, action, part, &way_forth, part->new_node, action_up);
}

static void
take_place_back(Actions *actions, Action *action, const ShadowPart *part)
{
    take_place(actions, action, part, &way_back, part->old_node, action_down);
}

/* The last of a part's columns is exchanged: partitions' parts of an index are named by all of them. */
static void
complete_forth(Actions *actions, Action *action, const ShadowPart *part, GPtrArray *indexes)
{
    if (shadow_part_is_adopted(part))
        shadow_adopt_key(actions, action, part->new_node, action_up);
    else if (part->kind == PART_INDEX)
        g_ptr_array_add(indexes, part->new_node);
}

static void
complete_back(Actions *actions, Action *action, const ShadowPart *part, GPtrArray *indexes)
{
    if (shadow_part_is_adopted(part)) {
        shadow_adopt_key(actions, action, part->old_node, action_down);
    } else if (part->kind == PART_INDEX) {
        g_ptr_array_add(indexes, shadow_named(actions->arena, &way_forth, part->new_node));
        g_ptr_array_add(indexes, part->old_node);
    }
}

static void
complete_parts(const Shadows *shadows, Actions *actions, Action *action, const Shadow *shadow, bool back)
{
    g_autoptr(GPtrArray) indexes = g_ptr_array_new();
    if (!parts_are_of(shadow->new_node->parent))
        return;
    for (guint i = 0; i < shadows->parts->len; i++) {
        const ShadowPart *part = shadows->parts->pdata[i];
        if ((back ? part->first : part->last) == shadow)
            (back ? complete_back : complete_forth)(actions, action, part, indexes);
    }
    if (indexes->len > 0)
        (back ? action_down : action_up)(actions, action, parts_usual_names_sql(actions, indexes));
}

/* Columns ------------------------------------------------------------------------------------------------------ */

static void
rename_column(Actions *actions, Action *action, const Node *column, const char *from, const char *to, ActionAdd *add)
{
    Node node = *column;
    node.name = from;
    add(actions, action, rename_sql(actions, &node, to));
}

/* From 18 on NOT NULL is a constraint, whose name goes by the column's as it was. */
static void
rename_not_null(Actions *actions, Action *action, const Node *column, const char *from, const char *to, ActionAdd *add)
{
    if (actions->new_schema->major < 18 || not_null_strength(column) != VALID)
        return;
    Node was = *column, is = *column;
    was.name = from;
    is.name = to;
    const TemplateToken more[] = {
        {"was", sql_printf(actions->arena, "%I", not_null_usual_name(actions->arena, &was))},
        {"is", sql_printf(actions->arena, "%I", not_null_usual_name(actions->arena, &is))},
        {NULL, NULL},
    };
    add(actions, action,
        template_sql(actions->arena, "ALTER TABLE {parent} RENAME CONSTRAINT {was} TO {is}", column, more));
}

static bool
belongs_to(const Node *sequence, const Node *column)
{
    int attr = kind_attr(sequence->kind, "owned_by");
    g_autoptr(GString) name = g_string_new(NULL);
    node_append_name(name, column->parent);
    sql_append(name, ".%I", column->name);
    return attr >= 0 && g_strcmp0(sequence->values[attr], name->str) == 0;
}

/* Sequences that belong to the column are to outlive it. */
static void
pass_sequences(Actions *actions, Action *action, const Shadow *shadow, const char *column, ActionAdd *add)
{
    const GPtrArray *roots = actions->old_schema->roots;
    for (guint i = 0; i < roots->len; i++) {
        const Node *sequence = roots->pdata[i];
        if (!belongs_to(sequence, shadow->old_node) || schema_match(actions->new_schema, sequence) == NULL)
            continue;
        g_autoptr(GString) sql = g_string_new("ALTER SEQUENCE ");
        node_append_name(sql, sequence);
        g_string_append(sql, " OWNED BY ");
        node_append_name(sql, shadow->old_node->parent);
        sql_append(sql, ".%I", column);
        add(actions, action, sql->str);
    }
}

/* What CREATE does not say of a column, and the new one has by another name no more. */
static void
unsay(Actions *actions, Action *action, const Node *node, ActionAdd *add)
{
    Node silent = *node;
    memset(silent.facets, 0, sizeof silent.facets);
    silent.first_child = NULL;
    for (size_t i = 0; i < node->kind->n_attrs; i++) {
        const Attr *attr = &node->kind->attrs[i];
        if ((attr->flags & ATTR_AFTER) && (attr->flags & ATTR_LAST) == 0 && node->values[i] != NULL &&
            attr->reset != NULL)
            add(actions, action, template_sql(actions->arena, attr->reset, node, NULL));
    }
    emit_facet_changes(actions, action, node, &silent, add);
}

/* DROP CONSTRAINT would lock the referring table first, an application that writes both the other one. */
static void
lock_referenced(const Shadows *shadows, Actions *actions, Action *action, const Shadow *shadow, bool back,
                ActionAdd *add)
{
    g_autoptr(GPtrArray) locked = g_ptr_array_new();
    for (guint i = 0; i < shadows->parts->len; i++) {
        const ShadowPart *part = shadows->parts->pdata[i];
        const Node *table = part->kind == PART_FOREIGN_KEY ? referenced_table(part->old_node) : NULL;
        if (table == NULL || (back ? part->last : part->first) != shadow || table == part->old_node->parent ||
            g_ptr_array_find(locked, table, NULL))
            continue;
        g_ptr_array_add(locked, (gpointer)(guintptr)table);
        add(actions, action, template_sql(actions->arena, LOCK_REFERENCED, table, NULL))->flags = SQL_FIRST;
    }
}

static void
exchange_forth(const Shadows *shadows, Actions *actions, Action *action, const Shadow *shadow)
{
    const Node *old_node = shadow->old_node, *new_node = shadow->new_node;
    const char *beside = aside_name(actions->arena, way_forth.prefix, new_node->name);
    lock_referenced(shadows, actions, action, shadow, false, action_up);
    visit_parts(shadows, actions, action, shadow, false, true, drop_old);
    shadow_remove_machinery(actions, shadow, action, action_up);
    visit_parts(shadows, actions, action, shadow, false, false, drop_old);
    pass_sequences(actions, action, shadow, beside, action_up);
    identity_pass_on(actions, action, old_node, new_node, beside, "pleat_old_", action_up);
    emit_up(actions, action, COLUMN_DROP, old_node);
    rename_column(actions, action, new_node, beside, new_node->name, action_up);
    rename_not_null(actions, action, new_node, beside, new_node->name, action_up);
    visit_parts(shadows, actions, action, shadow, false, false, take_place_forth);
    visit_parts(shadows, actions, action, shadow, false, true, take_place_forth);
    complete_parts(shadows, actions, action, shadow, false);
    emit_behind(actions, action, new_node, action_up);
}

/* Both stay: the new one as the shadow that it was. */
static void
exchange_back(const Shadows *shadows, Actions *actions, Action *action, const Shadow *shadow)
{
    const Node *old_node = shadow->old_node, *new_node = shadow->new_node;
    const char *beside = aside_name(actions->arena, way_forth.prefix, new_node->name);
    const char *back = aside_name(actions->arena, way_back.prefix, old_node->name);
    lock_referenced(shadows, actions, action, shadow, true, action_down);
    visit_parts(shadows, actions, action, shadow, true, true, step_aside);
    visit_parts(shadows, actions, action, shadow, true, false, step_aside);
    shadow_remove_machinery(actions, shadow, action, action_down);
    unsay(actions, action, new_node, action_down);
    rename_not_null(actions, action, new_node, new_node->name, beside, action_down);
    rename_column(actions, action, new_node, new_node->name, beside, action_down);
    rename_column(actions, action, old_node, back, old_node->name, action_down);
    rename_not_null(actions, action, old_node, back, old_node->name, action_down);
    pass_sequences(actions, action, shadow, old_node->name, action_down);
    if (old_node->values[IDENTITY] != NULL) {
        identity_pass_on(actions, action, new_node, old_node, old_node->name, "pleat_new_", action_down);
        Node aside = *new_node;
        aside.name = beside;
        emit_down(actions, action, COLUMN "DROP IDENTITY", &aside);
    }
    shadow_add_machinery(actions, shadow, &way_forth, action, action_down);
    visit_parts(shadows, actions, action, shadow, true, false, take_place_back);
    visit_parts(shadows, actions, action, shadow, true, true, take_place_back);
    complete_parts(shadows, actions, action, shadow, true);
    emit_behind(actions, action, old_node, action_down);
}

void
shadow_exchange(const Shadows *shadows, Actions *actions, const Shadow *shadow)
{
    static const Effect effect = {PHASE_CONTRACT, LOCK_ACCESS_EXCLUSIVE, 0,
                                  "it is of its old type until here, and of the new one from then on; "
                                  "prepared queries that return it fail once"};
    Action *action = shadow_step(actions, shadow, effect,
                                 arena_printf(actions->arena,
                                              "change type of %s: what was filled beside it takes its "
                                              "place",
                                              shadow->new_node->name));
    action->disturbs = DISTURBS_DEPENDANTS | DISTURBS_PARTS;
    action->exchanges = true;
    if (shadow->type_key != NULL)
        tell_loss(actions, action, shadow->old_node, shadow->new_node);
    exchange_forth(shadows, actions, action, shadow);
    exchange_back(shadows, actions, action, shadow);
}
