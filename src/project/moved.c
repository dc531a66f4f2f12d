#include "project/moved.h"

#include "sql/lex.h"
#include <string.h>

/* Each as it is written, which is a name in YAML, and as SQL means it. */
static GHashTable *
names_in(const char *text)
{
    GHashTable *names = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    const char *cursor = text;
    for (Token token = lex_next_solid(&cursor); token.kind != TOKEN_END; token = lex_next_solid(&cursor)) {
        char *meant = token_name(token);
        g_hash_table_add(names, g_strndup(token.text, token.length));
        if (meant != NULL)
            g_hash_table_add(names, meant);
    }
    return names;
}

/* What stood in the file when it had another name last. NULL: it never had, or that cannot be read. */
static GBytes *
read_before_move(History *history, const char *path)
{
    const char *from = NULL;
    g_autoptr(FileTree) head = NULL;
    g_autoptr(GPtrArray) versions = NULL;
    GBytes *content = NULL;
    if (!history_moved_from(history, path, &from, NULL))
        return NULL;
    if (from != NULL) {
        if (history_tree(history, "HEAD", NULL, &head, NULL))
            file_tree_read(head, from, &content, NULL);
        return content;
    }
    if (!history_versions(history, path, &versions, NULL))
        return NULL;
    for (guint i = 0; i < versions->len; i++) {
        const FileVersion *version = versions->pdata[i];
        if (strcmp(version->path, path) == 0 || version->blob == NULL)
            continue;
        history_content(history, version, &content, NULL);
        break;
    }
    return content;
}

static bool
is_taken(const GArray *renames, const Node *node)
{
    for (guint i = 0; i < renames->len; i++) {
        const Rename *rename = &g_array_index(renames, Rename, i);
        if (rename->old_node == node || rename->new_node == node)
            return true;
    }
    return false;
}

static bool
can_be_renamed_to(const Node *old_node, const Node *new_node)
{
    return old_node->kind == new_node->kind && old_node->parent == NULL && old_node->kind->rename != NULL &&
           g_strcmp0(old_node->schema, new_node->schema) == 0 &&
           g_strcmp0(old_node->signature, new_node->signature) == 0;
}

/* The one that the old file named; NULL: none, or several. */
static Node *
find_old(GArray *deltas, const GArray *renames, const Node *made, const char *text)
{
    Node *found = NULL;
    g_autoptr(GHashTable) names = names_in(text);
    for (guint i = 0; i < deltas->len; i++) {
        const Delta *delta = &g_array_index(deltas, Delta, i);
        if (delta->kind != DELTA_DROP || !can_be_renamed_to(delta->old_node, made) ||
            is_taken(renames, delta->old_node) || !g_hash_table_contains(names, delta->old_node->name))
            continue;
        if (found != NULL)
            return NULL;
        found = delta->old_node;
    }
    return found;
}

static const char *
file_of(const Node *made)
{
    bool told =
        made->declared != NULL && made->declared->extras != NULL && made->declared->extras->renamed_from != NULL;
    return made->parent != NULL || made->declared == NULL || told ? NULL : made->declared->place.file;
}

void
moved_find(PleatSession *session, GArray *deltas, GArray *renames)
{
    History *history = NULL;
    if (!session_history(session, &history, NULL) || history == NULL)
        return;
    for (guint i = 0; i < deltas->len; i++) {
        const Delta *delta = &g_array_index(deltas, Delta, i);
        const char *file = delta->kind == DELTA_CREATE ? file_of(delta->new_node) : NULL;
        if (file == NULL || is_taken(renames, delta->new_node))
            continue;
        g_autoptr(GBytes) content = read_before_move(history, file);
        Node *old_node =
            content == NULL ? NULL : find_old(deltas, renames, delta->new_node, g_bytes_get_data(content, NULL));
        if (old_node == NULL)
            continue;
        const Rename rename = {.old_node = old_node, .new_node = delta->new_node};
        g_array_append_val(renames, rename);
    }
}
