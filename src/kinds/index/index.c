/*
 * CREATE INDEX, for indexes that no constraint owns. Built and dropped CONCURRENTLY where the table has rows; PostgreSQL
 * refuses that for a partitioned table's index.
 */
#include "kinds/embedded.h"
#include "kinds/shared.h"
#include "sql/format.h"
#include <string.h>

enum { UNIQUE, DEFINITION, PARTITIONED, INVALID };

static const char *const parents[] = {"table", "materialized_view", NULL};

static void
define(const Node *node, GString *sql)
{
    template_append(sql, "CREATE [unique?UNIQUE ]INDEX[name? {name}] ON {parent} ", node, NULL);
    g_autofree char *leaf = node_leaf(node);
    g_string_append(sql, leaf);
}

static char *
concurrently(Arena *arena, const char *sql, const char *word)
{
    const char *at = strstr(sql, word) + strlen(word);
    return arena_printf(arena, "%.*s CONCURRENTLY%s", (int)(at - sql), sql, at);
}

/* Turns the statement that builds or drops the index into its concurrent form. */
static void
make_concurrent(Actions *actions, GArray *list)
{
    for (guint i = 0; i < list->len; i++) {
        ActionSql *statement = &g_array_index(list, ActionSql, i);
        if (strncmp(statement->sql, "CREATE ", 7) != 0 && strncmp(statement->sql, "DROP ", 5) != 0)
            continue;
        statement->sql = concurrently(actions->arena, statement->sql, "INDEX");
        statement->flags |= SQL_ALONE;
    }
}

static bool
create_actions(const Node *node, Actions *actions)
{
    static const Effect built_online = {PHASE_EXPAND, LOCK_SHARE_UPDATE_EXCLUSIVE, COST_SCAN, NULL};
    static const Effect unique_online = {PHASE_CONTRACT, LOCK_SHARE_UPDATE_EXCLUSIVE, COST_SCAN,
                                         "the old application may still write duplicates"};
    static const Effect built_locked = {PHASE_EXPAND, LOCK_SHARE, COST_SCAN, "no concurrent build on a partitioned table"};
    bool unique = node->values[UNIQUE] != NULL;
    if (is_root_new(actions, node) || actions->at_once) {
        emit_create(actions, node, (Effect){PHASE_EXPAND, LOCK_SHARE, 0, NULL});
        return true;
    }
    if (node->values[PARTITIONED] != NULL) {
        Effect effect = built_locked;
        effect.phase = unique ? PHASE_CONTRACT : PHASE_EXPAND;
        emit_create(actions, node, effect);
        return true;
    }
    Action *action = emit_create(actions, node, unique ? unique_online : built_online);
    make_concurrent(actions, action->up);
    make_concurrent(actions, action->down);
    return true;
}

static bool
drop_actions(const Node *node, Actions *actions)
{
    Action *action = emit_drop(actions, node, drop_effect(node->kind));
    if (node->values[PARTITIONED] == NULL && !is_root_dropped(actions, node) && !actions->at_once) {
        make_concurrent(actions, action->up);
        make_concurrent(actions, action->down);
    }
    return true;
}

static const Attr attrs[] = {
    [UNIQUE] = {.key = "unique", .type = VALUE_BOOL, .doc = "refuses duplicates"},
    [DEFINITION] = {.key = "definition", .type = VALUE_SQL, .flags = ATTR_REQUIRED,
                    .doc = "[using method] (columns or expressions) [include ...] [where ...]"},
    [PARTITIONED] = {.key = "partitioned", .type = VALUE_BOOL, .flags = ATTR_HIDDEN | ATTR_INTERNAL,
                     .doc = "of a partitioned table"},
    [INVALID] = {.key = "invalid", .type = VALUE_BOOL, .flags = ATTR_HIDDEN, .doc = "left by a build that failed"},
    INDEX_ATTRS,
};

const Kind kind_index = {
    .name = "index",
    .title = "index",
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
    .identify = "INDEX {sibling}",
    .create_effect = {PHASE_EXPAND, LOCK_SHARE_UPDATE_EXCLUSIVE, COST_SCAN, NULL},
    .drop_effect = {PHASE_CONTRACT, LOCK_SHARE_UPDATE_EXCLUSIVE, 0, "the old application's queries may need it"},
    .create_actions = create_actions,
    .drop_actions = drop_actions,
    .naming = "ix",
    .catalog = "pg_class",
    .query = index_sql,
};
