/*
 * CREATE LANGUAGE, for languages that no extension brings. CREATE OR REPLACE changes what it calls in place.
 */
#include "kinds/embedded.h"
#include "model/emit.h"

enum { TRUSTED };

static bool
alter(const Node *old_node, const Node *new_node, guint64 changed, Actions *actions)
{
    static const Effect effect = {PHASE_EXPAND, LOCK_NONE, COST_SEMANTIC, "both applications call it at once"};
    (void)changed;
    static const char replace[] = "CREATE OR REPLACE[trusted? TRUSTED] LANGUAGE {name} {leaf}";
    emit_change(actions, old_node, new_node, effect, "replace", replace, replace);
    return true;
}

/* PostgreSQL grants and revokes nothing on what is not trusted (manual, GRANT). */
static bool
facets_wait(const Node *old_node, const Node *new_node)
{
    return old_node->values[TRUSTED] == NULL && new_node->values[TRUSTED] != NULL;
}

static const Attr attrs[] = {
    [TRUSTED] = {.key = "trusted", .type = VALUE_BOOL, .doc = "may everybody write in it who has USAGE?"},
    {.key = "handler", .type = VALUE_SQL, .flags = ATTR_REQUIRED, .doc = "the function that runs its routines"},
    {.key = "inline", .type = VALUE_SQL, .doc = "the function that runs DO"},
    {.key = "validator", .type = VALUE_SQL, .doc = "the function that checks new routines"},
};

const Kind kind_language = {
    .name = "language",
    .title = "language",
    .plural = "languages",
    .space = SPACE_DATABASE,
    .attrs = attrs,
    .n_attrs = G_N_ELEMENTS(attrs),
    .leaf = "HANDLER {handler}[inline? INLINE {inline}][validator? VALIDATOR {validator}]",
    .create = "CREATE[trusted? TRUSTED] LANGUAGE {name} {leaf}",
    .drop = "DROP LANGUAGE {name}",
    .rename = "ALTER LANGUAGE {name} RENAME TO {new}",
    .identify = "LANGUAGE {name}",
    .grant_on = "LANGUAGE {name}",
    .public_default = "USAGE",
    .owner = "LANGUAGE {name}",
    .create_effect = {PHASE_EXPAND, LOCK_NONE, 0, NULL},
    .drop_effect = {PHASE_CONTRACT, LOCK_NONE, 0, "the old application's routines may be written in it"},
    .alter = alter,
    .facets_wait = facets_wait,
    .catalog = "pg_language",
    .query = language_sql,
};
