#include "kinds/attach.h"

#include "kinds/bound.h"
#include "model/emit.h"
#include "model/lineage.h"
#include "sql/split.h"
#include <string.h>

#define PARTITION_OF "partition_of"
#define BOUND "bound"
#define INHERITS "inherits"

/* Partitions ---------------------------------------------------------------------------------------------------- */

static const char *
room(Actions *actions, const Node *node)
{
    return arena_printf(actions->arena, "room in %s", node_value(node, PARTITION_OF));
}

static const char *
place(Actions *actions, const Node *node)
{
    return arena_printf(actions->arena, "place of %s", node->key);
}

/* A new partition comes when those are gone that hold rows of its bound. */
static void
take_places(Actions *actions, Action *action, const Node *node)
{
    const Schema *old_schema = actions->old_schema;
    for (guint i = 0; old_schema != NULL && i < old_schema->roots->len; i++) {
        const Node *root = old_schema->roots->pdata[i];
        if (kind_attr(root->kind, PARTITION_OF) >= 0 &&
            g_strcmp0(node_value(root, PARTITION_OF), node_value(node, PARTITION_OF)) == 0 &&
            bounds_overlap(node_value(root, BOUND), node_value(node, BOUND)))
            g_ptr_array_add(action->takes, (gpointer)(guintptr)place(actions, root));
    }
}

char *
attach_rows(Arena *arena, const Node *table)
{
    return arena_printf(arena, "rows of %s", table->key);
}

char *
attach_references(Arena *arena, const Node *table)
{
    return arena_printf(arena, "references to rows of %s", table->key);
}

/* The table that it is a partition of is there, and what refers to rows of that, or to those of the tables above it,
 * finds the partition's. */
static void
meet_references(Actions *actions, const Schema *schema, const Node *node, GPtrArray *tables,
                char *(*token)(Arena *, const Node *), GPtrArray *tokens)
{
    Node *above = lineage_find(schema, node_value(node, PARTITION_OF));
    if (above != NULL)
        g_ptr_array_add(tables, above);
    for (; above != NULL; above = lineage_find(schema, node_value(above, PARTITION_OF))) {
        g_ptr_array_add(tokens, token(actions->arena, above));
        if (node_value(above, PARTITION_OF) == NULL)
            return;
    }
}

#define ATTACH "ALTER TABLE {partition_of} ATTACH PARTITION {node} {bound}"
#define DETACH "ALTER TABLE {partition_of} DETACH PARTITION {node}"

static void
attach(Actions *actions, const Node *node, Effect effect)
{
    Action *action = action_add(actions, node, node, effect,
                                arena_printf(actions->arena, "attach to %s", node_value(node, PARTITION_OF)));
    emit_up(actions, action, ATTACH, node);
    emit_down(actions, action, DETACH, node);
    action->attaches = true;
    for (const Node *child = node->first_child; child != NULL; child = child->next)
        if ((child->flags & NODE_DERIVED) && node_is_apart(child)) /* it reaches those that are attached */
            action->before = node_forebear(actions->new_schema, child)->key;
    g_ptr_array_add(action->requires, (gpointer)(guintptr)node);
    meet_references(actions, actions->new_schema, node, action->requires, attach_rows, action->gives);
    g_ptr_array_add(action->takes, (gpointer)(guintptr)room(actions, node));
    g_ptr_array_add(action->takes,
                    (gpointer)(guintptr)arena_printf(actions->arena, "parts of %s", node_value(node, PARTITION_OF)));
}

static void
detach(Actions *actions, const Node *old_node, const Node *new_node, Effect effect)
{
    Action *action = action_add(actions, old_node, new_node, effect,
                                arena_printf(actions->arena, "detach from %s", node_value(old_node, PARTITION_OF)));
    emit_up(actions, action, DETACH, old_node);
    emit_down(actions, action, ATTACH, old_node);
    action->detaches = true;
    meet_references(actions, actions->old_schema, old_node, action->frees, attach_references, action->takes);
    g_ptr_array_add(action->gives, (gpointer)(guintptr)room(actions, old_node));
}

/* A declaration does not say what comes from above, so that alone no table could be made of it. */
static bool
stands_on_its_own(const Node *node)
{
    for (const Node *child = node->first_child; child != NULL; child = child->next)
        if ((child->flags & (NODE_DERIVED | NODE_PART)) == NODE_DERIVED && child->kind->grants_column)
            return true;
    return false;
}

/* Is there a key or an index whose name PARTITION OF would not give it, or would not let it have? */
static bool
has_own_keys(const Node *node)
{
    for (const Node *child = node->first_child; child != NULL; child = child->next) {
        int attached_to = kind_attr(child->kind, "attached_to");
        if (!(child->flags & NODE_DERIVED) && attached_to >= 0 &&
            (child->kind->inlined != NULL || child->values[attached_to] != NULL))
            return true;
    }
    return false;
}

/* What must be there before the table is attached, and what must not: what is not valid comes behind all partitions. */
static bool
stands_alone(const Node *child)
{
    return (child->flags & NODE_DERIVED) && child->kind->inlined != NULL && !child->kind->attach_makes &&
           !node_is_apart(child);
}

/* Has the column above, which is there already, what a new partition's would not get: a NOT NULL that is not valid? */
static bool
lacks_last(const Actions *actions, const Node *child)
{
    bool old = schema_match(actions->old_schema, child) == child;
    const Schema *own = old ? actions->old_schema : actions->new_schema;
    const Schema *other = old ? actions->new_schema : actions->old_schema;
    const Node *forebear = (child->flags & NODE_DERIVED) ? node_forebear(own, child) : NULL;
    const Node *above = forebear == NULL ? NULL : schema_match(other, forebear);
    for (size_t i = 0; above != NULL && i < child->kind->n_attrs; i++)
        if ((child->kind->attrs[i].flags & ATTR_LAST) && (child->kind->attrs[i].flags & ATTR_HEIR) &&
            child->values[i] != NULL && above->values[i] != NULL)
            return true;
    return false;
}

/* Is there in the table above, and not valid, what a new partition would get valid: a check? */
static bool
is_valid_when_new(const Actions *actions, const Node *child)
{
    const bool old = schema_match(actions->old_schema, child) == child;
    const Schema *other = old ? actions->new_schema : actions->old_schema;
    if (!(child->flags & NODE_DERIVED) || !node_is_apart(child) || child->kind->inlined == NULL || other == NULL)
        return false;
    const Node *forebear = node_forebear(old ? actions->old_schema : actions->new_schema, child);
    const Node *above = forebear == NULL ? NULL : schema_match(other, forebear);
    return above != NULL && node_is_apart(above);
}

static bool
has_any_that_lacks(const Actions *actions, const Node *node)
{
    for (const Node *child = node->first_child; child != NULL; child = child->next)
        if (lacks_last(actions, child) || is_valid_when_new(actions, child))
            return true;
    return false;
}

/* A partition for the time in which it is a table like any other. */
typedef struct {
    const Node *node;
    const char *partition_of, *bound;
    GPtrArray *derived; /* what is its own meanwhile */
} Apart;

static Apart
set_apart(const Node *node)
{
    Apart apart = {node, node_value(node, PARTITION_OF), node_value(node, BOUND), g_ptr_array_new()};
    for (Node *child = node->first_child; child != NULL; child = child->next)
        if (stands_alone(child)) {
            g_ptr_array_add(apart.derived, child);
            child->flags &= ~(unsigned)NODE_DERIVED;
        }
    node->values[kind_attr(node->kind, PARTITION_OF)] = NULL;
    node->values[kind_attr(node->kind, BOUND)] = NULL;
    return apart;
}

/* With what it has to have before it is attached. */
static void
put_back(Apart *apart, Actions *actions, Action *action, ActionAdd *add)
{
    apart->node->values[kind_attr(apart->node->kind, PARTITION_OF)] = apart->partition_of;
    apart->node->values[kind_attr(apart->node->kind, BOUND)] = apart->bound;
    for (guint i = 0; i < apart->derived->len; i++) {
        ((Node *)apart->derived->pdata[i])->flags |= NODE_DERIVED;
        if (lacks_last(actions, apart->derived->pdata[i]))
            emit_last_of(actions, action, apart->derived->pdata[i], add);
    }
    for (const Node *child = apart->node->first_child; child != NULL; child = child->next)
        if (is_valid_when_new(actions, child))
            add(actions, action, template_sql(actions->arena, child->kind->create, child, NULL));
    g_ptr_array_unref(apart->derived);
}

/* A partition with names of its own is made as a table like any other, then attached: PostgreSQL adopts what fits. */
static void
create_then_attach(const Node *node, Actions *actions)
{
    Apart apart = set_apart(node);
    Action *action = emit_create(actions, node, create_effect(node->kind));
    put_back(&apart, actions, action, action_up);
    attach(actions, node, (Effect){PHASE_EXPAND, LOCK_ACCESS_EXCLUSIVE, 0, NULL});
}

static bool
is_made_apart(const Actions *actions, const Node *node)
{
    return (has_own_keys(node) || has_any_that_lacks(actions, node)) && stands_on_its_own(node);
}

/* Likewise on the way back: attached when all of its own is there again. DROP TABLE needs no detaching. */
static Action *
drop_attached(const Node *node, Actions *actions)
{
    if (!is_made_apart(actions, node))
        return emit_drop(actions, node, drop_effect(node->kind));
    Action *action =
        action_add(actions, node, node, drop_effect(node->kind),
                   arena_printf(actions->arena, "on the way back, attach to %s", node_value(node, PARTITION_OF)));
    emit_down(actions, action, ATTACH, node);
    action->detaches = true;
    Apart apart = set_apart(node);
    action = emit_drop(actions, node, drop_effect(node->kind));
    put_back(&apart, actions, action, action_down);
    return action;
}

static bool
is_key(const Node *node)
{
    return kind_attr(node->kind, "attached_to") >= 0;
}

static bool
has_referrers(const Node *table, const Schema *staying)
{
    for (const Node *key = table->first_child; key != NULL; key = key->next)
        for (guint i = 0; is_key(key) && key->needed_by != NULL && i < key->needed_by->len; i++) {
            const Node *dependant = key->needed_by->pdata[i];
            if (dependant->kind->outlives_drop && schema_match(staying, dependant) != NULL)
                return true;
        }
    return false;
}

/* Whichever of the tables above it is referred to. */
static bool
is_referenced_in(const Schema *schema, const Node *node, const Schema *staying)
{
    const char *name = node_value(node, PARTITION_OF);
    for (const Node *above; name != NULL && (above = lineage_find(schema, name)) != NULL;
         name = node_value(above, PARTITION_OF))
        if (has_referrers(above, staying))
            return true;
    return false;
}

/* Is there a foreign key to the partitioned table in one of the Schemas, where the partition is not? It holds on to
 * each partition, which must be detached before it is dropped. */
static bool
is_referenced(const Actions *actions, const Node *node, const Schema *without)
{
    return without != NULL && (is_referenced_in(actions->old_schema, node, without) ||
                               is_referenced_in(actions->new_schema, node, without));
}

static void
detach_first(Actions *actions, GArray *statements, const Node *node)
{
    ActionSql detach = {.sql = template_sql(actions->arena, DETACH, node, NULL)};
    g_array_prepend_val(statements, detach);
}

bool
attach_create_actions(const Node *node, Actions *actions)
{
    if (node_value(node, PARTITION_OF) == NULL)
        return false;
    if (is_made_apart(actions, node)) {
        create_then_attach(node, actions);
        return true;
    }
    Action *action = emit_create(actions, node, create_effect(node->kind));
    if (is_referenced(actions, node, actions->old_schema))
        detach_first(actions, action->down, node);
    g_ptr_array_add(action->takes, (gpointer)(guintptr)room(actions, node));
    take_places(actions, action, node);
    return true;
}

bool
attach_drop_actions(const Node *node, Actions *actions)
{
    if (node_value(node, PARTITION_OF) == NULL)
        return false;
    Action *action = drop_attached(node, actions);
    if (is_referenced(actions, node, actions->new_schema))
        detach_first(actions, action->up, node);
    g_ptr_array_add(action->gives, (gpointer)(guintptr)place(actions, node));
    g_ptr_array_add(action->gives,
                    (gpointer)(guintptr)arena_printf(actions->arena, "parts of %s", node_value(node, PARTITION_OF)));
    return true;
}

void
attach_change_partition(const Node *old_node, const Node *new_node, Actions *actions)
{
    static const Effect leaves = {PHASE_CONTRACT, LOCK_ACCESS_EXCLUSIVE, COST_SEMANTIC,
                                  "the old application still finds the rows in the partitioned table"};
    static const Effect joins = {PHASE_CONTRACT, LOCK_ACCESS_EXCLUSIVE, COST_SCAN | COST_SEMANTIC,
                                 "its rows turn up in the partitioned table"};
    if (node_value(old_node, PARTITION_OF) != NULL)
        detach(actions, old_node, new_node, leaves);
    if (node_value(new_node, PARTITION_OF) != NULL)
        attach(actions, new_node, joins);
}

/* Inheritance --------------------------------------------------------------------------------------------------- */

static void
change_parent(const Node *old_node, const Node *new_node, Actions *actions, const char *parent, bool joins)
{
    static const Effect effect = {PHASE_CONTRACT, LOCK_ACCESS_EXCLUSIVE, COST_SEMANTIC,
                                  "queries of the parent table find other rows"};
    static const char INHERIT[] = "ALTER TABLE {node} INHERIT {above}",
                      LEAVE[] = "ALTER TABLE {node} NO INHERIT {above}";
    const TemplateToken more[] = {{"above", parent}, {NULL, NULL}};
    Action *action =
        action_add(actions, old_node, new_node, effect,
                   arena_printf(actions->arena, "%s %s", joins ? "inherit from" : "no longer inherit from", parent));
    action_up(actions, action, template_sql(actions->arena, joins ? INHERIT : LEAVE, new_node, more));
    action_down(actions, action, template_sql(actions->arena, joins ? LEAVE : INHERIT, new_node, more));
    action->attaches = joins;
    action->detaches = !joins;
}

/* Parents come in an order that only inheriting anew can change: those from the first difference on are exchanged. They
 * leave from the last to the first, and so the way back has them in their order. */
void
attach_change_inheritance(const Node *old_node, const Node *new_node, Actions *actions)
{
    char **from =
        split_list(actions->arena, node_value(old_node, INHERITS) == NULL ? "" : node_value(old_node, INHERITS));
    char **to =
        split_list(actions->arena, node_value(new_node, INHERITS) == NULL ? "" : node_value(new_node, INHERITS));
    for (; *from != NULL && *to != NULL && strcmp(*from, *to) == 0; from++, to++)
        ;
    for (guint i = g_strv_length(from); i > 0; i--)
        change_parent(old_node, new_node, actions, from[i - 1], false);
    for (; *to != NULL; to++)
        change_parent(old_node, new_node, actions, *to, true);
}
