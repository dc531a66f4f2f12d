#include "kinds/column/not_null.h"

#include "kinds/column/change.h"
#include "kinds/column/sync.h"
#include "kinds/key_columns.h"
#include "kinds/parts.h"
#include "kinds/violations.h"
#include "model/emit.h"
#include "model/lineage.h"
#include "sql/format.h"
#include "sql/words.h"
#include <string.h>

enum { LONGEST_NAME = 63 }; /* bytes: NAMEDATALEN - 1 */

#define VALIDATE "ALTER TABLE {parent} VALIDATE CONSTRAINT {not_null_constraint}"
#define DROP_NOT_NULL COLUMN "DROP NOT NULL"

Strength
not_null_strength(const Node *node)
{
    return node->values[NOT_NULL] != NULL ? VALID : node->values[NOT_NULL_NOT_VALID] != NULL ? NOT_VALID : NULLABLE;
}

/* Of a column, or of the domain that it is of. */
static bool
has_fields(const Node *node)
{
    for (guint i = 0; node->needs != NULL && i < node->needs->len; i++) {
        const Node *needed = node->needs->pdata[i];
        if (needed->kind->space == SPACE_RELATION || needed->kind->convert != NULL ||
            (needed->kind->fills_columns && has_fields(needed)))
            return true;
    }
    return false;
}

const char *
not_null_test(const Node *column, bool null)
{
    if (has_fields(column))
        return null ? "IS NOT DISTINCT FROM NULL" : "IS DISTINCT FROM NULL";
    return null ? "IS NULL" : "IS NOT NULL";
}

/* The primary key that the column is a part of, or NULL. */
const Node *
not_null_key(const Node *node)
{
    const Node *key = key_of_rows(node->parent);
    return key != NULL && key->needs != NULL && g_ptr_array_find(key->needs, node, NULL) ? key : NULL;
}

const Node *
not_null_identity(const Node *node)
{
    for (const Node *index = node->parent->first_child; index != NULL; index = index->next) {
        int attr = kind_attr(index->kind, "replica_identity");
        if (attr >= 0 && index->values[attr] != NULL && index->needs != NULL &&
            g_ptr_array_find(index->needs, node, NULL))
            return index;
    }
    return NULL;
}

static bool
has_own_not_null(const Node *node)
{
    return node->values[NOT_NULL_NAME] != NULL || node->values[NOT_NULL_NO_INHERIT] != NULL;
}

/* A constraint that is made has no comment yet. */
static void
comment_on_not_null(Actions *actions, Action *action, const Node *node, ActionAdd *add)
{
    if (node->values[NOT_NULL_COMMENT] != NULL)
        add(actions, action, template_sql(actions->arena, NOT_NULL_COMMENT_ON "{not_null_comment}", node, NULL));
}

/* As it was, in one statement. */
void
not_null_make(Actions *actions, Action *action, const Node *node, ActionAdd *add)
{
    static const char MAKE[] = "[not_null_not_valid?" NOT_NULL_ADD_NOT_VALID "][not_null_not_valid!" NOT_NULL_SET "]";
    add(actions, action, template_sql(actions->arena, MAKE, node, NULL));
    comment_on_not_null(actions, action, node, add);
}

static void
add_constraint(Actions *actions, Action *action, const Node *node, ActionAdd *add)
{
    add(actions, action, template_sql(actions->arena, NOT_NULL_ADD_NOT_VALID, node, NULL));
    if (not_null_strength(node) == VALID)
        add(actions, action, template_sql(actions->arena, VALIDATE, node, NULL))->flags = SQL_VALIDATES;
}

void
not_null_by_check(Actions *actions, Action *action, const Node *node, ActionAdd *add)
{
    const char *name = node->name;
    g_autofree char *check = g_strdup_printf("pleat_not_null_%s", name);
    const char *end;
    g_utf8_validate(check, (gssize)MIN(strlen(check), LONGEST_NAME), &end); /* cut between characters */
    check[end - check] = '\0';
    const TemplateToken more[] = {
        {"check", sql_printf(actions->arena, "%I", check)}, {"test", not_null_test(node, false)}, {NULL, NULL}};
    static const char *const STEPS[] = {
        "ALTER TABLE {parent} ADD CONSTRAINT {check} CHECK ({name} {test}) NOT VALID",
        "ALTER TABLE {parent} VALIDATE CONSTRAINT {check}",
        COLUMN "SET NOT NULL",
        "ALTER TABLE {parent} DROP CONSTRAINT {check}",
    };
    for (size_t i = 0; i < G_N_ELEMENTS(STEPS); i++) {
        if (i == 1)
            parts_validate(actions, action, node, check, SQL_VALIDATES, add);
        ActionSql *step = add(actions, action, template_sql(actions->arena, STEPS[i], node, more));
        step->flags = i == 1 ? SQL_VALIDATES : 0;
    }
}

/* Does a table below, of whatever generation, have a column of this name? Dropping NOT NULL above would reach it. */
static bool
is_kept_below(const Node *table, const char *name)
{
    for (guint i = 0; table != NULL && table->needed_by != NULL && i < table->needed_by->len; i++) {
        const Node *heir = table->needed_by->pdata[i];
        if (heir->kind == table->kind && (node_child(heir, "column", name) != NULL || is_kept_below(heir, name)))
            return true;
    }
    return false;
}

void
not_null_drop_alone(Actions *actions, Action *action, const Node *node, const Schema *other, ActionAdd *add)
{
    static const char ONLY[] = "ALTER TABLE ONLY {parent} ALTER COLUMN {name} DROP NOT NULL";
    bool kept = is_kept_below(schema_match(other, node->parent), node->name);
    add(actions, action, template_sql(actions->arena, kept ? ONLY : DROP_NOT_NULL, node, NULL));
}

static Violation
nulls_of(Actions *actions, const Node *node)
{
    return (Violation){
        .title = arena_printf(actions->arena, "not null of %s", node->name),
        .from = template_sql(actions->arena, "{parent}", node, NULL),
        .condition = sql_printf(actions->arena, "%I %s", node->name, not_null_test(node, true)),
    };
}

static void
look_for_nulls(Actions *actions, Action *action, const Node *node)
{
    Action *look = violations_look(actions, action, nulls_of(actions, node));
    if (look != NULL)
        g_ptr_array_add(look->takes, sync_filled(actions, node));
}

static bool
is_set_below(const Node *column)
{
    for (guint i = 0; column->needed_by != NULL && i < column->needed_by->len; i++) {
        const Node *heir = column->needed_by->pdata[i];
        if (heir->kind == column->kind && heir->parent != column->parent &&
            (not_null_strength(heir) != NULLABLE || is_set_below(heir)))
            return true;
    }
    return false;
}

/* From 18 on a partition whose primary key was built before that of the table above has the constraint as its own, too:
 * there it would stay (kinds/key_parts.h). */
static void
drop_in_partitions(Actions *actions, Action *action, const Node *node, ActionAdd *add)
{
    if (actions->new_schema->major >= 18 && !actions->at_once && parts_are_of(node->parent) && !is_set_below(node))
        parts_add(actions, action, node,
                  sql_printf(actions->arena, "ALTER TABLE {partition} ALTER COLUMN %I DROP NOT NULL", node->name), add);
}

void
not_null_add(Actions *actions, Action *action, const Node *node, ActionAdd *add)
{
    const bool valid = not_null_strength(node) == VALID;
    if (node->parent->kind->rows_elsewhere && valid)
        add(actions, action, template_sql(actions->arena, NOT_NULL_SET, node, NULL));
    else if (has_own_not_null(node) || !valid)
        add_constraint(actions, action, node, add);
    else
        not_null_by_check(actions, action, node, add);
    comment_on_not_null(actions, action, node, add);
}

void
not_null_set(Actions *actions, const Node *old_node, const Node *new_node, Phase phase)
{
    const char *reason = phase == PHASE_CONTRACT ? "the old application may still write nulls" : NULL;
    const Effect scanned = {phase, LOCK_SHARE_UPDATE_EXCLUSIVE, COST_SCAN, reason},
                 not_valid = {phase, LOCK_ACCESS_EXCLUSIVE, 0, reason};
    const char *name = new_node->name;
    bool valid = not_null_strength(new_node) == VALID;
    Action *action = action_add(actions, old_node, new_node, valid ? scanned : not_valid,
                                arena_printf(actions->arena, "set not null of %s", name));
    action->alters = true;
    action->strongest = LOCK_ACCESS_EXCLUSIVE;
    if (!new_node->parent->kind->rows_elsewhere && valid)
        look_for_nulls(actions, action, new_node);
    not_null_add(actions, action, new_node, action_up);
    if (old_node == NULL) {
        not_null_drop_alone(actions, action, new_node, actions->old_schema, action_down);
    } else {
        emit_down(actions, action, DROP_NOT_NULL, new_node);
        drop_in_partitions(actions, action, old_node, action_down);
    }
    g_ptr_array_add(action->requires, (gpointer)(guintptr)new_node);
}

void
not_null_restore(Actions *actions, Action *action, const Node *node)
{
    not_null_add(actions, action, node, action_down);
    if (not_null_strength(node) == VALID)
        violations_look_back(actions, action, nulls_of(actions, node));
}

/* The node with the name that the constraint has at some point of the way. */
static const Node *
under_name(Actions *actions, const Node *node, const char *name)
{
    Node *copy = node_variant(actions->arena, node);
    copy->values[NOT_NULL_CONSTRAINT] = name;
    return copy;
}

/* Another name, for other tables, another comment: the constraint stays. */
static void
lead_not_null(Actions *actions, Action *action, const Node *from, const Node *to, const char *name, ActionAdd *add)
{
    static const char RENAME[] = "ALTER TABLE {parent} RENAME CONSTRAINT {not_null_constraint} TO {new}",
                      INHERIT[] = "ALTER TABLE {parent} ALTER CONSTRAINT {not_null_constraint} "
                                  "[not_null_no_inherit?NO ]INHERIT";
    if (strcmp(from->values[NOT_NULL_CONSTRAINT], name) != 0) {
        const TemplateToken more[] = {{"new", sql_printf(actions->arena, "%I", name)}, {NULL, NULL}};
        add(actions, action, template_sql(actions->arena, RENAME, from, more));
    }
    const Node *now = under_name(actions, to, name);
    if (g_strcmp0(from->values[NOT_NULL_NO_INHERIT], to->values[NOT_NULL_NO_INHERIT]) != 0)
        add(actions, action, template_sql(actions->arena, INHERIT, now, NULL));
    if (not_null_strength(from) == NOT_VALID && not_null_strength(to) == VALID)
        add(actions, action, template_sql(actions->arena, VALIDATE, now, NULL));
    if (g_strcmp0(from->values[NOT_NULL_COMMENT], to->values[NOT_NULL_COMMENT]) == 0)
        return;
    if (to->values[NOT_NULL_COMMENT] != NULL)
        comment_on_not_null(actions, action, now, add);
    else
        add(actions, action, template_sql(actions->arena, NOT_NULL_COMMENT_ON "NULL", now, NULL));
}

/* The name that PostgreSQL chose stays where it would now choose another one. */
static const char *
name_to_be(const Node *old_node, const Node *new_node)
{
    bool renamed = g_strcmp0(old_node->values[NOT_NULL_NAME], new_node->values[NOT_NULL_NAME]) != 0 &&
                   !(new_node->flags & NODE_DERIVED);
    return (renamed ? new_node : old_node)->values[NOT_NULL_CONSTRAINT];
}

static void
change_not_null(Actions *actions, const Node *old_node, const Node *new_node)
{
    static const Effect effect = {PHASE_EXPAND, LOCK_ACCESS_EXCLUSIVE, 0, NULL};
    const char *name = name_to_be(old_node, new_node);
    Action *action = action_add(actions, old_node, new_node, effect,
                                arena_printf(actions->arena, "change not null of %s", new_node->name));
    action->alters = true;
    lead_not_null(actions, action, old_node, new_node, name, action_up);
    lead_not_null(actions, action, under_name(actions, new_node, name), old_node, old_node->values[NOT_NULL_CONSTRAINT],
                  action_down);
}

/* Nothing makes a valid one not valid but a new one. */
static void
make_not_valid(Actions *actions, Action *action, const Node *to, ActionAdd *add)
{
    add(actions, action, template_sql(actions->arena, DROP_NOT_NULL, to, NULL));
    not_null_make(actions, action, to, add);
}

/* What is made on top of it, a key or an identity, needs it valid. */
static void
validate_not_null(Actions *actions, const Node *old_node, const Node *new_node)
{
    static const Effect effect = {PHASE_CONTRACT, LOCK_SHARE_UPDATE_EXCLUSIVE, COST_SCAN, NULL};
    Action *action = action_add(actions, old_node, new_node, effect,
                                arena_printf(actions->arena, "validate not null of %s", new_node->name));
    action->alters = action->leads = true;
    lead_not_null(actions, action, old_node, new_node, name_to_be(old_node, new_node), action_up);
    make_not_valid(actions, action, old_node, action_down);
}

static void
let_be_not_valid(Actions *actions, const Node *old_node, const Node *new_node)
{
    static const Effect effect = {PHASE_EXPAND, LOCK_ACCESS_EXCLUSIVE, 0, NULL};
    Action *action = action_add(actions, old_node, new_node, effect,
                                arena_printf(actions->arena, "make not null of %s not valid", new_node->name));
    action->alters = true;
    make_not_valid(actions, action, new_node, action_up);
    lead_not_null(actions, action, new_node, old_node, old_node->values[NOT_NULL_CONSTRAINT], action_down);
    if (not_null_key(old_node) != NULL)
        action->after = not_null_key(old_node)->key;
}

static bool
reaches_heirs(const Node *column)
{
    return column != NULL && not_null_strength(column) != NULLABLE && column->values[NOT_NULL_NO_INHERIT] == NULL;
}

/* Does an heir have it again as soon as the table above, which is so all the time, does? */
static bool
is_handed_down(const Actions *actions, const Node *old_node, const Node *new_node)
{
    const Node *above = (old_node->flags & NODE_DERIVED) ? node_forebear(actions->old_schema, old_node) : NULL;
    return reaches_heirs(above) && lineage_has(node_root(new_node), above->parent) &&
           !reaches_heirs(schema_match(actions->new_schema, above));
}

static void
drop_not_null(Actions *actions, const Node *old_node, const Node *new_node)
{
    static const Effect effect = {PHASE_EXPAND, LOCK_ACCESS_EXCLUSIVE, 0, NULL};
    Action *action = action_add(actions, old_node, new_node, effect,
                                arena_printf(actions->arena, "drop not null of %s", new_node->name));
    action->alters = true;
    emit_up(actions, action, DROP_NOT_NULL, new_node);
    drop_in_partitions(actions, action, new_node, action_up);
    if (!is_handed_down(actions, old_node, new_node))
        not_null_restore(actions, action, old_node);
    if (not_null_key(old_node) != NULL) /* it is not null as long as the key is there */
        action->after = not_null_key(old_node)->key;
    else if (not_null_identity(old_node) != NULL) /* or replication tells rows apart by it */
        action->after = not_null_identity(old_node)->key;
}

/* Heirs -------------------------------------------------------------------------------------------------------- */

char *
not_null_usual_name(Arena *arena, const Node *node)
{
    static const char LABEL[] = "_not_null";
    const char *end;
    size_t table = strlen(node->parent->name), column = strlen(node->name);
    while (table + 1 + column + strlen(LABEL) > LONGEST_NAME)
        *(table > column ? &table : &column) -= 1;
    g_utf8_validate(node->parent->name, (gssize)table, &end);
    table = (size_t)(end - node->parent->name);
    g_utf8_validate(node->name, (gssize)column, &end);
    column = (size_t)(end - node->name);
    return arena_printf(arena, "%.*s_%.*s%s", (int)table, node->parent->name, (int)column, node->name, LABEL);
}

void
not_null_complete(Node *node, Arena *arena)
{
    if (node->values[NOT_NULL_COMMENT] == NULL)
        return;
    g_autofree char *told = node->leaf == NULL ? NULL : words_not_null_name(node->leaf);
    const char *given = told != NULL ? arena_strdup(arena, told) : node->values[NOT_NULL_NAME];
    node->values[NOT_NULL_CONSTRAINT] = given != NULL ? given : not_null_usual_name(arena, node);
}

/* A declaration does not say the name that an heir's has from above. */
static const Node *
under_own_name(Actions *actions, const Node *node)
{
    const Node *top = node;
    for (const Node *above = node; above != NULL; above = node_forebear(actions->new_schema, top))
        top = above;
    if (node->values[NOT_NULL_CONSTRAINT] != NULL)
        return node;
    const char *given = top->values[NOT_NULL_NAME];
    return under_name(actions, node, given != NULL ? given : not_null_usual_name(actions->arena, top));
}

static bool
is_not_valid_above(const Schema *schema, const Node *node)
{
    const Node *above = schema == NULL ? NULL : node_forebear(schema, node);
    return above != NULL && not_null_strength(above) == NOT_VALID;
}

/* An heir's is made with that of the table above, and need not be not valid as long as that is. What was valid is so
 * no more where that one was made anew. */
static void
validate_heir(Actions *actions, const Node *old_node, const Node *new_node)
{
    static const Effect effect = {PHASE_CONTRACT, LOCK_SHARE_UPDATE_EXCLUSIVE, COST_SCAN, NULL};
    Strength was = not_null_strength(old_node), is = not_null_strength(new_node);
    const Node *old_above = node_forebear(actions->old_schema, old_node),
               *new_above = node_forebear(actions->new_schema, new_node);
    bool forth = is == VALID && (was != VALID || old_above == NULL || not_null_strength(old_above) == VALID);
    bool back = was == VALID && (is != VALID || new_above == NULL || not_null_strength(new_above) == VALID);
    if (!forth && !back)
        return;
    Action *action = action_add(actions, old_node, new_node, effect,
                                arena_printf(actions->arena, "validate not null of %s", new_node->name));
    action->alters = true;
    if (forth)
        emit_up(actions, action, VALIDATE, under_own_name(actions, was == NOT_VALID ? old_node : new_node));
    if (back)
        emit_down(actions, action, VALIDATE, under_own_name(actions, is == NOT_VALID ? new_node : old_node));
}

static void
comment_on_heir(Actions *actions, Action *action, const Node *to, const Node *named, ActionAdd *add)
{
    if (not_null_strength(to) == NULLABLE)
        return;
    const Node *own = under_own_name(actions, named);
    const Node *now = under_name(actions, to, own->values[NOT_NULL_CONSTRAINT]);
    const char *comment = to->values[NOT_NULL_COMMENT] == NULL ? "NULL" : "{not_null_comment}";
    const char *template = arena_printf(actions->arena, NOT_NULL_COMMENT_ON "%s", comment);
    add(actions, action, template_sql(actions->arena, template, now, NULL));
}

/* Its comment is its own, whatever is above. */
static void
change_comment_of_heir(Actions *actions, const Node *old_node, const Node *new_node)
{
    static const Effect effect = {PHASE_EXPAND, LOCK_SHARE_UPDATE_EXCLUSIVE, 0, NULL};
    const Node *named = not_null_strength(old_node) != NULLABLE ? old_node : new_node;
    Action *action = action_add(actions, old_node, new_node, effect,
                                arena_printf(actions->arena, "change comment of not null of %s", new_node->name));
    action->alters = true;
    comment_on_heir(actions, action, new_node, named, action_up);
    comment_on_heir(actions, action, old_node, named, action_down);
}

static bool
concerns_heir(const Actions *actions, const Node *old_node, const Node *new_node)
{
    return (new_node->flags & NODE_DERIVED) &&
           (not_null_strength(old_node) == NOT_VALID || not_null_strength(new_node) == NOT_VALID ||
            is_not_valid_above(actions->old_schema, old_node) || is_not_valid_above(actions->new_schema, new_node));
}

bool
not_null_can_change(const Actions *actions, const Node *old_node, const Node *new_node)
{
    const Node *above = node_forebear(actions->old_schema, old_node);
    bool unchecked = not_null_strength(old_node) == VALID && not_null_strength(new_node) == NOT_VALID;
    return !(new_node->flags & NODE_DERIVED) || !unchecked || above == NULL || not_null_strength(above) == VALID;
}

/* Altering ----------------------------------------------------------------------------------------------------- */

static bool
has_changed(guint64 changed, int attr)
{
    return (changed & (1ull << attr)) != 0;
}

void
not_null_tighten(Actions *actions, const Node *old_node, const Node *new_node, guint64 changed)
{
    Strength was = not_null_strength(old_node), is = not_null_strength(new_node);
    if (!has_changed(changed, NOT_NULL) && !has_changed(changed, NOT_NULL_NOT_VALID))
        return;
    if (concerns_heir(actions, old_node, new_node))
        validate_heir(actions, old_node, new_node);
    else if (was == NOT_VALID && is == VALID)
        validate_not_null(actions, old_node, new_node);
    else if (is == VALID || (is == NOT_VALID && was == NULLABLE))
        not_null_set(actions, old_node, new_node, PHASE_CONTRACT);
}

void
not_null_loosen(Actions *actions, const Node *old_node, const Node *new_node, guint64 changed)
{
    Strength was = not_null_strength(old_node), is = not_null_strength(new_node);
    bool derived = new_node->flags & NODE_DERIVED;
    bool another = has_changed(changed, NOT_NULL) || has_changed(changed, NOT_NULL_NOT_VALID);
    bool other_words = has_changed(changed, NOT_NULL_NAME) || has_changed(changed, NOT_NULL_NO_INHERIT) ||
                       has_changed(changed, NOT_NULL_COMMENT);
    if (another && is == NULLABLE)
        drop_not_null(actions, old_node, new_node);
    else if (derived && has_changed(changed, NOT_NULL_COMMENT))
        change_comment_of_heir(actions, old_node, new_node);
    else if (another && is == NOT_VALID && was == VALID && !derived)
        let_be_not_valid(actions, old_node, new_node);
    else if (is == was && is != NULLABLE && other_words && !derived)
        change_not_null(actions, old_node, new_node);
}
