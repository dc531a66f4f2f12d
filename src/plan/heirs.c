#include "plan/heirs.h"

#include "diff/diff.h"
#include "model/emit.h"
#include "model/lineage.h"
#include <string.h>

/* A new heir as CREATE makes it: with what its forebears have. */
static Node
plain_heir(Actions *actions, const Node *node, const Node *forebear)
{
    Node plain = *node;
    plain.values = arena_new_array(actions->arena, const char *, node->kind->n_attrs + 1);
    for (size_t i = 0; i < node->kind->n_attrs; i++) {
        unsigned flags = node->kind->attrs[i].flags;
        plain.values[i] = flags & ATTR_HEIR                           ? forebear->values[i]
                        : flags & (ATTR_HEIR_BARE | ATTR_HEIR_APART) ? NULL
                                                                      : node->values[i];
    }
    memset(plain.facets, 0, sizeof plain.facets);
    plain.facets[FACET_OWNER] = node->facets[FACET_OWNER];
    return plain;
}

static const char *
part_key(Actions *actions, const Node *forebear, const Kind *kind)
{
    return arena_printf(actions->arena, "%s %s", kind->name, node_address(forebear));
}

/* A default of its own, or none where the forebear has one. */
static void
differ_part(Actions *actions, Node *node, const Node *forebear, const Kind *kind)
{
    Node *part = node_child(node, kind->name, NULL), *model = node_child(forebear, kind->name, NULL);
    if (part == NULL && model != NULL) {
        Node *none = arena_new_one(actions->arena, Node);
        *none = *model;
        none->parent = node;
        Action *action = action_add(actions, none, NULL, drop_effect(kind), emit_verb(actions, "drop", none));
        emit_up(actions, action, kind->drop, none);
    } else if (part != NULL && (model == NULL || diff_attributes(part, model) != 0)) {
        Action *action = emit_create(actions, part, create_effect(kind));
        g_array_set_size(action->down, 0);
    }
}

void
heir_differs(Actions *actions, Node *node)
{
    const Node *forebear = node_forebear(actions->new_schema, node);
    if (forebear == NULL)
        return;
    const guint from = actions->list->len;
    Node *plain = arena_new_one(actions->arena, Node);
    *plain = plain_heir(actions, node, forebear);
    emit_attributes(actions, plain, node, diff_attributes(plain, node));
    emit_facets(actions, plain, node);
    for (guint i = from; i < actions->list->len; i++)
        ((Action *)actions->list->pdata[i])->after = forebear->key;
    for (size_t i = 0; kinds_all[i] != NULL; i++)
        if (kinds_all[i]->anonymous && kind_has_parent(kinds_all[i], node->kind)) {
            const guint first = actions->list->len;
            differ_part(actions, node, forebear, kinds_all[i]);
            for (guint k = first; k < actions->list->len; k++)
                ((Action *)actions->list->pdata[k])->after = part_key(actions, forebear, kinds_all[i]);
        }
    for (guint i = from; i < actions->list->len; i++) { /* the heir goes, and all of this with it */
        Action *action = actions->list->pdata[i];
        g_array_set_size(action->down, 0);
        action->effect.phase = PHASE_EXPAND;
        g_ptr_array_add(action->requires, node_root(node));
    }
}

void
heir_comes_after(Actions *actions, guint from, const Node *node)
{
    bool old = schema_match(actions->old_schema, node) == node;
    const Node *forebear = node_forebear(old ? actions->old_schema : actions->new_schema, node);
    for (guint i = from; forebear != NULL && i < actions->list->len; i++)
        ((Action *)actions->list->pdata[i])->after = forebear->key;
}
