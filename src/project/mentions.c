#include "project/mentions.h"

#include "sql/words.h"
#include <string.h>

static bool
names(GHashTable *words, const Node *gone)
{
    if (gone->parent == NULL)
        return g_hash_table_contains(words, gone->name);
    return g_hash_table_contains(words, gone->name) && g_hash_table_contains(words, gone->parent->name);
}

/* Is another object of the name left, which the word may mean? */
static bool
is_left(const Schema *schema, const Node *gone)
{
    for (guint i = 0; i < schema->roots->len; i++) {
        const Node *root = schema->roots->pdata[i];
        if (gone->parent == NULL ? root->kind->space == gone->kind->space && g_strcmp0(root->name, gone->name) == 0
                                 : root->kind == gone->parent->kind && strcmp(root->name, gone->parent->name) == 0 &&
                                       node_child(root, gone->kind->name, gone->name) != NULL)
            return true;
    }
    return false;
}

/* What a statement can name: objects of schemas, and columns. An array of Delta. */
static GPtrArray *
find_gone(GArray *deltas, const Schema *new_schema)
{
    GPtrArray *gone = g_ptr_array_new();
    for (guint i = 0; i < deltas->len; i++) {
        const Delta *delta = &g_array_index(deltas, Delta, i);
        const Node *node = delta->old_node;
        const bool goes = delta->kind == DELTA_DROP || delta->kind == DELTA_RENAME;
        if (goes && (node->kind->in_schema || node->kind->grants_column) && !node->kind->bare &&
            !is_left(new_schema, node))
            g_ptr_array_add(gone, (gpointer)(guintptr)delta);
    }
    return gone;
}

static void
tell(PleatSession *session, const Node *routine, const Delta *delta)
{
    const Node *gone = delta->old_node;
    const Place *place = routine->declared == NULL ? NULL : &routine->declared->place;
    if (place != NULL && place->file != NULL)
        session_note(session, "%s:%d: ", place->file, place->line);
    session_note(session, "warning: the body of %s %s names %s %s, which is %s\n", routine->kind->title,
                 node_address(routine), gone->kind->title, node_address(gone),
                 delta->kind == DELTA_DROP ? "dropped" : "quarantined");
}

void
mentions_tell(PleatSession *session, GArray *deltas, const Schema *new_schema, GHashTable *broken)
{
    g_autoptr(GPtrArray) gone = find_gone(deltas, new_schema);
    for (guint i = 0; gone->len > 0 && i < new_schema->roots->len; i++) {
        const Node *root = new_schema->roots->pdata[i];
        int body = root->kind->space == SPACE_ROUTINE ? kind_attr(root->kind, "body") : -1;
        if (body < 0 || root->values[body] == NULL || (root->flags & NODE_UNMANAGED) != 0 ||
            (broken != NULL && g_hash_table_contains(broken, node_address(root))))
            continue;
        g_autoptr(GHashTable) words = words_names(root->values[body]);
        for (guint k = 0; k < gone->len; k++)
            if (names(words, ((const Delta *)gone->pdata[k])->old_node))
                tell(session, root, gone->pdata[k]);
    }
}
