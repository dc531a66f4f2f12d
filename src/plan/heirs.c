#include "plan/heirs.h"

#include "diff/diff.h"
#include "model/emit.h"
#include "model/lineage.h"
#include <string.h>

/* What CREATE gives a new heir of what its forebear has. Where a change of that would not reach it, or reaches it and
 * CREATE would not, and the forebear changes in this very plan, it may have come before or after: another value than
 * the node's is the safe guess. */
static const char *
handed_down(const Node *node, const Node *forebear, const Node *other_forebear, size_t attr)
{
    const unsigned flags = node->kind->attrs[attr].flags;
    bool bare = (flags & ATTR_HEIR_BARE) != 0 && other_forebear != NULL &&
                g_strcmp0(forebear->values[attr], other_forebear->values[attr]) != 0;
    if (!(flags & ATTR_HEIR) && !bare)
        return heir_plain_value(node, forebear, attr);
    bool guess = (bare || (flags & ATTR_HEIR_APART)) && other_forebear != NULL &&
                 g_strcmp0(forebear->values[attr], node->values[attr]) == 0;
    return (guess ? other_forebear : forebear)->values[attr];
}

/* A new heir as CREATE makes it: with what its forebears have. other_forebear: that in the other Schema, or NULL. */
static Node
plain_heir(Actions *actions, const Node *node, const Node *forebear, const Node *other_forebear)
{
    Node plain = *node;
    plain.values = arena_new_array(actions->arena, const char *, node->kind->n_attrs + 1);
    for (size_t i = 0; i < node->kind->n_attrs; i++)
        plain.values[i] = handed_down(node, forebear, other_forebear, i);
    memset(plain.facets, 0, sizeof plain.facets);
    plain.facets[FACET_OWNER] = node->facets[FACET_OWNER];
    return plain;
}

static const char *
part_key(Actions *actions, const Node *node, const Kind *kind)
{
    return arena_printf(actions->arena, "%s %s", kind->name, node_address(node));
}

/* A part that the node does not have, to be named in a statement. */
static Node *
missing_part(Actions *actions, const Node *node, const Node *model)
{
    Node *none = arena_new_one(actions->arena, Node);
    *none = *model;
    none->parent = (Node *)(guintptr)node;
    none->key = part_key(actions, node, model->kind);
    return none;
}

/* A default of its own, or none where the forebear has one. */
static void
differ_part(Actions *actions, Node *node, const Node *forebear, const Kind *kind)
{
    Node *part = node_child(node, kind->name, NULL), *model = node_child(forebear, kind->name, NULL);
    if (part == NULL && model != NULL) {
        Node *none = missing_part(actions, node, model);
        Action *action = action_add(actions, none, NULL, drop_effect(kind), emit_verb(actions, "drop", none));
        emit_up(actions, action, kind->drop, none);
    } else if (part != NULL && (model == NULL || diff_attributes(part, model) != 0)) {
        Action *action = emit_create(actions, part, create_effect(kind));
        g_array_set_size(action->down, 0);
    }
}

static Action *
action_at(const Actions *actions, guint index)
{
    return actions->list->pdata[index];
}

static void
differ_parts(Actions *actions, Node *node, const Node *forebear, bool back)
{
    for (size_t i = 0; kinds_all[i] != NULL; i++) {
        if (!kinds_all[i]->anonymous || kinds_all[i]->bare || !kind_has_parent(kinds_all[i], node->kind))
            continue;
        const guint from = actions->list->len;
        const char *key = part_key(actions, forebear, kinds_all[i]);
        differ_part(actions, node, forebear, kinds_all[i]);
        for (guint k = from; k < actions->list->len; k++)
            *(back ? &action_at(actions, k)->before : &action_at(actions, k)->after) = key;
    }
}

/* The heir comes with the way forth and goes with the way back, or the other way round; what it has of its own too. */
static void
make_one_way(Actions *actions, guint from, Node *node, bool back)
{
    Node *root = node_root(node);
    for (guint i = from; i < actions->list->len; i++) {
        Action *action = action_at(actions, i);
        GArray *none = back ? action->up : action->down, *wanted = action->up;
        if (back) {
            action->up = action->down;
            action->down = wanted;
            none = action->up;
            g_ptr_array_set_size(action->creates, 0);
        }
        g_array_set_size(none, 0);
        g_ptr_array_set_size(action->drops, 0);
        action->effect.phase = back ? PHASE_CONTRACT : PHASE_EXPAND;
        g_ptr_array_add(back ? action->frees : action->requires, root);
        if (node != root)
            g_ptr_array_add(back ? action->frees : action->requires, node);
    }
}

/* "false" stands for NULL where the heir has none and its forebear does. */
static void
say_values(Actions *actions, const Node *node)
{
    Node *before = arena_new_one(actions->arena, Node), *said = arena_new_one(actions->arena, Node);
    *before = *said = *node;
    before->values = arena_new_array(actions->arena, const char *, node->kind->n_attrs + 1);
    said->values = arena_new_array(actions->arena, const char *, node->kind->n_attrs + 1);
    guint64 changed = 0;
    for (size_t i = 0; i < node->kind->n_attrs; i++) {
        const Attr *attr = &node->kind->attrs[i];
        if (node->values[i] == NULL || (attr->flags & ATTR_INTERNAL))
            continue;
        bool none = attr->type == VALUE_BOOL && strcmp(node->values[i], "false") == 0;
        before->values[i] = none ? "true" : NULL;
        said->values[i] = none ? NULL : node->values[i];
        changed |= 1ull << i;
    }
    memset(before->facets, 0, sizeof before->facets);
    emit_attributes(actions, before, said, changed);
    emit_facets(actions, before, said);
}

/* What is done to the node above reaches the node: for a default of its own, what is done to the default above, too. */
static const char *
above_key(const Action *action, const Node *forebear)
{
    const Node *node = action->new_node;
    const Node *part = node->kind->anonymous ? node_child(forebear, node->kind->name, NULL) : NULL;
    return part != NULL ? part->key : forebear->key;
}

void
heir_says(Actions *actions, Node *node)
{
    const Node *forebear = node_forebear(actions->new_schema, node);
    const guint from = actions->list->len;
    say_values(actions, node);
    for (Node *child = node->first_child; child != NULL; child = child->next)
        emit_create(actions, child, create_effect(child->kind));
    for (guint i = from; i < actions->list->len && forebear != NULL; i++)
        action_at(actions, i)->after = above_key(action_at(actions, i), forebear);
    make_one_way(actions, from, node, false);
}

/* What a new heir comes without reaches its own heirs where it is set when they are there: it is set for itself alone.
 */
static void
differ_bare(Actions *actions, const Node *plain, const Node *node, guint64 changed)
{
    static const char ALTER[] = "ALTER TABLE ";
    const guint from = actions->list->len;
    emit_attributes(actions, plain, node, changed);
    for (guint i = from; i < actions->list->len; i++) {
        GArray *ways[] = {action_at(actions, i)->up, action_at(actions, i)->down};
        for (size_t way = 0; way < G_N_ELEMENTS(ways); way++)
            for (guint k = 0; k < ways[way]->len; k++) {
                ActionSql *statement = &g_array_index(ways[way], ActionSql, k);
                if (g_str_has_prefix(statement->sql, ALTER))
                    statement->sql = arena_printf(actions->arena, "%sONLY %s", ALTER, statement->sql + strlen(ALTER));
            }
    }
}

static guint64
bare_attributes(const Kind *kind)
{
    guint64 bare = 0;
    for (size_t i = 0; i < kind->n_attrs; i++)
        if (kind->attrs[i].flags & ATTR_HEIR_BARE)
            bare |= 1ull << i;
    return bare;
}

void
heir_differs(Actions *actions, Node *node, bool back)
{
    const Node *forebear = node_forebear(back ? actions->old_schema : actions->new_schema, node);
    if (forebear == NULL)
        return;
    const Node *other_forebear = schema_match(back ? actions->new_schema : actions->old_schema, forebear);
    const guint from = actions->list->len;
    Node *plain = arena_new_one(actions->arena, Node);
    *plain = plain_heir(actions, node, forebear, other_forebear);
    const guint64 changed = diff_attributes(plain, node), bare = bare_attributes(node->kind);
    emit_attributes(actions, plain, node, changed & ~bare);
    differ_bare(actions, plain, node, changed & bare);
    emit_facets(actions, plain, node);
    for (guint i = from; i < actions->list->len; i++)
        *(back ? &action_at(actions, i)->before : &action_at(actions, i)->after) = forebear->key;
    differ_parts(actions, node, forebear, back);
    make_one_way(actions, from, node, back);
}

void
heir_differs_when_attached(Actions *actions, Node *node)
{
    Node *forebear = node_forebear(actions->new_schema, node);
    const guint from = actions->list->len;
    heir_differs(actions, node, false);
    for (guint i = from; i < actions->list->len; i++) {
        action_at(actions, i)->after = node_root(node)->key;
        g_ptr_array_add(action_at(actions, i)->requires, forebear);
    }
}

/* What a change of the forebear in this very plan may have made of the node, unless that came before it: a safe guess
 * is what it is not. */
static const char *
reached_value(const Node *node, const Node *forebear, const Node *other_forebear, size_t attr)
{
    const bool reaches = (node->kind->attrs[attr].flags & ATTR_HEIR_BARE) != 0 && other_forebear != NULL &&
                         g_strcmp0(forebear->values[attr], other_forebear->values[attr]) != 0;
    if (!reaches)
        return node->values[attr];
    return g_strcmp0(forebear->values[attr], node->values[attr]) == 0 ? other_forebear->values[attr]
                                                                      : forebear->values[attr];
}

/* The node as CREATE makes it. Declared, it says itself what it lacks, and its default, if any, overrides. */
static Node *
merged_node(Actions *actions, const Node *node, const Node *forebear, const Node *other_forebear)
{
    const bool declared = node->flags & NODE_LACKS;
    Node *merged = arena_new_one(actions->arena, Node);
    *merged = *node;
    merged->values = arena_new_array(actions->arena, const char *, node->kind->n_attrs + 1);
    for (size_t i = 0; i < node->kind->n_attrs; i++) {
        const Attr *attr = &node->kind->attrs[i];
        const char *above = !declared ? forebear->values[i] : attr_may_be_lacked(attr) ? "true" : NULL;
        merged->values[i] = node->values[i] == NULL && (attr->flags & ATTR_HEIR)
                                ? above
                                : reached_value(node, forebear, other_forebear, i);
    }
    return merged;
}

void
heir_lacks(Actions *actions, Node *node, bool back)
{
    const Schema *schema = back ? actions->old_schema : actions->new_schema;
    const Node *forebear = node_forebear(schema, node);
    /* A declaration of a column means what CREATE makes of it, in one text or by its attributes. */
    bool is_declaration = node->leaf != NULL || node->place.file != NULL;
    if ((node->flags & NODE_DERIVED) || (is_declaration && !(node->flags & NODE_LACKS)) || forebear == NULL ||
        node_is_attached(schema, node))
        return;
    const Node *other_forebear = schema_match(back ? actions->new_schema : actions->old_schema, forebear);
    const guint from = actions->list->len;
    Node *merged = merged_node(actions, node, forebear, other_forebear);
    const guint64 changed = diff_attributes(merged, node), bare = bare_attributes(node->kind);
    emit_attributes(actions, merged, node, changed & ~bare);
    const guint reached = actions->list->len;
    differ_bare(actions, merged, node, changed & bare);
    for (guint i = reached; i < actions->list->len; i++)
        *(back ? &action_at(actions, i)->before : &action_at(actions, i)->after) = forebear->key;
    for (size_t i = 0; !is_declaration && kinds_all[i] != NULL; i++)
        if (kinds_all[i]->anonymous && !kinds_all[i]->bare && kind_has_parent(kinds_all[i], node->kind) &&
            node_child(node, kinds_all[i]->name, NULL) == NULL)
            differ_part(actions, node, forebear, kinds_all[i]);
    make_one_way(actions, from, node, back);
}

/* The forebear's change reaches the heir on both ways: what puts that right again comes behind it on both. */
static void
split_ways(Actions *actions, guint index, const char *key)
{
    Action *back = action_at(actions, index);
    Action *forth = action_add(actions, back->old_node, back->new_node, back->effect, back->verb);
    forth->alters = true;
    g_array_append_vals(forth->up, back->up->data, back->up->len);
    g_array_set_size(back->up, 0);
    forth->after = key;
    back->before = key;
}

void
heir_refuses(Actions *actions, const Node *old_node, const Node *new_node)
{
    const Node *old_forebear = node_forebear(actions->old_schema, old_node);
    const Node *new_forebear = node_forebear(actions->new_schema, new_node);
    for (size_t i = 0; kinds_all[i] != NULL && old_forebear != NULL && new_forebear != NULL; i++) {
        const Kind *kind = kinds_all[i];
        if (!kind->anonymous || kind->bare || !kind_has_parent(kind, new_node->kind) ||
            node_child(old_node, kind->name, NULL) || node_child(new_node, kind->name, NULL))
            continue;
        const Node *old_model = node_child(old_forebear, kind->name, NULL);
        const Node *new_model = node_child(new_forebear, kind->name, NULL);
        const Node *model = new_model != NULL ? new_model : old_model;
        if (model == NULL)
            continue;
        const Node *none = missing_part(actions, new_node, model);
        Action *action = action_add(actions, none, none, drop_effect(kind), emit_verb(actions, "do without", none));
        action->alters = true;
        emit_up(actions, action, kind->drop, none);
        emit_down(actions, action, kind->drop, none);
        split_ways(actions, actions->list->len - 1, model->key);
    }
}

/* The key of what hands a node down in one of the Schemas; one that goes reaches it, too, even where the heir had none
 * of it: the default of a column. NULL: nothing. */
static const char *
forebear_key(Actions *actions, const Schema *schema, const Node *node)
{
    const Node *twin = schema_match(schema, node);
    const Node *forebear = twin == NULL ? NULL : node_forebear(schema, twin);
    if (forebear != NULL || !node->kind->anonymous)
        return forebear == NULL ? NULL : forebear->key;
    const Node *parent = schema_match(schema, node->parent);
    const Node *above = parent == NULL ? NULL : node_forebear(schema, parent);
    return above == NULL ? NULL : part_key(actions, above, node->kind);
}

void
heir_comes_after(Actions *actions, guint from, const Node *node)
{
    const char *key = forebear_key(actions, actions->new_schema, node);
    if (key == NULL)
        key = forebear_key(actions, actions->old_schema, node);
    const guint end = actions->list->len;
    for (guint i = from; key != NULL && i < end; i++)
        split_ways(actions, i, key);
}
