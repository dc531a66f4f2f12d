/* What is said of an identity column's sequence: comment and privileges. The sequence comes and goes with the identity.
 */
#include "kinds/embedded.h"
#include "model/kind.h"

static const char *const parents[] = {"column", NULL};

static const Attr attrs[] = {
    {.key = "sequence_name", .type = VALUE_SQL, .flags = ATTR_HIDDEN | ATTR_INTERNAL, .doc = "its qualified name"},
};

const Kind kind_identity_sequence = {
    .name = "identity_sequence",
    .title = "identity sequence",
    .plural = "identity_sequence",
    .parents = parents,
    .shape = SHAPE_INLINE,
    .anonymous = true,
    .bare = true,
    .attrs = attrs,
    .n_attrs = G_N_ELEMENTS(attrs),
    .identify = "SEQUENCE {sequence_name}",
    .grant_on = "SEQUENCE {sequence_name}",
    .catalog = "pg_class",
    .query = identity_sequence_sql,
};
