#include "model/emit.h"
#include "sql/format.h"

#include <string.h>

char *
aside_name(Arena *arena, const char *prefix, const char *name)
{
    g_autofree char *whole = g_strconcat(prefix, name, NULL);
    return sql_fit_name(arena, whole);
}

/* The node with the names that types have by then of which it is made: those that are moved aside went before it. */
static Node
by_then(Actions *actions, const Node *node)
{
    const Node said = *node_variant(actions->arena, node);
    for (guint i = 0; actions->asides != NULL && node->needs != NULL && i < node->needs->len; i++) {
        const Node *needed = node->needs->pdata[i];
        if (!g_hash_table_contains(actions->asides, needed->key))
            continue;
        g_autoptr(GString) name = g_string_new(NULL);
        node_append_name(name, needed);
        for (size_t k = 0; k < node->kind->n_attrs; k++)
            if (g_strcmp0(node->values[k], name->str) == 0)
                said.values[k] = sql_printf(actions->arena, "%I.%I", needed->schema,
                                            aside_name(actions->arena, "pleat_old_", needed->name));
    }
    return said;
}

static void
add_moves_aside(Actions *actions, Action *action, const Node *node, ActionAdd *add)
{
    const TemplateToken more[] = {
        {"aside", sql_printf(actions->arena, "%I", aside_name(actions->arena, "pleat_old_", node->name))},
        {"aside_twin", sql_printf(actions->arena, "%I", aside_name(actions->arena, "pleat_old_twin_", node->name))},
        {NULL, NULL},
    };
    const Node said = by_then(actions, node);
    for (const char *const *template = node->kind->aside; *template != NULL; template ++) {
        const char *sql = template_sql(actions->arena, *template, &said, more);
        if (sql[0] != '\0')
            add(actions, action, sql);
    }
}

/* The node and, for it has to stand when others go over to it, all of its children. */
static void
add_whole(Actions *actions, Action *action, const Node *node, ActionAdd *add)
{
    for (const Node *each = node; each != NULL; each = node_walk(node, each)) {
        if (each != node && node_comes_along(each))
            continue;
        add(actions, action, node_define(actions->arena, each, false).sql);
        emit_behind(actions, action, each, add);
    }
}

static void
add_drop_aside(Actions *actions, Action *action, const Node *node, ActionAdd *add)
{
    Node old = *node;
    old.name = aside_name(actions->arena, "pleat_old_", node->name);
    add(actions, action, template_sql(actions->arena, node->kind->drop, &old, NULL));
}

void
emit_aside(Actions *actions, const Node *old_node, const Node *new_node, Effect effect)
{
    Action *make = action_add(actions, old_node, new_node, effect, emit_verb(actions, "make anew", new_node));
    make->alters = true;
    make->disturbs = DISTURBS_DEPENDANTS;
    make->moves_aside = true;
    add_moves_aside(actions, make, old_node, action_up);
    add_whole(actions, make, new_node, action_up);
    add_drop_aside(actions, make, new_node, action_down);
    for (const Node *each = new_node; each != NULL; each = node_walk(new_node, each))
        g_ptr_array_add(make->creates, (gpointer)(guintptr)each);

    Action *drop = action_add(actions, old_node, NULL, effect, emit_verb(actions, "drop the old", old_node));
    drop->moves_aside = true;
    drop->after = old_node->key;
    add_drop_aside(actions, drop, old_node, action_up);
    add_moves_aside(actions, drop, new_node, action_down);
    add_whole(actions, drop, old_node, action_down);
    for (const Node *each = old_node; each != NULL; each = node_walk(old_node, each))
        g_ptr_array_add(drop->drops, (gpointer)(guintptr)each);
}

/* The version that stands beside takes the name of the one that steps aside under the prefix. */
static void
add_takes_name(Actions *actions, Action *action, const Node *from, const char *aside, const Node *to,
               const char *beside, ActionAdd *add)
{
    Node named = *to;
    named.name = aside_name(actions->arena, beside, to->name);
    add(actions, action, rename_sql(actions, from, aside_name(actions->arena, aside, from->name)));
    add(actions, action, rename_sql(actions, &named, to->name));
    for (const Node *each = to; each != NULL; each = node_walk(to, each))
        emit_behind(actions, action, each, add);
}

/* What is said of it and of its children is unsaid: as it stands beside the other it is nobody's. */
static void
add_unsaid(Actions *actions, Action *action, const Node *node, ActionAdd *add)
{
    for (const Node *each = node; each != NULL; each = node_walk(node, each)) {
        Node silent = *each;
        memset(silent.facets, 0, sizeof silent.facets);
        emit_facet_changes(actions, action, each, &silent, add);
    }
}

void
emit_aside_built(Actions *actions, const Node *old_node, const Node *new_node, Effect effect)
{
    Action *take =
        action_add(actions, old_node, new_node, effect, emit_verb(actions, "give its name to the new", new_node));
    take->alters = take->moves_aside = true;
    take->disturbs = DISTURBS_DEPENDANTS;
    add_takes_name(actions, take, old_node, "pleat_old_", new_node, "pleat_new_", action_up);
    for (const Node *each = new_node; each != NULL; each = node_walk(new_node, each))
        g_ptr_array_add(take->creates, (gpointer)(guintptr)each);

    Action *drop = action_add(actions, old_node, NULL, effect, emit_verb(actions, "drop the old", old_node));
    drop->moves_aside = true;
    drop->after = old_node->key;
    add_drop_aside(actions, drop, old_node, action_up);
    add_unsaid(actions, drop, new_node, action_down);
    add_takes_name(actions, drop, new_node, "pleat_new_", old_node, "pleat_old_", action_down);
    for (const Node *each = old_node; each != NULL; each = node_walk(old_node, each))
        g_ptr_array_add(drop->drops, (gpointer)(guintptr)each);
}

Beside
emit_beside(Actions *actions, const Node *old_node, const Node *new_node, Effect make_effect, Effect drop_effect)
{
    Node aside = *old_node;
    aside.name = aside_name(actions->arena, "pleat_old_", old_node->name);

    Action *make = action_add(actions, old_node, new_node, make_effect, emit_verb(actions, "make anew", new_node));
    make->alters = true;
    make->moves_aside = true;
    action_up(actions, make, rename_sql(actions, old_node, aside.name));
    emit_definition_up(actions, make, node_define(actions->arena, new_node, false));
    emit_behind(actions, make, new_node, action_up);
    emit_down(actions, make, new_node->kind->drop, new_node);
    action_down(actions, make, rename_sql(actions, &aside, old_node->name));
    g_ptr_array_add(make->creates, (gpointer)(guintptr)new_node);

    Action *drop = action_add(actions, old_node, NULL, drop_effect, emit_verb(actions, "drop the old", old_node));
    drop->moves_aside = true;
    drop->after = old_node->key;
    emit_up(actions, drop, old_node->kind->drop, &aside);
    emit_definition_down(actions, drop, node_define(actions->arena, &aside, false));
    emit_behind(actions, drop, &aside, action_down);
    g_ptr_array_add(drop->drops, (gpointer)(guintptr)old_node);
    return (Beside){make, drop, aside};
}
