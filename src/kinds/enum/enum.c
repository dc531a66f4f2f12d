/*
 * CREATE TYPE ... AS ENUM. Labels can be added for good (manual, ALTER TYPE: there is no DROP VALUE); every other
 * change of the labels makes the type anew.
 */
#include "kinds/embedded.h"
#include "kinds/shared.h"
#include "sql/format.h"
#include "sql/split.h"
#include <string.h>

enum { LABELS };

static bool
contains(char **labels, const char *label)
{
    for (; *labels != NULL; labels++)
        if (strcmp(*labels, label) == 0)
            return true;
    return false;
}

/* Do the old labels all stay, in their order? Then the new ones can be added between them. */
static bool
only_adds(char **old_labels, char **new_labels)
{
    for (; *new_labels != NULL && *old_labels != NULL; new_labels++)
        if (strcmp(*old_labels, *new_labels) == 0)
            old_labels++;
    return *old_labels == NULL;
}

static void
add_label(Actions *actions, const Node *old_node, const Node *new_node, char **labels, size_t at, char **old_labels)
{
    static const Effect effect = {PHASE_EXPAND, LOCK_NONE, COST_SEMANTIC,
                                  "the old application may read a label that it does not know"};
    const char *label = labels[at];
    Action *action =
        action_add(actions, old_node, new_node, effect, arena_printf(actions->arena, "add value %s", label));
    action->alters = true;
    const char *place = "";
    if (at > 0)
        place = arena_printf(actions->arena, " AFTER %s", labels[at - 1]);
    else if (old_labels[0] != NULL)
        place = arena_printf(actions->arena, " BEFORE %s", old_labels[0]);
    GString *sql = g_string_new(NULL);
    template_append(sql, "ALTER TYPE {node} ADD VALUE IF NOT EXISTS ", new_node, NULL);
    g_string_append_printf(sql, "%s%s", label, place);
    action_up(actions, action, sql->str)->flags = SQL_OWN_COMMIT;
    g_string_free(sql, TRUE);
    action->stays = true; /* so that it may be there when the way forth is taken again */
    action->loss = arena_printf(actions->arena, "value %s of type %s stays: PostgreSQL cannot drop a label", label,
                                node_address(new_node));
}

static bool
alter(const Node *old_node, const Node *new_node, guint64 changed, Actions *actions)
{
    (void)changed;
    char **old_labels = split_list(actions->arena, old_node->values[LABELS]);
    char **new_labels = split_list(actions->arena, new_node->values[LABELS]);
    if (!only_adds(old_labels, new_labels))
        return false;
    for (size_t at = 0; new_labels[at] != NULL; at++)
        if (!contains(old_labels, new_labels[at]))
            add_label(actions, old_node, new_node, new_labels, at, old_labels);
    return true;
}

static const Attr attrs[] = {
    [LABELS] = {.key = "labels",
                .type = VALUE_LABELS,
                .flags = ATTR_REQUIRED | ATTR_SCALAR,
                .doc = "the values, in their order"},
};

static const char *const aside[] = {"ALTER TYPE {node} RENAME TO {aside}", NULL};

const Kind kind_enum = {
    .name = "enum",
    .title = "enum type",
    .plural = "types",
    .variant = "enum",
    .folder = "types",
    .statement = "TYPE",
    .spelled_out = true,
    .space = SPACE_TYPE,
    .in_schema = true,
    .attrs = attrs,
    .n_attrs = G_N_ELEMENTS(attrs),
    .create = "CREATE TYPE {node} AS ENUM ({labels})",
    .drop = "DROP TYPE {node}",
    .aside = aside,
    .rename = "ALTER TYPE {node} RENAME TO {new}",
    .relabel = "ALTER TYPE {node} RENAME VALUE {label} TO {new}",
    .alias = alias_domain,
    .identify = "TYPE {node}",
    .grant_on = "TYPE {node}",
    .public_default = "USAGE",
    .owner = "TYPE {node}",
    .alter = alter,
    .catalog = "pg_type",
    .query = enum_sql,
};
