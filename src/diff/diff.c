#include "diff/diff.h"

#include "model/lineage.h"
#include "model/quarantine.h"
#include "sql/split.h"
#include <string.h>

typedef struct {
    const Schema *old_schema, *new_schema;
    GArray *deltas;
    GHashTable *renamed; /* old node -> new node of another name: both are copies of one forebear */
} Run;

/* Two versions of a table have children; what is derived in one may be the other's own. */
typedef enum {
    FAMILY_SAME,    /* both hang from the same tables: the children that derive from these do so in both */
    FAMILY_CHANGED, /* children are compared as if they were all the table's own */
} Family;

static bool
is_managed(const Node *node)
{
    return (node->flags & NODE_UNMANAGED) == 0;
}

static bool
is_derived(const Node *node)
{
    return (node->flags & NODE_DERIVED) != 0;
}

/* Options count as a set: their order has no effect, though pg_dump shows the one in which they were set. */
static bool
same_options(const char *a, const char *b)
{
    if (a == NULL || b == NULL)
        return a == b;
    g_autoptr(Arena) arena = arena_new();
    char **items = split_list(arena, a), **others = split_list(arena, b);
    if (g_strv_length(items) != g_strv_length(others))
        return false;
    for (; *items != NULL; items++)
        if (!g_strv_contains((const char *const *)others, *items))
            return false;
    return true;
}

static bool
is_options(ValueType type)
{
    return type == VALUE_OPTIONS || type == VALUE_FOREIGN_OPTIONS;
}

/* Nothing is said of it on one side, where that means anything. */
static bool
is_loose(const Node *a, const Node *b, size_t attr)
{
    return (a->kind->attrs[attr].flags & ATTR_LOOSE) && (a->values[attr] == NULL || b->values[attr] == NULL);
}

static bool
same_value(const Node *a, const Node *b, size_t attr)
{
    return g_strcmp0(a->values[attr], b->values[attr]) == 0 || is_loose(a, b, attr) ||
           (is_options(a->kind->attrs[attr].type) && same_options(a->values[attr], b->values[attr]));
}

guint64
diff_attributes(const Node *old_node, const Node *new_node)
{
    guint64 changed = 0;
    const Kind *kind = new_node->kind;
    if ((old_node->flags | new_node->flags) & NODE_OPAQUE)
        return 0;
    for (size_t i = 0; i < kind->n_attrs; i++)
        if ((kind->attrs[i].flags & ATTR_INTERNAL) == 0 && !same_value(old_node, new_node, i))
            changed |= 1ull << i;
    return changed;
}

char *
delta_meanwhile(const Delta *delta, Arena *arena)
{
    if (delta->kind != DELTA_ALTER || delta->new_node->kind->meanwhile == NULL)
        return NULL;
    char *text = delta->new_node->kind->meanwhile(delta->old_node, delta->new_node, arena);
    return text == NULL ? NULL : g_strdelimit(text, "\n\r", ' '); /* a name may hold line ends */
}

static unsigned
diff_facets(const Node *old_node, const Node *new_node)
{
    unsigned facets = 0;
    for (Facet facet = 0; facet < N_FACETS; facet++)
        if (facet == FACET_OWNER && new_node->facets[facet] == NULL)
            continue; /* a declaration that says no owner takes any */
        else if (g_strcmp0(old_node->facets[facet], new_node->facets[facet]) != 0)
            facets |= 1u << facet;
    return facets;
}

static void
add(Run *run, DeltaKind kind, Node *old_node, Node *new_node, guint64 changed, unsigned facets)
{
    Delta delta = {kind, old_node, new_node, changed, facets};
    g_array_append_val(run->deltas, delta);
}

/* Heirs -------------------------------------------------------------------------------------------------------- */

/* Does an attribute change in one of the tables above, of whatever generation? Then that reaches the heir. */
static bool
is_reached(const Run *run, const Node *old_node, const Node *new_node, size_t attr)
{
    const Node *old_forebear = node_forebear(run->old_schema, old_node);
    const Node *new_forebear = node_forebear(run->new_schema, new_node);
    if (old_forebear == NULL || new_forebear == NULL)
        return false;
    return !same_value(old_forebear, new_forebear, attr) || is_reached(run, old_forebear, new_forebear, attr);
}

/* What an heir has of its own: where it goes with its forebear before and after, its forebear's change is enough. */
static guint64
diff_heir(const Run *run, const Node *old_node, const Node *new_node)
{
    const Node *old_forebear = node_forebear(run->old_schema, old_node);
    const Node *new_forebear = node_forebear(run->new_schema, new_node);
    guint64 changed = 0;
    for (size_t i = 0; old_forebear != NULL && new_forebear != NULL && i < new_node->kind->n_attrs; i++) {
        unsigned flags = new_node->kind->attrs[i].flags;
        if ((flags & (ATTR_HEIR | ATTR_HEIR_BARE | ATTR_HEIR_APART)) == 0)
            continue;
        bool differs = !same_value(old_node, new_node, i);
        bool follows = same_value(old_node, old_forebear, i) && same_value(new_node, new_forebear, i);
        bool apart = (flags & ATTR_HEIR_APART) != 0;
        if (apart ? differs : !follows && (differs || is_reached(run, old_node, new_node, i)))
            changed |= 1ull << i;
    }
    return changed;
}

static const Node *
only_child(const Node *node, const Kind *kind)
{
    return node == NULL ? NULL : node_child(node, kind->name, NULL);
}

static bool
same_part(const Node *a, const Node *b)
{
    return a == NULL || b == NULL ? a == b : diff_attributes(a, b) == 0;
}

static bool
is_part_reached(const Run *run, const Node *old_node, const Node *new_node, const Kind *kind)
{
    const Node *old_forebear = node_forebear(run->old_schema, old_node);
    const Node *new_forebear = node_forebear(run->new_schema, new_node);
    if (old_forebear == NULL || new_forebear == NULL)
        return false;
    return !same_part(only_child(old_forebear, kind), only_child(new_forebear, kind)) ||
           is_part_reached(run, old_forebear, new_forebear, kind);
}

/* A default of an heir's column may be another one, or missing, and its forebear's change would reach it. */
static void
compare_heirs_part(Run *run, Node *old_node, Node *new_node, const Kind *kind)
{
    const Node *old_part = only_child(old_node, kind), *new_part = only_child(new_node, kind);
    const Node *old_model = only_child(node_forebear(run->old_schema, old_node), kind);
    const Node *new_model = only_child(node_forebear(run->new_schema, new_node), kind);
    bool follows = same_part(old_part, old_model) && same_part(new_part, new_model);
    if (follows || (same_part(old_part, new_part) && !is_part_reached(run, old_node, new_node, kind)))
        return;
    if (new_part == NULL && old_part == NULL) {
        add(run, DELTA_ALTER, old_node, new_node, 0, 0); /* see heir_refuses() */
        return;
    }
    Node *from = (Node *)(guintptr)old_part, *to = (Node *)(guintptr)new_part;
    add(run,
        from == NULL ? DELTA_CREATE
        : to == NULL ? DELTA_DROP
                     : DELTA_ALTER,
        from, to, from != NULL && to != NULL, 0);
}

static void
compare_heirs(Run *run, Node *old_node, Node *new_node)
{
    guint64 changed = diff_heir(run, old_node, new_node);
    unsigned facets = diff_facets(old_node, new_node);
    if (changed != 0 || facets != 0)
        add(run, DELTA_ALTER, old_node, new_node, changed, facets);
    for (size_t i = 0; kinds_all[i] != NULL; i++)
        if (kinds_all[i]->anonymous && kind_has_parent(kinds_all[i], new_node->kind))
            compare_heirs_part(run, old_node, new_node, kinds_all[i]);
}

/* Comparing ---------------------------------------------------------------------------------------------------- */

/* Does attaching or detaching the table see to the child by itself? Indexes are made before: they would be built under
 * the lock of attaching, and detaching leaves them behind. */
static bool
comes_by_lineage(const Node *node)
{
    return is_derived(node) && node->kind->detach_drops;
}

/* Does it come from, or go with, a table that was above before and is after? */
static bool
follows_above(const Schema *own, const Schema *other, const Node *node)
{
    const Node *forebear = is_derived(node) ? node_forebear(own, node) : NULL;
    const Node *twin = schema_match(other, node_root(node));
    return forebear != NULL && twin != NULL && lineage_has(twin, node_root(forebear));
}

static void compare(Run *run, Node *new_node, Family family);

static void
compare_both(Run *run, Node *old_node, Node *new_node, Family family)
{
    guint64 changed = diff_attributes(old_node, new_node);
    unsigned facets = diff_facets(old_node, new_node);
    if (changed != 0 || facets != 0)
        add(run, DELTA_ALTER, old_node, new_node, changed, facets);
    if (lineage_differs(old_node, new_node))
        family = FAMILY_CHANGED;
    for (Node *child = new_node->first_child; child != NULL; child = child->next)
        compare(run, child, family);
}

/* Both are parts of one index of the table above: what it alone has made one of them its table's own. */
static bool
are_attached_alike(const Run *run, const Node *old_node, const Node *new_node)
{
    const Node *old_forebear = node_forebear(run->old_schema, old_node);
    const Node *new_forebear = node_forebear(run->new_schema, new_node);
    return new_node->kind->attach_makes && old_forebear != NULL && new_forebear != NULL &&
           strcmp(old_forebear->key, new_forebear->key) == 0;
}

/* A trigger of one's own and one that comes from above are never one trigger. */
static bool
is_another(const Node *old_node, const Node *new_node)
{
    return new_node->kind->detach_drops && is_derived(old_node) != is_derived(new_node);
}

static void
compare(Run *run, Node *new_node, Family family)
{
    Node *old_node = schema_match(run->old_schema, new_node);
    if (!is_managed(new_node) || g_hash_table_contains(run->renamed, new_node) || (old_node && !is_managed(old_node)))
        return;
    if (family == FAMILY_CHANGED && old_node != NULL && is_another(old_node, new_node)) {
        if (!is_derived(new_node))
            add(run, DELTA_CREATE, NULL, new_node, 0, 0);
        else
            add(run, DELTA_DROP, old_node, NULL, 0, 0);
    } else if (family == FAMILY_CHANGED) {
        if (old_node != NULL)
            compare_both(run, old_node, new_node, family);
        else if (!comes_by_lineage(new_node) && !follows_above(run->new_schema, run->old_schema, new_node))
            add(run, DELTA_CREATE, NULL, new_node, 0, 0);
    } else if (old_node == NULL) {
        if (!is_derived(new_node))
            add(run, DELTA_CREATE, NULL, new_node, 0, 0);
    } else if (is_derived(old_node) && is_derived(new_node)) {
        compare_heirs(run, old_node, new_node);
    } else if ((!is_derived(old_node) && !is_derived(new_node)) || are_attached_alike(run, old_node, new_node)) {
        compare_both(run, old_node, new_node, family);
    }
}

static void
find_dropped(Run *run, Node *old_node, Family family)
{
    if (!is_managed(old_node) || g_hash_table_contains(run->renamed, old_node))
        return;
    Node *new_node = schema_match(run->new_schema, old_node);
    if (new_node == NULL) {
        bool own = !is_derived(old_node);
        if (family == FAMILY_CHANGED)
            own = !comes_by_lineage(old_node) && !follows_above(run->old_schema, run->new_schema, old_node);
        if (own)
            add(run, DELTA_DROP, old_node, NULL, 0, 0);
        return;
    }
    if (!is_managed(new_node) || (is_derived(old_node) && family == FAMILY_SAME))
        return;
    if (lineage_differs(old_node, new_node))
        family = FAMILY_CHANGED;
    for (Node *child = old_node->first_child; child != NULL; child = child->next)
        find_dropped(run, child, family);
}

/* Copies of one forebear under two names: PostgreSQL chose one of them, or nobody did. */
static void
find_renamed(Run *run, Node *old_table, Node *new_table)
{
    for (Node *new_node = new_table->first_child; new_node != NULL; new_node = new_node->next) {
        const Node *forebear = new_node->kind->rename == NULL || schema_match(run->old_schema, new_node) != NULL
                                   ? NULL
                                   : node_forebear(run->new_schema, new_node);
        for (Node *old_node = old_table->first_child; forebear != NULL && old_node != NULL; old_node = old_node->next) {
            if (old_node->kind != new_node->kind || schema_match(run->new_schema, old_node) != NULL)
                continue;
            const Node *was = node_forebear(run->old_schema, old_node);
            if (was != NULL && strcmp(was->key, forebear->key) == 0 && diff_attributes(old_node, new_node) == 0) {
                g_hash_table_insert(run->renamed, old_node, new_node);
                g_hash_table_insert(run->renamed, new_node, old_node);
                add(run, DELTA_ALTER, old_node, new_node, 0, diff_facets(old_node, new_node));
                break;
            }
        }
    }
}

/* What goes into quarantine ------------------------------------------------------------------------------------ */

static Delta *
find_drop(GArray *deltas, const char *key)
{
    for (guint i = 0; i < deltas->len; i++) {
        Delta *delta = &g_array_index(deltas, Delta, i);
        if (delta->kind == DELTA_DROP && strcmp(delta->old_node->key, key) == 0)
            return delta;
    }
    return NULL;
}

/* Where the node was, or what belongs to it and goes along. */
static Delta *
find_former(const Run *run, const GPtrArray *owners, const Node *new_node)
{
    const Extras *extras = quarantine_extras(new_node);
    const Node *owner = extras != NULL ? new_node : quarantine_owner(owners, new_node);
    const Extras *known = owner == NULL ? NULL : quarantine_extras(owner);
    if (known == NULL)
        return NULL;
    const Node *old_node = schema_find_named(run->old_schema, new_node->kind, new_node->parent, known->was_schema,
                                             extras != NULL ? known->was_name : new_node->name, new_node->signature);
    return old_node == NULL ? NULL : find_drop(run->deltas, old_node->key);
}

/* A drop and a creation that are one object. */
static void
pair_quarantined(Run *run)
{
    g_autoptr(GPtrArray) owners = quarantine_owners(run->new_schema);
    for (guint i = 0; i < run->deltas->len; i++) {
        Delta *made = &g_array_index(run->deltas, Delta, i);
        Delta *gone = made->kind == DELTA_CREATE ? find_former(run, owners, made->new_node) : NULL;
        if (gone == NULL)
            continue;
        made->kind = DELTA_RENAME;
        made->old_node = gone->old_node;
        g_array_remove_index(run->deltas, (guint)(gone - (Delta *)(void *)run->deltas->data));
    }
}

GArray *
diff_run(const Schema *old_schema, const Schema *new_schema)
{
    g_autoptr(GHashTable) renamed = g_hash_table_new(NULL, NULL);
    Run run = {old_schema, new_schema, g_array_new(FALSE, FALSE, sizeof(Delta)), renamed};
    for (guint i = 0; i < new_schema->roots->len; i++) {
        Node *root = new_schema->roots->pdata[i], *old_root = schema_match(old_schema, root);
        if (old_root != NULL && is_managed(root) && is_managed(old_root) && !lineage_differs(old_root, root))
            find_renamed(&run, old_root, root);
        compare(&run, root, FAMILY_SAME);
    }
    for (guint i = 0; i < old_schema->roots->len; i++)
        find_dropped(&run, old_schema->roots->pdata[i], FAMILY_SAME);
    pair_quarantined(&run);
    return run.deltas;
}
