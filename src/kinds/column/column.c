/*
 * A column. Its default is a node of its own. What is direct on an empty table is split on one that has rows: a column
 * that must not be null is added nullable, kept in step with what it replaces and filled, and made NOT NULL in the
 * contract phase.
 */
#include "kinds/column/change.h"
#include "kinds/column/not_null.h"
#include "kinds/column/of_domain.h"
#include "kinds/column/sync.h"
#include "kinds/embedded.h"
#include "kinds/shadow.h"
#include "kinds/shared.h"
#include "model/lineage.h"
#include "sql/format.h"
#include "sql/lex.h"
#include <stdio.h>
#include <string.h>

static const char *const parents[] = {"table", "foreign_table", NULL};

/* Creating ----------------------------------------------------------------------------------------------------- */

static bool
has_default(const Node *node)
{
    return node_child(node, "default", NULL) != NULL || node->values[IDENTITY] != NULL ||
           node->values[GENERATED] != NULL;
}

/* Is it in the rows that are there, or PostgreSQL looks whether it may be, as soon as it comes? */
static bool
fills_rows(const Node *node)
{
    const Node *default_node = node_child(node, "default", NULL);
    if ((default_node != NULL && node_comes_along(default_node)) || node->values[IDENTITY] != NULL ||
        (node->values[GENERATED] != NULL && node->values[VIRTUAL] == NULL))
        return true;
    for (guint i = 0; node->needs != NULL && i < node->needs->len; i++)
        if (((const Node *)node->needs->pdata[i])->kind->fills_columns)
            return true;
    return false;
}

/* The column comes, or goes and may come back. */
static Action *
emit_add(Actions *actions, const Node *node, Effect effect)
{
    Action *action = emit_create(actions, node, effect);
    action->fills = fills_rows(node);
    return action;
}

static Action *
emit_remove(Actions *actions, const Node *node, Effect effect)
{
    Action *action = emit_drop(actions, node, effect);
    action->fills = fills_rows(node);
    return action;
}

/* The column as its leaf says, but without NOT NULL and, where rows are to be filled, without the default, which would
 * fill them first. */
typedef struct {
    const Node *node;
    const char *not_null, *not_valid, *comment;
    Node *default_node; /* NULL: none, or it stays */
} Bare;

static Bare
make_bare(const Node *node, bool without_default)
{
    Bare bare = {node, node->values[NOT_NULL], node->values[NOT_NULL_NOT_VALID], node->values[NOT_NULL_COMMENT],
                 without_default ? node_child(node, "default", NULL) : NULL};
    node->values[NOT_NULL] = node->values[NOT_NULL_NOT_VALID] = node->values[NOT_NULL_COMMENT] = NULL;
    if (bare.default_node != NULL)
        bare.default_node->flags |= NODE_SEPARATE;
    return bare;
}

static void
restore(const Bare *bare)
{
    bare->node->values[NOT_NULL] = bare->not_null;
    bare->node->values[NOT_NULL_NOT_VALID] = bare->not_valid;
    bare->node->values[NOT_NULL_COMMENT] = bare->comment;
    if (bare->default_node != NULL)
        bare->default_node->flags &= ~(unsigned)NODE_SEPARATE;
}

static void
add_nullable(Actions *actions, const Node *node, bool without_default)
{
    static const Effect effect = {PHASE_EXPAND, LOCK_ACCESS_EXCLUSIVE, 0, NULL};
    Bare bare = make_bare(node, without_default);
    emit_add(actions, node, effect);
    restore(&bare);
}

/* The old application's rows would get it, and the trigger take it for what the new one wrote. On the way back it stays
 * until the old column has its own again, and the trigger passes that on. */
static void
add_default_at_last(Actions *actions, const Node *node)
{
    static const Effect effect = {PHASE_CONTRACT, LOCK_ACCESS_EXCLUSIVE, 0,
                                  "the sync trigger fills the column until here"};
    Node *default_node = node_child(node, "default", NULL);
    if (default_node != NULL)
        emit_create(actions, default_node, effect);
}

/* Of a default that is another one in each row PostgreSQL writes the table anew (manual, ALTER TABLE, "Notes"). Who
 * does not know of the column writes no nulls into it once the default is there. */
static void
add_and_fill(Actions *actions, const Node *node, const Node *default_node)
{
    static const Effect effect = {PHASE_EXPAND, LOCK_ACCESS_EXCLUSIVE, 0, NULL};
    add_nullable(actions, node, true);
    emit_create(actions, default_node, effect);
    sync_fill_with_default(actions, node, default_node);
    if (not_null_strength(node) != NULLABLE)
        not_null_set(actions, NULL, node, PHASE_EXPAND);
}

static bool
create_actions(const Node *node, Actions *actions)
{
    if (is_root_new(actions, node))
        return false;
    if (node->parent->kind->rows_elsewhere) {
        emit_create(actions, node, (Effect){PHASE_EXPAND, LOCK_ACCESS_EXCLUSIVE, 0, NULL});
        return true;
    }
    const Extras *extras = sync_extras(actions, node);
    bool filled = extras != NULL && extras->backfill != NULL;
    bool must_wait = not_null_strength(node) != NULLABLE && !has_default(node);
    const Node *default_node = node_child(node, "default", NULL);
    if (!filled && !actions->at_once && default_node != NULL && node_value(default_node, "volatile") != NULL) {
        add_and_fill(actions, node, default_node);
        return true;
    }
    if (!filled && !must_wait && add_of_domain(actions, node))
        return true;
    if (!filled && !must_wait) {
        Effect effect = {PHASE_EXPAND, LOCK_ACCESS_EXCLUSIVE, 0, NULL};
        if (node->values[IDENTITY] != NULL || (node->values[GENERATED] != NULL && node->values[VIRTUAL] == NULL))
            effect.costs |= COST_REWRITE;
        emit_add(actions, node, effect);
        return true;
    }
    add_nullable(actions, node, filled);
    if (filled) {
        add_default_at_last(actions, node);
        sync_columns(actions, node, extras);
    }
    if (not_null_strength(node) != NULLABLE)
        not_null_set(actions, NULL, node, PHASE_CONTRACT);
    return true;
}

static bool
is_named_in(const Node *column, const char *clause)
{
    const char *cursor = clause == NULL ? "" : clause;
    for (Token token = lex_next_solid(&cursor); token.kind != TOKEN_END; token = lex_next_solid(&cursor)) {
        g_autofree char *name = token_name(token);
        if (g_strcmp0(name, column->name) == 0)
            return true;
    }
    return false;
}

/* Does a foreign key, of its own table or of another, stand on it? */
static bool
is_referenced(const Node *column)
{
    for (guint i = 0; column->needed_by != NULL && i < column->needed_by->len; i++)
        if (((const Node *)column->needed_by->pdata[i])->kind->outlives_drop)
            return true;
    return false;
}

static bool
is_partition_key(const Node *column)
{
    int partition_by = kind_attr(column->parent->kind, "partition_by");
    const char *key = partition_by < 0 ? NULL : column->parent->values[partition_by];
    return key != NULL && is_named_in(column, strchr(key, '(')); /* behind the strategy's word */
}

bool
is_partition_key_below(const Node *column)
{
    if (is_partition_key(column))
        return true;
    for (guint i = 0; column->needed_by != NULL && i < column->needed_by->len; i++) {
        const Node *heir = column->needed_by->pdata[i];
        if (heir->kind == column->kind && (heir->flags & NODE_DERIVED) && strcmp(heir->name, column->name) == 0 &&
            is_partition_key_below(heir))
            return true;
    }
    return false;
}

/* To the new version of its type, under the same name. */
static bool
follow(const Node *old_node, const Node *new_node, Actions *actions)
{
    return !is_partition_key_below(old_node) && follow_type(old_node, new_node, actions);
}

/* A key, what a foreign key stands on, an identity, what the server computes and what partitions go by cannot be had
 * twice. */
static bool
is_replaceable(const Node *old_node, const Node *new_node)
{
    return (old_node->flags & NODE_DERIVED) == 0 && !old_node->parent->kind->rows_elsewhere &&
           not_null_key(old_node) == NULL && !is_referenced(old_node) && old_node->values[IDENTITY] == NULL &&
           new_node->values[IDENTITY] == NULL && old_node->values[GENERATED] == NULL &&
           new_node->values[GENERATED] == NULL && !is_partition_key(old_node);
}

/* Dropping ----------------------------------------------------------------------------------------------------- */

/* Does whatever comes in its place, and what the way back brings, have its values again? */
static bool
is_computed_again(const Actions *actions, const Node *node)
{
    const Node *now = schema_match(actions->new_schema, node);
    return node->values[GENERATED] != NULL && (now == NULL || now->values[GENERATED] != NULL);
}

static bool
drop_actions(const Node *node, Actions *actions)
{
    if (is_root_dropped(actions, node))
        return false;
    if (node->parent->kind->rows_elsewhere) {
        emit_drop(actions, node, (Effect){PHASE_CONTRACT, LOCK_ACCESS_EXCLUSIVE, 0, NULL});
        return true;
    }
    const bool computed = is_computed_again(actions, node);
    const Effect effect = {PHASE_CONTRACT, LOCK_ACCESS_EXCLUSIVE, computed ? 0 : COST_DATA_LOSS, NULL};
    const Node *successor = sync_successor(actions, node);
    const Node *key = not_null_key(node);
    bool not_null = not_null_strength(node) != NULLABLE && !has_default(node) && key == NULL &&
                    not_null_identity(node) == NULL; /* there are none as long as that is there */
    if (successor == NULL && !not_null) {
        const char *in_key = node->values[NOT_NULL];
        node->values[NOT_NULL] = key == NULL ? in_key : NULL; /* the key brings it back */
        Action *action = emit_remove(actions, node, effect);
        node->values[NOT_NULL] = in_key;
        if (!computed)
            action->loss = arena_printf(actions->arena, "the values of column %s", node_address(node));
        return true;
    }
    if (successor == NULL) { /* the new application no longer fills it */
        static const Effect loosen = {PHASE_EXPAND, LOCK_ACCESS_EXCLUSIVE, 0, "the new application no longer fills it"};
        Action *first =
            emit_change(actions, node, NULL, loosen, emit_verb(actions, "drop not null of", node), NULL, NULL);
        not_null_drop_alone(actions, first, node, actions->new_schema, action_up);
        not_null_restore(actions, first, node);
        g_ptr_array_add(first->frees, (gpointer)(guintptr)node);
    }
    Bare bare = make_bare(node, successor != NULL);
    Action *action = emit_remove(actions, node, effect);
    restore(&bare);
    if (bare.default_node != NULL)
        g_ptr_array_add(action->drops, bare.default_node); /* sync_columns() makes it again */
    if (successor == NULL)
        action->loss = arena_printf(actions->arena,
                                    "the values of column %s; the downgrade needs it filled where the "
                                    "table has rows: it was NOT NULL",
                                    node_address(node));
    return true;
}

static void
enter_quarantine(Node *node)
{
    if (!has_default(node))
        node->values[NOT_NULL] = node->values[NOT_NULL_NOT_VALID] = node->values[NOT_NULL_COMMENT] = NULL;
}

/* Altering ----------------------------------------------------------------------------------------------------- */

/* Its own, and one of a table above it, too: PostgreSQL drops it with that one alone. */
static bool
is_inherited(const Node *node)
{
    const GPtrArray *needs = node->parent->needs;
    for (guint i = 0; needs != NULL && i < needs->len; i++) {
        const Node *above = needs->pdata[i];
        if (above->parent == NULL && lineage_has(node->parent, above) &&
            node_child(above, "column", node->name) != NULL)
            return true;
    }
    return false;
}

static bool
is_rebuilt(const Node *node)
{
    return (node->values[GENERATED] != NULL && !is_inherited(node)) || node->parent->kind->rows_elsewhere;
}

static bool
is_computed_now(const Node *old_node, const Node *new_node)
{
    return old_node->values[GENERATED] == NULL && new_node->values[GENERATED] != NULL && !is_inherited(old_node);
}

static bool
comes_untold(const Node *node)
{
    const Node *default_node = node_child(node, "default", NULL);
    return node->values[TYPED] != NULL && node->values[NOT_NULL] == NULL &&
           (default_node == NULL || (default_node->flags & NODE_SEPARATE) != 0);
}

/* Storage and compression that the new type may not have go before the type changes, those that the old one may not
 * have come after. */
static void
change_storage(const Node *old_node, const Node *new_node, guint64 changed, Actions *actions, bool comes)
{
    for (int attr = STORAGE; attr < STATISTICS; attr++)
        if ((changed & (1ull << attr)) && (new_node->values[attr] != NULL) == comes)
            emit_attribute(actions, old_node, new_node, attr);
}

/* Its own, but in a table above it, too: that one's change is its change. */
static bool
is_merged(const Node *old_node, const Node *new_node, const Actions *actions)
{
    return !(new_node->flags & NODE_DERIVED) && node_forebear(actions->old_schema, old_node) != NULL &&
           node_forebear(actions->new_schema, new_node) != NULL;
}

static bool
alter(const Node *old_node, const Node *new_node, guint64 changed, Actions *actions)
{
    if ((changed & (1ull << TYPE | 1ull << COLLATION)) && is_partition_key_below(old_node))
        return false;
    if (!not_null_can_change(actions, old_node, new_node))
        return false;
    if (shadows_have(actions->shadows, old_node)) {
        if (old_node->values[IDENTITY] == NULL && new_node->values[IDENTITY] != NULL)
            change_identity(actions, old_node, new_node);
        return true;
    }
    if ((changed & (1ull << GENERATED | 1ull << VIRTUAL)) && !alter_generated(old_node, new_node, actions))
        return false;
    bool identity = (changed & (1ull << IDENTITY | 1ull << SEQUENCE)) != 0;
    bool goes_first = identity_goes_first(old_node, new_node);
    if (identity && goes_first)
        change_identity(actions, old_node, new_node);
    change_storage(old_node, new_node, changed, actions, false);
    if ((changed & (1ull << TYPE | 1ull << COLLATION)) && !is_merged(old_node, new_node, actions))
        change_type(actions, old_node, new_node);
    not_null_tighten(actions, old_node, new_node, changed);
    if (identity && !goes_first)
        change_identity(actions, old_node, new_node);
    not_null_loosen(actions, old_node, new_node, changed);
    change_storage(old_node, new_node, changed, actions, true);
    if (changed & (1ull << STATISTICS))
        emit_attribute(actions, old_node, new_node, STATISTICS);
    static const Effect options = {PHASE_EXPAND, LOCK_SHARE_UPDATE_EXCLUSIVE, 0, NULL};
    if (changed & (1ull << OPTIONS))
        emit_options(actions, old_node, new_node, OPTIONS, options, "ALTER TABLE {parent} ALTER COLUMN {name}");
    if (changed & (1ull << FDW_OPTIONS))
        emit_foreign_options(actions, old_node, new_node, FDW_OPTIONS, "ALTER TABLE {parent} ALTER COLUMN {name}");
    return true;
}

/* Rows ---------------------------------------------------------------------------------------------------------- */

/* As PostgreSQL tells it; a default of a column that holds such rows need not name what they are. */
static bool
makes_rows(const Node *user, const Node *table)
{
    g_autoptr(GString) cast = g_string_new(")::");
    node_append_name(cast, table);
    for (size_t i = 0; i < user->kind->n_attrs; i++) {
        const char *value = user->kind->attrs[i].type == VALUE_SQL ? user->values[i] : NULL;
        if (value != NULL && strstr(value, "ROW(") != NULL &&
            (user->kind->anonymous || strstr(value, cast->str) != NULL))
            return true;
    }
    return false;
}

/* "ROW(1, 2)" is a row of the table with these columns and of none with others: in a default, a view or a routine. */
static bool
is_held_up(const Node *old_node, const Node *new_node, const Node *user)
{
    const Node *table = (new_node != NULL ? new_node : old_node)->parent;
    const bool rows_differ =
        old_node == NULL || new_node == NULL || g_strcmp0(old_node->values[TYPE], new_node->values[TYPE]) != 0;
    const bool is_free = user->parent == NULL && user->kind->aside == NULL;
    return rows_differ && (user->kind->anonymous || is_free) && !(user->flags & NODE_DERIVED) &&
           makes_rows(user, table);
}

static const Attr attrs[] = {
    [TYPE] = {.key = "type", .type = VALUE_SQL, .flags = ATTR_REQUIRED, .unless = "of", .doc = "its type"},
    [COLLATION] = {.key = "collation", .type = VALUE_SQL, .doc = "collation, where it is not the type's own"},
    [GENERATED] = {.key = "generated",
                   .type = VALUE_SQL,
                   .fixed =
                       "PostgreSQL has no way but a new column, whose values would be lost, and no heir can drop one",
                   .doc = "the expression that it is computed from"},
    [VIRTUAL] = {.key = "virtual", .type = VALUE_BOOL, .since = 18, .doc = "computed when read, not stored"},
    [IDENTITY] = {.key = "identity", .type = VALUE_SQL, .flags = ATTR_HEIR_APART, .doc = "always or by default"},
    [SEQUENCE] = {.key = "sequence",
                  .type = VALUE_SQL,
                  .flags = ATTR_HEIR_APART,
                  .doc = "options of the identity's sequence"},
    [NOT_NULL] = {.key = "not_null",
                  .type = VALUE_BOOL,
                  .flags = ATTR_HEIR,
                  .doc = "refuses null",
                  .none = "false",
                  .alter = NOT_NULL_SET,
                  .reset = COLUMN "DROP NOT NULL",
                  .set_effect = {PHASE_CONTRACT, LOCK_ACCESS_EXCLUSIVE, 0, "the old application may still write nulls"},
                  .reset_effect = {PHASE_EXPAND, LOCK_ACCESS_EXCLUSIVE, 0, NULL}},
    [STORAGE] = {.key = "storage",
                 .type = VALUE_SQL,
                 .flags = ATTR_AFTER | ATTR_HEIR,
                 .doc = "plain, main, external or extended",
                 .alter = COLUMN "SET STORAGE {value}",
                 .reset = COLUMN "SET STORAGE {type_storage}",
                 .none = "{type_storage}",
                 .set_effect = {PHASE_EXPAND, LOCK_ACCESS_EXCLUSIVE, 0, NULL}},
    [COMPRESSION] = {.key = "compression",
                     .type = VALUE_SQL,
                     .flags = ATTR_AFTER | ATTR_HEIR_APART,
                     .since = 14,
                     .doc = "pglz or lz4",
                     .alter = COLUMN "SET COMPRESSION {value}",
                     .reset = COLUMN "SET COMPRESSION default",
                     .set_effect = {PHASE_EXPAND, LOCK_ACCESS_EXCLUSIVE, 0, NULL}},
    [STATISTICS] = {.key = "statistics",
                    .type = VALUE_INT,
                    .flags = ATTR_AFTER | ATTR_HEIR_BARE,
                    .doc = "statistics target",
                    .alter = COLUMN "SET STATISTICS {value}",
                    .reset = COLUMN "SET STATISTICS -1",
                    .set_effect = {PHASE_EXPAND, LOCK_SHARE_UPDATE_EXCLUSIVE, 0, NULL}},
    [OPTIONS] = {.key = "options",
                 .type = VALUE_OPTIONS,
                 .flags = ATTR_AFTER | ATTR_HEIR_APART,
                 .doc = "n_distinct, n_distinct_inherited",
                 .alter = COLUMN "SET ({value})",
                 .reset = COLUMN "RESET (n_distinct, n_distinct_inherited)",
                 .set_effect = {PHASE_EXPAND, LOCK_SHARE_UPDATE_EXCLUSIVE, 0, NULL}},
    [FDW_OPTIONS] = {.key = "fdw_options",
                     .type = VALUE_FOREIGN_OPTIONS,
                     .flags = ATTR_HEIR_APART,
                     .doc = "of a foreign table's column: column_name, ..."},
    [TYPE_STORAGE] = {.key = "type_storage",
                      .type = VALUE_SQL,
                      .flags = ATTR_HIDDEN | ATTR_INTERNAL,
                      .doc = "the storage that its type gives it"},
    [NOT_NULL_NAME] = {.key = "not_null_name",
                       .type = VALUE_NAME,
                       .flags = ATTR_HEIR,
                       .since = 18,
                       .beside = "not_null_not_valid",
                       .doc = "name of the NOT NULL, where it is not PostgreSQL's choice (..._not_null)"},
    [NOT_NULL_NO_INHERIT] = {.key = "not_null_no_inherit",
                             .type = VALUE_BOOL,
                             .since = 18,
                             .beside = "not_null_not_valid",
                             .doc = "NOT NULL not for tables that inherit"},
    [NOT_NULL_NOT_VALID] = {.key = "not_null_not_valid",
                            .type = VALUE_BOOL,
                            .flags = ATTR_AFTER | ATTR_LAST | ATTR_HEIR,
                            .since = 18,
                            .alter = NOT_NULL_ADD_NOT_VALID,
                            .fixed = "PostgreSQL does not make that of an heir not valid while that of the table above "
                                     "stays as it is",
                            .set_effect = {PHASE_CONTRACT, LOCK_ACCESS_EXCLUSIVE, 0,
                                           "the old application may still write nulls"},
                            .doc = "refuses null; old rows are not checked yet. In place of not_null"},
    [NOT_NULL_COMMENT] = {.key = "not_null_comment",
                          .type = VALUE_TEXT,
                          .flags = ATTR_AFTER | ATTR_LAST | ATTR_HEIR_APART,
                          .since = 18,
                          .alter = NOT_NULL_COMMENT_ON "{value}",
                          .set_effect = {PHASE_EXPAND, LOCK_SHARE_UPDATE_EXCLUSIVE, 0, NULL},
                          .doc = "a comment on the NOT NULL, beside the column's own"},
    [NOT_NULL_CONSTRAINT] = {.key = "not_null_constraint",
                             .type = VALUE_NAME,
                             .flags = ATTR_HIDDEN | ATTR_INTERNAL,
                             .doc = "the name that its NOT NULL has"},
    [TYPED] = {.key = "typed",
               .type = VALUE_BOOL,
               .flags = ATTR_HIDDEN | ATTR_INTERNAL,
               .doc = "of a table that has its columns from a type"},
};

#define LEAF "[typed?WITH OPTIONS][typed!" COLUMN_TYPE "]" COLUMN_REST

const Kind kind_column = {
    .name = "column",
    .title = "column",
    .plural = "columns",
    .parents = parents,
    .shape = SHAPE_MAP,
    .space = SPACE_CHILD,
    .picture = PICTURE_LINE,
    .attrs = attrs,
    .n_attrs = G_N_ELEMENTS(attrs),
    .leaf = LEAF,
    .create = COLUMN_ADD,
    .drop = COLUMN_DROP,
    .inlined = "{name} {leaf}",
    .rename = "ALTER TABLE {parent} RENAME COLUMN {name} TO {new}",
    .rename_effect = {PHASE_EXPAND, LOCK_ACCESS_EXCLUSIVE, COST_BREAKS, NULL},
    .is_replaceable = is_replaceable,
    .identify = "COLUMN {parent}.{name}",
    .grant_on = "TABLE {parent}",
    .grants_column = true,
    .drop_effect = {PHASE_CONTRACT, LOCK_ACCESS_EXCLUSIVE, COST_DATA_LOSS, NULL},
    .create_actions = create_actions,
    .drop_actions = drop_actions,
    .alter = alter,
    .is_rebuilt = is_rebuilt,
    .is_computed_now = is_computed_now,
    .enter_quarantine = enter_quarantine,
    .is_held_up = is_held_up,
    .meanwhile = meanwhile_type,
    .comes_untold = comes_untold,
    .follow = follow,
    .detour = by_way_of_text,
    .stand_in = COLUMN_STAND_IN,
    .complete = not_null_complete,
    .catalog = "pg_class",
    .query = column_sql,
};
