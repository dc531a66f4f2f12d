#include "kinds/parts.h"

#include "model/lineage.h"
#include "sql/format.h"
#include <string.h>

ActionSql *
parts_add(Actions *actions, Action *action, const Node *node, const char *sql, ActionAdd *add)
{
    ActionSql *statement = add(actions, action, sql);
    g_autoptr(GString) table = g_string_new(NULL);
    node_append_name(table, node_root(node));
    statement->directive = arena_printf(actions->arena, "each partition of %s", table->str);
    return statement;
}

Action *
parts_make_first(Actions *actions, const Node *node, Effect effect, const char *verb, const char *sql)
{
    Action *action = action_add(actions, NULL, node, effect, verb);
    action->turn = TURN_FIRST;
    action->before = node->key;
    parts_add(actions, action, node, sql, action_up);
    for (guint i = 0; node->needs != NULL && i < node->needs->len; i++)
        g_ptr_array_add(action->requires, node->needs->pdata[i]);
    return action;
}

Action *
parts_make_first_back(Actions *actions, const Node *node, Effect effect, const char *verb, const char *sql)
{
    Action *action = action_add(actions, node, NULL, effect, verb);
    action->turn = TURN_LAST;
    action->after = node->key;
    parts_add(actions, action, node, sql, action_down);
    for (guint i = 0; node->needs != NULL && i < node->needs->len; i++)
        if (((const Node *)node->needs->pdata[i])->kind != node->kind) /* what it adopts goes with it */
            g_ptr_array_add(action->frees, node->needs->pdata[i]);
    return action;
}

void
parts_validate(Actions *actions, Action *action, const Node *node, const char *constraint, unsigned flags,
               ActionAdd *add)
{
    int attr = kind_attr(node_root(node)->kind, "partition_by");
    if (attr >= 0 && node_root(node)->values[attr] != NULL)
        parts_add(actions, action, node,
                  sql_printf(actions->arena, "ALTER TABLE {partition} VALIDATE CONSTRAINT %I", constraint), add)
            ->flags = flags;
}

/* Names -------------------------------------------------------------------------------------------------------- */

char *
parts_names_sql(Actions *actions, const Node *node)
{
    g_autoptr(GString) name = g_string_new(NULL);
    sql_append(name, "%I.%I", node_root(node)->schema, node->name);
    return sql_printf(actions->arena,
                      "DO $$ DECLARE part record; BEGIN\n"
                      "FOR part IN SELECT c.oid::regclass AS index, regexp_replace(c.relname, '[0-9]+$', '') AS name\n"
                      "FROM pg_partition_tree(%L) t JOIN pg_class c ON c.oid = t.relid AND t.level > 0\n"
                      "WHERE c.relname ~ '_idx[0-9]+$' AND NOT EXISTS (SELECT FROM pg_class o WHERE "
                      "o.relnamespace = c.relnamespace\n"
                      "AND o.relname = regexp_replace(c.relname, '[0-9]+$', ''))\n"
                      "LOOP EXECUTE format('ALTER INDEX %%s RENAME TO %%I', part.index, part.name); END LOOP;\n"
                      "END $$",
                      name->str);
}

static void
settle(Actions *actions, const Node *node, const char *key, bool back)
{
    const Effect effect = {back ? PHASE_CONTRACT : PHASE_EXPAND, LOCK_NONE, 0, NULL};
    Action *action = action_add(
        actions, back ? node : NULL, back ? NULL : node, effect,
        arena_printf(actions->arena, "%sname the parts of index %s", back ? "on the way back, " : "", node->name));
    (back ? action_down : action_up)(actions, action, parts_names_sql(actions, node));
    g_ptr_array_add(back ? action->frees : action->requires, (gpointer)(guintptr)node);
    *(back ? &action->before : &action->after) = key;
}

typedef struct {
    const Schema *own, *other;
    GPtrArray *keys; /* of what frees names in the other Schema */
    bool has_heirs;
} Names;

static void
add_key(Names *names, const Node *node)
{
    if (!g_ptr_array_find_with_equal_func(names->keys, node->key, g_str_equal, NULL))
        g_ptr_array_add(names->keys, (gpointer)(guintptr)node->key);
}

/* What has an heir's name in the other Schema, or has it handed down. */
static void
find_holders(Names *names, const Node *node)
{
    for (guint i = 0; node->needed_by != NULL && i < node->needed_by->len; i++) {
        const Node *heir = node->needed_by->pdata[i];
        if (!(heir->flags & NODE_DERIVED) || heir->kind != node->kind)
            continue;
        names->has_heirs = true;
        const Node *holder = schema_match(names->other, heir);
        while (holder != NULL && (holder->flags & NODE_DERIVED))
            holder = node_forebear(names->other, holder);
        if (holder != NULL)
            add_key(names, holder);
        find_holders(names, heir);
    }
}

/* Nothing is known of the partitions: it may be any of the table's indexes that is not there afterwards as it is. */
static void
find_changed(Names *names, const Node *node)
{
    const Node *table = schema_match(names->other, node->parent);
    for (const Node *index = table == NULL ? NULL : table->first_child; index != NULL; index = index->next) {
        const Node *match = schema_match(names->own, index);
        if (index->kind == node->kind && (match == NULL || match == node))
            add_key(names, index);
    }
}

void
parts_settle_names(Actions *actions, const Node *node, bool back)
{
    g_autoptr(GPtrArray) keys = g_ptr_array_new();
    Names names = {back ? actions->old_schema : actions->new_schema, back ? actions->new_schema : actions->old_schema,
                   keys, false};
    find_holders(&names, node);
    if (!names.has_heirs)
        find_changed(&names, node);
    for (guint i = 0; i < keys->len; i++)
        settle(actions, node, keys->pdata[i], back);
}

bool
parts_share_names(const Actions *actions, const Node *old_node, const Node *new_node)
{
    g_autoptr(GPtrArray) keys = g_ptr_array_new();
    Names names = {actions->new_schema, actions->old_schema, keys, false};
    find_holders(&names, new_node);
    return !names.has_heirs || g_ptr_array_find_with_equal_func(keys, old_node->key, g_str_equal, NULL);
}
