#include "diff/spelled.h"

#include "model/emit.h"
#include "model/lineage.h"
#include "model/template.h"
#include <string.h>

static bool
is_compared(const Node *node)
{
    return (node->flags & (NODE_DERIVED | NODE_UNMANAGED)) == 0;
}

/* The author's statement against the one that pleat would write: apart from white space at the end. */
static bool
same_statement(const Node *declared, const Node *reflected)
{
    g_autoptr(Arena) arena = arena_new();
    const char *theirs = node_define(arena, declared, true).sql;
    const char *ours = node_define(arena, reflected, true).sql;
    return strcmp(g_strchomp(arena_strdup(arena, theirs)), g_strchomp(arena_strdup(arena, ours))) == 0;
}

static bool
is_loose(const Node *declared, const Node *reflected, size_t attr)
{
    bool said = declared->values[attr] != NULL && reflected->values[attr] != NULL;
    return (declared->kind->attrs[attr].flags & ATTR_LOOSE) && !said;
}

/* Of a declaration that is one leaf, only what stands beside the leaf counts. */
static bool
same_values(const Node *declared, const Node *reflected)
{
    const Kind *kind = declared->kind;
    for (size_t i = 0; i < kind->n_attrs; i++)
        if ((kind->attrs[i].flags & ATTR_INTERNAL) == 0 && !is_loose(declared, reflected, i) &&
            g_strcmp0(declared->values[i], reflected->values[i]) != 0 &&
            (declared->leaf == NULL || !node_leaf_says(declared, i)))
            return false;
    return true;
}

static bool
same_own_text(const Node *declared, const Node *reflected)
{
    if (declared->text != NULL)
        return same_statement(declared, reflected);
    if (declared->leaf != NULL) {
        g_autofree char *leaf = node_leaf(reflected);
        if (strcmp(declared->leaf, leaf) != 0)
            return false;
    }
    return same_values(declared, reflected);
}

static bool
same_facets(const Node *declared, const Node *reflected)
{
    for (Facet facet = 0; facet < N_FACETS; facet++)
        if ((facet != FACET_OWNER || declared->facets[facet] != NULL) &&
            g_strcmp0(declared->facets[facet], reflected->facets[facet]) != 0)
            return false;
    return true;
}

typedef struct {
    const Schema *declared, *reflected;
    GHashTable *different;
    Arena *arena;
} Comparison;

static void
add(Comparison *comparison, const Node *node)
{
    g_hash_table_add(comparison->different, (gpointer)(guintptr)node->key);
}

/* What a declaration would have to say of it; NULL: nothing. */
static const Node *
own(Comparison *comparison, const Node *node)
{
    if (node->flags & NODE_UNMANAGED)
        return NULL;
    bool comes_along = (node->flags & (NODE_DERIVED | NODE_PART)) == NODE_DERIVED;
    return comes_along ? heir_part(comparison->arena, comparison->reflected, node)
                       : heir_own(comparison->arena, comparison->reflected, node);
}

static void
compare(Comparison *comparison, const Node *declared, const Node *reflected)
{
    if (!same_own_text(declared, reflected) || !same_facets(declared, reflected) ||
        ((declared->flags ^ reflected->flags) & NODE_LACKS))
        add(comparison, declared);
    for (const Node *child = declared->first_child; child != NULL; child = child->next) {
        const Node *match = child->kind->anonymous ? node_child(reflected, child->kind->name, NULL)
                                                   : schema_match(comparison->reflected, child);
        if (match == NULL ? (child->flags & NODE_UNMANAGED) == 0 : is_compared(child) && !is_compared(match))
            add(comparison, child);
    }
    for (const Node *each = reflected->first_child; each != NULL; each = each->next) {
        const Node *child = own(comparison, each), *match = schema_match(comparison->declared, each);
        bool in_leaf = each->kind->shape == SHAPE_INLINE && declared->leaf != NULL;
        if (in_leaf || (child == NULL && (match == NULL || (match->flags & NODE_PART) == 0)))
            continue;
        if (child == NULL)
            add(comparison, match);
        else if (match == NULL && node_is_silent(child))
            continue;
        else if (match == NULL)
            add(comparison, (each->flags & NODE_PART) ? reflected : each);
        else
            compare(comparison, match, child);
    }
}

static bool
is_bare_schema(const Node *root)
{
    return root->kind->is_schema && root->facets[FACET_COMMENT] == NULL && root->facets[FACET_PRIVILEGES] == NULL &&
           root->facets[FACET_LABELS] == NULL;
}

GHashTable *
spelled_differently(const Schema *declared, const Schema *reflected)
{
    g_autoptr(Arena) arena = arena_new();
    Comparison comparison = {declared, reflected, g_hash_table_new(g_str_hash, g_str_equal), arena};
    for (guint i = 0; i < declared->roots->len; i++) {
        const Node *root = declared->roots->pdata[i];
        const Node *match = schema_match(reflected, root);
        if (!is_compared(root))
            continue;
        if (match == NULL || !is_compared(match))
            add(&comparison, root);
        else
            compare(&comparison, root, match);
    }
    for (guint i = 0; i < reflected->roots->len; i++) {
        const Node *root = reflected->roots->pdata[i];
        if (is_compared(root) && schema_match(declared, root) == NULL && !is_bare_schema(root))
            add(&comparison, root);
    }
    return comparison.different;
}
