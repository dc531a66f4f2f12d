/*
 * ALTER PUBLICATION ... ADD TABLE: that a table is in a publication, declared with the table. On a change it is dropped
 * from it and added again, in one transaction: SET TABLE would have to say all of its tables.
 */
#include "kinds/embedded.h"
#include "kinds/published.h"
#include "model/emit.h"

enum { COLUMNS, WHERE };

static const char *const parents[] = {"table", NULL};

#define LOCK LOCK_SHARE_UPDATE_EXCLUSIVE
#define SENDS                                                                                                          \
    {                                                                                                                  \
        PHASE_CONTRACT, LOCK, COST_SEMANTIC, "subscribers get other rows or columns from then on"                      \
    }

/* Subscribers do not lose a table that goes and comes in one transaction. */
static Effect
effect_of_change(const Node *old_node, const Node *new_node)
{
    static const Effect other = SENDS, same = {PHASE_CONTRACT, LOCK, 0, NULL};
    const bool differs = g_strcmp0(old_node->values[COLUMNS], new_node->values[COLUMNS]) != 0 ||
                         g_strcmp0(old_node->values[WHERE], new_node->values[WHERE]) != 0;
    return differs ? other : same;
}

static bool
create_actions(const Node *node, Actions *actions)
{
    const Node *was = schema_match(actions->old_schema, node);
    if (was == NULL)
        return published_create(node, actions);
    emit_create(actions, node, effect_of_change(was, node));
    return true;
}

static bool
drop_actions(const Node *node, Actions *actions)
{
    const Node *now = schema_match(actions->new_schema, node);
    if (now == NULL)
        return false;
    emit_drop(actions, node, effect_of_change(node, now));
    return true;
}

static const Attr attrs[] = {
    [COLUMNS] =
        {.key = "columns", .type = VALUE_NAMES, .since = 15, .doc = "the columns that it sends", .set_effect = SENDS},
    [WHERE] = {.key = "where", .type = VALUE_SQL, .since = 15, .doc = "the rows that it sends", .set_effect = SENDS},
};

const Kind kind_publication_table = {
    .name = "publication_table",
    .title = "publication",
    .sends_rows = true,
    .plural = "publications",
    .parents = parents,
    .shape = SHAPE_MAP,
    .space = SPACE_CHILD,
    .on_alter = DEPENDANT_RECREATE,
    .attrs = attrs,
    .n_attrs = G_N_ELEMENTS(attrs),
    .create = "ALTER PUBLICATION {name} ADD TABLE ONLY {parent}[columns? ({columns})][where? WHERE ({where})]",
    .drop = "ALTER PUBLICATION {name} DROP TABLE ONLY {parent}",
    /* A publication has lists of columns or whole schemas, not both. */
    .bars = "[columns?schemas in publication {name}]",
    .barred_as = "[columns?column lists in publication {name}]",
    .create_effect = {PHASE_EXPAND, LOCK, COST_SEMANTIC,
                      "updates and deletes fail at once unless the table has a replica identity; subscribers refresh"},
    .drop_effect = {PHASE_CONTRACT, LOCK, COST_SEMANTIC, "subscribers no longer get its changes"},
    .create_actions = create_actions,
    .drop_actions = drop_actions,
    .catalog = "pg_publication_rel",
    .query = publication_table_sql,
};
