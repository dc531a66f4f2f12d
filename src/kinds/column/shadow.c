/* Which columns get a shadow, and what is made on it. */
#include "kinds/column/shadow_private.h"

#include "kinds/column/change.h"
#include "kinds/column/conversion.h"
#include "kinds/column/not_null.h"
#include "kinds/online.h"
#include "kinds/shared.h"
#include "model/lineage.h"
#include <string.h>

const Way way_forth = {"pleat_new_", false, action_up}, way_back = {"pleat_old_", true, action_down};

/* Columns ------------------------------------------------------------------------------------------------------ */

/* What PostgreSQL changes in place without a rewrite, as long as the session's time zone is UTC. */
static bool
is_stored_alike(const Node *old_node, const Node *new_node)
{
    static const char *const PAIRS[][2] = {
        {"text", "character varying"},
        {"xml", "text"},
        {"cidr", "inet"},
        {"integer", "oid"},
        {"timestamp without time zone", "timestamp with time zone"},
        {"timestamp with time zone", "timestamp without time zone"},
    };
    const char *from = old_node->values[TYPE], *to = new_node->values[TYPE];
    bool indexed = false;
    for (guint i = 0; old_node->needed_by != NULL && i < old_node->needed_by->len; i++)
        indexed |= shadow_part_kind(old_node->needed_by->pdata[i]) != PART_NONE;
    if (is_widening(from, to) || strcmp(from, to) == 0)
        return true;
    for (size_t i = 0; i < G_N_ELEMENTS(PAIRS); i++)
        if (strcmp(from, PAIRS[i][0]) == 0 && strcmp(to, PAIRS[i][1]) == 0)
            return !indexed || i == 0;
    return false;
}

static bool
is_column(const Node *node)
{
    return holds_values(node) && node->kind->grants_column;
}

/* Does the column become of another type, by writing its table anew if nothing is done against it? */
static bool
is_rewritten(const Actions *actions, const Node *old_node, const Node *new_node)
{
    return new_node != NULL && is_column(old_node) && !(old_node->flags & NODE_DERIVED) &&
           !(new_node->flags & NODE_DERIVED) && !old_node->parent->kind->rows_elsewhere &&
           schema_match(actions->new_schema, old_node->parent) == new_node->parent &&
           (shadow_type_is_made_anew(actions, old_node) || !is_stored_alike(old_node, new_node));
}

static void
find_columns(Shadows *shadows, const Actions *actions, GHashTable *excluded)
{
    for (guint r = 0; r < actions->old_schema->roots->len; r++) {
        Node *table = actions->old_schema->roots->pdata[r];
        for (Node *node = table->first_child; node != NULL; node = node->next) {
            Node *new_node = is_column(node) ? schema_match(actions->new_schema, node) : NULL;
            if (!is_rewritten(actions, node, new_node) || g_hash_table_contains(excluded, node))
                continue;
            const char *reason = shadow_reason_against(actions, node, new_node);
            if (reason != NULL) {
                g_hash_table_insert(excluded, node, (gpointer)(guintptr)reason);
                continue;
            }
            Shadow *shadow = arena_new_one(shadows->arena, Shadow);
            *shadow = (Shadow){.old_node = node,
                               .new_node = new_node,
                               .group = (int)shadows->columns->len,
                               .is_total = conversion_is_total(node, new_node)};
            g_ptr_array_add(shadows->columns, shadow);
        }
    }
}

/* What columns have in common ---------------------------------------------------------------------------------- */

static Shadow *
shadow_of(const Shadows *shadows, const Node *column)
{
    for (guint i = 0; shadows != NULL && i < shadows->columns->len; i++) {
        Shadow *shadow = shadows->columns->pdata[i];
        if (shadow->old_node == column || shadow->new_node == column)
            return shadow;
    }
    return NULL;
}

static ShadowPart *
find_part(const Shadows *shadows, const Node *node)
{
    for (guint i = 0; shadows != NULL && i < shadows->parts->len; i++) {
        ShadowPart *part = shadows->parts->pdata[i];
        if (part->old_node == node || part->new_node == node)
            return part;
    }
    return NULL;
}

static void
join_groups(const Shadows *shadows, int one, int other)
{
    for (guint i = 0; i < shadows->columns->len; i++) {
        Shadow *shadow = shadows->columns->pdata[i];
        if (shadow->group == other)
            shadow->group = one;
    }
}

/* Columns are visited in the order of their exchange. */
static void
add_part(Shadows *shadows, Node *old_part, Node *new_part, Shadow *shadow)
{
    ShadowPart *part = find_part(shadows, old_part);
    if (part == NULL) {
        part = arena_new_one(shadows->arena, ShadowPart);
        *part = (ShadowPart){old_part, new_part, shadow_part_kind(old_part), shadow, shadow, true};
        g_ptr_array_add(shadows->parts, part);
    }
    part->last = shadow;
    part->is_total = part->is_total && shadow->is_total;
    join_groups(shadows, part->first->group, shadow->group);
}

static void
find_parts(Shadows *shadows, const Actions *actions)
{
    for (guint i = 0; i < shadows->columns->len; i++) {
        Shadow *shadow = shadows->columns->pdata[i];
        const GPtrArray *old_users = shadow->old_node->needed_by, *new_users = shadow->new_node->needed_by;
        for (guint k = 0; old_users != NULL && k < old_users->len; k++)
            if (shadow_counterpart(actions, old_users->pdata[k]) != NULL)
                add_part(shadows, old_users->pdata[k], shadow_counterpart(actions, old_users->pdata[k]), shadow);
        for (guint k = 0; new_users != NULL && k < new_users->len; k++) {
            Node *old_part = schema_match(actions->old_schema, new_users->pdata[k]);
            if (old_part != NULL && shadow_counterpart(actions, old_part) != NULL)
                add_part(shadows, old_part, new_users->pdata[k], shadow);
        }
    }
}

/* Is a part on a column that is changed in place? Then all of its columns are. */
static bool
exclude_mixed(const Shadows *shadows, const Actions *actions, GHashTable *excluded)
{
    const guint before = g_hash_table_size(excluded);
    for (guint i = 0; i < shadows->parts->len; i++) {
        const ShadowPart *part = shadows->parts->pdata[i];
        for (guint k = 0; part->old_node->needs != NULL && k < part->old_node->needs->len; k++) {
            const Node *column = part->old_node->needs->pdata[k];
            const Node *now = schema_match(actions->new_schema, column);
            if (is_rewritten(actions, column, now) && shadow_of(shadows, column) == NULL)
                shadows_exclude(shadows, part->old_node, "what it shares a key or constraint with cannot be exchanged",
                                excluded);
        }
    }
    return g_hash_table_size(excluded) > before;
}

static void
join_chains(const Shadows *shadows, Chain *one, const Chain *other)
{
    for (guint i = 0; i < shadows->columns->len; i++) {
        Shadow *shadow = shadows->columns->pdata[i];
        if (shadow->chain == other)
            shadow->chain = one;
    }
}

/* The columns of a group are exchanged in the order of their steps, and so are those of a type that is made anew. */
static void
find_chains(Shadows *shadows, const Actions *actions)
{
    Chain *chains = arena_new_array(shadows->arena, Chain, shadows->columns->len + 1);
    for (guint i = 0; i < shadows->columns->len; i++) {
        Shadow *shadow = shadows->columns->pdata[i];
        shadow->chain = &chains[shadow->group];
        shadow->chain->number = shadow->group;
        shadow_add_type(shadows, actions, shadow);
    }
    for (guint i = 0; i < shadows->columns->len; i++) {
        Shadow *shadow = shadows->columns->pdata[i];
        for (int is_new = 0; is_new < 2; is_new++) {
            const ShadowType *type = shadow_type_of(shadows, is_new ? shadow->new_node : shadow->old_node);
            if (type != NULL)
                join_chains(shadows, type->first->chain, shadow->chain);
        }
        shadow_name_types(shadows, shadow);
    }
}

Shadows *
shadows_find(Actions *actions, GHashTable *excluded)
{
    Shadows *shadows = arena_new_one(actions->arena, Shadows);
    shadows->arena = actions->arena;
    shadows->columns = g_ptr_array_new();
    shadows->parts = g_ptr_array_new();
    shadows->types = g_ptr_array_new();
    shadows->needs = g_ptr_array_new_with_free_func((GDestroyNotify)g_ptr_array_unref);
    do {
        g_ptr_array_set_size(shadows->columns, 0);
        g_ptr_array_set_size(shadows->parts, 0);
        find_columns(shadows, actions, excluded);
        find_parts(shadows, actions);
    } while (exclude_mixed(shadows, actions, excluded));
    find_chains(shadows, actions);
    return shadows;
}

void
shadows_free(Shadows *shadows)
{
    if (shadows == NULL)
        return;
    g_ptr_array_unref(shadows->columns);
    g_ptr_array_unref(shadows->parts);
    g_ptr_array_unref(shadows->types);
    g_ptr_array_unref(shadows->needs);
}

bool
shadows_have(const Shadows *shadows, const Node *column)
{
    return shadow_of(shadows, column) != NULL;
}

bool
shadows_cover(const Shadows *shadows, const Node *part)
{
    return find_part(shadows, part) != NULL;
}

/* A sequence that belongs to the column goes over to the shadow; what a partition has is handed down. */
bool
shadows_tear(const Shadows *shadows, const Node *dependant)
{
    return !shadows_cover(shadows, dependant) && !(dependant->flags & NODE_DERIVED) &&
           kind_attr(dependant->kind, "owned_by") < 0;
}

GPtrArray *
shadows_nodes(const Shadows *shadows)
{
    GPtrArray *nodes = g_ptr_array_new();
    for (guint i = 0; i < shadows->columns->len; i++)
        g_ptr_array_add(nodes, ((const Shadow *)shadows->columns->pdata[i])->old_node);
    for (guint i = 0; i < shadows->parts->len; i++)
        g_ptr_array_add(nodes, ((const ShadowPart *)shadows->parts->pdata[i])->old_node);
    return nodes;
}

void
shadows_exclude(const Shadows *shadows, const Node *node, const char *reason, GHashTable *excluded)
{
    const ShadowPart *part = find_part(shadows, node);
    const int group = part != NULL ? part->first->group : shadow_of(shadows, node)->group;
    for (guint i = 0; i < shadows->columns->len; i++) {
        const Shadow *shadow = shadows->columns->pdata[i];
        if (shadow->group == group)
            g_hash_table_insert(excluded, shadow->old_node, (gpointer)(guintptr)reason);
    }
}

/* All of it ---------------------------------------------------------------------------------------------------- */

/* In this order for all columns: the first of a table that is filled fills them all, for each has its trigger. */
typedef void ColumnStep(Actions *actions, const Shadow *shadow, const Way *way);
static ColumnStep *const COLUMN_STEPS[] = {shadow_add_column, shadow_fill_column, shadow_check_column};

/* What is not sure to take every value is looked at before anything refuses it. */
static void
prepare_exchange(Actions *actions, const Shadow *shadow)
{
    static const Effect effect = {PHASE_CONTRACT, LOCK_ACCESS_SHARE, COST_SCAN, "nothing is lost when it goes"};
    Action *action =
        shadow_step_apart(actions, shadow, &way_forth, effect,
                          arena_printf(actions->arena, "look whether %s is complete", shadow->new_node->name));
    action_up(actions, action, shadow_check_sql(actions, shadow, &way_forth))->flags = SQL_OWN_COMMIT;
    shadow_look_at_partitions(actions, shadow, &way_forth);
    if (!(shadow->is_total && not_null_strength(shadow->old_node) == VALID))
        shadow_build_not_null(actions, shadow, &way_forth, PHASE_CONTRACT);
}

static void
build_all_parts(const Shadows *shadows, Actions *actions, const Way *way, PartKind from, PartKind to, bool early)
{
    for (guint i = 0; i < shadows->parts->len; i++) {
        const ShadowPart *part = shadows->parts->pdata[i];
        if (part->kind >= from && part->kind <= to && (way->back || shadow_part_is_early(part) == early))
            shadow_build_part(shadows, actions, part, way);
    }
}

void
shadows_emit(const Shadows *shadows, Actions *actions)
{
    if (shadows == NULL)
        return;
    const GPtrArray *columns = shadows->columns;
    for (guint i = 0; i < shadows->types->len; i++)
        shadow_make_type(actions, shadows->types->pdata[i]);
    for (size_t k = 0; k < G_N_ELEMENTS(COLUMN_STEPS); k++)
        for (guint i = 0; i < columns->len; i++)
            COLUMN_STEPS[k](actions, columns->pdata[i], &way_forth);
    for (guint i = 0; i < columns->len; i++) {
        const Shadow *shadow = columns->pdata[i];
        if (shadow->is_total && not_null_strength(shadow->old_node) == VALID)
            shadow_build_not_null(actions, shadow, &way_forth, PHASE_EXPAND);
    }
    build_all_parts(shadows, actions, &way_forth, PART_INDEX, PART_CHECK, true);
    build_all_parts(shadows, actions, &way_forth, PART_FOREIGN_KEY, PART_FOREIGN_KEY, true);
    for (guint i = 0; i < columns->len; i++)
        prepare_exchange(actions, columns->pdata[i]);
    build_all_parts(shadows, actions, &way_forth, PART_INDEX, PART_CHECK, false);
    build_all_parts(shadows, actions, &way_forth, PART_FOREIGN_KEY, PART_FOREIGN_KEY, false);
    for (guint i = 0; i < shadows->parts->len; i++)
        shadow_build_again(shadows, actions, shadows->parts->pdata[i]);
    for (guint i = 0; i < columns->len; i++)
        shadow_exchange(shadows, actions, columns->pdata[i]);
}

/* The last on the way forth is the first on the way back. */
void
shadows_emit_way_back(const Shadows *shadows, Actions *actions)
{
    if (shadows == NULL)
        return;
    const GPtrArray *columns = shadows->columns;
    for (guint i = columns->len; i-- > 0;)
        shadow_look_at_partitions(actions, columns->pdata[i], &way_back);
    build_all_parts(shadows, actions, &way_back, PART_FOREIGN_KEY, PART_FOREIGN_KEY, true);
    build_all_parts(shadows, actions, &way_back, PART_INDEX, PART_CHECK, true);
    for (guint i = columns->len; i-- > 0;)
        shadow_build_not_null(actions, columns->pdata[i], &way_back, PHASE_CONTRACT);
    for (size_t k = G_N_ELEMENTS(COLUMN_STEPS); k-- > 0;)
        for (guint i = columns->len; i-- > 0;)
            COLUMN_STEPS[k](actions, columns->pdata[i], &way_back);
    for (guint i = shadows->types->len; i-- > 0;)
        shadow_make_type_back(actions, shadows->types->pdata[i]);
}
