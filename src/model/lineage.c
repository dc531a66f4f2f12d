#include "model/lineage.h"

#include "model/template.h"
#include "sql/split.h"
#include <string.h>

/* The value of the first attribute with a flag, or NULL. */
static const char *
flagged_value(const Node *node, unsigned flag)
{
    for (size_t i = 0; i < node->kind->n_attrs; i++)
        if ((node->kind->attrs[i].flags & flag) && node->values[i] != NULL)
            return node->values[i];
    return NULL;
}

Node *
lineage_find(const Schema *schema, const char *name)
{
    for (size_t i = 0; kinds_all[i] != NULL; i++) {
        const Kind *kind = kinds_all[i];
        bool has_lineage = false;
        for (size_t k = 0; k < kind->n_attrs; k++)
            has_lineage |= (kind->attrs[k].flags & ATTR_LINEAGE) != 0;
        g_autofree char *key = g_strconcat(kind->name, " ", name, NULL);
        Node *found = has_lineage ? schema_find(schema, key) : NULL;
        if (found != NULL)
            return found;
    }
    return NULL;
}

/* The child of a table above that a child copies: of the same name, or of the name that it says itself. */
static Node *
forebear_in(const Node *above, const Node *node)
{
    const char *attached_to = flagged_value(node, ATTR_FOREBEAR);
    if (attached_to == NULL)
        return node_child(above, node->kind->name, node->name);
    for (Node *child = above->first_child; child != NULL; child = child->next)
        if (g_strcmp0(child->name, attached_to) == 0 && child->kind->attach_makes)
            return child;
    return NULL;
}

Node *
node_forebear(const Schema *schema, const Node *node)
{
    if (node->parent == NULL)
        return NULL;
    if (node->parent->parent != NULL) { /* a column's default */
        const Node *above = node_forebear(schema, node->parent);
        return above == NULL ? NULL : node_child(above, node->kind->name, NULL);
    }
    const char *names = flagged_value(node->parent, ATTR_LINEAGE);
    if (names == NULL)
        return NULL;
    g_autoptr(Arena) arena = arena_new();
    for (char **name = split_list(arena, names); *name != NULL; name++) {
        const Node *above = lineage_find(schema, *name);
        Node *forebear = above == NULL ? NULL : forebear_in(above, node);
        if (forebear != NULL)
            return forebear;
    }
    return NULL;
}

bool
node_is_attached(const Schema *schema, const Node *node)
{
    return !(node->flags & NODE_DERIVED) && flagged_value(node, ATTR_FOREBEAR) != NULL &&
           node_forebear(schema, node) != NULL;
}

bool
lineage_differs(const Node *old_node, const Node *new_node)
{
    return g_strcmp0(flagged_value(old_node, ATTR_LINEAGE), flagged_value(new_node, ATTR_LINEAGE)) != 0;
}

bool
lineage_has(const Node *node, const Node *above)
{
    const char *names = flagged_value(node, ATTR_LINEAGE);
    g_autoptr(Arena) arena = arena_new();
    g_autoptr(GString) wanted = g_string_new(NULL);
    node_append_name(wanted, above);
    return names != NULL && g_strv_contains((const char *const *)split_list(arena, names), wanted->str);
}

static void
add_edges_of(Node *node, void *data)
{
    Schema *schema = data;
    Node *forebear = node->parent == NULL || node->kind->anonymous ? NULL : node_forebear(schema, node);
    if (forebear == NULL)
        return;
    if (node->flags & NODE_DERIVED)
        node_add_need(node, forebear);
    else if (node_is_attached(schema, node))
        node_add_need(forebear, node);
}

void
lineage_add_edges(Schema *schema)
{
    schema_visit(schema, add_edges_of, schema);
}
