/* CREATE DOMAIN, without its checks (kind domain_check). A domain's base type cannot be altered. */
#include "kinds/embedded.h"
#include "kinds/shared.h"
#include "sql/format.h"
#include "sql/words.h"
#include <string.h>

enum { TYPE, COLLATION, DEFAULT, NOT_NULL, NOT_NULL_NAME, NOT_NULL_COMMENT, NOT_NULL_CONSTRAINT };

static bool
asks_for_new_root(const Node *old_node, const Node *new_node, const Node *old_root)
{
    return old_node != NULL && new_node != NULL &&
           (old_node->values[NOT_NULL] == NULL) != (new_node->values[NOT_NULL] == NULL) && domain_is_held(old_root);
}

#define NOT_NULL_SET                                                                                                   \
    "ALTER DOMAIN {node} [not_null_name?ADD CONSTRAINT {not_null_name} NOT NULL][not_null_name!SET NOT NULL]"
#define NOT_NULL_COMMENT_ON "COMMENT ON CONSTRAINT {not_null_constraint} ON DOMAIN {node} IS "

#define NOT_NULL_COMMENT_ON "COMMENT ON CONSTRAINT {not_null_constraint} ON DOMAIN {node} IS "

/* The name that PostgreSQL chose stays where it would now choose another one. */
static Node
with_name_to_be(Actions *actions, const Node *from, const Node *to)
{
    Node now = *node_variant(actions->arena, to);
    if (from->values[NOT_NULL] != NULL && g_strcmp0(from->values[NOT_NULL_NAME], to->values[NOT_NULL_NAME]) == 0)
        now.values[NOT_NULL_CONSTRAINT] = from->values[NOT_NULL_CONSTRAINT];
    return now;
}

/* Another name, another comment. One that has just been made has its name, and no comment yet. */
static void
lead_not_null(Actions *actions, Action *action, const Node *from, const Node *to, ActionAdd *add)
{
    const Node now = with_name_to_be(actions, from, to);
    const char *was = from->values[NOT_NULL_CONSTRAINT], *name = now.values[NOT_NULL_CONSTRAINT];
    const bool is_new = from->values[NOT_NULL] == NULL;
    if (to->values[NOT_NULL] == NULL || name == NULL)
        return;
    if (!is_new && strcmp(was, name) != 0) {
        const TemplateToken more[] = {{"new", sql_printf(actions->arena, "%I", name)}, {NULL, NULL}};
        add(actions, action,
            template_sql(actions->arena, "ALTER DOMAIN {node} RENAME CONSTRAINT {not_null_constraint} TO {new}", from,
                         more));
    }
    if (g_strcmp0(is_new ? NULL : from->values[NOT_NULL_COMMENT], to->values[NOT_NULL_COMMENT]) != 0)
        add(actions, action,
            template_sql(actions->arena,
                         NOT_NULL_COMMENT_ON "[not_null_comment?{not_null_comment}][not_null_comment!NULL]", &now,
                         NULL));
}

/* The name and the comment of its NOT NULL are those of a constraint, which comes and goes with it. */
static bool
alter(const Node *old_node, const Node *new_node, guint64 changed, Actions *actions)
{
    Action *action = NULL;
    if (changed & (1ull << TYPE | 1ull << COLLATION))
        return false;
    if (changed & (1ull << DEFAULT))
        emit_attribute(actions, old_node, new_node, DEFAULT);
    if (changed & (1ull << NOT_NULL))
        action = emit_attribute(actions, old_node, new_node, NOT_NULL);
    else if (changed & (1ull << NOT_NULL_NAME | 1ull << NOT_NULL_COMMENT))
        action = emit_change(actions, old_node, new_node, (Effect){PHASE_EXPAND, .lock = LOCK_SHARE_UPDATE_EXCLUSIVE},
                             "change not null", NULL, NULL);
    if (action == NULL)
        return true;
    lead_not_null(actions, action, old_node, new_node, action_up);
    lead_not_null(actions, action, new_node, old_node, action_down);
    return true;
}

static void
complete(Node *node, Arena *arena)
{
    if (node->values[NOT_NULL_COMMENT] == NULL)
        return;
    g_autofree char *told = node->leaf == NULL ? NULL : words_not_null_name(node->leaf);
    const char *given = told != NULL ? arena_strdup(arena, told) : node->values[NOT_NULL_NAME];
    node->values[NOT_NULL_CONSTRAINT] = given != NULL ? given : arena_printf(arena, "%s_not_null", node->name);
}

static const Attr attrs[] = {
    [TYPE] = {.key = "type", .type = VALUE_SQL, .flags = ATTR_REQUIRED, .doc = "the type that the domain narrows"},
    [COLLATION] = {.key = "collation", .type = VALUE_SQL, .doc = "collation, where it is not the type's own"},
    [DEFAULT] = {.key = "default",
                 .type = VALUE_SQL,
                 .doc = "default expression",
                 .alter = "ALTER DOMAIN {node} SET DEFAULT {value}",
                 .reset = "ALTER DOMAIN {node} DROP DEFAULT",
                 .reset_effect = {PHASE_CONTRACT, .reason = "the old application may rely on the default"}},
    [NOT_NULL] = {.key = "not_null",
                  .type = VALUE_BOOL,
                  .doc = "refuses null",
                  .alter = NOT_NULL_SET,
                  .reset = "ALTER DOMAIN {node} DROP NOT NULL",
                  .set_effect = {PHASE_CONTRACT, LOCK_SHARE, COST_SCAN, "the old application may still write nulls"},
                  .reset_effect = {PHASE_EXPAND}},
    [NOT_NULL_NAME] = {.key = "not_null_name",
                       .type = VALUE_NAME,
                       .since = 17,
                       .doc = "name of the NOT NULL, where it is not PostgreSQL's choice (..._not_null)"},
    [NOT_NULL_COMMENT] = {.key = "not_null_comment",
                          .type = VALUE_TEXT,
                          .flags = ATTR_AFTER,
                          .since = 17,
                          .alter = NOT_NULL_COMMENT_ON "{value}",
                          .doc = "a comment on the NOT NULL, beside the domain's own"},
    [NOT_NULL_CONSTRAINT] = {.key = "not_null_constraint",
                             .type = VALUE_NAME,
                             .flags = ATTR_HIDDEN | ATTR_INTERNAL,
                             .doc = "the name that its NOT NULL has, from 17 on"},
};

/* The new one's NOT NULL is to have its usual name, which PostgreSQL gives to no other in the schema. */
static const char *const aside[] = {
    "[not_null_constraint?ALTER DOMAIN {node} RENAME CONSTRAINT {not_null_constraint} TO {aside}]",
    "ALTER DOMAIN {node} RENAME TO {aside}",
    NULL,
};

const Kind kind_domain = {
    .name = "domain",
    .title = "domain",
    .fills_columns = true,
    .plural = "domains",
    .folder = "types",
    .statement = "DOMAIN",
    .spelled_out = true,
    .space = SPACE_TYPE,
    .in_schema = true,
    .attrs = attrs,
    .n_attrs = G_N_ELEMENTS(attrs),
    .leaf = "{type}[collation? COLLATE {collation}][default? DEFAULT {default}]"
            "[not_null?[not_null_name? CONSTRAINT {not_null_name}] NOT NULL]",
    .create = "CREATE DOMAIN {node} AS {leaf}",
    .drop = "DROP DOMAIN {node}",
    .aside = aside,
    .rename = "ALTER DOMAIN {node} RENAME TO {new}",
    .alias = alias_domain,
    .identify = "DOMAIN {node}",
    .grant_on = "DOMAIN {node}",
    .public_default = "USAGE",
    .owner = "DOMAIN {node}",
    .catalog = "pg_type",
    .complete = complete,
    .asks_for_new_root = asks_for_new_root,
    .alter = alter,
    .query = domain_sql,
};
