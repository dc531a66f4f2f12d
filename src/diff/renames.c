#include "diff/renames.h"

#include "model/quarantine.h"
#include "sql/lex.h"
#include "sql/split.h"
#include <string.h>

typedef struct {
    const Schema *old_schema, *new_schema;
    GHashTable *old_of; /* new node -> the old node that it is, under another name or in something renamed */
    GArray *renames, *unmanaged;
} Search;

static void
add(GArray *renames, const Node *old_node, const Node *new_node)
{
    Rename rename = {(Node *)(guintptr)old_node, (Node *)(guintptr)new_node};
    g_array_append_val(renames, rename);
}

static const Extras *
extras_of(const Node *node)
{
    return node->declared == NULL ? NULL : node->declared->extras;
}

/* Declared --------------------------------------------------------------------------------------------------------- */

static Node *
old_of(const Search *search, const Node *new_node)
{
    Node *old_node = g_hash_table_lookup(search->old_of, new_node);
    return old_node != NULL ? old_node : schema_match(search->old_schema, new_node);
}

/* What the new node's schema was called before. */
static const char *
old_schema_name(const Search *search, const Node *new_node)
{
    for (guint i = 0; i < search->renames->len; i++) {
        const Rename *rename = &g_array_index(search->renames, Rename, i);
        if (rename->new_node->kind->is_schema && g_strcmp0(rename->new_node->name, new_node->schema) == 0)
            return rename->old_node->name;
    }
    return new_node->schema;
}

/* Does a signature name a type that is renamed by the same change? */
static bool
names_renamed(const Search *search, const char *signature)
{
    const char *cursor = signature;
    for (Token token = lex_next_solid(&cursor); token.kind != TOKEN_END; token = lex_next_solid(&cursor)) {
        g_autofree char *name = token_name(token);
        for (guint i = 0; name != NULL && i < search->renames->len; i++)
            if (g_strcmp0(g_array_index(search->renames, Rename, i).old_node->name, name) == 0)
                return true;
    }
    return false;
}

/* The types of a routine's arguments may have been renamed too: then the only routine of the name is meant. */
static Node *
find_routine(const Search *search, const Node *new_node, const char *in_schema, const char *name)
{
    Node *found = NULL;
    int count = 0;
    for (guint i = 0; i < search->old_schema->roots->len; i++) {
        Node *root = search->old_schema->roots->pdata[i];
        if (root->kind != new_node->kind || strcmp(root->name, name) != 0 || g_strcmp0(root->schema, in_schema) != 0)
            continue;
        if (strcmp(root->signature, new_node->signature) == 0)
            return root;
        if (!names_renamed(search, root->signature))
            continue;
        found = root;
        count++;
    }
    return count == 1 ? found : NULL;
}

static Node *
find_old(const Search *search, const Node *new_node, const char *in_schema, const char *name)
{
    Node *parent = new_node->parent == NULL ? NULL : old_of(search, new_node->parent);
    if (new_node->parent != NULL && parent == NULL)
        return NULL;
    if (new_node->kind->has_signature)
        return find_routine(search, new_node, in_schema, name);
    return schema_find_named(search->old_schema, new_node->kind, parent, in_schema, name, new_node->signature);
}

/* Where the node is kept when it is in quarantine and its declaration no longer says so. */
static Node *
find_kept(const Search *search, const Node *new_node)
{
    if (new_node->name == NULL || !quarantine_can_hold(new_node->kind) || quarantine_has(new_node))
        return NULL;
    g_autoptr(Arena) arena = arena_new();
    Node *kept = find_old(search, new_node, quarantine_schema(new_node), quarantine_name(arena, new_node));
    return kept == NULL || node_is_owned(kept) ? NULL : kept; /* what belongs to something comes with it */
}

bool
rename_restores(const Rename *rename)
{
    return quarantine_has(rename->old_node) && !quarantine_has(rename->new_node);
}

static bool
is_replaceable(const Node *old_node, const Node *new_node)
{
    return new_node->kind->is_replaceable != NULL && new_node->kind->is_replaceable(old_node, new_node);
}

static bool
has_label(const Node *node, size_t attr, const char *label)
{
    g_autoptr(Arena) arena = arena_new();
    for (char **item = split_list(arena, node->values[attr]); *item != NULL; item++) {
        const char *cursor = *item;
        g_autofree char *text = token_string(lex_next(&cursor));
        if (g_strcmp0(text, label) == 0)
            return true;
    }
    return false;
}

/* A label is renamed while the type has the old one and not the new one. */
static bool
renames_labels(const Node *old_node, const Node *new_node)
{
    const Extras *extras = extras_of(new_node);
    for (const char *const *pair = extras == NULL ? NULL : extras->renamed_labels; pair != NULL && *pair; pair += 2)
        for (size_t i = 0; i < new_node->kind->n_attrs; i++)
            if (new_node->kind->attrs[i].type == VALUE_LABELS && has_label(old_node, i, pair[1]) &&
                !has_label(old_node, i, pair[0]))
                return true;
    return false;
}

static bool
moves_home(const Node *old_node, const Node *new_node)
{
    int home = kind_home(new_node->kind);
    return home >= 0 && old_node->values[home] != NULL && new_node->values[home] != NULL &&
           strcmp(old_node->values[home], new_node->values[home]) != 0;
}

static void
look_at(Search *search, Node *new_node)
{
    if (new_node->flags & (NODE_UNMANAGED | NODE_DERIVED))
        return;
    const Extras *extras = extras_of(new_node);
    const char *was = extras == NULL ? NULL : extras->renamed_from;
    const char *in_schema =
        was != NULL && extras->renamed_schema != NULL ? extras->renamed_schema : old_schema_name(search, new_node);
    Node *same =
        new_node->name == NULL ? NULL : find_old(search, new_node, old_schema_name(search, new_node), new_node->name);
    Node *old_node = was == NULL || same != NULL ? NULL : find_old(search, new_node, in_schema, was);
    Node *kept = same == NULL && old_node == NULL ? find_kept(search, new_node) : NULL;
    if (kept != NULL) {
        old_node = kept;
        was = kept->name;
    }
    bool is_free = old_node != NULL && (schema_match(search->new_schema, old_node) == NULL || new_node->parent != NULL);
    if (is_free && (old_node->flags & NODE_UNMANAGED)) {
        add(search->unmanaged, old_node, new_node);
        return;
    }
    if (is_free && new_node->parent != NULL) /* its name must not live on in what its parent is now */
        is_free = node_child(new_node->parent, new_node->kind->name, was) == NULL;
    if (is_free && (kept != NULL || !is_replaceable(old_node, new_node))) {
        g_hash_table_insert(search->old_of, new_node, old_node);
        add(search->renames, old_node, new_node);
    } else if (same != NULL) {
        if (same != schema_match(search->old_schema, new_node))
            g_hash_table_insert(search->old_of, new_node, same);
        bool is_managed = (same->flags & NODE_UNMANAGED) == 0;
        if (renames_labels(same, new_node) || (is_managed && moves_home(same, new_node)))
            add(search->renames, same, new_node);
    }
}

GArray *
renames_declared(const Schema *old_schema, const Schema *new_schema, GArray *unmanaged)
{
    g_autoptr(GHashTable) old_nodes = g_hash_table_new(NULL, NULL);
    Search search = {old_schema, new_schema, old_nodes, g_array_new(FALSE, FALSE, sizeof(Rename)), unmanaged};
    for (guint i = 0; i < new_schema->roots->len; i++) {
        Node *root = new_schema->roots->pdata[i];
        for (Node *node = root; node != NULL; node = node_walk(root, node))
            look_at(&search, node);
    }
    return search.renames;
}

/* Implied ---------------------------------------------------------------------------------------------------------- */

static bool
is_named_by_server(const Node *node)
{
    return node->name != NULL && node->kind->rename != NULL && (node->flags & (NODE_UNMANAGED | NODE_DERIVED)) == 0 &&
           (node->declared == NULL || node->declared->name == NULL);
}

/* The only one that is gone and was the same. */
static Node *
find_twin(const Schema *old_schema, const Schema *new_schema, const Node *new_node)
{
    Node *found = NULL;
    const Node *parent = new_node->parent == NULL ? NULL : schema_match(old_schema, new_node->parent);
    if (new_node->parent != NULL && parent == NULL)
        return NULL;
    guint next_root = 0;
    for (Node *node = parent != NULL ? parent->first_child : NULL;; node = node->next) {
        if (parent == NULL)
            node = next_root < old_schema->roots->len ? old_schema->roots->pdata[next_root++] : NULL;
        if (node == NULL)
            return found;
        if (node->kind != new_node->kind || g_strcmp0(node->schema, new_node->schema) != 0 ||
            schema_match(new_schema, node) != NULL || diff_attributes(node, new_node) != 0)
            continue;
        if (found != NULL)
            return NULL;
        found = node;
    }
}

GArray *
renames_implied(const Schema *old_schema, const Schema *new_schema)
{
    GArray *renames = g_array_new(FALSE, FALSE, sizeof(Rename));
    for (guint i = 0; i < new_schema->roots->len; i++) {
        Node *root = new_schema->roots->pdata[i];
        for (Node *node = root; node != NULL; node = node_walk(root, node)) {
            if (!is_named_by_server(node) || schema_match(old_schema, node) != NULL)
                continue;
            const Node *twin = find_twin(old_schema, new_schema, node);
            if (twin != NULL && (twin->flags & (NODE_UNMANAGED | NODE_DERIVED)) == 0)
                add(renames, twin, node);
        }
    }
    return renames;
}

/* By convention ---------------------------------------------------------------------------------------------------- */

static bool
is_named_by_convention(const Node *node)
{
    return node->parent != NULL && node->kind->naming != NULL && node->name != NULL && node->kind->rename != NULL &&
           (node->flags & (NODE_UNMANAGED | NODE_DERIVED)) == 0 &&
           (node->declared == NULL || node->declared->name == NULL || (node->declared->flags & NODE_BY_CONVENTION));
}

GArray *
renames_by_convention(const Schema *old_schema, const Schema *new_schema)
{
    GArray *renames = g_array_new(FALSE, FALSE, sizeof(Rename));
    for (guint i = 0; i < new_schema->roots->len; i++) {
        Node *root = new_schema->roots->pdata[i];
        for (Node *node = root; node != NULL; node = node_walk(root, node)) {
            if (!is_named_by_convention(node) || schema_match(old_schema, node) != NULL)
                continue;
            const Node *twin = find_twin(old_schema, new_schema, node);
            if (twin != NULL && (twin->flags & (NODE_UNMANAGED | NODE_DERIVED)) == 0)
                add(renames, twin, node);
        }
    }
    return renames;
}

/* Indexes and keys of partitions name what they are attached to. */
static void
rename_in_parts(Schema *schema, const Node *node, const char *from, const char *to)
{
    const char *table = node_address(node->parent);
    for (guint i = 0; i < schema->roots->len; i++) {
        Node *root = schema->roots->pdata[i];
        int above = kind_attr(root->kind, "partition_of");
        if (above < 0 || g_strcmp0(root->values[above], table) != 0)
            continue;
        for (Node *child = root->first_child; child != NULL; child = child->next)
            for (size_t k = 0; k < child->kind->n_attrs; k++)
                if ((child->kind->attrs[k].flags & ATTR_FOREBEAR) && g_strcmp0(child->values[k], from) == 0)
                    child->values[k] = arena_strdup(schema->arena, to);
    }
}

void
renames_avoid(const Schema *old_schema, Schema *new_schema)
{
    g_autoptr(GArray) renames = renames_by_convention(old_schema, new_schema);
    for (guint i = 0; i < renames->len; i++) {
        const Rename *rename = &g_array_index(renames, Rename, i);
        const char *was = rename->new_node->name;
        if (schema_rename(new_schema, rename->new_node, rename->old_node->name))
            rename_in_parts(new_schema, rename->new_node, was, rename->old_node->name);
    }
}

/* Likely ----------------------------------------------------------------------------------------------------------- */

static bool
same_parent(const Node *a, const Node *b)
{
    return a->parent == NULL ? b->parent == NULL && g_strcmp0(a->schema, b->schema) == 0
                             : b->parent != NULL && strcmp(a->parent->key, b->parent->key) == 0;
}

/* Most children of one are children of the other, by kind and name and what is said of them. */
static bool
same_children(const Node *a, const Node *b)
{
    guint n = 0, same = 0;
    for (const Node *child = a->first_child; child != NULL; child = child->next) {
        if (child->kind->inlined == NULL || child->kind->space != SPACE_CHILD)
            continue;
        const Node *twin = node_child(b, child->kind->name, child->name);
        n++;
        same += twin != NULL && diff_attributes(child, twin) == 0;
    }
    return n > 0 && 3 * same >= 2 * n;
}

static bool
may_be_one(const Node *old_node, const Node *new_node)
{
    if (old_node->kind != new_node->kind || old_node->kind->rename == NULL || !same_parent(old_node, new_node) ||
        g_strcmp0(old_node->signature, new_node->signature) != 0 || new_node->name == NULL)
        return false;
    bool holds_children = old_node->first_child != NULL && new_node->first_child != NULL;
    if (old_node->parent == NULL && holds_children)
        return same_children(old_node, new_node) && same_children(new_node, old_node);
    return old_node->kind->n_attrs > 0 && diff_attributes(old_node, new_node) == 0;
}

static bool
is_told(const Node *new_node)
{
    const Extras *extras = extras_of(new_node);
    return extras != NULL && (extras->renamed_from != NULL || extras->backfill != NULL);
}

GArray *
renames_likely(GArray *deltas)
{
    GArray *renames = g_array_new(FALSE, FALSE, sizeof(Rename));
    g_autoptr(GHashTable) taken = g_hash_table_new(NULL, NULL);
    for (guint i = 0; i < deltas->len; i++) {
        const Delta *created = &g_array_index(deltas, Delta, i);
        for (guint k = 0; created->kind == DELTA_CREATE && !is_told(created->new_node) && k < deltas->len; k++) {
            const Delta *dropped = &g_array_index(deltas, Delta, k);
            if (dropped->kind != DELTA_DROP || !may_be_one(dropped->old_node, created->new_node) ||
                !g_hash_table_add(taken, dropped->old_node))
                continue;
            add(renames, dropped->old_node, created->new_node);
            break;
        }
    }
    return renames;
}
