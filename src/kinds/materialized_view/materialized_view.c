/* CREATE MATERIALIZED VIEW. PostgreSQL cannot replace one: a changed query makes it anew. */
#include "kinds/embedded.h"
#include "kinds/shared.h"
#include "sql/split.h"
#include <string.h>

enum { DEFINITION, STORAGE, TABLESPACE, ACCESS_METHOD, ROWS_OF };

static bool
alter(const Node *old_node, const Node *new_node, guint64 changed, Actions *actions)
{
    static const Effect storage = {PHASE_EXPAND, LOCK_SHARE_UPDATE_EXCLUSIVE, 0, NULL};
    if ((changed & (1ull << DEFINITION)) || ((changed & (1ull << ACCESS_METHOD)) && actions->new_schema->major < 15))
        return false;
    if (changed & (1ull << STORAGE))
        emit_options(actions, old_node, new_node, STORAGE, storage, "ALTER MATERIALIZED VIEW {node}");
    if (changed & (1ull << TABLESPACE))
        emit_attribute(actions, old_node, new_node, TABLESPACE);
    if (changed & (1ull << ACCESS_METHOD))
        emit_attribute(actions, old_node, new_node, ACCESS_METHOD);
    return true;
}

static bool
holds_rows(const Node *node, const Node *table)
{
    g_autoptr(Arena) arena = arena_new();
    g_autoptr(GString) name = g_string_new(NULL);
    node_append_name(name, table);
    char **held = split_list(arena, node->values[ROWS_OF] == NULL ? "" : node->values[ROWS_OF]);
    return g_strv_contains((const char *const *)held, name->str);
}

static const Attr attrs[] = {
    [DEFINITION] = {.key = "definition", .type = VALUE_SQL, .flags = ATTR_REQUIRED, .doc = "the query"},
    [STORAGE] = {.key = "storage", .type = VALUE_OPTIONS, .doc = "storage parameters"},
    [TABLESPACE] = TABLESPACE_ATTR("ALTER MATERIALIZED VIEW {node}", 0),
    [ACCESS_METHOD] = ACCESS_METHOD_ATTR("ALTER MATERIALIZED VIEW {node}", "heap"),
    [ROWS_OF] = {.key = "rows_of",
                 .type = VALUE_SQL,
                 .flags = ATTR_HIDDEN | ATTR_INTERNAL,
                 .doc = "the tables whose rows its columns hold, themselves or inside of other types"},
};

const Kind kind_materialized_view = {
    .name = "materialized_view",
    .title = "materialized view",
    .plural = "materialized_views",
    .folder = "views",
    .statement = "MATERIALIZED VIEW",
    .space = SPACE_RELATION,
    .in_schema = true,
    .on_alter = DEPENDANT_RECREATE,
    .attrs = attrs,
    .n_attrs = G_N_ELEMENTS(attrs),
    .leaf = "{definition}",
    .create = "CREATE MATERIALIZED VIEW {node}[access_method? USING {access_method}][storage? WITH "
              "({storage})][tablespace? TABLESPACE {tablespace}] AS\n{leaf}",
    .drop = "DROP MATERIALIZED VIEW {node}",
    .rename = "ALTER MATERIALIZED VIEW {node} RENAME TO {new}",
    .alias = alias_view,
    .identify = "MATERIALIZED VIEW {node}",
    .grant_on = "TABLE {node}",
    .owner = "MATERIALIZED VIEW {node}",
    .create_effect = {PHASE_EXPAND, LOCK_ACCESS_SHARE, COST_SCAN, NULL},
    .drop_effect = {PHASE_CONTRACT, LOCK_ACCESS_EXCLUSIVE, 0, NULL},
    .alter = alter,
    .holds_rows = holds_rows,
    .catalog = "pg_class",
    .query = materialized_view_sql,
};
