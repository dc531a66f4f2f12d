/* ALTER PUBLICATION ... ADD TABLES IN SCHEMA (15 on): that a schema is in a publication, declared with the schema. */
#include "kinds/embedded.h"
#include "kinds/published.h"

static const char *const parents[] = {"schema", NULL};

const Kind kind_publication_schema = {
    .name = "publication_schema",
    .title = "publication",
    .sends_rows = true,
    .plural = "publications",
    .parents = parents,
    .shape = SHAPE_MAP,
    .space = SPACE_CHILD,
    .create = "ALTER PUBLICATION {name} ADD TABLES IN SCHEMA {parent}",
    .drop = "ALTER PUBLICATION {name} DROP TABLES IN SCHEMA {parent}",
    .bars = "column lists in publication {name}",
    .barred_as = "schemas in publication {name}",
    .create_effect = {PHASE_EXPAND, LOCK_NONE, COST_SEMANTIC,
                      "updates and deletes fail at once on its tables without replica identity; subscribers refresh"},
    .drop_effect = {PHASE_CONTRACT, LOCK_NONE, COST_SEMANTIC, "subscribers no longer get its tables' changes"},
    .create_actions = published_create,
    .catalog = "pg_publication_namespace",
    .query = publication_schema_sql,
};
