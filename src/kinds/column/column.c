/*
 * A column. Its default is a node of its own. What is direct on an empty table is split on one that has rows: a column
 * that must not be null is added nullable, kept in step with what it replaces and filled, and made NOT NULL in the
 * contract phase.
 */
#include "kinds/column/sync.h"
#include "kinds/embedded.h"
#include "model/emit.h"
#include "sql/format.h"
#include <stdio.h>
#include <string.h>

enum { TYPE, COLLATION, GENERATED, VIRTUAL, IDENTITY, SEQUENCE, NOT_NULL, STORAGE, COMPRESSION, STATISTICS, OPTIONS };

#define COLUMN "ALTER TABLE {parent} ALTER COLUMN {name} "

static const char *const parents[] = {"table", NULL};

/* Creating ----------------------------------------------------------------------------------------------------- */

static bool
has_default(const Node *node)
{
    return node_child(node, "default", NULL) != NULL || node->values[IDENTITY] != NULL || node->values[GENERATED] != NULL;
}

/* SET NOT NULL with a check that is validated first needs no scan under its lock (manual, ALTER TABLE). */
static void
set_not_null(Actions *actions, const Node *old_node, const Node *new_node)
{
    static const Effect effect = {PHASE_CONTRACT, LOCK_SHARE_UPDATE_EXCLUSIVE, COST_SCAN,
                                  "the old application may still write nulls"};
    const char *name = new_node->name;
    Action *action = action_add(actions, old_node, new_node, effect, arena_printf(actions->arena, "set not null of %s", name));
    action->alters = true;
    g_autofree char *check = g_strdup_printf("pleat_%s_not_null", name);
    check[MIN(strlen(check), 63)] = '\0';
    const TemplateToken more[] = {{"check", sql_printf(actions->arena, "%I", check)}, {NULL, NULL}};
    static const char *const STEPS[] = {
        "ALTER TABLE {parent} ADD CONSTRAINT {check} CHECK ({name} IS NOT NULL) NOT VALID",
        "ALTER TABLE {parent} VALIDATE CONSTRAINT {check}",
        COLUMN "SET NOT NULL",
        "ALTER TABLE {parent} DROP CONSTRAINT {check}",
    };
    for (size_t i = 0; i < G_N_ELEMENTS(STEPS); i++) {
        ActionSql *step = action_up(actions, action, template_sql(actions->arena, STEPS[i], new_node, more));
        step->flags = i == 1 ? SQL_OWN_COMMIT : 0;
    }
    emit_down(actions, action, COLUMN "DROP NOT NULL", new_node);
    g_ptr_array_add(action->requires, (gpointer)(guintptr)new_node);
}

/* ADD COLUMN as the leaf says, but without its NOT NULL. */
static Action *
add_nullable(Actions *actions, const Node *node)
{
    static const Effect effect = {PHASE_EXPAND, LOCK_ACCESS_EXCLUSIVE, 0, NULL};
    const char *not_null = node->values[NOT_NULL];
    node->values[NOT_NULL] = NULL;
    Action *action = emit_create(actions, node, effect);
    node->values[NOT_NULL] = not_null;
    return action;
}

static bool
create_actions(const Node *node, Actions *actions)
{
    if (is_root_new(actions, node))
        return false;
    const Extras *extras = node->declared == NULL ? NULL : node->declared->extras;
    bool filled = extras != NULL && extras->backfill != NULL;
    bool must_wait = node->values[NOT_NULL] != NULL && !has_default(node);
    if (!filled && !must_wait) {
        Effect effect = {PHASE_EXPAND, LOCK_ACCESS_EXCLUSIVE, 0, NULL};
        if (node->values[IDENTITY] != NULL || (node->values[GENERATED] != NULL && node->values[VIRTUAL] == NULL))
            effect.costs |= COST_REWRITE;
        emit_create(actions, node, effect);
        return true;
    }
    add_nullable(actions, node);
    if (filled)
        sync_columns(actions, node, extras);
    if (node->values[NOT_NULL] != NULL)
        set_not_null(actions, NULL, node);
    return true;
}

/* Dropping ----------------------------------------------------------------------------------------------------- */

static bool
drop_actions(const Node *node, Actions *actions)
{
    if (is_root_dropped(actions, node))
        return false;
    Effect effect = {PHASE_CONTRACT, LOCK_ACCESS_EXCLUSIVE, COST_DATA_LOSS, NULL};
    const char *back = NULL;
    const Node *successor = sync_successor(actions->new_schema, node, &back);
    bool not_null = node->values[NOT_NULL] != NULL && !has_default(node);
    if (successor == NULL && !not_null) {
        Action *action = emit_drop(actions, node, effect);
        action->loss = arena_printf(actions->arena, "the values of column %s", node_address(node));
        return true;
    }
    if (successor == NULL) { /* the new application no longer fills it */
        static const Effect loosen = {PHASE_EXPAND, LOCK_ACCESS_EXCLUSIVE, 0, "the new application no longer fills it"};
        Action *first = emit_change(actions, node, NULL, loosen, emit_verb(actions, "drop not null of", node),
                                    NULL, NULL);
        emit_up(actions, first, COLUMN "DROP NOT NULL", node);
        emit_down(actions, first, COLUMN "SET NOT NULL", node);
        g_ptr_array_add(first->frees, (gpointer)(guintptr)node);
    }
    node->values[NOT_NULL] = NULL;
    Action *action = emit_drop(actions, node, effect);
    node->values[NOT_NULL] = not_null || has_default(node) ? "true" : NULL;
    if (successor != NULL) {
        sync_restore(actions, action, node, successor, back);
        if (node->values[NOT_NULL] != NULL)
            emit_down(actions, action, COLUMN "SET NOT NULL", node);
    } else {
        action->loss = arena_printf(actions->arena, "the values of column %s; the downgrade needs it filled where the "
                                    "table has rows: it was NOT NULL", node_address(node));
    }
    return true;
}

/* Altering ----------------------------------------------------------------------------------------------------- */

/* "character varying(20)" as base and number; -1 where there is none. */
static bool
read_length(const char *type, const char *base, long *length)
{
    size_t size = strlen(base);
    if (strncmp(type, base, size) != 0)
        return false;
    *length = -1;
    return type[size] == '\0' || sscanf(type + size, "(%ld)", length) == 1;
}

/* What PostgreSQL changes without a rewrite and every old reader still understands (measured: wider limits). */
static bool
is_widening(const char *from, const char *to)
{
    static const char *const LIMITED[] = {"character varying", "bit varying", "timestamp", "time"};
    long old_length, new_length;
    for (size_t i = 0; i < G_N_ELEMENTS(LIMITED); i++)
        if (read_length(from, LIMITED[i], &old_length) && read_length(to, LIMITED[i], &new_length))
            return new_length == -1 || (old_length != -1 && new_length >= old_length);
    if (strcmp(to, "text") == 0)
        return read_length(from, "character varying", &old_length);
    int old_precision, old_scale, new_precision, new_scale;
    if (sscanf(from, "numeric(%d,%d)", &old_precision, &old_scale) != 2)
        return false;
    return strcmp(to, "numeric") == 0 || (sscanf(to, "numeric(%d,%d)", &new_precision, &new_scale) == 2 &&
                                          new_scale == old_scale && new_precision >= old_precision);
}

static void
change_type(Actions *actions, const Node *old_node, const Node *new_node)
{
    static const char TEMPLATE[] = COLUMN "TYPE {type}[collation? COLLATE {collation}]{using}";
    bool widening = is_widening(old_node->values[TYPE], new_node->values[TYPE]) &&
                    g_strcmp0(old_node->values[COLLATION], new_node->values[COLLATION]) == 0;
    Effect effect = {PHASE_EXPAND, LOCK_ACCESS_EXCLUSIVE, 0, NULL};
    if (!widening)
        effect = (Effect){PHASE_CONTRACT, LOCK_ACCESS_EXCLUSIVE, COST_REWRITE,
                          "the old application may not read or write the new type"};
    Action *action = action_add(actions, old_node, new_node, effect,
                                arena_printf(actions->arena, "change type of %s", new_node->name));
    action->alters = true;
    action->disturbs = true;
    const char *forth = sql_printf(actions->arena, " USING %I::%s", new_node->name, new_node->values[TYPE]);
    const char *back = sql_printf(actions->arena, " USING %I::%s", old_node->name, old_node->values[TYPE]);
    bool same_type = strcmp(old_node->values[TYPE], new_node->values[TYPE]) == 0;
    const TemplateToken up[] = {{"using", widening || same_type ? "" : forth}, {NULL, NULL}};
    const TemplateToken down[] = {{"using", same_type ? "" : back}, {NULL, NULL}};
    const Node *dropped_default = node_child(old_node, "default", NULL);
    bool recast = dropped_default != NULL && !widening && !same_type;
    if (recast)
        emit_up(actions, action, COLUMN "DROP DEFAULT", old_node);
    action_up(actions, action, template_sql(actions->arena, TEMPLATE, new_node, up));
    if (recast && node_child(new_node, "default", NULL) != NULL)
        emit_up(actions, action, COLUMN "SET DEFAULT {child.default}", new_node);
    if (recast && node_child(new_node, "default", NULL) != NULL)
        emit_down(actions, action, COLUMN "DROP DEFAULT", new_node);
    action_down(actions, action, template_sql(actions->arena, TEMPLATE, old_node, down));
    if (recast)
        emit_down(actions, action, COLUMN "SET DEFAULT {child.default}", old_node);
}

static void
change_identity(Actions *actions, const Node *old_node, const Node *new_node)
{
    const char *from = old_node->values[IDENTITY], *to = new_node->values[IDENTITY];
    bool options_differ = g_strcmp0(old_node->values[SEQUENCE], new_node->values[SEQUENCE]) != 0;
    static const char ADD[] = COLUMN "ADD GENERATED {identity} AS IDENTITY[sequence? ({sequence})]";
    static const char DROP[] = COLUMN "DROP IDENTITY";
    static const char SET[] = COLUMN "SET GENERATED {identity}";
    Effect effect = {to != NULL && strcmp(to, "BY DEFAULT") == 0 ? PHASE_EXPAND : PHASE_CONTRACT, LOCK_ACCESS_EXCLUSIVE, 0,
                     "the old application may still write the column itself"};
    if (from == NULL) {
        Action *action = emit_change(actions, old_node, new_node, effect,
                                     arena_printf(actions->arena, "make %s an identity", new_node->name), ADD, NULL);
        GString *sql = g_string_new(NULL);
        template_append(sql, "SELECT pg_catalog.setval(pg_catalog.pg_get_serial_sequence(", new_node, NULL);
        GString *table = g_string_new(NULL);
        template_append_node(table, new_node->parent);
        sql_append(sql, "%L, %L), coalesce((SELECT max(%I) FROM %s), 0) + 1, false)", table->str, new_node->name,
                   new_node->name, table->str);
        action_up(actions, action, sql->str);
        g_string_free(sql, TRUE);
        g_string_free(table, TRUE);
        emit_down(actions, action, DROP, new_node);
    } else if (to == NULL) {
        Action *action = emit_change(actions, old_node, new_node, effect,
                                     arena_printf(actions->arena, "make %s no identity", new_node->name), NULL, NULL);
        emit_up(actions, action, DROP, old_node);
        emit_down(actions, action, ADD, old_node);
    } else if (options_differ) {
        Action *action = emit_change(actions, old_node, new_node, effect,
                                     arena_printf(actions->arena, "change identity of %s", new_node->name), NULL, NULL);
        emit_up(actions, action, DROP, old_node);
        emit_up(actions, action, ADD, new_node);
        emit_down(actions, action, DROP, new_node);
        emit_down(actions, action, ADD, old_node);
    } else {
        emit_change(actions, old_node, new_node, effect,
                    arena_printf(actions->arena, "change identity of %s", new_node->name), SET, SET);
    }
}

/* A generated column's expression cannot be altered before 17: the column is made anew. */
static bool
alter(const Node *old_node, const Node *new_node, guint64 changed, Actions *actions)
{
    if (changed & (1ull << GENERATED | 1ull << VIRTUAL))
        return false;
    if (changed & (1ull << TYPE | 1ull << COLLATION))
        change_type(actions, old_node, new_node);
    bool tightens = (changed & (1ull << NOT_NULL)) && new_node->values[NOT_NULL] != NULL;
    if (tightens)
        set_not_null(actions, old_node, new_node);
    if (changed & (1ull << IDENTITY | 1ull << SEQUENCE))
        change_identity(actions, old_node, new_node);
    if ((changed & (1ull << NOT_NULL)) && !tightens)
        emit_attribute(actions, old_node, new_node, NOT_NULL);
    for (int attr = STORAGE; attr <= OPTIONS; attr++)
        if (changed & (1ull << attr))
            emit_attribute(actions, old_node, new_node, attr);
    return true;
}

static const Attr attrs[] = {
    [TYPE] = {.key = "type", .type = VALUE_SQL, .flags = ATTR_REQUIRED | ATTR_DISTURBS, .doc = "its type"},
    [COLLATION] = {.key = "collation", .type = VALUE_SQL, .flags = ATTR_DISTURBS, .doc = "collation, where it is not the type's own"},
    [GENERATED] = {.key = "generated", .type = VALUE_SQL, .doc = "the expression that it is computed from"},
    [VIRTUAL] = {.key = "virtual", .type = VALUE_BOOL, .since = 18, .doc = "computed when read, not stored"},
    [IDENTITY] = {.key = "identity", .type = VALUE_SQL, .doc = "always or by default"},
    [SEQUENCE] = {.key = "sequence", .type = VALUE_SQL, .doc = "options of the identity's sequence"},
    [NOT_NULL] = {.key = "not_null", .type = VALUE_BOOL, .doc = "refuses null",
                  .alter = COLUMN "SET NOT NULL", .reset = COLUMN "DROP NOT NULL",
                  .reset_effect = {PHASE_EXPAND, LOCK_ACCESS_EXCLUSIVE, 0, NULL}},
    [STORAGE] = {.key = "storage", .type = VALUE_SQL, .doc = "plain, main, external or extended",
                 .alter = COLUMN "SET STORAGE {value}", .reset = NULL,
                 .set_effect = {PHASE_EXPAND, LOCK_ACCESS_EXCLUSIVE, 0, NULL}},
    [COMPRESSION] = {.key = "compression", .type = VALUE_SQL, .since = 14, .doc = "pglz or lz4",
                     .alter = COLUMN "SET COMPRESSION {value}", .reset = COLUMN "SET COMPRESSION default",
                     .set_effect = {PHASE_EXPAND, LOCK_ACCESS_EXCLUSIVE, 0, NULL}},
    [STATISTICS] = {.key = "statistics", .type = VALUE_INT, .doc = "statistics target",
                    .alter = COLUMN "SET STATISTICS {value}", .reset = COLUMN "SET STATISTICS -1",
                    .set_effect = {PHASE_EXPAND, LOCK_SHARE_UPDATE_EXCLUSIVE, 0, NULL}},
    [OPTIONS] = {.key = "options", .type = VALUE_OPTIONS, .doc = "n_distinct, n_distinct_inherited",
                 .alter = COLUMN "SET ({value})", .reset = COLUMN "RESET (n_distinct, n_distinct_inherited)",
                 .set_effect = {PHASE_EXPAND, LOCK_SHARE_UPDATE_EXCLUSIVE, 0, NULL}},
};

#define LEAF                                                                                                           \
    "{type}[collation? COLLATE {collation}][child.default? DEFAULT {child.default}]"                                   \
    "[generated? GENERATED ALWAYS AS ({generated}) [virtual?VIRTUAL][virtual!STORED]]"                                 \
    "[identity? GENERATED {identity} AS IDENTITY[sequence? ({sequence})]][not_null? NOT NULL]"

const Kind kind_column = {
    .name = "column",
    .title = "column",
    .plural = "columns",
    .parents = parents,
    .shape = SHAPE_MAP,
    .space = SPACE_CHILD,
    .attrs = attrs,
    .n_attrs = G_N_ELEMENTS(attrs),
    .leaf = LEAF,
    .create = "ALTER TABLE {parent} ADD COLUMN {name} {leaf}",
    .drop = "ALTER TABLE {parent} DROP COLUMN {name}",
    .inlined = "{name} {leaf}",
    .rename = "ALTER TABLE {parent} RENAME COLUMN {name} TO {new}",
    .identify = "COLUMN {parent}.{name}",
    .grant_on = "TABLE {parent}",
    .grants_column = true,
    .drop_effect = {PHASE_CONTRACT, LOCK_ACCESS_EXCLUSIVE, COST_DATA_LOSS, NULL},
    .create_actions = create_actions,
    .drop_actions = drop_actions,
    .alter = alter,
    .catalog = "pg_class",
    .query = column_sql,
};
