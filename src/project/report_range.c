#include "project/report_range.h"

#include "project/revision_tree.h"
#include <string.h>

void
report_range_clear(ReportRange *range)
{
    g_clear_pointer(&range->from, source_free);
    g_clear_pointer(&range->to, source_free);
    g_clear_pointer(&range->declarations, source_free);
    g_clear_pointer(&range->graph, graph_free);
    g_clear_pointer(&range->tenants, graph_free);
    g_clear_pointer(&range->wanted, g_hash_table_unref);
    g_clear_pointer(&range->from_words, g_free);
    g_clear_pointer(&range->to_words, g_free);
}

/* A branch ----------------------------------------------------------------------------------------------------------
 */

/* The branch that others come from, as it is mostly called. */
static bool
find_base(PleatSession *session, char **from, GError **error)
{
    static const char *const USUAL[] = {"origin/HEAD", "origin/main", "origin/master", "main", "master", NULL};
    History *history = NULL;
    if (!session_history(session, &history, error))
        return false;
    for (const char *const *name = USUAL; history != NULL && *name != NULL; name++) {
        g_autofree char *commit = NULL;
        if (!history_commit(history, *name, &commit, NULL))
            continue;
        *from = g_strdup_printf("git:%s...HEAD", *name);
        return true;
    }
    if (history == NULL) {
        fail(error, PLEAT_ERROR_INPUT, "nothing says what the report is to start from: there is no git repository");
        return fail_hint(error, "pleat report REVISION...; --from and --to name any two sources");
    }
    fail(error, PLEAT_ERROR_INPUT,
         "nothing says what the report is to start from: there is no branch \"main\" or \"master\"");
    return fail_hint(error, "pleat report git:BRANCH... names another; --from and --to name any two sources");
}

static bool
load_all(const Graph *graph, GError **error)
{
    const GPtrArray *all = graph_all(graph);
    for (guint i = 0; i < all->len; i++)
        if (!revision_load(all->pdata[i], error))
            return false;
    return true;
}

static bool
read_graphs(PleatSession *session, ReportRange *range, GError **error)
{
    return session_graph(session, &range->graph, error) &&
           graph_read_tenants(session->revision_folder, &range->tenants, error);
}

static void
want_newer(const ReportRange *range, const Graph *graph)
{
    const GPtrArray *all = graph_all(graph);
    for (guint i = 0; i < all->len; i++)
        if (!tree_has_revision(range->from->tree, all->pdata[i]))
            g_hash_table_add(range->wanted, all->pdata[i]);
}

/* Those that the one tree has and the other has not, or has otherwise. */
static bool
choose_newer(PleatSession *session, ReportRange *range, GError **error)
{
    const bool at_commit = g_str_has_prefix(range->to->spelled, "git:");
    if (!(at_commit ? tree_read_graphs(session, range->to->tree, &range->graph, &range->tenants, error)
                    : read_graphs(session, range, error)) ||
        !load_all(range->graph, error) || !load_all(range->tenants, error))
        return false;
    want_newer(range, range->graph);
    want_newer(range, range->tenants);
    return true;
}

static bool
is_of_project(const Source *source)
{
    return strcmp(source->spelled, "schema") == 0 || g_str_has_prefix(source->spelled, "git:");
}

static bool
read_sources(PleatSession *session, const char *from, const char *to, ReportRange *range, GError **error)
{
    range->from_words = g_strdup(from);
    range->to_words = g_strdup(to);
    if (!source_open(session, from, &range->from, error) || !source_open(session, to, &range->to, error))
        return false;
    return !is_of_project(range->from) || !is_of_project(range->to) || choose_newer(session, range, error);
}

/* Revisions ---------------------------------------------------------------------------------------------------------
 */

static bool
resolve(const Graph *graph, const char *word, GPtrArray **found, GError **error)
{
    g_autoptr(GHashTable) nothing = g_hash_table_new(g_str_hash, g_str_equal);
    return (strchr(word, ':') != NULL ? graph_resolve_range : graph_resolve)(graph, word, nothing, found, error);
}

/* Those of the database; those of tenants, which lead to no schema, are wanted at once. */
static bool
find_named(ReportRange *range, const char *const *words, GHashTable *named, GError **error)
{
    for (; *words != NULL; words++) {
        g_autoptr(GPtrArray) found = NULL;
        g_autoptr(GError) problem = NULL;
        const bool own = resolve(range->graph, *words, &found, &problem);
        if (!own && !resolve(range->tenants, *words, &found, NULL)) {
            g_propagate_error(error, g_steal_pointer(&problem));
            return false;
        }
        for (guint i = 0; i < found->len; i++)
            g_hash_table_add(own ? named : range->wanted, found->pdata[i]);
    }
    if (g_hash_table_size(named) + g_hash_table_size(range->wanted) == 0)
        return fail(error, PLEAT_ERROR_INPUT, "no revision is named");
    return true;
}

static bool
reaches(const char *const *ids, GHashTable *set)
{
    for (; *ids != NULL; ids++)
        if (g_hash_table_contains(set, *ids))
            return true;
    return false;
}

/* Ids of what the named revisions stand on, themselves included. */
static GHashTable *
find_below(const ReportRange *range, GHashTable *named)
{
    GHashTable *below = g_hash_table_new(g_str_hash, g_str_equal);
    const GPtrArray *all = graph_all(range->graph);
    g_autoptr(GHashTable) needed = g_hash_table_new(g_str_hash, g_str_equal);
    for (guint i = all->len; i-- > 0;) {
        const Revision *revision = all->pdata[i];
        if (!g_hash_table_contains(named, revision) && !g_hash_table_contains(needed, revision->id))
            continue;
        g_hash_table_add(below, (gpointer)(guintptr)revision->id);
        const char *const *lists[] = {revision->after, revision->depends_on};
        for (size_t k = 0; k < G_N_ELEMENTS(lists); k++)
            for (const char *const *id = lists[k]; *id != NULL; id++)
                g_hash_table_add(needed, (gpointer)(guintptr)*id);
    }
    return below;
}

/* All below that neither is named nor stands on what is; what does stand on it is wanted, too. */
static GHashTable *
part(ReportRange *range, GHashTable *named, GHashTable *below)
{
    const GPtrArray *all = graph_all(range->graph);
    GHashTable *before = g_hash_table_new(g_str_hash, g_str_equal);
    g_autoptr(GHashTable) wanted_ids = g_hash_table_new(g_str_hash, g_str_equal);
    for (guint i = 0; i < all->len; i++) {
        Revision *revision = all->pdata[i];
        if (!g_hash_table_contains(below, revision->id))
            continue;
        if (g_hash_table_contains(named, revision) || reaches(revision->after, wanted_ids) ||
            reaches(revision->depends_on, wanted_ids)) {
            g_hash_table_add(wanted_ids, (gpointer)(guintptr)revision->id);
            g_hash_table_add(range->wanted, revision);
        } else {
            g_hash_table_add(before, (gpointer)(guintptr)revision->id);
        }
    }
    return before;
}

/* The schemas before and after them, replayed. */
static bool
read_revisions(PleatSession *session, const char *const *words, ReportRange *range, GError **error)
{
    g_autoptr(GHashTable) named = g_hash_table_new(NULL, NULL);
    if (!session_require_project(session, error) || !read_graphs(session, range, error) ||
        !load_all(range->graph, error) || !load_all(range->tenants, error) || !find_named(range, words, named, error))
        return false;
    g_autoptr(GHashTable) below = find_below(range, named);
    g_autoptr(GHashTable) before = part(range, named, below);
    range->from = source_replayed(before);
    range->to = source_replayed(below);
    range->to_words = g_strjoinv(" ", (char **)(guintptr)words);
    range->from_words = g_strdup("what they stand on");
    return source_open(session, "schema", &range->declarations, error);
}

/* The whole ---------------------------------------------------------------------------------------------------------
 */

static bool
open_range(PleatSession *session, const PleatReportOptions *options, ReportRange *range, GError **error)
{
    const char *const *words = options->words;
    const bool named = words != NULL && words[0] != NULL, sources = options->from != NULL || options->to != NULL;
    g_autofree char *from = NULL, *to = NULL;
    if (named && sources)
        return fail(error, PLEAT_ERROR_USAGE, "--from and --to take the place of \"%s\"", words[0]);
    if (named && words[1] == NULL && source_split_range(words[0], &from, &to))
        return read_sources(session, from, to, range, error);
    if (named)
        return read_revisions(session, words, range, error);
    if (options->from == NULL && (!session_require_project(session, error) || !find_base(session, &from, error)))
        return false;
    return read_sources(session, options->from == NULL ? from : options->from,
                        options->to == NULL ? "schema" : options->to, range, error);
}

bool
report_range_read(PleatSession *session, const PleatReportOptions *options, ReportRange *range, GError **error)
{
    range->wanted = g_hash_table_new(NULL, NULL);
    return open_range(session, options, range, error) && source_pair(session, range->from, range->to, error) &&
           source_read_edges(range->from, error) && source_read_edges(range->to, error);
}
