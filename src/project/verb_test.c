#include "project/replayed.h"
#include "project/stair_dump.h"
#include "project/stair_pool.h"
#include "project/stair_report.h"
#include "project/stair_tenants.h"
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
resolve(const Graph *graph, const char *symbol, GPtrArray **found, GError **error)
{
    g_autoptr(GHashTable) nothing = g_hash_table_new(g_str_hash, g_str_equal);
    return (strchr(symbol, ':') != NULL ? graph_resolve_range : graph_resolve)(graph, symbol, nothing, found, error);
}

/* Symbols are those of the database's revisions; those of tenants where these know no such. */
static bool
choose_named(Graph *const graphs[2], const char *const *symbols, GArray *stairs, GError **error)
{
    g_autoptr(GHashTable) chosen = g_hash_table_new(NULL, NULL);
    for (; *symbols != NULL; symbols++) {
        g_autoptr(GPtrArray) found = NULL;
        g_autoptr(GError) problem = NULL;
        if (!resolve(graphs[0], *symbols, &found, &problem) && !resolve(graphs[1], *symbols, &found, NULL)) {
            g_propagate_error(error, g_steal_pointer(&problem));
            return false;
        }
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

/* Those of the database, then those of tenants. */
static bool
choose(PleatSession *session, Graph *const graphs[2], const PleatTestOptions *options, GArray *stairs, GError **error)
{
    for (int tenants = 0; tenants < 2; tenants++) {
        const GPtrArray *all = graph_all(graphs[tenants]);
        for (guint i = 0; i < all->len; i++) {
            const Stair stair = {.revision = all->pdata[i], .chosen = true};
            g_array_append_val(stairs, stair);
        }
    }
    if (options->revisions != NULL && options->revisions[0] != NULL &&
        !choose_named(graphs, options->revisions, stairs, error))
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
prepare(const Graph *graph, GError **error)
{
    return replayed_prepare(graph_all(graph), false, error) && replayed_prepare(graph_all(graph), true, error);
}

/* What one says after what others said. */
static void
add_missing(GError **missing, const GError *problem)
{
    if (*missing == NULL) {
        *missing = g_error_copy(problem);
        return;
    }
    char *both = g_strdup_printf("%s\n%s", (*missing)->message, problem->message);
    g_free((*missing)->message);
    (*missing)->message = both;
}

typedef struct {
    StairReport *report;
    Graph *const *graphs; /* of the database, and of tenants */
    const PleatTestOptions *options;
} Climb;

static bool
climb_graph(const Climb *climb, const StairPlan *plan, Stair *stairs, guint count, GError **error)
{
    const int jobs = climb->options->jobs > 0 ? climb->options->jobs : (int)g_get_num_processors();
    return count == 0 || stair_pool_run(plan, stairs, count, jobs, stair_report_line, climb->report, error);
}

static guint
count_chosen(const Stair *stairs, guint count)
{
    guint chosen = 0;
    for (guint i = 0; i < count; i++)
        chosen += stairs[i].chosen;
    return chosen;
}

/* On the server that runs: those of the database, then those of tenants on what all of the former lead to. */
static bool
climb_here(const Climb *climb, Stair *stairs, guint count, GError **error)
{
    PleatSession *session = climb->report->session;
    const PleatTestOptions *options = climb->options;
    const int major = scratch_major(session->scratch);
    g_autofree char *pg_dump = stair_dump_program(major), *ground = NULL;
    guint own = 0;
    if (pg_dump == NULL)
        session_note(session, "no pg_dump for PostgreSQL %d: landings are compared without it\n", major);
    while (own < count && !stairs[own].revision->tenant)
        own++;
    StairPlan plan = {.session = session,
                      .graph = climb->graphs[0],
                      .pg_dump = pg_dump,
                      .data = options->data,
                      .rows = options->rows >= 0 ? options->rows : USUAL_ROWS};
    if (!climb_graph(climb, &plan, stairs, count_chosen(stairs, own) > 0 ? own : 0, error))
        return false;
    if (own == count)
        return true;
    g_auto(GStrv) names = stair_tenants(session);
    if (!stair_tenants_ground(&plan, names, &ground, error))
        return fail_within(error, "what tenants' revisions stand on");
    plan.graph = climb->graphs[1];
    plan.ground = ground;
    plan.tenants = (const char *const *)names;
    return climb_graph(climb, &plan, stairs + own, count - own, error) &&
           scratch_database_drop(session->scratch, ground, error);
}

/* False with *missing: the server is not to be had here. */
static bool
climb_on(const Climb *climb, Stair *stairs, guint count, bool *missing, GError **error)
{
    PleatSession *session = climb->report->session;
    Scratch *scratch = NULL;
    *missing = !session_scratch(session, stairs->major, &scratch, error);
    if (*missing || !make_roles(session, scratch, error))
        return false;
    for (guint i = 0; i < count; i++)
        stairs[i].major = scratch_major(scratch);
    return climb_here(climb, stairs, count, error);
}

/* One server after the other: each has the processors to itself. A server that is missing keeps no other from its turn;
 * *missing tells of all of them then. */
static bool
climb_all(const Climb *climb, GArray *stairs, GError **missing, GError **error)
{
    const guint servers = climb->report->servers, count = stairs->len / servers;
    for (guint i = 0; i < servers; i++) {
        Stair *first = &g_array_index(stairs, Stair, i * count);
        g_autoptr(GError) problem = NULL;
        bool is_missing = false;
        if (i > 0)
            g_clear_pointer(&climb->report->session->scratch, scratch_stop);
        if (climb_on(climb, first, count, &is_missing, &problem))
            continue;
        if (servers > 1)
            fail_within(&problem, "PostgreSQL %d", first->major);
        if (!is_missing || servers == 1 || g_error_matches(problem, PLEAT_ERROR, PLEAT_ERROR_INTERRUPTED)) {
            g_propagate_error(error, g_steal_pointer(&problem));
            return false;
        }
        for (guint k = 0; k < count; k++)
            first[k].chosen = false;
        climb->report->missing++;
        add_missing(missing, problem);
    }
    return true;
}

bool
pleat_test(PleatSession *session, const PleatTestOptions *options, PleatOutcome *outcome, GError **error)
{
    g_autoptr(Graph) graph = NULL, tenants = NULL;
    g_autoptr(GArray) majors = g_array_new(FALSE, FALSE, sizeof(int)), chosen = stairs_new();
    g_autoptr(GError) missing = NULL;
    if (!read_majors(options->servers, majors, error) || !session_require_project(session, error) ||
        !session_graph(session, &graph, error) || !graph_read_tenants(session->revision_folder, &tenants, error) ||
        !prepare(graph, error) || !prepare(tenants, error))
        return false;
    Graph *const graphs[] = {graph, tenants};
    if (!choose(session, graphs, options, chosen, error))
        return false;
    g_autoptr(GArray) stairs = stairs_on(chosen, majors);
    StairReport report = {session, majors->len, 0};
    const Climb climb = {&report, graphs, options};
    if (stair_report_count(stairs) > 0 && !climb_all(&climb, stairs, &missing, error))
        return false;
    if (report.missing == report.servers) {
        g_propagate_error(error, g_steal_pointer(&missing));
        return false;
    }
    *outcome = stair_report(&report, stairs) ? PLEAT_CLEAN : PLEAT_FINDINGS;
    if (missing == NULL)
        return true;
    g_propagate_error(error, g_steal_pointer(&missing));
    return false;
}
