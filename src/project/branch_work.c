#include "project/branch_work.h"

#include "project/declared.h"
#include "project/one_file.h"
#include "project/one_object.h"
#include "project/source.h"
#include <string.h>

bool
is_declaration(const char *path)
{
    for (const char *const *folder = declaration_folders(); *folder != NULL; folder++) {
        const size_t length = strlen(*folder);
        if (strncmp(path, *folder, length) == 0 && path[length] == '/')
            return true;
    }
    return false;
}

bool
is_revision(const char *path)
{
    return g_str_has_prefix(path, "revisions/") && g_str_has_suffix(path, ".sql") &&
           strchr(path + strlen("revisions/"), '/') == NULL;
}

const char *
branch_work_path(const BranchWork *work, const char *path)
{
    g_autofree char *whole = g_build_filename(work->session->config->directory, path, NULL);
    const size_t length = strlen(work->session->directory);
    if (g_str_has_prefix(whole, work->session->directory) && whole[length] == '/')
        return g_intern_string(whole + length + 1);
    return g_intern_string(whole);
}

static bool
find_ends(BranchWork *work, bool staged, GError **error)
{
    if (!staged && !history_commit(work->history, "HEAD", &work->to, error))
        return false;
    return history_merge_base(work->history, work->base, "HEAD", &work->from, error);
}

bool
branch_work_open(PleatSession *session, const char *base, bool staged, Findings *findings, BranchWork **out,
                 GError **error)
{
    History *history = NULL;
    g_autofree char *head = NULL;
    *out = NULL;
    if (!session_history(session, &history, error))
        return false;
    if (history == NULL || (!history_commit(history, "HEAD", &head, NULL) && !staged))
        return true;
    g_autoptr(BranchWork) work = g_new0(BranchWork, 1);
    *work = (BranchWork){.session = session, .history = history, .findings = findings};
    work->base = g_strdup(base == NULL ? "HEAD" : base);
    if ((head != NULL && !find_ends(work, staged, error)) ||
        !history_changed(history, work->from, work->to, &work->changes, error))
        return false;
    work->paths = g_hash_table_new(g_str_hash, g_str_equal);
    for (guint i = 0; i < work->changes->len; i++)
        g_hash_table_insert(work->paths, ((TreeChange *)work->changes->pdata[i])->path, work->changes->pdata[i]);
    *out = g_steal_pointer(&work);
    return true;
}

void
branch_work_free(BranchWork *work)
{
    if (work == NULL)
        return;
    g_clear_pointer(&work->paths, g_hash_table_unref);
    g_clear_pointer(&work->changes, g_ptr_array_unref);
    g_clear_pointer(&work->objects, g_ptr_array_unref);
    g_free(work->base);
    g_free(work->from);
    g_free(work->to);
    g_free(work);
}

Revision *
branch_work_revision(const BranchWork *work, const char *path, const char *blob)
{
    const FileVersion version = {.path = path, .blob = blob};
    g_autoptr(GBytes) content = NULL;
    g_autoptr(Problems) problems = problems_new();
    if (blob == NULL || !history_content(work->history, &version, &content, NULL))
        return NULL;
    return revision_parse(branch_work_path(work, path), g_bytes_get_data(content, NULL), problems);
}

/* Objects ---------------------------------------------------------------------------------------------------------- */

static void
object_free(void *data)
{
    ChangedObject *object = data;
    g_free(object->key);
    g_free(object->title);
    g_free(object);
}

static void
add_object(GPtrArray *objects, const Node *node)
{
    ChangedObject *object = g_new0(ChangedObject, 1);
    *object =
        (ChangedObject){g_strdup(node->key), declared_title(node), node->place, node->kind->space == SPACE_ROUTINE};
    g_ptr_array_add(objects, object);
}

static void
compare(const Schema *older, const Schema *newer, GPtrArray *objects)
{
    g_autoptr(Arena) arena = arena_new();
    for (guint i = 0; i < newer->roots->len; i++) {
        const Node *now = newer->roots->pdata[i], *was = schema_match(older, now);
        if (was == NULL || strcmp(one_object_content(arena, was), one_object_content(arena, now)) != 0)
            add_object(objects, now);
    }
    for (guint i = 0; i < older->roots->len; i++)
        if (schema_match(newer, older->roots->pdata[i]) == NULL)
            add_object(objects, older->roots->pdata[i]);
}

bool
changed_objects(PleatSession *session, const char *older, const char *newer, GPtrArray **out, GError **error)
{
    g_autoptr(Source) left = NULL, right = NULL;
    g_autofree char *left_name = g_strconcat("git:", older, NULL), *right_name = g_strconcat("git:", newer, NULL);
    if (!source_open(session, left_name, &left, error) || !source_open(session, right_name, &right, error))
        return false;
    GPtrArray *objects = g_ptr_array_new_with_free_func(object_free);
    compare(left->declared, right->declared, objects);
    *out = objects;
    return true;
}

bool
branch_work_objects(BranchWork *work, const GPtrArray **out, GError **error)
{
    if (work->objects == NULL && !changed_objects(work->session, work->from, work->to, &work->objects, error))
        return false;
    *out = work->objects;
    return true;
}
