#include "revision/graph.h"

#include "base/order.h"
#include "revision/graph_private.h"
#include <string.h>

void
graph_free(Graph *graph)
{
    if (graph == NULL)
        return;
    g_ptr_array_unref(graph->all);
    g_hash_table_unref(graph->by_id);
    g_hash_table_unref(graph->children);
    g_free(graph);
}

static void
free_revision(void *revision)
{
    revision_free(revision);
}

static void
free_list(void *list)
{
    g_ptr_array_unref(list);
}

static int
compare_names(const void *left, const void *right)
{
    return strcmp(*(const char *const *)left, *(const char *const *)right);
}

/* The folder's *.sql by name; hidden ones and editors' leftovers are not revisions. */
static bool
list_files(const char *folder, GPtrArray *paths, GError **error)
{
    g_autoptr(GError) problem = NULL;
    g_autoptr(GDir) dir = g_dir_open(folder, 0, &problem);
    if (dir == NULL && g_error_matches(problem, G_FILE_ERROR, G_FILE_ERROR_NOENT))
        return true;
    if (dir == NULL)
        return fail(error, PLEAT_ERROR_SYSTEM, "%s", problem->message);
    const char *name;
    while ((name = g_dir_read_name(dir)) != NULL)
        if (name[0] != '.' && g_str_has_suffix(name, ".sql"))
            g_ptr_array_add(paths, g_build_filename(folder, name, NULL));
    g_ptr_array_sort(paths, compare_names);
    return true;
}

static void
read_file(Graph *graph, const char *path, Problems *problems)
{
    g_autofree char *text = NULL;
    g_autoptr(GError) problem = NULL;
    const Place whole = {g_intern_string(path), 0, 0};
    size_t length = 0;
    if (!g_file_get_contents(path, &text, &length, &problem)) {
        problems_add(problems, whole, "%s", problem->message);
        return;
    }
    if (strlen(text) != length || !g_utf8_validate(text, -1, NULL)) {
        problems_add(problems, whole, "not a UTF-8 text");
        return;
    }
    Revision *revision = revision_parse(path, text, problems);
    if (revision == NULL)
        return;
    Revision *there = g_hash_table_lookup(graph->by_id, revision->id);
    if (there != NULL) {
        problems_add(problems, whole, "revision %s is also %s", revision->id, there->path);
        problems_hint(problems, "give one of the two another id, and what comes after it too");
        revision_free(revision);
        return;
    }
    g_hash_table_insert(graph->by_id, (gpointer)(guintptr)revision->id, revision);
    g_ptr_array_add(graph->all, revision);
}

static void
add_child(Graph *graph, const char *parent, Revision *child)
{
    GPtrArray *list = g_hash_table_lookup(graph->children, parent);
    if (list == NULL) {
        list = g_ptr_array_new();
        g_hash_table_insert(graph->children, (gpointer)(guintptr)parent, list);
    }
    g_ptr_array_add(list, child);
}

static void
link_list(Graph *graph, Revision *revision, const char *const *ids, const char *word, Problems *problems)
{
    for (; *ids != NULL; ids++) {
        if (g_hash_table_contains(graph->by_id, *ids)) {
            add_child(graph, *ids, revision);
            continue;
        }
        problems_add(problems, (Place){g_intern_string(revision->path), 1, 1}, "revision %s %s %s, which is not there",
                     revision->id, word, *ids);
        problems_hint(problems, "is its file missing from this checkout?");
    }
}

/* Parents first; files' names decide among equals. A cycle is named by one of its members. */
static bool
sort_all(Graph *graph, GError **error)
{
    const guint count = graph->all->len;
    g_autoptr(GHashTable) index = g_hash_table_new(NULL, NULL);
    g_autoptr(Order) order = order_new(count);
    g_autofree size_t *sorted = g_new(size_t, count + 1);
    for (guint i = 0; i < count; i++)
        g_hash_table_insert(index, graph->all->pdata[i], GUINT_TO_POINTER(i));
    for (guint i = 0; i < count; i++) {
        const Revision *revision = graph->all->pdata[i];
        GPtrArray *children = g_hash_table_lookup(graph->children, revision->id);
        for (guint k = 0; children != NULL && k < children->len; k++)
            order_before(order, i, GPOINTER_TO_UINT(g_hash_table_lookup(index, children->pdata[k])));
    }
    size_t broken = order_sort(order, sorted);
    g_autoptr(GPtrArray) before = g_ptr_array_copy(graph->all, NULL, NULL);
    for (guint i = 0; i < count; i++)
        graph->all->pdata[i] = before->pdata[sorted[i]];
    if (broken == 0)
        return true;
    fail(error, PLEAT_ERROR_INPUT, "revisions follow each other in a circle: %s among them",
         ((const Revision *)before->pdata[0])->id);
    return fail_hint(error, "look at the \"after\" and \"depends_on\" lines of the newest files");
}

bool
graph_read(const char *folder, Graph **out, GError **error)
{
    g_autoptr(Graph) graph = g_new0(Graph, 1);
    graph->all = g_ptr_array_new_with_free_func(free_revision);
    graph->by_id = g_hash_table_new(g_str_hash, g_str_equal);
    graph->children = g_hash_table_new_full(g_str_hash, g_str_equal, NULL, free_list);
    g_autoptr(GPtrArray) paths = g_ptr_array_new_with_free_func(g_free);
    g_autoptr(Problems) problems = problems_new();
    if (!list_files(folder, paths, error))
        return false;
    for (guint i = 0; i < paths->len; i++)
        read_file(graph, paths->pdata[i], problems);
    for (guint i = 0; i < graph->all->len; i++) {
        Revision *revision = graph->all->pdata[i];
        link_list(graph, revision, revision->after, "comes after", problems);
        link_list(graph, revision, revision->depends_on, "depends on", problems);
    }
    if (!problems_raise(problems, error) || !sort_all(graph, error))
        return false;
    *out = g_steal_pointer(&graph);
    return true;
}

GPtrArray *
graph_all(const Graph *graph)
{
    return graph->all;
}

const Revision *
graph_find(const Graph *graph, const char *id)
{
    return g_hash_table_lookup(graph->by_id, id);
}

/* Does one come after the other on the branch of a phase? Dependencies do not count. */
static bool
is_followed(const Graph *graph, const Revision *revision, Phase phase)
{
    GPtrArray *children = g_hash_table_lookup(graph->children, revision->id);
    for (guint i = 0; children != NULL && i < children->len; i++) {
        const Revision *child = children->pdata[i];
        if ((phase == PHASE_NONE || child->phase == phase || child->phase == PHASE_NONE) &&
            g_strv_contains(child->after, revision->id))
            return true;
    }
    return false;
}

GPtrArray *
graph_heads(const Graph *graph, Phase phase)
{
    GPtrArray *heads = g_ptr_array_new();
    for (guint i = 0; i < graph->all->len; i++) {
        Revision *revision = graph->all->pdata[i];
        bool on_branch = phase == PHASE_NONE || revision->phase == phase || revision->phase == PHASE_NONE;
        if (on_branch && !is_followed(graph, revision, phase))
            g_ptr_array_add(heads, revision);
    }
    return heads;
}

bool
graph_parents_for(const Graph *graph, Phase phase, GPtrArray **out, GError **error)
{
    g_autoptr(GPtrArray) heads = graph_heads(graph, phase);
    if (heads->len > 1)
        return graph_fail_several(heads, phase, error);
    *out = g_steal_pointer(&heads);
    return true;
}

bool
graph_fail_several(GPtrArray *heads, Phase phase, GError **error)
{
    GString *ids = g_string_new(NULL);
    for (guint i = 0; i < heads->len; i++)
        g_string_append_printf(ids, "%s%s", i > 0 ? ", " : "", ((const Revision *)heads->pdata[i])->id);
    fail(error, PLEAT_ERROR_STATE, "%s has %u heads: %s", phase == PHASE_NONE ? "the project" : phase_name(phase), heads->len,
         ids->str);
    g_string_free(ids, TRUE);
    return fail_hint(error, "name one, or \"heads\" for all; a revision \"after\" all of them makes them one");
}
