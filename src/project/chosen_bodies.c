#include "project/chosen_bodies.h"

#include "sql/words.h"

typedef struct {
    GHashTable *touched;  /* names of what is altered, renamed or dropped, and of what it is part of */
    GHashTable *routines; /* keys of those that are made or altered */
    GHashTable *keep;
    GHashTable *names; /* "schema.name" */
} Choice;

const char *
routine_body(const Node *node)
{
    const int body = node->kind->space == SPACE_ROUTINE ? kind_attr(node->kind, "body") : -1;
    return body < 0 ? NULL : node->values[body];
}

static void
note_delta(Choice *choice, const Delta *delta)
{
    if (delta->new_node != NULL)
        g_hash_table_add(choice->routines, (gpointer)(guintptr)delta->new_node->key);
    const Node *node = delta->old_node != NULL ? delta->old_node : delta->new_node;
    for (; node != NULL; node = node->parent)
        if (node->name != NULL)
            g_hash_table_add(choice->touched, (gpointer)(guintptr)node->name);
}

static bool
is_chosen(const Choice *choice, const Node *root, GHashTable *words)
{
    if (g_hash_table_contains(choice->routines, root->key))
        return true;
    GHashTableIter iterator;
    gpointer name;
    g_hash_table_iter_init(&iterator, choice->touched);
    while (g_hash_table_iter_next(&iterator, &name, NULL))
        if (g_hash_table_contains(words, name))
            return true;
    return false;
}

static bool
is_in_schema(const Node *root)
{
    return root->kind->in_schema;
}

static void
keep_root(GHashTable *keep, const Node *node)
{
    g_hash_table_add(keep, (gpointer)(guintptr)node_root(node)->key);
}

static void
keep_named(GHashTable *keep, GHashTable *words, GHashTable *index)
{
    GHashTableIter iterator;
    gpointer word;
    g_hash_table_iter_init(&iterator, words);
    while (g_hash_table_iter_next(&iterator, &word, NULL)) {
        const GPtrArray *named = g_hash_table_lookup(index, word);
        for (guint i = 0; named != NULL && i < named->len; i++)
            keep_root(keep, named->pdata[i]);
    }
}

/* With what it names, and the tables whose triggers call it. */
static void
take(Choice *choice, const Node *root, GHashTable *words, GHashTable *index)
{
    g_hash_table_add(choice->names, g_strdup_printf("%s.%s", root->schema, root->name));
    keep_root(choice->keep, root);
    for (guint i = 0; root->needed_by != NULL && i < root->needed_by->len; i++)
        keep_root(choice->keep, root->needed_by->pdata[i]);
    keep_named(choice->keep, words, index);
}

static void
choose(Choice *choice, const Schema *schema)
{
    g_autoptr(GHashTable) index = schema_new_index();
    schema_index_names(schema, is_in_schema, index);
    for (guint i = 0; i < schema->roots->len; i++) {
        const Node *root = schema->roots->pdata[i];
        const char *body = routine_body(root);
        if (body == NULL || (root->flags & NODE_UNMANAGED) != 0)
            continue;
        g_autoptr(GHashTable) words = words_names(body);
        if (is_chosen(choice, root, words))
            take(choice, root, words, index);
    }
}

GPtrArray *
chosen_bodies(const GArray *deltas, const Schema *old_schema, const Schema *new_schema, GHashTable *keep)
{
    g_autoptr(GHashTable) touched = g_hash_table_new(g_str_hash, g_str_equal);
    g_autoptr(GHashTable) routines = g_hash_table_new(g_str_hash, g_str_equal);
    g_autoptr(GHashTable) names = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    Choice choice = {touched, routines, keep, names};
    for (guint i = 0; i < deltas->len; i++)
        note_delta(&choice, &g_array_index(deltas, Delta, i));
    choose(&choice, old_schema);
    choose(&choice, new_schema);
    GPtrArray *list = g_ptr_array_new_with_free_func(g_free);
    GHashTableIter iterator;
    gpointer name;
    g_hash_table_iter_init(&iterator, names);
    while (g_hash_table_iter_next(&iterator, &name, NULL))
        g_ptr_array_add(list, g_strdup(name));
    return list;
}

static bool
is_called(const Node *root, GHashTable *keep)
{
    if (g_hash_table_contains(keep, root->key))
        return true;
    for (guint i = 0; root->needed_by != NULL && i < root->needed_by->len; i++)
        if (g_hash_table_contains(keep, node_root(root->needed_by->pdata[i])->key))
            return true;
    return false;
}

bool
keep_what_calls_need(const Schema *schema, GHashTable *keep)
{
    const guint before = g_hash_table_size(keep);
    g_autoptr(GHashTable) index = schema_new_index(), seen = g_hash_table_new(NULL, NULL);
    schema_index_names(schema, is_in_schema, index);
    for (guint seen_before = G_MAXUINT; seen_before != g_hash_table_size(seen);) {
        seen_before = g_hash_table_size(seen);
        for (guint i = 0; i < schema->roots->len; i++) {
            Node *root = schema->roots->pdata[i];
            const char *body = routine_body(root);
            if (body == NULL || !is_called(root, keep) || !g_hash_table_add(seen, root))
                continue;
            g_autoptr(GHashTable) words = words_names(body);
            keep_root(keep, root);
            keep_named(keep, words, index);
        }
    }
    return g_hash_table_size(keep) > before;
}
