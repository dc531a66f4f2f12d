#include "revision/graph.h"

#include "base/order.h"
#include "base/shares.h"
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
    return true;
}

static void
add_rewritten(GHashTable *texts, GPtrArray *paths)
{
    GHashTableIter iterator;
    gpointer path;
    g_hash_table_iter_init(&iterator, texts);
    while (g_hash_table_iter_next(&iterator, &path, NULL))
        if (!g_ptr_array_find_with_equal_func(paths, path, g_str_equal, NULL))
            g_ptr_array_add(paths, g_strdup(path));
}

/* Problems may outlive the graph. */
static Place
place_in(const char *path, int line)
{
    return (Place){g_intern_string(path), line, line};
}

/* A file of the folder, or what a rewrite makes of it. */
typedef struct {
    const char *path;
    char *content; /* owned; NULL: not there, "problem" says why unless a rewrite removes it */
    size_t length;
    GError *problem;
} File;

static void
clear_file(void *data)
{
    File *file = data;
    g_free(file->content);
    g_clear_error(&file->problem);
}

typedef struct {
    GHashTable *texts; /* of files that are rewritten, by path; NULL for those removed */
    File *files;
    guint n;
} Share;

static void *
read_share(void *data)
{
    const Share *share = data;
    for (guint i = 0; i < share->n; i++) {
        File *file = &share->files[i];
        void *rewritten = NULL;
        if (share->texts == NULL || !g_hash_table_lookup_extended(share->texts, file->path, NULL, &rewritten)) {
            g_file_get_contents(file->path, &file->content, &file->length, &file->problem);
        } else if (rewritten != NULL) {
            file->content = g_strdup(rewritten);
            file->length = strlen(rewritten);
        }
    }
    return NULL;
}

/* Reading thousands of small files takes longer than all that is done with them: several processors do it. */
static GArray *
read_files(GPtrArray *paths, GHashTable *texts)
{
    enum { SMALLEST_SHARE = 200 };
    GArray *files = g_array_sized_new(FALSE, TRUE, sizeof(File), paths->len);
    g_array_set_clear_func(files, clear_file);
    g_array_set_size(files, paths->len);
    for (guint i = 0; i < paths->len; i++)
        g_array_index(files, File, i).path = paths->pdata[i];
    Share shares[SHARES_MOST];
    const guint n = shares_count(paths->len, SMALLEST_SHARE);
    for (guint i = 0; i < n; i++) {
        const guint begin = shares_begin(paths->len, n, i);
        shares[i] = (Share){texts, (File *)(void *)files->data + begin, shares_begin(paths->len, n, i + 1) - begin};
    }
    shares_run(read_share, shares, sizeof(Share), n);
    return files;
}

static void
add_file(Graph *graph, File *file, Problems *problems)
{
    if (file->problem != NULL)
        problems_add(problems, place_in(file->path, 0), "%s", file->problem->message);
    if (file->content == NULL)
        return;
    const bool is_text = strlen(file->content) == file->length && g_utf8_validate(file->content, -1, NULL);
    g_autoptr(GBytes) text = g_bytes_new_take(g_steal_pointer(&file->content), file->length);
    if (!is_text) {
        problems_add(problems, place_in(file->path, 0), "not a UTF-8 text");
        return;
    }
    Revision *revision = revision_read(file->path, text, problems);
    if (revision == NULL)
        return;
    Revision *there = g_hash_table_lookup(graph->by_id, revision->id);
    if (there != NULL) {
        problems_add(problems, place_in(file->path, 0), "revision %s is also %s", revision->id, there->path);
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
        const Revision *parent = g_hash_table_lookup(graph->by_id, *ids);
        if (parent != NULL && parent->tenant == revision->tenant) {
            add_child(graph, *ids, revision);
            continue;
        }
        if (parent != NULL) {
            problems_add(problems, place_in(revision->path, 1), "revision %s %s %s, which is %s revision", revision->id,
                         word, *ids, parent->tenant ? "a tenant's" : "the database's own");
            problems_hint(problems, "tenants' revisions and the database's are applied by different runs");
            continue;
        }
        problems_add(problems, place_in(revision->path, 1), "revision %s %s %s, which is not there", revision->id, word,
                     *ids);
        problems_hint(problems, "is its file missing from this checkout?");
    }
}

/* The first of the parents and dependencies that is not in the set; NULL: all are. */
static const Revision *
parent_outside(const Graph *graph, const Revision *revision, GHashTable *set)
{
    const char **lists[] = {revision->after, revision->depends_on};
    for (size_t i = 0; i < G_N_ELEMENTS(lists); i++)
        for (const char **id = lists[i]; *id != NULL; id++) {
            const Revision *parent = graph_find(graph, *id);
            if (!g_hash_table_contains(set, parent))
                return parent;
        }
    return NULL;
}

/* A revision that is still held back has a parent that is: following parents leads around a circle. */
static bool
fail_circle(const Graph *graph, GHashTable *placed, GError **error)
{
    const Revision *at = NULL;
    for (guint i = 0; at == NULL; i++)
        at = g_hash_table_contains(placed, graph->all->pdata[i]) ? NULL : graph->all->pdata[i];
    g_autoptr(GPtrArray) walked = g_ptr_array_new();
    guint start;
    for (; !g_ptr_array_find(walked, at, &start); at = parent_outside(graph, at, placed))
        g_ptr_array_add(walked, (gpointer)(guintptr)at);
    g_autoptr(GString) names = g_string_new(at->id);
    while (walked->len > start) { /* parents were walked: turned around, each follows the one before */
        const Revision *next = g_ptr_array_remove_index(walked, walked->len - 1);
        g_string_append_printf(names, ", %s", next->id);
    }
    fail(error, PLEAT_ERROR_INPUT, "revisions follow each other in a circle: %s", names->str);
    return fail_hint(error, "look at their \"after\" and \"depends_on\" lines");
}

/* Parents first; files' names decide among equals. */
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
    order_sort(order, sorted);
    g_autofree gpointer *before = g_memdup2(graph->all->pdata, count * sizeof(gpointer));
    for (guint i = 0; i < count; i++)
        graph->all->pdata[i] = before[sorted[i]];
    g_autoptr(GHashTable) placed = g_hash_table_new(NULL, NULL);
    for (guint i = 0; i < count; i++)
        if (parent_outside(graph, graph->all->pdata[i], placed) == NULL)
            g_hash_table_add(placed, graph->all->pdata[i]);
    return g_hash_table_size(placed) == count || fail_circle(graph, placed, error);
}

/* A squash and what it stands for are not both there. */
static void
check_replaced(const Graph *graph, Problems *problems)
{
    for (guint i = 0; i < graph->all->len; i++) {
        const Revision *squash = graph->all->pdata[i];
        for (const char **id = squash->replaces; *id != NULL; id++) {
            const Revision *there = graph_find(graph, *id);
            if (there == NULL)
                continue;
            problems_add(problems, place_in(there->path, 1), "revision %s is replaced by %s: %s", there->id, squash->id,
                         squash->path);
            problems_hint(problems, "remove either the files that it replaces or its own");
        }
    }
}

/* A label names one revision; a milestone may name several. */
static void
check_labels(const Graph *graph, Problems *problems)
{
    g_autoptr(GHashTable) owners = g_hash_table_new(g_str_hash, g_str_equal);
    for (guint i = 0; i < graph->all->len; i++) {
        Revision *revision = graph->all->pdata[i];
        for (const char **label = revision->labels; *label != NULL; label++) {
            const Revision *owner = g_hash_table_lookup(owners, *label);
            if (owner != NULL)
                problems_add(problems, place_in(revision->path, 1), "revision %s has the label \"%s\", which is %s's",
                             revision->id, *label, owner->id);
            else if (graph_find(graph, *label) != NULL)
                problems_add(problems, place_in(revision->path, 1),
                             "revision %s has the label \"%s\", which is a revision's id", revision->id, *label);
            else {
                g_hash_table_insert(owners, (gpointer)(guintptr)*label, revision);
                continue;
            }
            problems_hint(problems, "a branch has its label from the revision where it begins, and only from there");
        }
    }
}

/* No link leads from the one graph to the other. Keys of the tables belong to children, too: those go last. */
static void
keep_only(Graph *graph, bool tenant)
{
    for (guint i = 0; i < graph->all->len; i++) {
        const Revision *revision = graph->all->pdata[i];
        if (revision->tenant == tenant)
            continue;
        g_hash_table_remove(graph->children, revision->id);
        g_hash_table_remove(graph->by_id, revision->id);
    }
    for (guint i = graph->all->len; i-- > 0;)
        if (((const Revision *)graph->all->pdata[i])->tenant != tenant)
            g_ptr_array_remove_index(graph->all, i);
}

static bool
read_graph(const char *folder, GHashTable *texts, bool tenant, Graph **out, GError **error)
{
    g_autoptr(Graph) graph = g_new0(Graph, 1);
    graph->all = g_ptr_array_new_with_free_func(free_revision);
    graph->by_id = g_hash_table_new(g_str_hash, g_str_equal);
    graph->children = g_hash_table_new_full(g_str_hash, g_str_equal, NULL, free_list);
    g_autoptr(GPtrArray) paths = g_ptr_array_new_with_free_func(g_free);
    g_autoptr(Problems) problems = problems_new();
    if (!list_files(folder, paths, error))
        return false;
    if (texts != NULL)
        add_rewritten(texts, paths);
    g_ptr_array_sort(paths, compare_names);
    g_autoptr(GArray) files = read_files(paths, texts);
    for (guint i = 0; i < files->len; i++)
        add_file(graph, &g_array_index(files, File, i), problems);
    /* A file that could not be read may be what the others come after: they are not to be blamed for it. */
    bool all_read = problems_errors(problems) == 0;
    for (guint i = 0; all_read && i < graph->all->len; i++) {
        Revision *revision = graph->all->pdata[i];
        link_list(graph, revision, revision->after, "comes after", problems);
        link_list(graph, revision, revision->depends_on, "depends on", problems);
    }
    check_labels(graph, problems);
    check_replaced(graph, problems);
    if (!problems_raise(problems, error) || !sort_all(graph, error))
        return false;
    keep_only(graph, tenant);
    *out = g_steal_pointer(&graph);
    return true;
}

bool
graph_read(const char *folder, Graph **out, GError **error)
{
    return read_graph(folder, NULL, false, out, error);
}

bool
graph_read_rewritten(const char *folder, GHashTable *texts, Graph **out, GError **error)
{
    return read_graph(folder, texts, false, out, error);
}

bool
graph_read_tenants(const char *folder, Graph **out, GError **error)
{
    return read_graph(folder, NULL, true, out, error);
}

bool
graph_read_rewritten_tenants(const char *folder, GHashTable *texts, Graph **out, GError **error)
{
    return read_graph(folder, texts, true, out, error);
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

GPtrArray *
graph_heads(const Graph *graph, Phase phase)
{
    const Branch branch = {.phase = phase};
    return branch_heads(graph, &branch, NULL);
}

GPtrArray *
graph_last_applied(const Graph *graph, GHashTable *applied)
{
    const Branch branch = {.phase = PHASE_NONE};
    return branch_heads(graph, &branch, applied);
}

bool
graph_parents_for(const Graph *graph, Phase phase, GPtrArray **out, GError **error)
{
    const Branch branch = {.phase = phase};
    return branch_head(graph, &branch, out, error);
}
