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
node_has_lineage(const Node *node)
{
    return flagged_value(node, ATTR_LINEAGE) != NULL;
}

bool
node_has_heirs(const Node *table)
{
    for (const Node *column = table->first_child; column != NULL; column = column->next)
        for (guint i = 0; column->needed_by != NULL && i < column->needed_by->len; i++) {
            const Node *heir = column->needed_by->pdata[i];
            if (heir->kind == column->kind && (heir->flags & NODE_DERIVED))
                return true;
        }
    return false;
}

bool
node_is_apart(const Node *node)
{
    return flagged_value(node, ATTR_SEPARATE) != NULL;
}

/* Parts --------------------------------------------------------------------------------------------------------- */

const char *
heir_plain_value(const Node *node, const Node *forebear, size_t attr)
{
    unsigned flags = node->kind->attrs[attr].flags;
    if (flags & ATTR_HEIR)
        return forebear->values[attr];
    return flags & (ATTR_HEIR_BARE | ATTR_HEIR_APART) ? NULL : node->values[attr];
}

static const char *
value_to_say(Arena *arena, const Node *node, const Node *forebear, size_t attr)
{
    const Attr *table = &node->kind->attrs[attr];
    if ((table->flags & (ATTR_HIDDEN | ATTR_INTERNAL)) ||
        g_strcmp0(node->values[attr], heir_plain_value(node, forebear, attr)) == 0)
        return NULL;
    if (node->values[attr] != NULL)
        return node->values[attr];
    return table->none == NULL ? NULL : template_sql(arena, table->none, node, NULL);
}

static bool
same_leaf(const Node *a, const Node *b)
{
    g_autofree char *one = node_leaf(a), *other = node_leaf(b);
    return strcmp(one, other) == 0;
}

static void
add_child(Arena *arena, Node *part, const Node *model, const char *leaf)
{
    Node *child = arena_new_one(arena, Node);
    *child = *model;
    child->parent = part;
    child->next = part->first_child;
    child->flags |= NODE_PART;
    child->key = arena_printf(arena, "%s %s", child->kind->name, node_address(part));
    if (leaf != NULL) {
        child->leaf = leaf;
        child->values = arena_new_array(arena, const char *, child->kind->n_attrs + 1);
    }
    part->first_child = child;
}

/* What the forebear has of a kind and the node is to say that it does not have; NULL: nothing. */
static const Node *
lacking_part(const Node *node, const Node *forebear, const Kind *kind)
{
    bool may_lack = kind->anonymous && !kind->bare && kind->none != NULL && kind_has_parent(kind, node->kind);
    return may_lack && node_child(node, kind->name, NULL) == NULL ? node_child(forebear, kind->name, NULL) : NULL;
}

/* A default of its own, or none where the forebear has one. */
static void
add_children(Arena *arena, Node *part, const Node *node, const Node *forebear)
{
    for (size_t i = 0; kinds_all[i] != NULL; i++) {
        const Kind *kind = kinds_all[i];
        if (!kind->anonymous || kind->bare || !kind_has_parent(kind, node->kind))
            continue;
        const Node *own = node_child(node, kind->name, NULL), *model = node_child(forebear, kind->name, NULL);
        if (own != NULL && (model == NULL || !same_leaf(own, model)))
            add_child(arena, part, own, NULL);
        else if (lacking_part(node, forebear, kind) != NULL)
            add_child(arena, part, model, kind->none);
    }
}

static Node *
part_beside(Arena *arena, const Node *node, const Node *forebear)
{
    Node *part = arena_new_one(arena, Node);
    *part = *node;
    part->flags |= NODE_PART;
    part->first_child = part->last_child = part->next = NULL;
    part->values = arena_new_array(arena, const char *, node->kind->n_attrs + 1);
    part->facets[FACET_OWNER] = NULL;
    bool says = part->facets[FACET_COMMENT] != NULL || part->facets[FACET_PRIVILEGES] != NULL ||
                part->facets[FACET_LABELS] != NULL;
    for (size_t i = 0; i < node->kind->n_attrs; i++) {
        part->values[i] = value_to_say(arena, node, forebear, i);
        says |= part->values[i] != NULL;
    }
    add_children(arena, part, node, forebear);
    return says || part->first_child != NULL ? part : NULL;
}

Node *
heir_part(Arena *arena, const Schema *schema, const Node *node)
{
    const Node *forebear = node_forebear(schema, node);
    return forebear == NULL ? NULL : part_beside(arena, node, forebear);
}

bool
heirs_are_plain(const Node *node)
{
    g_autoptr(Arena) arena = arena_new();
    for (guint i = 0; node->needed_by != NULL && i < node->needed_by->len; i++) {
        const Node *heir = node->needed_by->pdata[i];
        const bool is_heir = (heir->flags & NODE_DERIVED) && heir->kind == node->kind;
        if (is_heir && (part_beside(arena, heir, node) != NULL || !heirs_are_plain(heir)))
            return false;
    }
    return true;
}

bool
attr_may_be_lacked(const Attr *attr)
{
    return attr->none != NULL && attr->type == VALUE_BOOL && (attr->flags & ATTR_HEIR) &&
           !(attr->flags & ATTR_SEPARATE);
}

static bool
lacks_attribute(const Node *node, const Node *forebear)
{
    for (size_t i = 0; i < node->kind->n_attrs; i++)
        if (attr_may_be_lacked(&node->kind->attrs[i]) && node->values[i] == NULL && forebear->values[i] != NULL)
            return true;
    return false;
}

const Node *
heir_own(Arena *arena, const Schema *schema, const Node *node)
{
    const Node *forebear = node->flags & (NODE_DERIVED | NODE_PART) ? NULL : node_forebear(schema, node);
    if (forebear == NULL || node->kind->anonymous || node_is_attached(schema, node))
        return node;
    Node *own = arena_new_one(arena, Node);
    *own = *node;
    if (lacks_attribute(node, forebear))
        own->flags |= NODE_LACKS;
    for (size_t i = 0; kinds_all[i] != NULL; i++) {
        const Kind *kind = kinds_all[i];
        const Node *model = lacking_part(node, forebear, kind);
        if (model != NULL)
            add_child(arena, own, model, kind->none);
    }
    return own->flags != node->flags || own->first_child != node->first_child ? own : node;
}

/* Edges --------------------------------------------------------------------------------------------------------- */

bool
node_is_attached(const Schema *schema, const Node *node)
{
    return !(node->flags & NODE_DERIVED) && flagged_value(node, ATTR_FOREBEAR) != NULL &&
           node_forebear(schema, node) != NULL;
}

Node *
node_origin(const Schema *schema, const Node *node)
{
    Node *above = node_forebear(schema, node);
    while (above != NULL && (above->flags & NODE_DERIVED))
        above = node_forebear(schema, above);
    return above;
}

Node *
node_adopter(const Schema *schema, const Node *node)
{
    return node_is_attached(schema, node) ? node_origin(schema, node) : NULL;
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

bool
lineage_reaches(const Schema *schema, const Node *above, const Node *node)
{
    const char *names = flagged_value(node, ATTR_LINEAGE);
    g_autoptr(Arena) arena = arena_new();
    for (char **name = split_list(arena, names == NULL ? "" : names); *name != NULL; name++) {
        const Node *one = lineage_find(schema, *name);
        if (one != NULL && one != node && (one == above || lineage_reaches(schema, above, one)))
            return true;
    }
    return false;
}

/* What the tables above one have apart comes behind the heir of whatever generation. */
static void
wait_for_heir(Schema *schema, const Node *node, Node *heir)
{
    const char *names = flagged_value(node, ATTR_LINEAGE);
    g_autoptr(Arena) arena = arena_new();
    for (char **name = split_list(arena, names == NULL ? "" : names); *name != NULL; name++) {
        const Node *above = lineage_find(schema, *name);
        if (above == NULL || above == heir)
            continue;
        for (Node *child = above->first_child; child != NULL; child = child->next)
            if (!(child->flags & NODE_DERIVED) && node_is_apart(child))
                node_add_need(child, heir);
        wait_for_heir(schema, above, heir);
    }
}

/* Does one of those that it is a copy of come behind all heirs? */
static bool
is_copy_of_apart(const Schema *schema, const Node *node)
{
    const Node *forebear = node_forebear(schema, node);
    return forebear != NULL && (node_is_apart(forebear) || is_copy_of_apart(schema, forebear));
}

/* A foreign key to its own partitioned table needs the keys of all partitions. */
static bool
needs_part_of(const Node *node, const Node *root)
{
    for (guint i = 0; node->needs != NULL && i < node->needs->len; i++)
        if (node_root(node->needs->pdata[i]) == root)
            return true;
    return false;
}

/* A declaration is attached to what it does not say, for the tables above do: any of these may adopt it. */
static void
wait_for_part(Schema *schema, const Node *table, Node *part)
{
    const char *names = flagged_value(table, ATTR_LINEAGE);
    g_autoptr(Arena) arena = arena_new();
    for (char **name = split_list(arena, names == NULL ? "" : names); *name != NULL; name++) {
        const Node *above = lineage_find(schema, *name);
        for (Node *child = above == NULL ? NULL : above->first_child; child != NULL; child = child->next)
            if (child->kind == part->kind && !(child->flags & NODE_DERIVED))
                node_add_need(child, part);
        if (above != NULL && above != table)
            wait_for_part(schema, above, part);
    }
}

static void
add_edges_of(Node *node, void *data)
{
    Schema *schema = data;
    if (node->parent == NULL)
        wait_for_heir(schema, node, node);
    Node *forebear = node->parent == NULL || node->kind->anonymous ? NULL : node_forebear(schema, node);
    if (forebear == NULL && node->parent != NULL && flagged_value(node, ATTR_FOREBEAR) != NULL)
        wait_for_part(schema, node->parent, node);
    if (forebear == NULL)
        return;
    Node *adopter = node_adopter(schema, node);
    if ((node->flags & NODE_DERIVED) && !is_copy_of_apart(schema, node) && !needs_part_of(forebear, node_root(node)))
        node_add_need(node, forebear);
    else if (adopter != NULL)
        node_add_need(adopter, node);
}

void
lineage_add_edges(Schema *schema)
{
    schema_visit(schema, add_edges_of, schema);
}
