#include "project/replayed.h"
#include "project/stair_dump.h"
#include "project/stair_pool.h"
#include "project/stair_report.h"
#include "scratch/surroundings.h"
#include <string.h>

enum { USUAL_ROWS = 50 };

/* Is the file in the commit's tree as it is now? */
static bool
is_old(const PleatSession *session, FileTree *tree, const Revision *revision, bool *out, GError **error)
{
    g_autofree char *name = g_path_get_basename(revision->path);
    g_autofree char *path = g_build_filename("revisions", name, NULL), *text = NULL;
    g_autofree char *here = g_build_filename(session->config->directory, path, NULL);
    g_autoptr(GBytes) then = NULL;
    gsize length;
    *out = false;
    if (!file_tree_has(tree, path))
        return true;
    if (!file_tree_read(tree, path, &then, error))
        return false;
    *out = g_file_get_contents(here, &text, &length, NULL) && length == g_bytes_get_size(then) &&
           memcmp(text, g_bytes_get_data(then, NULL), length) == 0;
    return true;
}

static bool
choose_since(PleatSession *session, const char *since, GArray *stairs, GError **error)
{
    History *history = NULL;
    g_autoptr(FileTree) tree = NULL;
    if (!session_history(session, &history, error))
        return false;
    if (history == NULL)
        return fail(error, PLEAT_ERROR_INPUT, "--since %s: no git repository at %s", since, session->config->directory);
    if (!history_tree(history, since, NULL, &tree, error))
        return false;
    for (guint i = 0; i < stairs->len; i++) {
        Stair *stair = &g_array_index(stairs, Stair, i);
        bool old;
        if (!is_old(session, tree, stair->revision, &old, error))
            return false;
        stair->chosen = stair->chosen && !old;
    }
    return true;
}

static bool
choose_named(const Graph *graph, const char *const *symbols, GArray *stairs, GError **error)
{
    g_autoptr(GHashTable) nothing = g_hash_table_new(g_str_hash, g_str_equal), chosen = g_hash_table_new(NULL, NULL);
    for (; *symbols != NULL; symbols++) {
        g_autoptr(GPtrArray) found = NULL;
        if (!(strchr(*symbols, ':') != NULL ? graph_resolve_range : graph_resolve)(graph, *symbols, nothing, &found,
                                                                                   error))
            return false;
        for (guint i = 0; i < found->len; i++)
            g_hash_table_add(chosen, found->pdata[i]);
    }
    for (guint i = 0; i < stairs->len; i++) {
        Stair *stair = &g_array_index(stairs, Stair, i);
        stair->chosen = g_hash_table_contains(chosen, stair->revision);
    }
    return true;
}

static void
stair_clear(gpointer data)
{
    g_free(((Stair *)data)->outcome.text);
}

static GArray *
stairs_new(void)
{
    GArray *stairs = g_array_new(FALSE, TRUE, sizeof(Stair));
    g_array_set_clear_func(stairs, stair_clear);
    return stairs;
}

/* Nothing that is tried stands on what comes after the last one. */
static void
forget_rest(GArray *stairs)
{
    guint count = stairs->len;
    while (count > 0 && !g_array_index(stairs, Stair, count - 1).chosen)
        count--;
    g_array_set_size(stairs, count);
}

static bool
choose(PleatSession *session, const Graph *graph, const PleatTestOptions *options, GArray *stairs, GError **error)
{
    const GPtrArray *all = graph_all(graph);
    for (guint i = 0; i < all->len; i++) {
        const Stair stair = {.revision = all->pdata[i], .chosen = true};
        g_array_append_val(stairs, stair);
    }
    if (options->revisions != NULL && options->revisions[0] != NULL &&
        !choose_named(graph, options->revisions, stairs, error))
        return false;
    if (options->since != NULL && !choose_since(session, options->since, stairs, error))
        return false;
    forget_rest(stairs);
    return true;
}

/* "13,15,18" as numbers, each once; none where nothing is asked: the newest server is tried then. */
static bool
read_majors(const char *text, GArray *majors, GError **error)
{
    const int newest = 0;
    g_auto(GStrv) words = g_strsplit(text == NULL ? "" : text, ",", -1);
    for (char **word = words; *word != NULL; word++) {
        guint64 major;
        if (!g_ascii_string_to_unsigned(g_strstrip(*word), 10, 1, 999, &major, NULL))
            return fail(error, PLEAT_ERROR_USAGE, "--pg %s: major versions of PostgreSQL, such as 13,15,18", text);
        const int number = (int)major;
        bool known = false;
        for (guint i = 0; i < majors->len; i++)
            known = known || g_array_index(majors, int, i) == number;
        if (!known)
            g_array_append_val(majors, number);
    }
    if (majors->len == 0)
        g_array_append_val(majors, newest);
    return true;
}

/* The same stairs on each server: all of the first, then all of the next. */
static GArray *
stairs_on(const GArray *stairs, const GArray *majors)
{
    GArray *all = stairs_new();
    for (guint i = 0; i < majors->len; i++)
        for (guint k = 0; k < stairs->len; k++) {
            Stair stair = g_array_index(stairs, Stair, k);
            stair.major = g_array_index(majors, int, i);
            g_array_append_val(all, stair);
        }
    return all;
}

static bool
make_roles(PleatSession *session, const Scratch *scratch, GError **error)
{
    g_autoptr(PGconn) connection = NULL;
    if (!connection_open(scratch_conninfo(scratch), "pleat test", &connection, error))
        return false;
    for (size_t i = 0; session->config->manage_roles[i] != NULL; i++)
        if (g_ascii_strcasecmp(session->config->manage_roles[i], "public") != 0 &&
            !role_make(connection, session->config->manage_roles[i], error))
            return false;
    return true;
}

static bool
climb_on(const StairReport *report, const Graph *graph, const PleatTestOptions *options, Stair *stairs, guint count,
         GError **error)
{
    PleatSession *session = report->session;
    Scratch *scratch = NULL;
    g_autofree char *pg_dump = NULL;
    if (!session_scratch(session, stairs->major, &scratch, error) || !make_roles(session, scratch, error))
        return false;
    for (guint i = 0; i < count; i++)
        stairs[i].major = scratch_major(scratch);
    pg_dump = stair_dump_program(scratch_major(scratch));
    if (pg_dump == NULL)
        session_note(session, "no pg_dump for PostgreSQL %d: landings are compared without it\n",
                     scratch_major(scratch));
    const StairPlan plan = {session, graph, pg_dump, options->data, options->rows >= 0 ? options->rows : USUAL_ROWS};
    const int jobs = options->jobs > 0 ? options->jobs : (int)g_get_num_processors();
    return stair_pool_run(&plan, stairs, count, jobs, stair_report_line, (void *)(guintptr)report, error);
}

/* One server after the other: each has the processors to itself. */
static bool
climb_all(const StairReport *report, const Graph *graph, const PleatTestOptions *options, GArray *stairs,
          GError **error)
{
    const guint count = stairs->len / report->servers;
    for (guint i = 0; i < report->servers; i++) {
        Stair *first = &g_array_index(stairs, Stair, i * count);
        if (!climb_on(report, graph, options, first, count, error))
            return report->servers == 1 ? false : fail_within(error, "PostgreSQL %d", first->major);
        if (i + 1 < report->servers)
            g_clear_pointer(&report->session->scratch, scratch_stop);
    }
    return true;
}

bool
pleat_test(PleatSession *session, const PleatTestOptions *options, PleatOutcome *outcome, GError **error)
{
    g_autoptr(Graph) graph = NULL;
    g_autoptr(GArray) majors = g_array_new(FALSE, FALSE, sizeof(int)), chosen = stairs_new();
    if (!read_majors(options->servers, majors, error) || !session_require_project(session, error) ||
        !session_graph(session, &graph, error) || !replayed_prepare(graph_all(graph), false, error) ||
        !replayed_prepare(graph_all(graph), true, error) || !choose(session, graph, options, chosen, error))
        return false;
    g_autoptr(GArray) stairs = stairs_on(chosen, majors);
    const StairReport report = {session, majors->len};
    if (stair_report_count(stairs) > 0 && !climb_all(&report, graph, options, stairs, error))
        return false;
    *outcome = stair_report(&report, stairs) ? PLEAT_CLEAN : PLEAT_FINDINGS;
    return true;
}
