#include "kinds/column/of_domain.h"

#include "kinds/column/shadow_private.h"
#include "kinds/shared.h"
#include "model/emit.h"
#include "model/lineage.h"
#include <string.h>

/* Its own domain; NULL: the column is of none, or of one that is made of another. */
static const Node *
domain_of(const Node *column)
{
    const Node *domain = NULL;
    for (guint i = 0; column->needs != NULL && i < column->needs->len; i++)
        if (((const Node *)column->needs->pdata[i])->kind->fills_columns)
            domain = column->needs->pdata[i];
    for (guint i = 0; domain != NULL && domain->needs != NULL && i < domain->needs->len; i++)
        if (((const Node *)domain->needs->pdata[i])->kind->fills_columns)
            return NULL;
    return domain;
}

/* Validating reads every table that has values of the domain: those of others are not to wait for this one's column. */
static bool
is_of_others(const Node *domain, const Node *table)
{
    for (guint i = 0; domain->needed_by != NULL && i < domain->needed_by->len; i++) {
        const Node *user = domain->needed_by->pdata[i];
        if (user->kind->aside != NULL || (holds_values(user) && strcmp(node_root(user)->key, table->key) != 0))
            return true;
    }
    return false;
}

/* The checks stay what they are, so that they can go and come within the expand phase. */
static bool
keeps_checks(const Schema *old_schema, const Node *domain)
{
    const Node *old_domain = schema_match(old_schema, domain);
    bool has_checks = false;
    for (const Node *check = domain->first_child; check != NULL; check = check->next) {
        const Node *was = old_domain == NULL ? check : schema_match(old_schema, check);
        has_checks = true;
        for (size_t i = 0; i < check->kind->n_attrs; i++)
            if (was == NULL || g_strcmp0(was->values[i], check->values[i]) != 0)
                return false;
    }
    return has_checks;
}

/* NULL: there is nothing to gain, or PostgreSQL has no such way. */
static const Node *
domain_to_free(const Actions *actions, const Node *column)
{
    const Node *domain = domain_of(column);
    const Node *old_domain = domain == NULL ? NULL : schema_match(actions->old_schema, domain);
    const bool is_online = actions->in_place != NULL && !actions->at_once;
    if (domain == NULL || !is_online || node_value(domain, "not_null") != NULL ||
        node_value(domain, "default") != NULL || node_child(column, "default", NULL) != NULL ||
        node_has_heirs(column->parent) || shadow_reason_against_rows(actions->new_schema, column->parent) != NULL)
        return NULL;
    return keeps_checks(actions->old_schema, domain) && !is_of_others(domain, column->parent) &&
                   (old_domain == NULL || !is_of_others(old_domain, column->parent))
               ? domain
               : NULL;
}

static int
not_valid_attr(const Node *check)
{
    return kind_attr(check->kind, "not_valid");
}

/* Not valid in any case. */
static const char *
unvalidated(Actions *actions, const Node *check)
{
    Node *copy = node_variant(actions->arena, check);
    copy->values[not_valid_attr(check)] = "true";
    return node_define(actions->arena, copy, false).sql;
}

bool
add_of_domain(Actions *actions, const Node *column)
{
    static const Effect effect = {PHASE_EXPAND, LOCK_SHARE, COST_SCAN, "the checks of its domain are validated again"};
    const Node *domain = domain_to_free(actions, column);
    if (domain == NULL)
        return false;
    Action *action = action_add(actions, NULL, column, effect, emit_verb(actions, "add", column));
    g_ptr_array_add(action->creates, (gpointer)(guintptr)column);
    g_ptr_array_add(action->touches, (gpointer)(guintptr)domain);
    action->strongest = LOCK_ACCESS_EXCLUSIVE;
    for (const Node *check = domain->first_child; check != NULL; check = check->next) {
        action_up(actions, action, template_sql(actions->arena, check->kind->drop, check, NULL));
        g_ptr_array_add(action->requires, (gpointer)(guintptr)check);
    }
    action_up(actions, action, node_define(actions->arena, column, false).sql);
    emit_behind(actions, action, column, action_up);
    for (const Node *check = domain->first_child; check != NULL; check = check->next) {
        action_up(actions, action, unvalidated(actions, check));
        emit_behind(actions, action, check, action_up);
    }
    for (const Node *check = domain->first_child; check != NULL; check = check->next)
        if (check->values[not_valid_attr(check)] == NULL)
            action_up(actions, action,
                      template_sql(actions->arena, check->kind->attrs[not_valid_attr(check)].reset, check, NULL))
                ->flags = SQL_OWN_COMMIT;
    emit_down(actions, action, column->kind->drop, column);
    return true;
}
