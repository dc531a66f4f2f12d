#include "kinds/online.h"

#include "kinds/key_parts.h"
#include "kinds/parts.h"
#include "sql/format.h"
#include "sql/lex.h"
#include <string.h>

void
make_concurrent(Actions *actions, ActionSql *statement)
{
    const char *sql = statement->sql, *behind = strstr(sql, "INDEX") + strlen("INDEX");
    statement->sql = arena_printf(actions->arena, "%.*s CONCURRENTLY%s", (int)(behind - sql), sql, behind);
    statement->flags |= SQL_ALONE;
}

bool
index_is_pointed_at(const Node *node)
{
    return node_value(node, "clustered") != NULL || node_value(node, "replica_identity") != NULL;
}

static bool
is_without_overlaps(const char *definition)
{
    for (const char *at = definition; *at != '\0';) {
        Token token = lex_next_solid(&at);
        if (token_is(token, "without"))
            return true;
    }
    return false;
}

bool
key_can_be_built(const Node *key)
{
    const char *definition = node_value(key, "definition");
    return definition != NULL && !is_without_overlaps(definition) && node_value(key, "attached_to") == NULL;
}

char *
build_name(Actions *actions, const Node *node)
{
    return aside_name(actions->arena, "pleat_new_", node->name);
}

char *
take_name_sql(Actions *actions, const Node *node)
{
    Node built = *node;
    built.name = build_name(actions, node);
    return rename_sql(actions, &built, node->name);
}

/* A constraint says in front of its columns what an index says behind them. */
static char *
fill_in(Actions *actions, const Node *key, const char *index, const char *template)
{
    static const char words[] = "NULLS NOT DISTINCT ";
    const char *definition = node_value(key, "definition");
    bool distinct = !g_str_has_prefix(definition, words);
    const TemplateToken more[] = {{"index", sql_printf(actions->arena, "%I", index)},
                                  {"columns", distinct ? definition : definition + strlen(words)},
                                  {"nulls", distinct ? "" : " NULLS NOT DISTINCT"},
                                  {"partition", "{partition}"},
                                  {NULL, NULL}};
    return template_sql(actions->arena, template, key, more);
}

#define COLUMNS "{columns}{nulls}[storage? WITH ({storage})]"
#define PLACE "[tablespace? TABLESPACE {tablespace}]"

char *
key_build_sql(Actions *actions, const Node *key, const char *index)
{
    return fill_in(actions, key, index, "CREATE UNIQUE INDEX {index} ON {parent} " COLUMNS PLACE);
}

static const char *
word_of(const Node *key)
{
    return key->kind->shape == SHAPE_SINGLE ? "PRIMARY KEY" : "UNIQUE";
}

typedef bool KeyParts(const Node *node, Actions *actions, const char *build, const char *tail, const char *word);

static char *
definition_tail(Actions *actions, const Node *key)
{
    return fill_in(actions, key, "", " USING btree " COLUMNS);
}

char *
key_parts_build_sql(Actions *actions, const Node *key)
{
    return fill_in(actions, key, "", "CREATE UNIQUE INDEX CONCURRENTLY ON {partition} " COLUMNS PLACE);
}

char *
key_parts_adopt_sql(Actions *actions, const Node *key)
{
    return key_parts_take_over_sql(actions, key, definition_tail(actions, key), word_of(key));
}

static bool
by_parts(const Node *key, Actions *actions, KeyParts *emit)
{
    return emit(key, actions, key_parts_build_sql(actions, key), definition_tail(actions, key), word_of(key));
}

char *
key_take_over_sql(Actions *actions, const Node *key, const char *index)
{
    const TemplateToken more[] = {
        {"index", sql_printf(actions->arena, "%I", index)}, {"word", word_of(key)}, {NULL, NULL}};
    return template_sql(
        actions->arena,
        "ALTER TABLE {parent} ADD CONSTRAINT {name} {word} USING INDEX {index}[deferrable? {deferrable}]", key, more);
}

static const Effect built = {PHASE_CONTRACT, LOCK_SHARE_UPDATE_EXCLUSIVE, COST_SCAN,
                             "the old application may still write what it refuses"},
                    taken_over = {PHASE_CONTRACT, LOCK_ACCESS_EXCLUSIVE, 0,
                                  "the old application may still write what it refuses"};

static void
build_forth(Actions *actions, const Node *key)
{
    Action *action = action_add(actions, NULL, key, built, emit_verb(actions, "build the index of", key));
    action->turn = TURN_FIRST;
    make_concurrent(actions, action_up(actions, action, key_build_sql(actions, key, build_name(actions, key))));
    for (guint i = 0; key->needs != NULL && i < key->needs->len; i++)
        g_ptr_array_add(action->requires, key->needs->pdata[i]);
}

/* The last on the way forth is the first on the way back: behind the action that ends the key. */
static void
build_back(Actions *actions, const Node *key, Action *end)
{
    Action *action =
        action_add(actions, key, NULL, built, emit_verb(actions, "on the way back, build the index of", key));
    action->turn = TURN_LAST;
    char *token = arena_printf(actions->arena, "end of %s", key->key);
    g_ptr_array_add(end->gives, token);
    g_ptr_array_add(action->takes, token);
    make_concurrent(actions, action_down(actions, action, key_build_sql(actions, key, build_name(actions, key))));
    for (guint i = 0; key->needs != NULL && i < key->needs->len; i++)
        g_ptr_array_add(action->frees, key->needs->pdata[i]);
}

bool
key_create(const Node *node, Actions *actions)
{
    if (actions->at_once || is_root_new(actions, node) || !key_can_be_built(node))
        return false;
    if (parts_are_of(node->parent))
        return by_parts(node, actions, key_parts_create);
    build_forth(actions, node);
    Action *action = emit_create(actions, node, taken_over);
    g_array_index(action->up, ActionSql, 0).sql = key_take_over_sql(actions, node, build_name(actions, node));
    return true;
}

bool
key_drop(const Node *node, Actions *actions)
{
    if (actions->at_once || is_root_dropped(actions, node) || falls(actions, node) || !key_can_be_built(node))
        return false;
    if (parts_are_of(node->parent))
        return by_parts(node, actions, key_parts_drop);
    Action *action = emit_drop(actions, node, drop_effect(node->kind));
    g_array_index(action->down, ActionSql, 0).sql = key_take_over_sql(actions, node, build_name(actions, node));
    build_back(actions, node, action);
    return true;
}

static void
add_exchange(Actions *actions, Action *action, const Node *from, const Node *to, ActionAdd *add)
{
    add(actions, action, template_sql(actions->arena, from->kind->drop, from, NULL));
    add(actions, action, key_take_over_sql(actions, to, build_name(actions, to)));
    emit_behind(actions, action, to, add);
}

bool
key_beside(const Node *old_node, const Node *new_node, Actions *actions)
{
    if (!key_can_be_built(old_node) || !key_can_be_built(new_node) || index_is_pointed_at(old_node) ||
        index_is_pointed_at(new_node) || parts_are_of(new_node->parent))
        return false;
    build_forth(actions, new_node);
    Action *action = action_add(actions, old_node, new_node, taken_over, emit_verb(actions, "change", new_node));
    action->alters = true;
    add_exchange(actions, action, old_node, new_node, action_up);
    add_exchange(actions, action, new_node, old_node, action_down);
    g_ptr_array_add(action->creates, (gpointer)(guintptr)new_node);
    g_ptr_array_add(action->drops, (gpointer)(guintptr)old_node);
    build_back(actions, old_node, action);
    return true;
}

bool
key_alter(const Node *old_node, const Node *new_node, guint64 changed, Actions *actions)
{
    const int storage = kind_attr(new_node->kind, "storage");
    if (!(changed & (1ull << storage)) ||
        !parts_alter_options(old_node, new_node, old_node->values[storage], new_node->values[storage], actions))
        return false;
    emit_attributes(actions, old_node, new_node, changed & ~(1ull << storage));
    return true;
}
