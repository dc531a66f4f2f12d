/* Types that are made anew under their names (an enum that loses a label): the new version is made beside the old one,
 * as are the columns of it, and the exchange gives it the name. */
#include "kinds/column/shadow_private.h"

#include "kinds/column/change.h"
#include "sql/format.h"
#include "sql/words.h"
#include <string.h>

/* Types --------------------------------------------------------------------------------------------------------- */

static guint64
differing(const Node *old_node, const Node *new_node)
{
    guint64 changed = 0;
    for (size_t i = 0; i < old_node->kind->n_attrs; i++)
        if (g_strcmp0(old_node->values[i], new_node->values[i]) != 0)
            changed |= 1ull << i;
    return changed;
}

/* Not what comes with another type of its own name (a range), nor what fills columns as they are added (a domain). */
static bool
can_stand_beside(const Node *type)
{
    const char *const *aside = type->kind->aside;
    return aside != NULL && aside[1] == NULL && !type->kind->fills_columns;
}

/* The version that it becomes without being altered; NULL: there is none. */
static Node *
made_anew(const Actions *actions, const Node *type)
{
    Node *now = can_stand_beside(type) ? schema_match(actions->new_schema, type) : NULL;
    if (now == NULL || strcmp(type->key, now->key) != 0)
        return NULL;
    const guint64 changed = differing(type, now);
    if (changed == 0)
        return NULL;
    g_autoptr(Arena) arena = arena_new();
    g_autoptr(Actions) trial = actions_new(arena, actions->old_schema, actions->new_schema);
    return type->kind->alter != NULL && type->kind->alter(type, now, changed, trial) ? NULL : now;
}

bool
shadow_type_is_made_anew(const Actions *actions, const Node *column)
{
    const Node *type = type_aside_of(column);
    return type != NULL && made_anew(actions, type) != NULL;
}

const char *
shadow_reason_against_type(const Actions *actions, const Node *old_node, const Node *new_node)
{
    const Node *types[] = {type_aside_of(old_node), type_aside_of(new_node)};
    if (!shadow_type_is_made_anew(actions, old_node))
        return NULL;
    for (size_t k = 0; k < G_N_ELEMENTS(types); k++)
        for (guint i = 0; types[k] != NULL && types[k]->needed_by != NULL && i < types[k]->needed_by->len; i++)
            if (((const Node *)types[k]->needed_by->pdata[i])->kind->aside != NULL)
                return "other types are made of its type";
    return type_needs_json(actions, old_node, new_node) ? "its values come over by the names of their fields" : NULL;
}

static const ShadowType *
find_type(const Shadows *shadows, const Node *type)
{
    for (guint i = 0; shadows != NULL && type != NULL && i < shadows->types->len; i++) {
        const ShadowType *each = shadows->types->pdata[i];
        if (each->old_node == type || each->new_node == type)
            return each;
    }
    return NULL;
}

bool
shadows_have_type(const Shadows *shadows, const Node *type)
{
    return find_type(shadows, type) != NULL;
}

const ShadowType *
shadow_type_of(const Shadows *shadows, const Node *column)
{
    return find_type(shadows, type_aside_of(column));
}

void
shadow_add_type(const Shadows *shadows, const Actions *actions, const Shadow *shadow)
{
    Node *type = type_aside_of(shadow->old_node), *now = type == NULL ? NULL : made_anew(actions, type);
    if (now == NULL || find_type(shadows, type) != NULL)
        return;
    ShadowType *added = arena_new_one(shadows->arena, ShadowType);
    *added = (ShadowType){type, now, shadow};
    g_ptr_array_add(shadows->types, added);
}

/* Names --------------------------------------------------------------------------------------------------------- */

/* NULL: it is the name of none of them. */
static const Node *
type_called(const Shadows *shadows, const char *name)
{
    for (guint i = 0; i < shadows->types->len; i++) {
        const ShadowType *type = shadows->types->pdata[i];
        g_autoptr(GString) own = g_string_new(NULL);
        node_append_name(own, type->old_node);
        if (strcmp(own->str, name) == 0)
            return type->old_node;
    }
    return NULL;
}

const char *
shadow_types_in(const Shadows *shadows, const Way *way, const char *text)
{
    if (shadows->types->len == 0)
        return text;
    g_autoptr(GString) out = g_string_new(NULL);
    const char *cursor = text;
    for (Token token = lex_next(&cursor); token.kind != TOKEN_END; token = lex_next(&cursor)) {
        const char *behind = token.text;
        g_autofree char *name = words_is_name(token) ? words_name(&behind) : NULL;
        const Node *type = name == NULL ? NULL : type_called(shadows, name);
        if (type != NULL)
            node_append_name(out, shadow_named(shadows->arena, way, type));
        else if (name != NULL)
            g_string_append_len(out, token.text, behind - token.text);
        else
            g_string_append_len(out, token.text, (gssize)token.length);
        cursor = name != NULL ? behind : cursor;
    }
    return arena_strdup(shadows->arena, out->str);
}

static Node *
with_type_beside(const Shadows *shadows, const Way *way, Node *column)
{
    const char *type = shadow_types_in(shadows, way, column->values[TYPE]);
    if (strcmp(type, column->values[TYPE]) == 0)
        return column;
    Node *copy = node_variant(shadows->arena, column);
    copy->values[TYPE] = type;
    copy->needs = g_ptr_array_new();
    g_ptr_array_add(shadows->needs, copy->needs);
    for (guint i = 0; i < column->needs->len; i++) {
        Node *needed = column->needs->pdata[i];
        g_ptr_array_add(copy->needs,
                        shadows_have_type(shadows, needed) ? shadow_named(shadows->arena, way, needed) : needed);
    }
    return copy;
}

/* The column as what waits for its type neither to come nor to go. */
static Node *
without_type(const Shadows *shadows, Node *column)
{
    if (shadow_type_of(shadows, column) == NULL)
        return column;
    Node *copy = arena_new_one(shadows->arena, Node);
    *copy = *column;
    copy->needs = NULL;
    return copy;
}

void
shadow_name_types(const Shadows *shadows, Shadow *shadow)
{
    const ShadowType *type = shadow_type_of(shadows, shadow->old_node);
    shadow->beside[0] = with_type_beside(shadows, &way_forth, shadow->new_node);
    shadow->beside[1] = with_type_beside(shadows, &way_back, shadow->old_node);
    shadow->apart = without_type(shadows, shadow->new_node);
    shadow->type_key = type != NULL ? type->old_node->key : NULL;
}

/* Steps --------------------------------------------------------------------------------------------------------- */

void
shadow_make_type(Actions *actions, const ShadowType *type)
{
    static const Effect effect = {PHASE_EXPAND, LOCK_NONE, 0, "it takes the old one's place later"};
    const Node *copy = shadow_named(actions->arena, &way_forth, type->new_node);
    Action *action =
        shadow_chain_step(actions, type->first->chain, type->old_node, copy, effect,
                          arena_printf(actions->arena, "make %s beside it, as %s", copy->kind->title, copy->name));
    action->alters = true;
    action_up(actions, action, node_define(actions->arena, copy, false).sql);
    emit_down(actions, action, copy->kind->drop, copy);
}

/* The last step, so that it is the first of the way back. */
void
shadow_make_type_back(Actions *actions, const ShadowType *type)
{
    static const Effect effect = {PHASE_CONTRACT, LOCK_NONE, 0, NULL};
    const Node *copy = shadow_named(actions->arena, &way_back, type->old_node);
    Action *action = shadow_step_apart(
        actions, type->first, &way_back, effect,
        arena_printf(actions->arena, "make the old %s beside it, as %s", copy->kind->title, copy->name));
    action_down(actions, action, node_define(actions->arena, copy, false).sql);
}
