/*
 * CREATE USER MAPPING, without secrets (docs/decisions/0030): of its options those are read, declared and compared that
 * say who comes, never what proves it. A password is set where the mapping is, and stays as it is there.
 */
#include "kinds/embedded.h"
#include "kinds/shared.h"

enum { OPTIONS, WITHHELD };

static const char *const parents[] = {"server", NULL};
static const char *const open_options[] = {"user", "username", "password_required", "sslcert", "sslkey", NULL};

static bool
alter(const Node *old_node, const Node *new_node, guint64 changed, Actions *actions)
{
    (void)changed;
    emit_foreign_options(actions, old_node, new_node, OPTIONS, "ALTER USER MAPPING FOR {name} SERVER {parent}");
    return true;
}

static bool
drop_actions(const Node *node, Actions *actions)
{
    Action *action = emit_drop(actions, node, drop_effect(node->kind));
    if (node->values[WITHHELD] != NULL)
        action->loss = arena_printf(actions->arena, "the options of user mapping %s that are not read: its password",
                                    node_address(node));
    return true;
}

static const Attr attrs[] = {
    [OPTIONS] = {.key = "options",
                 .type = VALUE_FOREIGN_OPTIONS,
                 .doc = "user, username, password_required, sslcert, sslkey; no secrets",
                 .only = open_options,
                 .only_hint =
                     "secrets are in no declaration: set such an option with ALTER USER MAPPING on each database"},
    [WITHHELD] = {.key = "withheld",
                  .type = VALUE_BOOL,
                  .flags = ATTR_HIDDEN | ATTR_INTERNAL,
                  .doc = "has options that are not read"},
};

const Kind kind_user_mapping = {
    .name = "user_mapping",
    .title = "user mapping",
    .plural = "user_mappings",
    .parents = parents,
    .shape = SHAPE_MAP,
    .space = SPACE_CHILD,
    .named_after_role = true,
    .outlives_drop = true,
    .attrs = attrs,
    .n_attrs = G_N_ELEMENTS(attrs),
    .create = "CREATE USER MAPPING FOR {name} SERVER {parent}[options? OPTIONS ({options})]",
    .drop = "DROP USER MAPPING FOR {name} SERVER {parent}",
    .drop_effect = {PHASE_CONTRACT, LOCK_NONE, 0, "the old application may still come as this user"},
    .alter = alter,
    .drop_actions = drop_actions,
    .catalog = "pg_user_mapping",
    .query = user_mapping_sql,
};
