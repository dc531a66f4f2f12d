/*
 * CREATE MATERIALIZED VIEW. PostgreSQL cannot replace one: a changed query makes it anew. Where what it reads stays as
 * it is, the new one is filled and indexed beside the old one, under another name, and takes its place by a rename.
 */
#include "kinds/embedded.h"
#include "kinds/online.h"
#include "kinds/shared.h"
#include "sql/format.h"
#include "sql/split.h"
#include "sql/words.h"
#include <string.h>

enum { DEFINITION, STORAGE, TABLESPACE, ACCESS_METHOD, ROWS_OF, COLUMNS };

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

/* --- Beside the old one ------------------------------------------------------------------------------------------ */

static bool
indexes_have_names(const Node *view)
{
    for (const Node *child = view->first_child; child != NULL; child = child->next)
        if (child->kind->part == PART_INDEX && child->name == NULL)
            return false;
    return true;
}

static bool
can_build_first(const Node *old_node, const Node *new_node)
{
    return indexes_have_names(old_node) && indexes_have_names(new_node);
}

/* What has all that the old one has serves both applications. */
static Phase
takes_place(const Node *old_node, const Node *new_node)
{
    return columns_go_on(old_node, new_node) ? PHASE_EXPAND : PHASE_CONTRACT;
}

/* The statement, but that it makes one of another name, in the schema that it says. */
static char *
with_name(Arena *arena, const char *sql, const char *name)
{
    const char *at = sql;
    words_skip(&at, "create materialized view");
    words_skip(&at, "if not exists");
    Token last = lex_next_solid(&at);
    for (const char *ahead = at; token_is(lex_next_solid(&ahead), "."); at = ahead)
        last = lex_next_solid(&ahead);
    return arena_printf(arena, "%.*s%s%s", (int)(last.text - sql), sql, sql_printf(arena, "%I", name),
                        last.text + last.length);
}

typedef ActionSql *AddDefinition(Actions *actions, Action *action, Definition definition);

/* With its indexes. */
static void
add_build(Actions *actions, Action *action, const Node *view, AddDefinition *add)
{
    Node beside = *view;
    beside.name = build_name(actions, view);
    Definition definition = node_define(actions->arena, view, false);
    definition.sql = with_name(actions->arena, definition.sql, beside.name);
    add(actions, action, definition);
    for (const Node *child = view->first_child; child != NULL; child = child->next) {
        if (child->kind->part != PART_INDEX)
            continue;
        Node index = *child;
        index.parent = &beside;
        index.name = build_name(actions, child);
        index.declared = NULL;
        index.place = (Place){0};
        add(actions, action, node_define(actions->arena, &index, false));
    }
}

/* In place of the statement that would make it, the first of the list. */
static void
take_names(Actions *actions, GArray *list, const Node *view)
{
    guint at = 0;
    g_array_index(list, ActionSql, at++) = (ActionSql){.sql = take_name_sql(actions, view)};
    for (const Node *child = view->first_child; child != NULL; child = child->next)
        if (child->kind->part == PART_INDEX) {
            const ActionSql taken = {.sql = take_name_sql(actions, child)};
            g_array_insert_val(list, at++, taken);
        }
}

static const Effect built = {PHASE_CONTRACT, LOCK_ACCESS_SHARE, COST_SCAN, "it takes its name when it is filled"},
                    exchanged = {PHASE_CONTRACT, LOCK_ACCESS_EXCLUSIVE, 0, NULL};

static bool
create_actions(const Node *node, Actions *actions)
{
    if (!actions->built_first)
        return false;
    Action *build = action_add(actions, NULL, node, built, emit_verb(actions, "build", node));
    build->turn = TURN_FIRST;
    build->before = node->key;
    build->apart = true;
    add_build(actions, build, node, emit_definition_up);
    g_ptr_array_extend(build->requires, node->needs, NULL, NULL);
    Action *action = emit_create(actions, node, exchanged);
    take_names(actions, action->up, node);
    return true;
}

/* The last on the way forth is the first on the way back. */
static bool
drop_actions(const Node *node, Actions *actions)
{
    if (!actions->built_first)
        return false;
    Action *action = emit_drop(actions, node, exchanged);
    take_names(actions, action->down, node);
    Action *build = action_add(actions, node, NULL, built, emit_verb(actions, "on the way back, build", node));
    build->turn = TURN_LAST;
    build->after = node->key;
    build->apart = true;
    add_build(actions, build, node, emit_definition_down);
    g_ptr_array_extend(build->frees, node->needs, NULL, NULL);
    return true;
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
    [COLUMNS] = COLUMNS_ATTR,
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
    .create_actions = create_actions,
    .drop_actions = drop_actions,
    .can_build_first = can_build_first,
    .takes_place = takes_place,
    .alter = alter,
    .holds_rows = holds_rows,
    .catalog = "pg_class",
    .query = materialized_view_sql,
};
