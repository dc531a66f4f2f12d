#include "model/unnamed.h"

#include "sql/words.h"

static GHashTable *
names_in(const Node *node)
{
    g_autoptr(GString) all = g_string_new(node->leaf);
    for (size_t i = 0; i < node->kind->n_attrs; i++) {
        const ValueType type = node->kind->attrs[i].type;
        if ((type == VALUE_SQL || type == VALUE_NAMES) && node->values[i] != NULL)
            g_string_append_printf(all, " %s", node->values[i]);
    }
    return words_names(all->str);
}

/* -1: it is not the part's. */
static int
count_shared(const Node *declared, GHashTable *names)
{
    g_autoptr(GHashTable) own = names_in(declared);
    GHashTableIter iterator;
    gpointer name;
    g_hash_table_iter_init(&iterator, own);
    while (g_hash_table_iter_next(&iterator, &name, NULL))
        if (!g_hash_table_contains(names, name))
            return -1;
    return (int)g_hash_table_size(own);
}

static const Node *
find_unnamed(const Node *part, GHashTable *taken)
{
    g_autoptr(GHashTable) names = names_in(part);
    const Node *found = NULL;
    int most = -1;
    for (const Node *each = part->parent->declared->first_child; each != NULL; each = each->next) {
        if (each->kind != part->kind || each->name != NULL || g_hash_table_contains(taken, each))
            continue;
        const int shared = count_shared(each, names);
        if (shared > most) {
            most = shared;
            found = each;
        }
    }
    return found;
}

void
unnamed_attach(const Schema *realised)
{
    g_autoptr(GHashTable) taken = g_hash_table_new(NULL, NULL);
    for (guint i = 0; i < realised->roots->len; i++) {
        Node *root = realised->roots->pdata[i];
        for (Node *node = root; node != NULL; node = node_walk(root, node)) {
            const bool is_open = node->declared == NULL && node->parent != NULL && node->parent->declared != NULL &&
                                 !node->kind->anonymous && (node->flags & NODE_DERIVED) == 0;
            const Node *declared = is_open ? find_unnamed(node, taken) : NULL;
            if (declared == NULL)
                continue;
            node->declared = declared;
            g_hash_table_add(taken, (gpointer)(guintptr)declared);
        }
    }
}
