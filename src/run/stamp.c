#include "run/run.h"

#include "exec/statement.h"
#include "revision/replaces.h"
#include "run/lock.h"
#include "run/runner.h"
#include <string.h>

/* What the version table is to say: revisions wanted, and ids that go. */
typedef struct {
    GHashTable *wanted; /* set of const Revision */
    GHashTable *gone;   /* set of ids */
} Stamp;

static bool
any_in(const Graph *graph, const char *const *ids, GHashTable *set)
{
    for (; ids != NULL && *ids != NULL; ids++) {
        const Revision *revision = graph_find(graph, *ids);
        if (revision != NULL && g_hash_table_contains(set, revision))
            return true;
    }
    return false;
}

static void
add_all(const Graph *graph, const char *const *ids, GHashTable *set)
{
    for (; ids != NULL && *ids != NULL; ids++) {
        const Revision *revision = graph_find(graph, *ids);
        if (revision != NULL)
            g_hash_table_add(set, (gpointer)(guintptr)revision);
    }
}

/* The targets and all that they stand on; children come after their parents in the list. */
static void
add_ancestors(const Graph *graph, GHashTable *wanted)
{
    GPtrArray *all = graph_all(graph);
    for (guint i = all->len; i-- > 0;) {
        const Revision *revision = all->pdata[i];
        if (!g_hash_table_contains(wanted, revision))
            continue;
        add_all(graph, (const char *const *)revision->after, wanted);
        add_all(graph, (const char *const *)revision->depends_on, wanted);
    }
}

/* What stands on a target without being one is no longer there; other branches stay. */
static void
drop_descendants(const Graph *graph, const GPtrArray *targets, Stamp *stamp)
{
    g_autoptr(GHashTable) above = g_hash_table_new(NULL, NULL);
    for (guint i = 0; i < targets->len; i++)
        g_hash_table_add(above, targets->pdata[i]);
    GPtrArray *all = graph_all(graph);
    for (guint i = 0; i < all->len; i++) {
        Revision *revision = all->pdata[i];
        if (any_in(graph, (const char *const *)revision->after, above) ||
            any_in(graph, (const char *const *)revision->depends_on, above))
            g_hash_table_add(above, revision);
        if (g_hash_table_contains(above, revision) && !g_hash_table_contains(stamp->wanted, revision))
            g_hash_table_add(stamp->gone, (gpointer)(guintptr)revision->id);
    }
}

/* "base" is nothing at all; "contract@base" is nothing of that phase. */
static void
drop_to_base(const Graph *graph, const char *symbol, Stamp *stamp, GHashTable *versions)
{
    GHashTableIter iter;
    gpointer id;
    g_hash_table_iter_init(&iter, versions);
    while (g_hash_table_iter_next(&iter, &id, NULL)) {
        const Revision *revision = graph_find(graph, id);
        const char *phase = revision == NULL ? "" : phase_name(revision->phase);
        size_t length = strlen(phase);
        bool is_meant = strchr(symbol, '@') == NULL || (strncmp(symbol, phase, length) == 0 && symbol[length] == '@');
        if (is_meant)
            g_hash_table_add(stamp->gone, id);
    }
}

static bool
collect(const Graph *graph, const char *const *targets, GHashTable *versions, Stamp *stamp, GError **error)
{
    g_autoptr(GPtrArray) found = g_ptr_array_new();
    for (; *targets != NULL; targets++) {
        g_autoptr(GPtrArray) revisions = NULL;
        if (!graph_resolve(graph, *targets, versions, &revisions, error))
            return false;
        for (guint i = 0; i < revisions->len; i++) {
            g_ptr_array_add(found, revisions->pdata[i]);
            g_hash_table_add(stamp->wanted, revisions->pdata[i]);
        }
        if (revisions->len == 0)
            drop_to_base(graph, *targets, stamp, versions);
    }
    add_ancestors(graph, stamp->wanted);
    drop_descendants(graph, found, stamp);
    return true;
}

static bool
find_stamp(Runner *runner, const Graph *graph, const char *const *targets, bool purge, Stamp *stamp, GError **error)
{
    g_hash_table_remove_all(stamp->wanted);
    g_hash_table_remove_all(stamp->gone);
    return runner_read(runner, error) && (purge || replaces_recognise(graph_all(graph), runner->versions, error)) &&
           collect(graph, targets, runner->versions, stamp, error);
}

/* Rows of the journal hold checksums. */
static bool
load(const Graph *graph, const Stamp *stamp, GError **error)
{
    GPtrArray *all = graph_all(graph);
    for (guint i = 0; i < all->len; i++) {
        Revision *revision = all->pdata[i];
        bool written =
            g_hash_table_contains(stamp->wanted, revision) || g_hash_table_contains(stamp->gone, revision->id);
        if (written && !revision_load(revision, error))
            return false;
    }
    return true;
}

/* Each row ends what was unfinished; when nothing changes, one of its own does. */
static char *
stamp_sql(const Runner *runner, const Graph *graph, const Stamp *stamp, bool purge)
{
    GString *sql = g_string_new(NULL);
    if (purge)
        g_string_append_printf(sql, "DELETE FROM %sversion; ", runner->pen.tables);
    GPtrArray *all = graph_all(graph);
    for (guint i = all->len; i-- > 0;) {
        const Revision *revision = all->pdata[i];
        if (!g_hash_table_contains(stamp->wanted, revision) && g_hash_table_contains(stamp->gone, revision->id) &&
            g_hash_table_contains(runner->versions, revision->id))
            journal_append_end(sql, &runner->pen, NULL, revision, "down");
    }
    for (guint i = 0; i < all->len; i++)
        if (g_hash_table_contains(stamp->wanted, all->pdata[i]))
            journal_append_end(sql, &runner->pen, NULL, all->pdata[i], "stamp");
    JournalRow end = {.revision = "base", .direction = "stamp", .checksum = "", .kind = "revision"};
    if (g_hash_table_size(stamp->wanted) == 0)
        journal_append(sql, &runner->pen, &end, "done", NULL);
    return g_string_free(sql, FALSE);
}

static int
compare_ids(const void *left, const void *right)
{
    return strcmp(*(const char *const *)left, *(const char *const *)right);
}

/* What is told is what changes. */
static void
tell(const Runner *runner, const Graph *graph, const Stamp *stamp, bool purge)
{
    g_autoptr(GPtrArray) came = g_ptr_array_new(), went = g_ptr_array_new();
    GPtrArray *all = graph_all(graph);
    for (guint i = 0; i < all->len; i++) {
        const Revision *revision = all->pdata[i];
        if (g_hash_table_contains(stamp->wanted, revision) && !g_hash_table_contains(runner->versions, revision->id))
            g_ptr_array_add(came, all->pdata[i]);
    }
    GHashTableIter iterator;
    gpointer id;
    g_hash_table_iter_init(&iterator, runner->versions);
    while (g_hash_table_iter_next(&iterator, &id, NULL)) {
        const Revision *revision = graph_find(graph, id);
        bool wanted = revision != NULL && g_hash_table_contains(stamp->wanted, revision);
        if (!wanted && (purge || g_hash_table_contains(stamp->gone, id)))
            g_ptr_array_add(went, id);
    }
    g_ptr_array_sort(went, compare_ids);
    runner_tell_more(runner, (RunEvent){.kind = RUN_STAMPED, .revisions = came, .removed = went});
}

bool
run_stamp(const char *conninfo, const Graph *graph, const char *const *targets, bool purge, const RunOptions *options,
          GError **error)
{
    g_autoptr(Runner) runner = NULL;
    g_autoptr(GHashTable) wanted = g_hash_table_new(NULL, NULL), gone = g_hash_table_new(g_str_hash, g_str_equal);
    Stamp stamp = {wanted, gone};
    if (!runner_open(conninfo, options, &runner, error) || !find_stamp(runner, graph, targets, purge, &stamp, error) ||
        !lock_take(runner, error) || !runner_begin(runner, error) ||
        !find_stamp(runner, graph, targets, purge, &stamp, error) || !load(graph, &stamp, error))
        return false;
    g_autofree char *sql = stamp_sql(runner, graph, &stamp, purge);
    if (!journal_write(runner->connection, sql, NULL, error))
        return false;
    tell(runner, graph, &stamp, purge);
    return true;
}
