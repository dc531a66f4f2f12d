/* What HEAD has of an object, where a merge kept to one side of it. */
#include "project/trace_inside.h"

#include <string.h>

/* Where it may stand in HEAD: the paths that were followed, and those of its versions. */
static GPtrArray *
paths_of(const Trace *trace)
{
    GPtrArray *paths = g_ptr_array_new();
    GHashTableIter followed;
    void *path;
    g_hash_table_iter_init(&followed, trace->followed);
    while (g_hash_table_iter_next(&followed, &path, NULL))
        g_ptr_array_add(paths, path);
    for (guint i = 0; i < trace->versions->len; i++) {
        path = (char *)(guintptr)((const ObjectVersion *)trace->versions->pdata[i])->path;
        if (!g_ptr_array_find_with_equal_func(paths, path, g_str_equal, NULL))
            g_ptr_array_add(paths, path);
    }
    return paths;
}

/* unknown: a file cannot be read. *path: where it stands; where it does not, where its newest version is. */
static bool
find_in_head(Trace *trace, Standing *standing, const char **path, GError **error)
{
    g_autoptr(GPtrArray) paths = paths_of(trace);
    *standing = (Standing){0};
    *path = ((const ObjectVersion *)trace->versions->pdata[0])->path;
    for (guint i = 0; standing->node == NULL && !standing->unknown && i < paths->len; i++) {
        const FileVersion *head = NULL;
        if (!history_in_head(trace->history, paths->pdata[i], &head, error))
            return false;
        *standing = one_object_in(trace->object, head);
        if (standing->node != NULL)
            *path = paths->pdata[i];
    }
    return true;
}

typedef struct {
    Trace *trace;
    const char *content; /* NULL: it is not there */
} InHead;

static bool
is_as_in_head(const FileVersion *version, void *data)
{
    const InHead *head = data;
    Standing there = one_object_in(head->trace->object, version);
    const char *content = there.node == NULL ? NULL : one_object_content(head->trace->arena, there.node);
    return !there.unknown && g_strcmp0(content, head->content) == 0;
}

/* A merge that kept to what one side had makes no version in its file, and what another side had may be newer. */
bool
trace_add_choice(Trace *trace, GError **error)
{
    Standing head;
    const char *path = NULL;
    if (trace->versions->len < 2 || !find_in_head(trace, &head, &path, error))
        return trace->versions->len < 2;
    InHead in_head = {trace, head.node == NULL ? NULL : one_object_content(trace->arena, head.node)};
    const ObjectVersion *newest = trace->versions->pdata[0], *chosen = NULL;
    for (guint i = 0; chosen == NULL && i < trace->versions->len; i++) {
        const ObjectVersion *version = trace->versions->pdata[i];
        if (g_strcmp0(version->content, in_head.content) == 0)
            chosen = version;
    }
    if (head.unknown || chosen == NULL || chosen == newest)
        return true;
    const FileVersion *merge = NULL;
    if (!history_kept(trace->history, newest->version, path, is_as_in_head, &in_head, &merge, error))
        return false;
    if (merge == NULL)
        return true;
    ObjectVersion *made = arena_new_one(trace->arena, ObjectVersion);
    *made = *chosen;
    made->version = merge;
    made->before = newest->text;
    made->chosen = chosen;
    g_ptr_array_insert(trace->versions, 0, made);
    return true;
}
