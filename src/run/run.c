#include "run/run.h"

#include "run/lock.h"
#include "run/path.h"
#include "run/runner.h"

typedef struct {
    const Graph *graph;
    const char *target;
    PathOptions options;
} Target;

static bool
find_upgrade(void *data, GHashTable *applied, GPtrArray **out, GError **error)
{
    const Target *target = data;
    return graph_upgrade_path(target->graph, applied, target->target, &target->options, out, error);
}

static bool
find_downgrade(void *data, GHashTable *applied, GPtrArray **out, GError **error)
{
    const Target *target = data;
    return graph_downgrade_path(target->graph, applied, target->target, &target->options, out, error);
}

static bool
run(const char *conninfo, const Graph *graph, const char *target, bool down, const RunOptions *options, int *count,
    GError **error)
{
    Target data = {.graph = graph, .target = target, .options = {.both_phases = options->both_phases}};
    Path path = {.all = graph_all(graph), .find = down ? find_downgrade : find_upgrade, .data = &data};
    return path_run(conninfo, &path, down, options, count, error);
}

bool
run_upgrade(const char *conninfo, const Graph *graph, const char *target, const RunOptions *options, int *count,
            GError **error)
{
    return run(conninfo, graph, target, false, options, count, error);
}

bool
run_downgrade(const char *conninfo, const Graph *graph, const char *target, const RunOptions *options, int *count,
              GError **error)
{
    return run(conninfo, graph, target, true, options, count, error);
}

static bool
find_given(void *data, GHashTable *applied, GPtrArray **out, GError **error)
{
    (void)error;
    GPtrArray *revisions = data;
    *out = g_ptr_array_new();
    for (guint i = 0; i < revisions->len; i++)
        if (g_hash_table_contains(applied, ((const Revision *)revisions->pdata[i])->id))
            g_ptr_array_add(*out, revisions->pdata[i]);
    return true;
}

bool
run_undo(const char *conninfo, const Graph *graph, GPtrArray *revisions, const RunOptions *options, GError **error)
{
    Path path = {.all = graph_all(graph), .find = find_given, .data = revisions};
    int count;
    return path_run(conninfo, &path, true, options, &count, error);
}

bool
run_ensure_version(const char *conninfo, const RunOptions *options, GError **error)
{
    g_autoptr(Runner) runner = NULL;
    bool exists = false;
    if (!runner_open(conninfo, options, &runner, error) ||
        !journal_exists(runner->connection, run_tables(options), &exists, error))
        return false;
    return exists || (lock_take(runner, error) && runner_begin(runner, error));
}
