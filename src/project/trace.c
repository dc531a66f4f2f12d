#include "project/trace_inside.h"

#include "project/declared.h"
#include "project/dropped.h"
#include <stdlib.h>
#include <string.h>

char *
version_day(const FileVersion *version)
{
    g_autoptr(GTimeZone) zone = g_time_zone_new_offset(version->offset * 60);
    g_autoptr(GDateTime) utc = g_date_time_new_from_unix_utc(version->date);
    g_autoptr(GDateTime) there = utc == NULL ? NULL : g_date_time_to_timezone(utc, zone);
    return there == NULL ? g_strdup("?") : g_date_time_format(there, "%Y-%m-%d");
}

bool
trace_history(PleatSession *session, History **history, GError **error)
{
    if (!session_require_project(session, error) || !session_history(session, history, error))
        return false;
    if (*history != NULL)
        return true;
    fail(error, PLEAT_ERROR_STATE, "the project is in no git repository: there is no history to tell of");
    return fail_hint(error, "git init, git add and git commit begin one");
}

Trace *
trace_new(PleatSession *session, History *history, const Schema *declared)
{
    Trace *trace = g_new0(Trace, 1);
    trace->session = session;
    trace->history = history;
    trace->declared = declared;
    trace->arena = arena_new();
    trace->object = one_object_new(session, history, trace->arena);
    trace->versions = g_ptr_array_new();
    trace->visited = g_hash_table_new(NULL, NULL);
    trace->followed = g_hash_table_new(g_str_hash, g_str_equal);
    g_queue_init(&trace->waiting);
    return trace;
}

void
trace_free(Trace *trace)
{
    if (trace == NULL)
        return;
    g_queue_clear(&trace->waiting);
    g_hash_table_unref(trace->followed);
    g_hash_table_unref(trace->visited);
    g_ptr_array_unref(trace->versions);
    one_object_free(trace->object);
    one_file_free(trace->uncommitted);
    arena_free(trace->arena);
    g_free(trace);
}

/* --- Through the commits ---------------------------------------------------------------------------------------- */

static const char *
text_of(Trace *trace, const Standing *standing)
{
    g_autofree char *text = one_file_text(standing->file, standing->node);
    return arena_strdup(trace->arena, text);
}

/* before: what stood there; not known where nothing can be said of it. */
static void
add_version(Trace *trace, const FileVersion *version, const Standing *standing, const Standing *before)
{
    ObjectVersion *made = arena_new_one(trace->arena, ObjectVersion);
    made->version = version;
    made->path = version->path;
    made->node = standing->node;
    made->is_after_unknown = before->unknown;
    if (before->node != NULL)
        made->before = text_of(trace, before);
    if (standing->node != NULL) {
        made->text = text_of(trace, standing);
        made->content = one_object_content(trace->arena, standing->node);
    }
    g_ptr_array_add(trace->versions, made);
}

static void
follow_path(Trace *trace, const char *path)
{
    if (g_hash_table_add(trace->followed, (char *)(guintptr)path))
        g_queue_push_tail(&trace->waiting, (char *)(guintptr)path);
}

/* It came from another file, which the same commit changed. */
static bool
look_beside(Trace *trace, const FileVersion *version, const Standing *here, guint parent, Standing *there,
            GError **error)
{
    g_autoptr(GPtrArray) beside = NULL;
    if (!history_beside(trace->history, version, &beside, error))
        return false;
    for (guint i = 0; there->node == NULL && i < beside->len; i++) {
        const FileVersion *other = beside->pdata[i];
        g_autoptr(GPtrArray) before = NULL;
        if (other == version)
            continue;
        if (!history_before(trace->history, other, &before, error))
            return false;
        const FileVersion *old = before->pdata[parent];
        Standing now = one_object_in(trace->object, other);
        if (now.node != NULL)
            continue;
        *there = one_object_before(trace->object, here, old);
        if (there->node != NULL)
            follow_path(trace, old->path);
    }
    return true;
}

/* It went to another file in the same commit: that is no end. */
static bool
find_moved_away(Trace *trace, const FileVersion *version, bool *moved, GError **error)
{
    g_autoptr(GPtrArray) beside = NULL;
    if (!history_beside(trace->history, version, &beside, error))
        return false;
    *moved = false;
    for (guint i = 0; i < beside->len; i++) {
        const FileVersion *other = beside->pdata[i];
        if (other == version || one_object_in(trace->object, other).node == NULL)
            continue;
        *moved = true;
        follow_path(trace, other->path);
    }
    return true;
}

static bool
visit(Trace *trace, const FileVersion *version, GError **error)
{
    if (!g_hash_table_add(trace->visited, (FileVersion *)(guintptr)version))
        return true;
    g_autoptr(GPtrArray) before = NULL;
    Standing here = one_object_in(trace->object, version);
    if (here.unknown)
        return true;
    if (!history_before(trace->history, version, &before, error))
        return false;
    bool same = false, moved = false;
    Standing was = {0};
    for (guint p = 0; p < before->len; p++) {
        Standing there = one_object_before(trace->object, &here, before->pdata[p]);
        if (here.node != NULL && there.node == NULL && !there.unknown &&
            !look_beside(trace, version, &here, p, &there, error))
            return false;
        same = same || (!there.unknown && one_object_unchanged(trace->object, &here, &there));
        if (was.node == NULL && (there.node != NULL || there.unknown))
            was = there;
    }
    if (same || (here.node == NULL && before->len == 0))
        return true;
    if (here.node == NULL && !find_moved_away(trace, version, &moved, error))
        return false;
    if (!moved)
        add_version(trace, version, &here, &was);
    return true;
}

static int
compare_versions(const void *left, const void *right)
{
    const ObjectVersion *a = *(ObjectVersion *const *)left, *b = *(ObjectVersion *const *)right;
    if (a->version->order != b->version->order)
        return a->version->order < b->version->order ? -1 : 1;
    return (a->node == NULL) - (b->node == NULL);
}

/* One version a commit; and none that says what the one before it says: what stood between could not be read. */
static void
tidy(Trace *trace)
{
    GPtrArray *all = trace->versions;
    g_ptr_array_sort(all, compare_versions);
    for (guint i = all->len; i-- > 1;) {
        const ObjectVersion *older = all->pdata[i], *newer = all->pdata[i - 1];
        if (older->version->order == newer->version->order)
            g_ptr_array_remove_index(all, i);
        else if (g_strcmp0(older->content, newer->content) == 0)
            g_ptr_array_remove_index(all, i - 1);
    }
    for (guint i = 0; i < all->len; i++) {
        ObjectVersion *version = all->pdata[i];
        if (version->is_after_unknown)
            version->before = i + 1 < all->len ? ((const ObjectVersion *)all->pdata[i + 1])->text : NULL;
    }
    if (all->len > 0 && ((ObjectVersion *)all->pdata[all->len - 1])->node == NULL)
        g_ptr_array_set_size(all, (int)all->len - 1);
}

/* --- What the work tree has ------------------------------------------------------------------------------------- */

/* Whether a file of the work tree is as HEAD has it; line ends, which git may convert, aside. */
static bool
is_committed(const Trace *trace, const char *file)
{
    g_autofree char *head = NULL;
    bool dirty;
    return history_head(trace->history, (const char *const[]){file, NULL}, &head, &dirty, NULL) && head != NULL &&
           !dirty;
}

/* What the work tree declares and no commit has yet. */
static bool
add_uncommitted(Trace *trace, GError **error)
{
    const Node *node = trace->object->names->pdata[0];
    const ObjectVersion *newest = trace->versions->len == 0 ? NULL : trace->versions->pdata[0];
    const char *content = one_object_content(trace->arena, node);
    const bool is_dropped = newest != NULL && newest->node == NULL;
    const bool is_same = newest != NULL && g_strcmp0(newest->content, content) == 0;
    if (is_same || (!is_dropped && is_committed(trace, trace->start)))
        return true;
    g_autofree char *full = g_build_filename(trace->session->config->directory, node->place.file, NULL), *bytes = NULL;
    gsize size;
    g_autoptr(GError) problem = NULL;
    if (!g_file_get_contents(full, &bytes, &size, &problem))
        return fail(error, PLEAT_ERROR_INPUT, "cannot read %s: %s", node->place.file, problem->message);
    g_autoptr(GBytes) whole = g_bytes_new(bytes, size + 1);
    g_autoptr(GBytes) text = g_bytes_new_from_bytes(whole, 0, size);
    OneFile *file = one_file_read(trace->session->config, node->place.file, "schema", text);
    trace->uncommitted = file;
    const Node *lone = one_object_alike(file->schema, node);
    if (lone == NULL) /* what only all files together declare: a mixin's column */
        return true;
    content = one_object_content(trace->arena, lone);
    if (newest != NULL && g_strcmp0(newest->content, content) == 0)
        return true;
    ObjectVersion *made = arena_new_one(trace->arena, ObjectVersion);
    g_autofree char *lines = one_file_text(file, lone);
    made->path = node->place.file;
    made->text = arena_strdup(trace->arena, lines);
    made->before = newest == NULL ? NULL : newest->text;
    made->content = content;
    made->node = lone;
    g_ptr_array_insert(trace->versions, 0, made);
    return true;
}

/* --- Where else it stood ---------------------------------------------------------------------------------------- */

static bool
stands_there(const FileVersion *version, GBytes *content, void *data)
{
    const Trace *trace = data;
    return one_object_may_stand_in(trace->object, content) && one_object_in(trace->object, version).node != NULL;
}

static bool
follow_paths(Trace *trace, GError **error)
{
    while (!g_queue_is_empty(&trace->waiting)) {
        const char *path = g_queue_pop_head(&trace->waiting);
        g_autoptr(GPtrArray) found = NULL;
        if (!history_versions(trace->history, path, &found, error))
            return false;
        for (guint i = 0; i < found->len; i++)
            if (!visit(trace, found->pdata[i], error))
                return false;
    }
    return true;
}

/* What it may have been before a version with which it begins: until it was dropped, or from the beginning on. False:
 * nothing. */
static bool
gap_behind(const Trace *trace, guint i, unsigned *behind, unsigned *before)
{
    const ObjectVersion *version = trace->versions->pdata[i];
    const ObjectVersion *older = i + 1 < trace->versions->len ? trace->versions->pdata[i + 1] : NULL;
    *behind = version->version->order;
    *before = older == NULL ? G_MAXUINT : older->version->order;
    return older == NULL || (older->node == NULL && version->node != NULL);
}

/* Dropped once and declared again in another file, it has more versions in between. */
static bool
follow_other_lives(Trace *trace, GError **error)
{
    const FileVersion *found = NULL;
    g_autofree const char **words = one_object_words(trace->object);
    const HistorySearch search = {declaration_folders(), words, stands_there, trace, trace->followed};
    g_ptr_array_sort(trace->versions, compare_versions);
    for (guint i = 0; found == NULL && i < trace->versions->len; i++) {
        unsigned behind, before;
        if (gap_behind(trace, i, &behind, &before) &&
            !history_find_between(trace->history, &search, behind, before, &found, error))
            return false;
    }
    if (found != NULL)
        follow_path(trace, found->path);
    return true;
}

/* Whether it stands in a file's newest version. */
static bool
stands_last_in(Trace *trace, const char *path, bool *stands, GError **error)
{
    g_autoptr(GPtrArray) versions = NULL;
    if (!history_versions(trace->history, path, &versions, error))
        return false;
    *stands = versions->len > 0 && one_object_in(trace->object, versions->pdata[0]).node != NULL;
    return true;
}

/* The work tree has it in a file that no commit has by this name: it goes on where HEAD has it. */
static bool
find_committed(Trace *trace, GError **error)
{
    const FileVersion *found = NULL;
    const char *from = NULL;
    bool stands;
    if (!stands_last_in(trace, trace->start, &stands, error))
        return false;
    if (!stands && history_moved_from(trace->history, trace->start, &from, NULL) && from != NULL &&
        !stands_last_in(trace, from, &stands, error))
        return false;
    if (from != NULL && stands)
        follow_path(trace, from);
    if (stands)
        return true;
    g_autofree const char **words = one_object_words(trace->object);
    const HistorySearch search = {declaration_folders(), words, stands_there, trace};
    if (!history_find(trace->history, &search, &found, error))
        return false;
    if (found != NULL)
        follow_path(trace, found->path);
    return true;
}

/* A side of a merge had it in a file of its own, and the merge kept to another side. */
static bool
follow_overruled(Trace *trace, GError **error)
{
    g_autoptr(GPtrArray) paths = NULL;
    if (!history_overruled(trace->history, declaration_folders(), &paths, error))
        return false;
    for (guint i = 0; i < paths->len; i++) {
        bool stands;
        if (g_hash_table_contains(trace->followed, paths->pdata[i]))
            continue;
        if (!stands_last_in(trace, paths->pdata[i], &stands, error))
            return false;
        if (stands)
            follow_path(trace, paths->pdata[i]);
    }
    return true;
}

bool
trace_versions(Trace *trace, GPtrArray **versions, GError **error)
{
    *versions = trace->versions;
    if (!history_watch(trace->history, declaration_folders(), error))
        return false;
    follow_path(trace, trace->start);
    if (trace->in_work_tree && !find_committed(trace, error))
        return false;
    while (!g_queue_is_empty(&trace->waiting))
        if (!follow_paths(trace, error) || !follow_other_lives(trace, error) ||
            (g_queue_is_empty(&trace->waiting) && !follow_overruled(trace, error)))
            return false;
    tidy(trace);
    if (!trace_add_choice(trace, error))
        return false;
    return !trace->in_work_tree || add_uncommitted(trace, error);
}

const GPtrArray *
trace_names(const Trace *trace)
{
    return trace->object->names;
}

const ObjectVersion *
trace_version_of(Trace *trace, const char *path, const char *blob)
{
    const char *whole = NULL;
    if (!history_blob(trace->history, blob, &whole))
        return NULL;
    const FileVersion file = {.path = path, .blob = whole, .commit = "?"};
    Standing standing = one_object_in(trace->object, &file);
    if (standing.node == NULL)
        return NULL;
    const char *content = one_object_content(trace->arena, standing.node);
    for (guint i = 0; i < trace->versions->len; i++) {
        const ObjectVersion *version = trace->versions->pdata[i];
        if (version->chosen == NULL && g_strcmp0(version->content, content) == 0)
            return version;
    }
    return NULL;
}

/* Where a file of the project is that stands behind a symlink, which has no history itself. */
static const char *
behind_links(Trace *trace, const char *file)
{
    g_autofree char *path = g_build_filename(trace->session->config->directory, file, NULL);
    char *root = realpath(trace->session->config->directory, NULL), *real = realpath(path, NULL);
    size_t length = root == NULL ? 0 : strlen(root);
    bool inside = length > 0 && real != NULL && g_str_has_prefix(real, root) && real[length] == '/';
    const char *found = inside ? arena_strdup(trace->arena, real + length + 1) : file;
    free(root);
    free(real);
    return found;
}

void
trace_begin(Trace *trace, const Node *node)
{
    trace->in_work_tree = true;
    trace->start = behind_links(trace, node->place.file);
    one_object_called(trace->object, node);
}

bool
trace_find(Trace *trace, const char *name, const Node **out, GError **error)
{
    const Node *found = NULL;
    if (!declared_find(trace->declared, name, &found, error))
        return false;
    if (found != NULL) {
        trace_begin(trace, found);
    } else {
        const FileVersion *last;
        if (!dropped_find(trace->object, trace->declared, name, &found, &last, error))
            return false;
        trace->start = last->path;
        one_object_called(trace->object, found);
    }
    *out = found;
    return true;
}
