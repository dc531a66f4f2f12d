#include "plan/resources.h"

#include "model/emit.h"
#include "model/template.h"
#include "sql/format.h"

bool
resources_has_index(const Node *node)
{
    for (size_t i = 0; i < node->kind->n_attrs; i++)
        if (node->kind->attrs[i].flags & ATTR_FOREBEAR)
            return node->name != NULL;
    return false;
}

/* g_free. */
static char *
relation_resource(const Node *node)
{
    GString *out = g_string_new(NULL);
    sql_append(out, "relation %I.%I", node_root(node)->schema, node->name);
    return g_string_free(out, FALSE);
}

/* g_free. */
static char *
name_resource(const Node *node)
{
    GString *out = g_string_new(NULL);
    if (node->name == NULL)
        return g_string_free(g_string_assign(out, node->key), FALSE);
    switch (node->kind->space) {
    case SPACE_RELATION:
    case SPACE_TYPE: /* a table's row type has its name among the types */
        g_string_free(out, TRUE);
        return relation_resource(node);
    case SPACE_ROUTINE:
        sql_append(out, "routine %I.%I(%s)", node->schema, node->name, node->signature);
        break;
    case SPACE_CONSTRAINT:
    case SPACE_CHILD:
        sql_append(out, "%s %s.%I", node->kind->space == SPACE_CONSTRAINT ? "constraint" : node->kind->name,
                   node_address(node->parent), node->name);
        break;
    case SPACE_DATABASE:
        sql_append(out, "%s %I", node->kind->name, node->name);
        break;
    case SPACE_NONE:
        g_string_append(out, node->key);
        break;
    }
    return g_string_free(out, FALSE);
}

/* A table has one primary key. NULL: it may have others. g_free. */
static char *
single_resource(const Node *node)
{
    bool single = node->kind->shape == SHAPE_SINGLE && !node->kind->anonymous;
    return single ? g_strdup_printf("%s of %s", node->kind->name, node_address(node->parent)) : NULL;
}

/* What the kind says beside the name. g_free. */
static char *
held_resource(const Node *node)
{
    GString *out = g_string_new(NULL);
    if (node->kind->holds != NULL)
        template_append(out, node->kind->holds, node, NULL);
    return g_string_free(out, FALSE);
}

/* What comes with the node, whether something is said of it or not: an identity's sequence has a name, too. */
static void
visit_bare(const Node *node, ResourceVisit *visit, void *data)
{
    for (size_t i = 0; kinds_all[i] != NULL; i++) {
        const Kind *kind = kinds_all[i];
        if (kind->comes_silently == NULL || !kind_has_parent(kind, node->kind))
            continue;
        g_autoptr(Arena) arena = arena_new();
        const Node *silent = emit_silent(arena, node, kind);
        const Node *part = silent != NULL ? silent : node_child(node, kind->name, NULL);
        g_autofree char *held = part == NULL ? NULL : held_resource(part);
        if (held != NULL)
            visit(held, data);
    }
}

void
resources_visit(const Node *node, ResourceVisit *visit, void *data)
{
    g_autofree char *name = name_resource(node), *single = single_resource(node), *held = held_resource(node);
    g_autofree char *relation = resources_has_index(node) ? relation_resource(node) : NULL;
    visit(name, data);
    if (relation != NULL)
        visit(relation, data);
    if (single != NULL)
        visit(single, data);
    if (held[0] != '\0')
        visit(held, data);
    visit_bare(node, visit, data);
    for (guint i = 0; node->needed_by != NULL && i < node->needed_by->len; i++) {
        const Node *heir = node->needed_by->pdata[i];
        if ((heir->flags & NODE_DERIVED) && heir->kind == node->kind)
            resources_visit(heir, visit, data);
    }
}
