#include "kinds/published.h"

#include "model/emit.h"
#include <string.h>

/* Where nothing is known of it, it sends what one sends unless it is told otherwise. */
static bool
sends_old_rows(const Schema *schema, const char *publication)
{
    for (guint i = 0; i < schema->roots->len; i++) {
        const Node *root = schema->roots->pdata[i];
        if (strcmp(root->kind->name, "publication") != 0 || strcmp(root->name, publication) != 0)
            continue;
        const char *publish = node_value(root, "publish");
        return publish == NULL || strstr(publish, "update") != NULL || strstr(publish, "delete") != NULL;
    }
    return true;
}

/* The manual, "Publication": a primary key, an index that was chosen, or the whole row. */
static bool
tells_rows_apart(const Node *table)
{
    const char *identity = node_value(table, "replica_identity");
    if (identity != NULL)
        return g_ascii_strcasecmp(identity, "nothing") != 0;
    if (node_child(table, "primary_key", NULL) != NULL)
        return true;
    for (const Node *part = node_walk(table, table); part != NULL; part = node_walk(table, part))
        if (kind_attr(part->kind, "replica_identity") >= 0 && node_value(part, "replica_identity") != NULL)
            return true;
    return false;
}

/* Is it a table of those that the change publishes, with rows that somebody may change by now? */
static bool
is_reached(const Actions *actions, const Node *table, const Node *root)
{
    if (strcmp(table->kind->name, "table") != 0 || node_value(table, "unlogged") != NULL || is_root_new(actions, table))
        return false;
    return root == NULL || table == root || (root->kind->is_schema && strcmp(table->schema, root->name) == 0);
}

static Effect
effect_of(const Actions *actions, const char *publication, const Node *root, Effect usual)
{
    const GPtrArray *roots = actions->new_schema->roots;
    for (guint i = 0; sends_old_rows(actions->new_schema, publication) && i < roots->len; i++) {
        const Node *table = roots->pdata[i];
        if (!is_reached(actions, table, root) || tells_rows_apart(table))
            continue;
        g_autoptr(GString) name = g_string_new(NULL);
        node_append_name(name, table);
        usual.costs = (usual.costs & ~(unsigned)COST_SEMANTIC) | COST_BREAKS;
        usual.reason = arena_printf(
            actions->arena,
            "UPDATE and DELETE of %s fail from then on: it has no primary key and no other replica identity",
            name->str);
        break;
    }
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
