/*
 * CREATE PUBLICATION, without the tables and schemas in it: these stand with the table and the schema (kinds
 * publication_table and publication_schema). Whether it is for all tables cannot be altered. It is never renamed:
 * subscribers name it, and so do its tables' declarations.
 */
#include "kinds/embedded.h"
#include "kinds/published.h"
#include "model/emit.h"

#define PUBLISHES                                                                                                      \
    {                                                                                                                  \
        PHASE_CONTRACT, LOCK_NONE, COST_SEMANTIC, "subscribers get other changes from then on"                         \
    }

static const Attr attrs[] = {
    {.key = "all_tables",
     .type = VALUE_BOOL,
     .doc = "every table, also those to come",
     .set_effect = {PHASE_CONTRACT, LOCK_NONE, COST_SEMANTIC, "it is made anew: subscribers refresh"}},
    {.key = "publish",
     .type = VALUE_TEXT,
     .doc = "what it sends of insert, update, delete, truncate; all where nothing is said",
     .alter = "ALTER PUBLICATION {name} SET (publish = {value})",
     .reset = "ALTER PUBLICATION {name} SET (publish = 'insert, update, delete, truncate')",
     .set_effect = PUBLISHES},
    {.key = "via_root",
     .type = VALUE_BOOL,
     .doc = "a partition's changes are sent as its root's",
     .alter = "ALTER PUBLICATION {name} SET (publish_via_partition_root = true)",
     .reset = "ALTER PUBLICATION {name} SET (publish_via_partition_root = false)",
     .set_effect = PUBLISHES},
    {.key = "generated_columns",
     .type = VALUE_SQL,
     .since = 18,
     .doc = "stored: sends those too",
     .alter = "ALTER PUBLICATION {name} SET (publish_generated_columns = {value})",
     .reset = "ALTER PUBLICATION {name} SET (publish_generated_columns = none)",
     .set_effect = PUBLISHES},
};

/* Its options are a list of which each may be missing. */
static void
define(const Node *node, GString *sql)
{
    static const char *const options[] = {NULL, "publish = {publish}", "publish_via_partition_root = true",
                                          "publish_generated_columns = {generated_columns}"};
    template_append(sql, "CREATE PUBLICATION {name}[all_tables? FOR ALL TABLES]", node, NULL);
    const char *before = " WITH (";
    for (size_t i = 1; i < G_N_ELEMENTS(options); i++) {
        if (node->values[i] == NULL)
            continue;
        g_string_append(sql, before);
        template_append(sql, options[i], node, NULL);
        before = ", ";
    }
    if (before[0] == ',')
        g_string_append_c(sql, ')');
}

static bool
create(const Node *node, Actions *actions)
{
    if (node_value(node, "all_tables") == NULL)
        return false;
    published_emit(actions, node, NULL);
    return true;
}

const Kind kind_publication = {
    .name = "publication",
    .title = "publication",
    .plural = "publications",
    .space = SPACE_DATABASE,
    .attrs = attrs,
    .n_attrs = G_N_ELEMENTS(attrs),
    .drop = "DROP PUBLICATION {name}",
    .identify = "PUBLICATION {name}",
    .owner = "PUBLICATION {name}",
    .define = define,
    .create_actions = create,
    .create_effect = {PHASE_EXPAND, LOCK_NONE, COST_SEMANTIC,
                      "updates and deletes fail at once on a published table without replica identity"},
    .drop_effect = {PHASE_CONTRACT, LOCK_NONE, COST_SEMANTIC,
                    "its subscribers fail, and copy anew what they get again"},
    .catalog = "pg_publication",
    .query = publication_sql,
};
