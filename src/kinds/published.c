#include "kinds/published.h"

#include "kinds/key_columns.h"
#include "model/emit.h"
#include "sql/format.h"
#include <string.h>

/* Where nothing is known of it, it sends what one sends unless it is told otherwise. */
static bool
sends_old_rows(const Schema *schema, const char *name)
{
    g_autoptr(GString) key = g_string_new(NULL);
    sql_append(key, "publication %I", name);
    const Node *publication = schema_find(schema, key->str);
    const char *publish = publication == NULL ? NULL : node_value(publication, "publish");
    return publish == NULL || strstr(publish, "update") != NULL || strstr(publish, "delete") != NULL;
}

/* The manual, "Publication": a primary key, an index that was chosen, or the whole row. */
static bool
tells_rows_apart(const Node *table)
{
    const char *identity = node_value(table, "replica_identity");
    if (identity != NULL)
        return g_ascii_strcasecmp(identity, "nothing") != 0;
    if (key_of_rows(table) != NULL)
        return true;
    for (const Node *part = node_walk(table, table); part != NULL; part = node_walk(table, part))
        if (kind_attr(part->kind, "replica_identity") >= 0 && node_value(part, "replica_identity") != NULL)
            return true;
    return false;
}

/* Has it rows that somebody may change by now, and that cannot be told apart? */
static bool
is_refused(const Actions *actions, const Node *root)
{
    return kind_attr(root->kind, "replica_identity") >= 0 && node_value(root, "unlogged") == NULL &&
           !is_root_new(actions, root) && !tells_rows_apart(root);
}

/* The first such table of those that the change publishes; NULL: none. root: a table, the schema of tables, or NULL for
 * all. */
static const Node *
find_refused(const Actions *actions, const Node *root)
{
    if (root != NULL && !root->kind->is_schema)
        return is_refused(actions, root) ? root : NULL;
    const GPtrArray *roots = actions->new_schema->roots;
    for (guint i = 0; i < roots->len; i++) {
        const Node *table = roots->pdata[i];
        if ((root == NULL || g_strcmp0(table->schema, root->name) == 0) && is_refused(actions, table))
            return table;
    }
    return NULL;
}

static Effect
effect_of(const Actions *actions, const char *publication, const Node *root, Effect usual)
{
    const Node *table = sends_old_rows(actions->new_schema, publication) ? find_refused(actions, root) : NULL;
    if (table == NULL)
        return usual;
    usual.costs = (usual.costs & ~(unsigned)COST_SEMANTIC) | COST_BREAKS;
    usual.reason =
        arena_printf(actions->arena,
                     "UPDATE and DELETE of %s fail from then on: it has no primary key and no other replica identity",
                     node_address(table));
    return usual;
}

void
published_emit(Actions *actions, const Node *node, const Node *root)
{
    Effect effect = create_effect(node->kind);
    if (schema_match(actions->old_schema, node) == NULL) /* else it only goes and comes */
        effect = effect_of(actions, node->name, root, effect);
    Action *action = emit_create(actions, node, effect);
    action->explained = (action->effect.costs & COST_BREAKS) != 0;
}

bool
published_create(const Node *node, Actions *actions)
{
    published_emit(actions, node, node->parent);
    return true;
}
