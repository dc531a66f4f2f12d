#include "project/revision_tree.h"

static const char FOLDER[] = "revisions";

bool
tree_has_revision(FileTree *tree, const Revision *revision)
{
    g_autofree char *name = g_path_get_basename(revision->path);
    g_autofree char *path = g_build_filename(FOLDER, name, NULL);
    g_autoptr(GBytes) there = NULL;
    return tree != NULL && file_tree_has(tree, path) && file_tree_read(tree, path, &there, NULL) &&
           revision->text != NULL && g_bytes_equal(there, revision->text);
}

/* What stands in the work tree's folder, and is not to count unless the tree has it, too. */
static void
hide_files(PleatSession *session, GHashTable *texts)
{
    g_autoptr(GDir) folder = g_dir_open(session->revision_folder, 0, NULL);
    for (const char *name; folder != NULL && (name = g_dir_read_name(folder)) != NULL;)
        g_hash_table_insert(texts, g_build_filename(session->revision_folder, name, NULL), NULL);
}

bool
tree_read_graphs(PleatSession *session, FileTree *tree, Graph **graph, Graph **tenants, GError **error)
{
    static const char *const suffixes[] = {".sql", NULL};
    g_autoptr(GHashTable) texts = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
    g_autoptr(GPtrArray) paths = NULL;
    hide_files(session, texts);
    if (!file_tree_list(tree, FOLDER, suffixes, &paths, error))
        return false;
    for (guint i = 0; i < paths->len; i++) {
        g_autoptr(GBytes) text = NULL;
        if (!file_tree_read(tree, paths->pdata[i], &text, error))
            return false;
        g_autofree char *name = g_path_get_basename(paths->pdata[i]);
        g_hash_table_insert(texts, g_build_filename(session->revision_folder, name, NULL),
                            g_strdup(g_bytes_get_data(text, NULL)));
    }
    return graph_read_rewritten(session->revision_folder, texts, graph, error) &&
           graph_read_rewritten_tenants(session->revision_folder, texts, tenants, error);
}
