#include "kinds/key_parts.h"

#include "kinds/parts.h"
#include "sql/format.h"

/* The names are those that PostgreSQL gives to the parts of a key: PARTITION_pkey, PARTITION_COLUMNS_key. */
#define BECOMES_KEY                                                                                                    \
    "DO $do$ DECLARE part record; taken int := 0; BEGIN\n"                                                             \
    "SELECT t.oid::regclass AS table, t.relnamespace AS schema, x.relname AS index, %s AS name INTO part\n"            \
    "FROM pg_index i JOIN pg_class x ON x.oid = i.indexrelid JOIN pg_class t ON t.oid = i.indrelid\n"                  \
    "WHERE t.oid = $table${partition}$table$::regclass AND i.indisvalid AND i.indisunique AND NOT x.relispartition\n"  \
    "AND NOT EXISTS (SELECT FROM pg_constraint WHERE conindid = x.oid)\n"                                              \
    "AND right(pg_get_indexdef(x.oid), length(%L)) = %L ORDER BY x.oid DESC LIMIT 1;\n"                                \
    "IF NOT FOUND THEN RETURN; END IF;\n"                                                                              \
    "WHILE EXISTS (SELECT FROM pg_class WHERE relnamespace = part.schema AND relname = concat(part.name, "             \
    "nullif(taken, 0)))\n"                                                                                             \
    "LOOP taken := taken + 1; END LOOP;\n"                                                                             \
    "EXECUTE format('ALTER TABLE %%s ADD CONSTRAINT %%I %s USING INDEX %%I%s', part.table, concat(part.name, "         \
    "nullif(taken, 0)), part.index);\n"                                                                                \
    "END $do$"

static const char *
becomes_key_sql(Actions *actions, const Node *node, const char *tail, const char *word)
{
    const char *name = node->kind->shape == SHAPE_SINGLE ? "left(t.relname, 58) || '_pkey'"
                                                         : "regexp_replace(x.relname, '_idx[0-9]*$', '_key')";
    const char *deferrable = template_sql(actions->arena, "[deferrable? {deferrable}]", node, NULL);
    return sql_printf(actions->arena, BECOMES_KEY, name, tail, tail, word, deferrable);
}

/* The newest of equal ones: the others are the partition's own affair. The definitions of indexes of other tables,
 * which the planner would not mind to ask for, cost as much as all the rest. */
#define TAKE_OVER                                                                                                      \
    "DO $$ DECLARE part record; BEGIN\n"                                                                               \
    "FOR part IN WITH i AS MATERIALIZED (SELECT i.* FROM pg_index i JOIN pg_partition_tree(%L) p\n"                    \
    "        ON p.relid = i.indrelid AND p.isleaf WHERE i.indisvalid AND i.indisunique)\n"                             \
    "    SELECT DISTINCT ON (t.oid) t.oid::regclass AS table, x.relname AS index, %s AS name\n"                        \
    "    FROM i JOIN pg_class t ON t.oid = i.indrelid JOIN pg_class x ON x.oid = i.indexrelid\n"                       \
    "    WHERE NOT x.relispartition AND NOT EXISTS (SELECT FROM pg_constraint WHERE conindid = x.oid)\n"               \
    "    AND right(pg_get_indexdef(i.indexrelid), length(%L)) = %L ORDER BY t.oid, x.oid DESC\n"                       \
    "LOOP\n"                                                                                                           \
    "    EXECUTE format('ALTER TABLE %%s ADD CONSTRAINT %%I %s USING INDEX %%I', part.table, part.name, "              \
    "part.index);\n"                                                                                                   \
    "END LOOP;\n"                                                                                                      \
    "END $$"

char *
key_parts_take_over_sql(Actions *actions, const Node *node, const char *tail, const char *word)
{
    const char *name =
        node->kind->shape == SHAPE_SINGLE ? "left(t.relname, 58) || '_pkey'" : parts_usual_name(actions, "key");
    g_autoptr(GString) table = g_string_new(NULL);
    node_append_name(table, node->parent);
    return sql_printf(actions->arena, TAKE_OVER, table->str, name, tail, tail, word);
}

static bool
same_columns(const Node *one, const Node *other)
{
    return g_strcmp0(node_value(one, "definition"), node_value(other, "definition")) == 0;
}

/* Is another one in its place in the other Schema? Both cannot be there in a partition, or not under their names. */
static bool
takes_a_place(const Node *node, const Schema *other)
{
    const Node *table = schema_match(other, node->parent);
    for (const Node *part = table == NULL ? NULL : table->first_child; part != NULL; part = part->next)
        if (part->kind == node->kind &&
            (node->kind->shape == SHAPE_SINGLE || g_strcmp0(part->name, node->name) == 0 || same_columns(part, node)))
            return true;
    return false;
}

static const char *
verb(Actions *actions, const Node *node, const char *when)
{
    return arena_printf(actions->arena, "%smake %s %s of each partition", when, node->kind->title, node->name);
}

static const Effect built = {PHASE_CONTRACT, LOCK_SHARE_UPDATE_EXCLUSIVE, COST_SCAN,
                             "the old application may still write what it refuses"},
                    taken_over = {PHASE_CONTRACT, LOCK_ACCESS_EXCLUSIVE, 0,
                                  "the old application may still write what it refuses"},
                    adopted = {PHASE_CONTRACT, LOCK_ACCESS_EXCLUSIVE, 0, "it adopts what the partitions have"};

bool
key_parts_create(const Node *node, Actions *actions, const char *build, const char *tail, const char *word)
{
    if (parts_are_adopted(node) || takes_a_place(node, actions->old_schema))
        return false;
    parts_make_first(actions, node, built,
                     arena_printf(actions->arena, "build the index of %s in each partition", node->name), build);
    /* behind what makes its columns NOT NULL, which a primary key would do itself and scan for */
    Action *action = action_add(actions, NULL, node, taken_over, verb(actions, node, ""));
    parts_add(actions, action, node, becomes_key_sql(actions, node, tail, word), action_up);
    char *token = arena_printf(actions->arena, "parts of %s", node->key);
    g_ptr_array_add(action->gives, token);
    g_ptr_array_add(emit_create(actions, node, adopted)->takes, token);
    return true;
}

bool
key_parts_drop(const Node *node, Actions *actions, const char *build, const char *tail, const char *word)
{
    if (parts_are_adopted(node) || takes_a_place(node, actions->new_schema))
        return false;
    emit_drop(actions, node, drop_effect(node->kind));
    Action *action = parts_make_first_back(actions, node, built, verb(actions, node, "on the way back, "), build);
    parts_add(actions, action, node, becomes_key_sql(actions, node, tail, word), action_down);
    return true;
}
