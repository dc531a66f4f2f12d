/*
 * CREATE INDEX, for indexes that no constraint owns. Built and dropped CONCURRENTLY where the table has rows.
 * PostgreSQL refuses that for a partitioned table's index: it is built so in each partition, and what is then made of
 * the table above adopts what it finds (manual, CREATE INDEX, "Building Indexes Concurrently").
 */
#include "kinds/embedded.h"
#include "kinds/online.h"
#include "kinds/parts.h"
#include "kinds/shared.h"
#include "sql/format.h"
#include "sql/lex.h"
#include "sql/split.h"
#include <stdlib.h>
#include <string.h>

enum { UNIQUE, DEFINITION, PARTITIONED, INVALID, STATISTICS, TABLESPACE };

static const char *const parents[] = {"table", "materialized_view", NULL};

static void
define(const Node *node, GString *sql)
{
    template_append(sql, "CREATE [unique?UNIQUE ]INDEX[name? {name}] ON {parent} ", node, NULL);
    g_autofree char *leaf = node_leaf(node);
    if (node_value(node, "tablespace") == NULL) {
        g_string_append(sql, leaf);
        return;
    }
    g_autoptr(GString) clause = g_string_new(NULL);
    template_append(clause, "TABLESPACE {tablespace}", node, NULL);
    append_before_where(sql, leaf, clause->str);
}

/* Whatever of a list builds or drops an index. */
static void
make_all_concurrent(Actions *actions, GArray *list)
{
    for (guint i = 0; i < list->len; i++) {
        ActionSql *statement = &g_array_index(list, ActionSql, i);
        if (strncmp(statement->sql, "CREATE ", 7) == 0 || strncmp(statement->sql, "DROP ", 5) == 0)
            make_concurrent(actions, statement);
    }
}

static bool
contains(char **list, const char *item)
{
    return g_strv_contains((const char *const *)list, item);
}

/* Columns of an index go by number, here a name in quotes; -1 takes a target away. */
static void
add_statistics(Actions *actions, Action *action, const Node *node, const char *from, const char *to, ActionAdd *add)
{
    char **old_targets = split_list(actions->arena, from == NULL ? "" : from);
    char **new_targets = split_list(actions->arena, to == NULL ? "" : to);
    if (*old_targets == NULL && *new_targets == NULL)
        return; /* which an index that has no name yet must not be asked */
    const char *index = template_sql(actions->arena, "ALTER INDEX {sibling} ALTER COLUMN", node, NULL);
    for (char **target = old_targets; *target != NULL; target++)
        if (!contains(new_targets, *target))
            add(actions, action, arena_printf(actions->arena, "%s %d SET STATISTICS -1", index, atoi(*target + 1)));
    for (char **target = new_targets; *target != NULL; target++)
        if (!contains(old_targets, *target))
            add(actions, action,
                arena_printf(actions->arena, "%s %d SET STATISTICS %s", index, atoi(*target + 1),
                             strchr(*target, ' ') + 1));
}

/* Dropping it takes the keys along whose indexes it adopted, if that is all that needs them: PostgreSQL wants to be
 * told so. */
static void
take_keys_along(Actions *actions, GArray *statements, const Node *node)
{
    bool has_keys = false;
    for (guint i = 0; node->needs != NULL && i < node->needs->len; i++) {
        const Node *part = node->needs->pdata[i];
        if (part->kind->part != PART_KEY || g_strcmp0(node_value(part, "attached_to"), node->name) != 0)
            continue;
        if (part->needed_by != NULL && part->needed_by->len > 1)
            return;
        has_keys = true;
    }
    if (!has_keys)
        return; /* it may have no name yet */
    const char *drop = template_sql(actions->arena, node->kind->drop, node, NULL);
    for (guint i = 0; i < statements->len; i++) {
        ActionSql *statement = &g_array_index(statements, ActionSql, i);
        if (strcmp(statement->sql, drop) == 0)
            statement->sql = arena_printf(actions->arena, "%s CASCADE", drop);
    }
}

/* Another index of the table that is like this one; attached: to one of the table above. NULL: none. */
static Node *
find_rival(const Node *part, bool attached)
{
    for (Node *other = part->parent->first_child; other != NULL; other = other->next)
        if (other != part && other->kind == part->kind && (node_value(other, "attached_to") != NULL) == attached &&
            g_strcmp0(other->values[UNIQUE], part->values[UNIQUE]) == 0 &&
            g_strcmp0(other->values[DEFINITION], part->values[DEFINITION]) == 0)
            return other;
    return NULL;
}

/* Partitions that are told nothing of: with what they have, or with a new one. */
#define ADOPT_REST                                                                                                     \
    "DO $$ DECLARE part record; BEGIN\n"                                                                               \
    "FOR part IN SELECT h.inhrelid AS id FROM pg_inherits h WHERE h.inhparent = %L::regclass AND NOT EXISTS (SELECT\n" \
    "    FROM pg_inherits a JOIN pg_index i ON i.indexrelid = a.inhrelid\n"                                            \
    "    WHERE a.inhparent = %L::regclass AND i.indrelid = h.inhrelid)\n"                                              \
    "LOOP\n"                                                                                                           \
    "    FOR turn IN 1 .. 2 LOOP\n"                                                                                    \
    "        EXECUTE coalesce((SELECT format('ALTER INDEX %%s ATTACH PARTITION %%s', %L, x.oid::regclass)\n"           \
    "            FROM pg_index i JOIN pg_class x ON x.oid = i.indexrelid WHERE i.indrelid = part.id AND "              \
    "i.indisvalid\n"                                                                                                   \
    "            AND NOT x.relispartition AND i.indisunique = %s AND right(pg_get_indexdef(x.oid), length(%L)) = %L\n" \
    "            ORDER BY x.oid LIMIT 1), format('CREATE %sINDEX ON %%s %%s', part.id::regclass, %L));\n"              \
    "        EXIT WHEN EXISTS (SELECT FROM pg_inherits a JOIN pg_index i ON i.indexrelid = a.inhrelid\n"               \
    "            WHERE a.inhparent = %L::regclass AND i.indrelid = part.id);\n"                                        \
    "    END LOOP;\n"                                                                                                  \
    "END LOOP;\n"                                                                                                      \
    "END $$"

static char *
adopt_rest_sql(Actions *actions, const Node *node)
{
    const char *table = template_sql(actions->arena, "{parent}", node, NULL);
    const char *index = template_sql(actions->arena, "{sibling}", node, NULL), *definition = node->values[DEFINITION];
    const char *tail = arena_printf(
        actions->arena, g_ascii_strncasecmp(definition, "using ", 6) == 0 ? " %s" : " USING btree %s", definition);
    const bool unique = node->values[UNIQUE] != NULL;
    return sql_printf(actions->arena, ADOPT_REST, table, index, index, unique ? "true" : "false", tail, tail,
                      unique ? "UNIQUE " : "", definition, index);
}

/* Where PostgreSQL could choose, for a partition has two: the index is made of the table above alone, and told what it
 * adopts. statements: its CREATE comes first. */
static void
adopt_by_name(Actions *actions, GArray *statements, const Node *node)
{
    g_autoptr(GPtrArray) parts = g_ptr_array_new();
    bool may_choose = false;
    for (guint i = 0; node->needs != NULL && i < node->needs->len; i++) {
        const Node *part = node->needs->pdata[i];
        if (part->kind != node->kind || g_strcmp0(node_value(part, "attached_to"), node->name) != 0 ||
            is_root_new(actions, part) || is_root_dropped(actions, part)) /* it is attached later, or again */
            continue;
        g_ptr_array_add(parts, (gpointer)(guintptr)part);
        may_choose = may_choose || find_rival(part, false) != NULL;
    }
    if (!may_choose)
        return;
    const char *head = template_sql(actions->arena, "CREATE [unique?UNIQUE ]INDEX {name} ON ", node, NULL);
    ActionSql *create = &g_array_index(statements, ActionSql, 0);
    create->sql = arena_printf(actions->arena, "%sONLY %s", head, create->sql + strlen(head));
    for (guint i = 0; i <= parts->len; i++) {
        const TemplateToken more[] = {
            {"part", i < parts->len ? template_sql(actions->arena, "{sibling}", parts->pdata[i], NULL) : ""},
            {NULL, NULL}};
        const char *sql =
            i < parts->len ? template_sql(actions->arena, "ALTER INDEX {sibling} ATTACH PARTITION {part}", node, more)
                           : adopt_rest_sql(actions, node);
        const ActionSql statement = {.sql = sql};
        g_array_insert_val(statements, i + 1, statement);
    }
}

static Action *
make(const Node *node, Actions *actions, Effect effect)
{
    Action *action = emit_create(actions, node, effect);
    adopt_by_name(actions, action->up, node);
    take_keys_along(actions, action->down, node);
    Node *adopted = node_value(node, "attached_to") == NULL ? find_rival(node, true) : NULL;
    if (adopted != NULL && is_root_new(actions, node)) /* of two that are there PostgreSQL takes the older one */
        g_ptr_array_add(action->requires, adopted);
    add_statistics(actions, action, node, NULL, node->values[STATISTICS], action_up);
    return action;
}

static const Effect built_online = {PHASE_EXPAND, LOCK_SHARE_UPDATE_EXCLUSIVE, COST_SCAN, NULL},
                    unique_online = {PHASE_CONTRACT, LOCK_SHARE_UPDATE_EXCLUSIVE, COST_SCAN,
                                     "the old application may still write duplicates"};

/* Nobody but REFRESH writes the rows of a query, which CONCURRENTLY needs such an index for. */
static Effect
build_effect(const Node *node)
{
    const bool is_written = kind_attr(node->parent->kind, "definition") < 0;
    return node->values[UNIQUE] != NULL && is_written ? unique_online : built_online;
}

static const char *
parts_verb(Actions *actions, const Node *node, const char *when)
{
    return arena_printf(actions->arena, "%sbuild index %s in each partition", when, node->name);
}

static void
make_parts(const Node *node, Actions *actions)
{
    parts_make_first(actions, node, build_effect(node), parts_verb(actions, node, ""), parts_build_sql(actions, node));
}

static void
make_parts_back(const Node *node, Actions *actions)
{
    static const Effect effect = {PHASE_CONTRACT, LOCK_SHARE_UPDATE_EXCLUSIVE, COST_SCAN, NULL};
    parts_make_first_back(actions, node, effect, parts_verb(actions, node, "on the way back, "),
                          parts_build_sql(actions, node));
}

/* What the partitions have is adopted, without a look at the rows. */
static Effect
adopting(const Node *node)
{
    return (Effect){node->values[UNIQUE] != NULL ? PHASE_CONTRACT : PHASE_EXPAND, LOCK_SHARE, 0,
                    "it adopts what the partitions have"};
}

/* A build of a partitioned table's index that did not come to its end: the parts that there are go with what is left,
 * and all is built at once. */
static bool
is_partial(const Schema *schema, const Node *node)
{
    const Node *twin = schema == NULL ? NULL : schema_match(schema, node);
    return twin != NULL && twin->values[PARTITIONED] != NULL && twin->values[INVALID] != NULL;
}

/* It is built with what it is an index of, and takes its name with that: what is said of it is left. */
static bool
come_along(const Node *node, Actions *actions)
{
    Action *action = make(node, actions, (Effect){PHASE_CONTRACT, LOCK_SHARE_UPDATE_EXCLUSIVE, 0, NULL});
    g_array_remove_index(action->up, 0);
    g_array_set_size(action->down, 0);
    return true;
}

static bool
go_along(const Node *node, Actions *actions)
{
    Action *action = emit_drop(actions, node, (Effect){PHASE_CONTRACT, LOCK_ACCESS_EXCLUSIVE, 0, NULL});
    g_array_set_size(action->up, 0);
    action->falls_with = node_root(node);
    g_array_remove_index(action->down, 0);
    add_statistics(actions, action, node, NULL, node->values[STATISTICS], action_down);
    return true;
}

static bool
create_actions(const Node *node, Actions *actions)
{
    if (actions->built_first)
        return come_along(node, actions);
    if (is_root_new(actions, node) || actions->at_once || is_partial(actions->old_schema, node)) {
        make(node, actions, (Effect){PHASE_EXPAND, LOCK_SHARE, is_root_new(actions, node) ? 0 : COST_SCAN, NULL});
        return true;
    }
    if (node->values[PARTITIONED] != NULL) {
        make_parts(node, actions);
        make(node, actions, adopting(node));
        parts_settle_names(actions, node, false);
        return true;
    }
    Action *action = make(node, actions, build_effect(node));
    make_all_concurrent(actions, action->up);
    make_all_concurrent(actions, action->down);
    return true;
}

static bool
drop_actions(const Node *node, Actions *actions)
{
    if (actions->built_first)
        return go_along(node, actions);
    bool apart = !is_root_dropped(actions, node) && !actions->at_once;
    bool has_parts = apart && node->values[PARTITIONED] != NULL && !falls(actions, node) && !parts_are_adopted(node) &&
                     !is_partial(actions->old_schema, node);
    if (has_parts)
        parts_settle_names(actions, node, true);
    Action *action = emit_drop(actions, node, drop_effect(node->kind));
    take_keys_along(actions, action->up, node);
    adopt_by_name(actions, action->down, node);
    add_statistics(actions, action, node, NULL, node->values[STATISTICS], action_down);
    if (has_parts)
        make_parts_back(node, actions);
    if (apart && node->values[PARTITIONED] == NULL) {
        make_all_concurrent(actions, action->up);
        make_all_concurrent(actions, action->down);
    } else {
        action->effect.lock = LOCK_ACCESS_EXCLUSIVE; /* not CONCURRENTLY */
    }
    return true;
}

static bool
parts_stand_beside(const Node *old_node, const Node *new_node, Actions *actions)
{
    if (parts_are_adopted(old_node) || parts_are_adopted(new_node) || old_node->values[INVALID] != NULL)
        return false;
    make_parts(new_node, actions);
    Beside beside = emit_beside(actions, old_node, new_node, adopting(new_node), drop_effect(old_node->kind));
    add_statistics(actions, beside.make, new_node, NULL, new_node->values[STATISTICS], action_up);
    add_statistics(actions, beside.drop, &beside.old, NULL, old_node->values[STATISTICS], action_down);
    if (parts_share_names(actions, old_node, new_node)) {
        action_up(actions, beside.drop, parts_names_sql(actions, new_node));
        action_down(actions, beside.make, parts_names_sql(actions, old_node));
    }
    ActionSql parts = *parts_add(actions, beside.drop, old_node, parts_build_sql(actions, old_node), action_down);
    g_array_set_size(beside.drop->down, beside.drop->down->len - 1);
    g_array_prepend_val(beside.drop->down, parts);
    return true;
}

/* Both serve from the one phase to the other: the old one's queries are the old application's. */
static bool
stands_beside(const Node *old_node, const Node *new_node, Actions *actions)
{
    if (index_is_pointed_at(old_node) || index_is_pointed_at(new_node) || node_value(old_node, "attached_to") != NULL ||
        node_value(new_node, "attached_to") != NULL)
        return false;
    if (new_node->values[PARTITIONED] != NULL)
        return parts_stand_beside(old_node, new_node, actions);
    Beside beside = emit_beside(actions, old_node, new_node, build_effect(new_node), drop_effect(old_node->kind));
    add_statistics(actions, beside.make, new_node, NULL, new_node->values[STATISTICS], action_up);
    add_statistics(actions, beside.drop, &beside.old, NULL, old_node->values[STATISTICS], action_down);
    make_all_concurrent(actions, beside.make->up);
    make_all_concurrent(actions, beside.make->down);
    make_all_concurrent(actions, beside.drop->up);
    make_all_concurrent(actions, beside.drop->down);
    return true;
}

/* The definition without its WITH; options: what stood there in parentheses, "" where nothing did. */
static char *
without_options(Arena *arena, const char *definition, const char **options)
{
    int depth = 0;
    const char *cursor = definition;
    *options = "";
    for (Token token = lex_next(&cursor); token.kind != TOKEN_END; token = lex_next(&cursor)) {
        depth += token_is(token, "(") - token_is(token, ")");
        g_autofree char *within = depth == 0 && token_is(token, "with") ? lex_parenthesised(&cursor) : NULL;
        if (within == NULL)
            continue;
        char *before = arena_strndup(arena, definition, (size_t)(token.text - definition));
        *options = arena_strdup(arena, within);
        return arena_printf(arena, "%s%s", g_strchomp(before), cursor);
    }
    return arena_strdup(arena, definition);
}

/* False: there is more to it. */
static bool
alter_options(const Node *old_node, const Node *new_node, Actions *actions)
{
    const char *from, *to;
    const char *was = without_options(actions->arena, old_node->values[DEFINITION], &from);
    const char *is = without_options(actions->arena, new_node->values[DEFINITION], &to);
    return strcmp(was, is) == 0 && parts_alter_options(old_node, new_node, from, to, actions);
}

static bool
alter(const Node *old_node, const Node *new_node, guint64 changed, Actions *actions)
{
    static const Effect effect = {PHASE_EXPAND, LOCK_SHARE_UPDATE_EXCLUSIVE, 0, NULL};
    if (changed & (1ull << UNIQUE | 1ull << INVALID))
        return false;
    if ((changed & (1ull << DEFINITION)) && !alter_options(old_node, new_node, actions))
        return false;
    const char *from = old_node->values[STATISTICS], *to = new_node->values[STATISTICS];
    if (changed & (1ull << STATISTICS)) {
        Action *action =
            action_add(actions, old_node, new_node, effect, emit_verb(actions, "change statistics of", new_node));
        action->alters = true;
        add_statistics(actions, action, new_node, from, to, action_up);
        add_statistics(actions, action, old_node, to, from, action_down);
    }
    if (changed & (1ull << TABLESPACE))
        emit_tablespace(actions, old_node, new_node, TABLESPACE, new_node->values[PARTITIONED] != NULL);
    for (int attr = TABLESPACE + 1; attr < (int)new_node->kind->n_attrs; attr++)
        if (changed & (1ull << attr))
            emit_attribute(actions, old_node, new_node, attr);
    return true;
}

static const Attr attrs[] = {
    [UNIQUE] = {.key = "unique", .type = VALUE_BOOL, .doc = "refuses duplicates"},
    [DEFINITION] = {.key = "definition",
                    .type = VALUE_SQL,
                    .flags = ATTR_REQUIRED,
                    .doc = "[using method] (columns or expressions) [include ...] [where ...]"},
    [PARTITIONED] = {.key = "partitioned",
                     .type = VALUE_BOOL,
                     .flags = ATTR_HIDDEN | ATTR_INTERNAL,
                     .doc = "of a partitioned table"},
    [INVALID] = {.key = "invalid",
                 .type = VALUE_BOOL,
                 .flags = ATTR_HIDDEN | ATTR_ACCIDENT,
                 .doc = "left by a build that did not come to its end"},
    [STATISTICS] = {.key = "statistics",
                    .type = VALUE_MAP,
                    .flags = ATTR_HEIR_APART,
                    .doc = "statistics targets of its expressions, by their number"},
    INDEX_ATTRS,
};

const Kind kind_index = {
    .name = "index",
    .title = "index",
    .part = PART_INDEX,
    .plural = "indexes",
    .parents = parents,
    .shape = SHAPE_LIST,
    .space = SPACE_RELATION,
    .attach_makes = true,
    .attrs = attrs,
    .n_attrs = G_N_ELEMENTS(attrs),
    .leaf = "{definition}",
    .define = define,
    .drop = "DROP INDEX {sibling}",
    .rename = "ALTER INDEX {sibling} RENAME TO {new}",
    .rename_effect = {PHASE_EXPAND, LOCK_SHARE_UPDATE_EXCLUSIVE, 0, NULL},
    .identify = "INDEX {sibling}",
    .create_effect = {PHASE_EXPAND, LOCK_SHARE_UPDATE_EXCLUSIVE, COST_SCAN, NULL},
    .drop_effect = {PHASE_CONTRACT, LOCK_SHARE_UPDATE_EXCLUSIVE, 0, "the old application's queries may need it"},
    .create_actions = create_actions,
    .alter = alter,
    .drop_actions = drop_actions,
    .beside = stands_beside,
    .is_torn = parts_are_torn,
    .naming = "ix",
    .catalog = "pg_class",
    .query = index_sql,
};
