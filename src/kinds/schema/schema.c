/* CREATE SCHEMA. "public" is there from the start: initdb makes it, and declarations need not name it. */
#include "kinds/embedded.h"
#include "model/emit.h"

static const Attr attrs[] = {
    {.key = "public_default",
     .type = VALUE_TEXT,
     .flags = ATTR_INTERNAL | ATTR_HIDDEN,
     .doc = "what everybody may do in it where nothing is said"},
};

static bool
alias_schema(const Node *old_node, const Node *new_node, Actions *actions, Action *action, ActionAdd *make,
             ActionAdd *take_away)
{
    (void)new_node;
    Node alias = *old_node;
    alias.facets[FACET_COMMENT] = NULL;
    make(actions, action, template_sql(actions->arena, alias.kind->create, &alias, NULL));
    emit_facet_changes(actions, action, NULL, &alias, make);
    take_away(actions, action, template_sql(actions->arena, alias.kind->drop, &alias, NULL));
    return true;
}

const Kind kind_schema = {
    .name = "schema",
    .title = "schema",
    .plural = "schemas",
    .space = SPACE_DATABASE,
    .is_schema = true,
    .attrs = attrs,
    .n_attrs = G_N_ELEMENTS(attrs),
    .create = "CREATE SCHEMA {node}",
    .drop = "DROP SCHEMA {node}",
    .alias = alias_schema,
    .rename = "ALTER SCHEMA {node} RENAME TO {new}",
    .identify = "SCHEMA {node}",
    .grant_on = "SCHEMA {node}",
    .owner = "SCHEMA {node}",
    .drop_effect = {.costs = COST_DATA_LOSS},
    .catalog = "pg_namespace",
    .query = schema_sql,
};
