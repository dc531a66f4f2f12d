/* What is said of a composite type's attribute beside its type: its comment. */
#include "kinds/embedded.h"
#include "model/kind.h"

static const char *const parents[] = {"composite", NULL};

const Kind kind_composite_attribute = {
    .name = "composite_attribute",
    .title = "attribute",
    .plural = "attributes",
    .parents = parents,
    .shape = SHAPE_MAP,
    .space = SPACE_CHILD,
    .bare = true,
    .identify = "COLUMN {parent}.{name}",
    .catalog = "pg_class",
    .query = composite_attribute_sql,
};
