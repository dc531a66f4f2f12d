#include "project/revision_files.h"

#include "files/file_write.h"
#include <string.h>

struct RevisionFiles {
    PleatSession *session;
    FileBatch *batch;
    GPtrArray *paths;  /* as the user would name them */
    GHashTable *texts; /* by the path of the file */
};

Revision
revision_header(Arena *arena, Phase phase, const char *id, const char *message)
{
    static const char *none[] = {NULL};
    return (Revision){
        .arena = arena,
        .phase = phase,
        .id = id,
        .message = message == NULL ? "" : message,
        .after = none,
        .depends_on = none,
        .labels = none,
        .replaces = none,
        .source = none,
        .expects = none,
        .measured = none,
        .notes = none,
    };
}

const char **
id_list(Arena *arena, const char *id)
{
    const char **list = arena_new_array(arena, const char *, 2);
    list[0] = id;
    return list;
}

const char **
ids_of(GPtrArray *revisions, Arena *arena)
{
    const char **ids = arena_new_array(arena, const char *, revisions->len + 1);
    for (guint i = 0; i < revisions->len; i++)
        ids[i] = ((const Revision *)revisions->pdata[i])->id;
    return ids;
}

/* The revision that has the name, as an id or as a label; NULL: it is free. */
static const Revision *
find_named(const Graph *graph, const char *name)
{
    GPtrArray *all = graph_all(graph);
    for (guint i = 0; i < all->len; i++) {
        const Revision *revision = all->pdata[i];
        if (strcmp(revision->id, name) == 0 || g_strv_contains(revision->labels, name))
            return revision;
    }
    return NULL;
}

bool
revision_name_is_free(const Graph *graph, const char *name, GError **error)
{
    const Revision *other = name == NULL ? NULL : find_named(graph, name);
    if (other == NULL)
        return true;
    bool id = strcmp(other->id, name) == 0;
    return id ? fail(error, PLEAT_ERROR_USAGE, "revision %s exists already: %s", name, other->path)
              : fail(error, PLEAT_ERROR_USAGE, "the label \"%s\" is taken: revision %s has it", name, other->id);
}

RevisionFiles *
revision_files_new(PleatSession *session)
{
    RevisionFiles *files = g_new0(RevisionFiles, 1);
    files->session = session;
    files->batch = file_batch_new();
    files->paths = g_ptr_array_new_with_free_func(g_free);
    files->texts = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
    return files;
}

void
revision_files_free(RevisionFiles *files)
{
    if (files == NULL)
        return;
    file_batch_free(files->batch);
    g_ptr_array_unref(files->paths);
    g_hash_table_unref(files->texts);
    g_free(files);
}

bool
revision_files_add(RevisionFiles *files, const Revision *header, const char *up, const char *down, GError **error)
{
    g_autofree char *name = revision_file_name(files->session->config->revision_file, header);
    g_autofree char *path = g_build_filename(files->session->revision_folder, name, NULL);
    g_autofree char *text = revision_format(header, up, down);
    g_autoptr(GBytes) bytes = g_bytes_new(text, strlen(text));
    g_ptr_array_add(files->paths, g_build_filename("revisions", name, NULL));
    g_hash_table_insert(files->texts, g_strdup(path), g_steal_pointer(&text));
    return file_batch_add(files->batch, path, bytes, 0666, error);
}

GHashTable *
revision_files_texts(const RevisionFiles *files)
{
    return files->texts;
}

bool
revision_files_commit(RevisionFiles *files, GError **error)
{
    return file_batch_commit(files->batch, error);
}

void
revision_files_tell(const RevisionFiles *files, FileChanges *changes)
{
    for (guint i = 0; i < files->paths->len; i++)
        if (changes == NULL || !file_changes_written(changes, files->paths->pdata[i]))
            session_write(files->session, "%s\n", (const char *)files->paths->pdata[i]);
}
