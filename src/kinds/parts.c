#include "kinds/parts.h"

#include "kinds/shared.h"
#include "model/lineage.h"
#include "sql/format.h"
#include <string.h>

bool
parts_are_of(const Node *table)
{
    int attr = kind_attr(table->kind, "partition_by");
    return attr >= 0 && table->values[attr] != NULL;
}

bool
parts_are_adopted(const Node *node)
{
    for (guint i = 0; node->needs != NULL && i < node->needs->len; i++) {
        const Kind *kind = ((const Node *)node->needs->pdata[i])->kind;
        if (kind == node->kind || kind->part == PART_KEY) /* an index adopts keys', too */
            return true;
    }
    return false;
}

static bool
index_has_comment(const Node *node)
{
    const int beside = kind_attr(node->kind, "index_comment");
    return beside < 0 ? node->facets[FACET_COMMENT] != NULL : node->values[beside] != NULL;
}

/* With the column of a partitioned table PostgreSQL makes the parts of an index anew as if for new partitions: named by
 * itself, each with the comment of the index above and with nothing of its own (ATPostAlterTypeCleanup). */
bool
parts_are_torn(const Node *node, const Node *old_column, const Node *new_column)
{
    (void)old_column;
    (void)new_column;
    if (node_value(node, "attached_to") != NULL)
        return true;
    return parts_are_of(node->parent) && (index_has_comment(node) || parts_are_adopted(node) || !heirs_are_plain(node));
}

bool
parts_alter_options(const Node *old_node, const Node *new_node, const char *from, const char *to, Actions *actions)
{
    static const Effect effect = {PHASE_EXPAND, LOCK_SHARE_UPDATE_EXCLUSIVE, 0, NULL};
    if (parts_are_of(new_node->parent) || node_value(old_node, "attached_to") == NULL ||
        node_value(new_node, "attached_to") == NULL)
        return false;
    emit_option_changes(actions, old_node, new_node, from, to, effect, "ALTER INDEX {sibling}");
    return true;
}

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
    if (parts_are_of(node_root(node)))
        parts_add(actions, action, node,
                  sql_printf(actions->arena, "ALTER TABLE {partition} VALIDATE CONSTRAINT %I", constraint), add)
            ->flags = flags;
}

char *
parts_build_sql(Actions *actions, const Node *index)
{
    static const char ON[] = "INDEX ON ";
    Node nameless = *index;
    nameless.name = NULL;
    const char *sql = node_define(actions->arena, &nameless, false).sql;
    g_autoptr(GString) table = g_string_new(NULL);
    node_append_name(table, node_root(index));
    const char *on = strstr(sql, ON);
    return arena_printf(actions->arena, "%.*sINDEX CONCURRENTLY ON {partition}%s", (int)(on - sql), sql,
                        on + strlen(ON) + table->len);
}

char *
parts_add_unchecked_sql(Actions *actions, const Node *foreign_key)
{
    g_autofree char *leaf = node_leaf(foreign_key);
    return sql_printf(actions->arena, "ALTER TABLE {partition} ADD CONSTRAINT %I FOREIGN KEY %s NOT VALID",
                      foreign_key->name, leaf);
}

/* Names -------------------------------------------------------------------------------------------------------- */

char *
parts_usual_name(Actions *actions, const char *label)
{
    return arena_printf(
        actions->arena,
        "t.relname || '_' || (SELECT string_agg(coalesce(m.attname, a.attname), '_' ORDER BY a.attnum)\n"
        "FROM pg_attribute a LEFT JOIN pg_attribute m ON m.attrelid = i.indrelid AND m.attnum > 0\n"
        "AND m.attnum = i.indkey[a.attnum - 1] WHERE a.attrelid = x.oid) || '_%s'",
        label);
}

/* A name that is too long, or taken, is PostgreSQL's own secret. An index keeps the names that its columns had, and a
 * new partition's part of it is named by those. */
#define USUAL_NAMES                                                                                                    \
    "DO $$ DECLARE part record; col record; usual record; BEGIN\n"                                                     \
    "FOR part IN SELECT p.relid AS index, p.level FROM unnest(ARRAY[%s]) WITH ORDINALITY o (above, nth),\n"            \
    "    pg_partition_tree(o.above) p ORDER BY o.nth, p.level\n"                                                       \
    "LOOP\n"                                                                                                           \
    "    FOR col IN SELECT a.attname AS was, m.attname AS now FROM pg_attribute a\n"                                   \
    "        JOIN pg_index i ON i.indexrelid = a.attrelid\n"                                                           \
    "        JOIN pg_attribute m ON m.attrelid = i.indrelid AND m.attnum = i.indkey[a.attnum - 1]\n"                   \
    "        WHERE part.level = 0 AND a.attrelid = part.index AND m.attnum > 0 AND m.attname <> a.attname\n"           \
    "    LOOP\n"                                                                                                       \
    "        EXECUTE format('ALTER TABLE %%s RENAME COLUMN %%I TO %%I', part.index, col.was, col.now);\n"              \
    "    END LOOP;\n"                                                                                                  \
    "    SELECT %s AS name, x.relnamespace AS schema INTO usual FROM pg_index i JOIN pg_class x ON x.oid = "           \
    "i.indexrelid\n"                                                                                                   \
    "    JOIN pg_class t ON t.oid = i.indrelid WHERE i.indexrelid = part.index;\n"                                     \
    "    IF part.level > 0 AND octet_length(usual.name) < 64 AND NOT EXISTS (SELECT FROM pg_class\n"                   \
    "            WHERE relname = usual.name::name AND relnamespace = usual.schema) THEN\n"                             \
    "        EXECUTE format('ALTER INDEX %%s RENAME TO %%I', part.index, usual.name);\n"                               \
    "    END IF;\n"                                                                                                    \
    "END LOOP;\n"                                                                                                      \
    "END $$"

char *
parts_usual_names_sql(Actions *actions, const GPtrArray *indexes)
{
    g_autoptr(GString) names = g_string_new(NULL);
    for (guint i = 0; i < indexes->len; i++) {
        const Node *index = indexes->pdata[i];
        g_autoptr(GString) name = g_string_new(NULL);
        sql_append(name, "%I.%I", node_root(index)->schema, index->name);
        sql_append(names, "%s%L", i == 0 ? "" : ", ", name->str);
    }
    return sql_printf(actions->arena, USUAL_NAMES, names->str, parts_usual_name(actions, "idx"));
}

#define RENAME_PARTS                                                                                                   \
    "DO $$ DECLARE part record; BEGIN\n"                                                                               \
    "FOR part IN WITH RECURSIVE parts (oid) AS (\n"                                                                    \
    "        SELECT k.oid FROM pg_constraint k WHERE k.conrelid = %L::regclass AND k.conname = %L\n"                   \
    "        UNION ALL SELECT k.oid FROM pg_constraint k JOIN parts ON k.conparentid = parts.oid\n"                    \
    "        WHERE k.confrelid = (SELECT o.confrelid FROM pg_constraint o WHERE o.oid = parts.oid))\n"                 \
    "    SELECT k.conrelid::regclass AS of FROM pg_constraint k JOIN parts USING (oid) WHERE k.conname = %L\n"         \
    "LOOP EXECUTE format('ALTER TABLE %%s RENAME CONSTRAINT %%I TO %%I', part.of, %L, %L); END LOOP;\n"                \
    "END $$"

char *
parts_rename_sql(Actions *actions, const Node *foreign_key, const char *was)
{
    g_autoptr(GString) table = g_string_new(NULL);
    node_append_name(table, node_root(foreign_key));
    return sql_printf(actions->arena, RENAME_PARTS, table->str, foreign_key->name, was, was, foreign_key->name);
}

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
