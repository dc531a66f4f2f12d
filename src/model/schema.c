#include "model/schema.h"

#include "sql/format.h"
#include <stdint.h>
#include <string.h>

const char *const facet_keys[N_FACETS] = {"comment", "owner", "privileges", "security_labels"};

Schema *
schema_new(int major)
{
    Schema *schema = g_new0(Schema, 1);
    schema->arena = arena_new();
    schema->roots = g_ptr_array_new();
    schema->unmodelled = g_ptr_array_new();
    schema->by_key = g_hash_table_new(g_str_hash, g_str_equal);
    schema->major = major;
    return schema;
}

static void
free_edges(Node *node, void *data)
{
    (void)data;
    g_clear_pointer(&node->needs, g_ptr_array_unref);
    g_clear_pointer(&node->needed_by, g_ptr_array_unref);
}

void
schema_free(Schema *schema)
{
    if (schema == NULL)
        return;
    if (schema->has_edges)
        schema_visit(schema, free_edges, NULL);
    g_ptr_array_unref(schema->roots);
    g_ptr_array_unref(schema->unmodelled);
    g_clear_pointer(&schema->leaves, g_array_unref);
    g_hash_table_unref(schema->by_key);
    arena_free(schema->arena);
    g_free(schema);
}

Node *
node_new(Schema *schema, const Kind *kind, const char *schema_name, const char *name, const char *signature)
{
    Node *node = arena_new_one(schema->arena, Node);
    node->kind = kind;
    node->schema = arena_strdup(schema->arena, schema_name);
    node->name = arena_strdup(schema->arena, name);
    node->signature = arena_strdup(schema->arena, signature);
    if (kind->n_attrs > 0)
        node->values = arena_new_array(schema->arena, const char *, kind->n_attrs);
    return node;
}

const Node *
node_whole(const Node *node)
{
    for (guint i = 0; node->needs != NULL && i < node->needs->len; i++) {
        const Node *needed = node->needs->pdata[i];
        if (needed->kind->announce != NULL && needed->needs != NULL && g_ptr_array_find(needed->needs, node, NULL))
            return needed;
    }
    return NULL;
}

void
node_append_name(GString *out, const Node *node)
{
    const Kind *kind = node->kind;
    if (node->schema != NULL)
        sql_append(out, "%I.", node->schema);
    if (kind->raw_name)
        g_string_append(out, node->name);
    else
        sql_append_identifier(out, node->name == NULL ? "?" : node->name);
    if (node->signature != NULL && kind->signature_word != NULL)
        g_string_append_printf(out, " %s %s", kind->signature_word, node->signature);
    else if (node->signature != NULL)
        g_string_append_printf(out, "(%s)", node->signature);
}

static void
append_address(GString *out, const Node *node, const Node *parent)
{
    if (parent != NULL)
        append_address(out, parent, parent->parent);
    if (node->kind->anonymous)
        return;
    if (parent != NULL)
        g_string_append_c(out, '.');
    node_append_name(out, node);
}

/* Nodes without a name (declared; PostgreSQL will choose) never match by key: a counter keeps them apart. */
static const char *
make_key(Schema *schema, const Node *node, const Node *parent)
{
    GString *key = g_string_new(node->kind->name);
    g_string_append_c(key, ' ');
    append_address(key, node, parent);
    if (node->name == NULL && !node->kind->anonymous)
        g_string_append_printf(key, "#%u", g_hash_table_size(schema->by_key));
    const char *text = arena_strndup(schema->arena, key->str, key->len);
    g_string_free(key, TRUE);
    return text;
}

bool
schema_add(Schema *schema, Node *parent, Node *node, Node **taken)
{
    const char *key = make_key(schema, node, parent);
    Node *there = g_hash_table_lookup(schema->by_key, key);
    if (there != NULL) {
        if (taken != NULL)
            *taken = there;
        return false;
    }
    node->key = key;
    node->parent = parent;
    g_hash_table_insert(schema->by_key, (gpointer)(uintptr_t)key, node);
    if (parent == NULL) {
        g_ptr_array_add(schema->roots, node);
        return true;
    }
    if (parent->last_child == NULL)
        parent->first_child = node;
    else
        parent->last_child->next = node;
    parent->last_child = node;
    return true;
}

bool
schema_move(Schema *schema, Node *node, const char *to, const char *name)
{
    if (schema_find_named(schema, node->kind, node->parent, to, name, node->signature) != NULL)
        return false;
    for (Node *each = node; each != NULL; each = node_walk(node, each))
        g_hash_table_remove(schema->by_key, each->key);
    node->schema = arena_strdup(schema->arena, to);
    node->name = arena_strdup(schema->arena, name);
    for (Node *each = node; each != NULL; each = node_walk(node, each)) {
        each->key = make_key(schema, each, each->parent);
        g_hash_table_insert(schema->by_key, (gpointer)(uintptr_t)each->key, each);
    }
    return true;
}

bool
schema_rename(Schema *schema, Node *node, const char *name)
{
    return schema_move(schema, node, node->schema, name);
}

static bool
is_ancestor(const Node *node, const Node *of)
{
    for (; of != NULL; of = of->parent)
        if (of == node)
            return true;
    return false;
}

void
node_add_need(Node *node, Node *on)
{
    if (is_ancestor(on, node))
        return;
    if (node->needs == NULL)
        node->needs = g_ptr_array_new();
    if (g_ptr_array_find(node->needs, on, NULL))
        return;
    if (on->needed_by == NULL)
        on->needed_by = g_ptr_array_new();
    g_ptr_array_add(node->needs, on);
    g_ptr_array_add(on->needed_by, node);
}

Node *
schema_find(const Schema *schema, const char *key)
{
    return g_hash_table_lookup(schema->by_key, key);
}

Node *
schema_find_named(const Schema *schema, const Kind *kind, const Node *parent, const char *in_schema, const char *name,
                  const char *signature)
{
    const Node wanted = {.kind = kind, .schema = in_schema, .name = name, .signature = signature};
    g_autoptr(GString) key = g_string_new(kind->name);
    g_string_append_c(key, ' ');
    append_address(key, &wanted, parent);
    return schema_find(schema, key->str);
}

Node *
schema_match(const Schema *schema, const Node *node)
{
    return schema_find(schema, node->key);
}

Node *
node_root(const Node *node)
{
    while (node->parent != NULL)
        node = node->parent;
    return (Node *)(uintptr_t)node;
}

const char *
node_value(const Node *node, const char *key)
{
    int index = kind_attr(node->kind, key);
    g_assert(index >= 0);
    return node->values[index];
}

Node *
node_variant(Arena *arena, const Node *node)
{
    Node *copy = arena_new_one(arena, Node);
    *copy = *node;
    copy->values = arena_new_array(arena, const char *, node->kind->n_attrs + 1);
    memcpy(copy->values, node->values, node->kind->n_attrs * sizeof *copy->values);
    return copy;
}

void
node_set(Node *node, const char *key, const char *value)
{
    int index = kind_attr(node->kind, key);
    g_assert(index >= 0);
    node->values[index] = value;
}

Node *
node_child(const Node *node, const char *kind, const char *name)
{
    for (Node *child = node->first_child; child != NULL; child = child->next)
        if (strcmp(child->kind->name, kind) == 0 && (name == NULL || g_strcmp0(child->name, name) == 0))
            return child;
    return NULL;
}

Node *
node_walk(const Node *root, const Node *previous)
{
    if (previous->first_child != NULL)
        return previous->first_child;
    for (const Node *node = previous; node != root; node = node->parent)
        if (node->next != NULL)
            return node->next;
    return NULL;
}

const char *
node_address(const Node *node)
{
    const char *space = node->key == NULL ? NULL : strchr(node->key, ' ');
    return space == NULL ? node->name : space + 1;
}

bool
node_is_owned(const Node *root)
{
    for (size_t i = 0; i < root->kind->n_attrs; i++)
        if ((root->kind->attrs[i].flags & ATTR_LATE) && root->values[i] != NULL)
            return true;
    return false;
}

void
schema_visit(const Schema *schema, NodeVisit *visit, void *data)
{
    for (guint i = 0; i < schema->roots->len; i++) {
        Node *root = schema->roots->pdata[i];
        for (Node *node = root; node != NULL; node = node_walk(root, node))
            visit(node, data);
    }
}

static void
free_list(void *list)
{
    g_ptr_array_unref(list);
}

GHashTable *
schema_new_index(void)
{
    return g_hash_table_new_full(g_str_hash, g_str_equal, NULL, free_list);
}

void
schema_index_names(const Schema *schema, bool (*counts)(const Node *root), GHashTable *index)
{
    for (guint i = 0; i < schema->roots->len; i++) {
        Node *root = schema->roots->pdata[i];
        if (root->name == NULL || !counts(root))
            continue;
        GPtrArray *list = g_hash_table_lookup(index, root->name);
        if (list == NULL)
            g_hash_table_insert(index, (gpointer)(guintptr)root->name, list = g_ptr_array_new());
        g_ptr_array_add(list, root);
    }
}
