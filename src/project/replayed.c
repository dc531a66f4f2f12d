#include "project/replayed.h"

#include "catalog/catalog.h"
#include "project/cache.h"
#include "scratch/label.h"
#include "scratch/realise.h"
#include "scratch/surroundings.h"
#include "sql/reach.h"
#include <string.h>

static const char KIND[] = "replayed";
enum { KEPT = 32 };

static int
compare_roles(const void *left, const void *right)
{
    return strcmp(*(const char *const *)left, *(const char *const *)right);
}

/* What is kept has had the scope applied: what declarations add to it is part of its name. */
static void
append_scope(GString *out, const Scope *scope)
{
    if (scope->schemas == NULL)
        g_string_append(out, "everything\n");
    g_autoptr(GPtrArray) roles = g_ptr_array_new();
    for (const char *const *role = scope->roles; role != NULL && *role != NULL; role++)
        g_ptr_array_add(roles, (gpointer)(guintptr)*role);
    g_ptr_array_sort(roles, compare_roles);
    for (guint i = 0; i < roles->len; i++)
        g_string_append_printf(out, "role %s\n", (const char *)roles->pdata[i]);
    for (const char *const *table = scope->open; table != NULL && *table != NULL; table++)
        g_string_append_printf(out, "open %s\n", *table);
    for (const char *const *journal = scope->journals; journal != NULL && *journal != NULL; journal++)
        g_string_append_printf(out, "journal %s\n", *journal);
}

static void
append_revisions(GString *out, const char *word, GPtrArray *revisions)
{
    for (guint i = 0; revisions != NULL && i < revisions->len; i++) {
        const Revision *revision = revisions->pdata[i];
        g_autofree char *digest = revision_digest(revision);
        g_string_append_printf(out, "%s %s %s\n", word, revision->id, digest);
    }
}

/* undone (may be NULL): what is undone again behind them. */
static char *
path_of(PleatSession *session, GPtrArray *revisions, GPtrArray *undone, const Scope *scope, int major)
{
    g_autoptr(GString) detail = g_string_new(NULL);
    append_scope(detail, scope);
    append_revisions(detail, "revision", revisions);
    append_revisions(detail, "undone", undone);
    return cache_path(session, KIND, major, detail->str);
}

static void
keep(const char *path, const Schema *schema)
{
    static const char *const none[] = {NULL};
    cache_write(path, schema, none);
    cache_prune(KIND, KEPT);
}

void
replayed_keep(PleatSession *session, const Graph *graph, const Scope *scope, const Schema *schema)
{
    g_autofree char *path = path_of(session, graph_all(graph), NULL, scope, schema->major);
    keep(path, schema);
}

bool
replayed_is_kept(PleatSession *session, const Graph *graph, const Scope *scope, int major)
{
    g_autofree char *path = path_of(session, graph_all(graph), NULL, scope, major);
    return g_file_test(path, G_FILE_TEST_EXISTS);
}

static bool
find_ordered(const Graph *graph, const GPtrArray *ids, GPtrArray **out, GError **error)
{
    g_autoptr(GPtrArray) list = g_ptr_array_new();
    for (guint i = 0; i < ids->len; i++) {
        const Revision *revision = graph_find(graph, ids->pdata[i]);
        if (revision == NULL)
            return fail(error, PLEAT_ERROR_STATE, "revision %s is gone", (const char *)ids->pdata[i]);
        g_ptr_array_add(list, (gpointer)(guintptr)revision);
    }
    *out = g_steal_pointer(&list);
    return true;
}

/* What is to be run, in order: what a database of this history has run, or what leads to a target. */
static bool
find_revisions(const Source *source, const Graph *graph, GPtrArray **out, GError **error)
{
    g_autoptr(GHashTable) nothing = g_hash_table_new(g_str_hash, g_str_equal);
    const PathOptions options = {.both_phases = true};
    if (source->order != NULL)
        return find_ordered(graph, source->order, out, error);
    if (source->applied == NULL)
        return graph_upgrade_path(graph, nothing, source->target, &options, out, error);
    *out = g_ptr_array_new();
    GPtrArray *all = graph_all(graph);
    for (guint i = 0; i < all->len; i++)
        if (g_hash_table_contains(source->applied, ((const Revision *)all->pdata[i])->id))
            g_ptr_array_add(*out, all->pdata[i]);
    return true;
}

static bool
run_all(PleatSession *session, const Graph *graph, GPtrArray *revisions, GPtrArray *undone, const char *conninfo,
        GError **error)
{
    RunOptions options = session_run_options(session);
    options.both_phases = true;
    int count;
    for (guint i = 0; i < revisions->len; i++)
        if (!run_upgrade(conninfo, graph, ((const Revision *)revisions->pdata[i])->id, &options, &count, error))
            return false;
    return undone == NULL || run_undo(conninfo, graph, undone, &options, error);
}

/* Replaying must not touch what lives elsewhere: DROP SUBSCRIPTION drops the publisher's slot. */
static bool
stay_on_scratch(GPtrArray *revisions, bool down, GError **error)
{
    g_autoptr(GHashTable) let_go = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    for (guint i = 0; i < revisions->len; i++) {
        Revision *revision = revisions->pdata[i];
        if (!revision_load(revision, error))
            return false;
        Step *const *step = down ? revision->downgrade : revision->upgrade;
        for (; step != NULL && *step != NULL; step++)
            for (char **sql = (*step)->statements; (*step)->kind != STEP_COMMAND && *sql != NULL; sql++)
                if (statement_reaches_out(*sql, let_go))
                    return fail_reaching(error, "%s:%d", revision->path, (*step)->line);
    }
    return true;
}

static void
stand_in_for_labels(GPtrArray *revisions, bool down)
{
    for (guint i = 0; i < revisions->len; i++) {
        const Revision *revision = revisions->pdata[i];
        Step *const *step = down ? revision->downgrade : revision->upgrade;
        for (; step != NULL && *step != NULL; step++)
            for (char **sql = (*step)->statements; (*step)->kind != STEP_COMMAND && *sql != NULL; sql++) {
                g_autofree char *here = label_stand_in(*sql);
                if (here != NULL)
                    *sql = arena_strdup(revision->arena, here);
            }
    }
}

bool
replayed_prepare(GPtrArray *revisions, bool down, GError **error)
{
    if (!stay_on_scratch(revisions, down, error))
        return false;
    stand_in_for_labels(revisions, down);
    return true;
}

/* One try. lists: what runs, and what is undone then (NULL: nothing). */
static bool
replay_in(PleatSession *session, Source *source, const Graph *graph, GPtrArray *lists[2], int major, GError **error)
{
    Scratch *scratch = NULL;
    g_autofree char *conninfo = NULL, *name = NULL;
    if (!session_scratch(session, major, &scratch, error) ||
        !scratch_database_new(scratch, NULL, &conninfo, &name, error))
        return false;
    g_autoptr(PGconn) connection = NULL;
    bool ok = connection_open(conninfo, "pleat scratch", &connection, error);
    for (size_t i = 0; ok && session->config->manage_roles[i] != NULL; i++)
        ok = g_ascii_strcasecmp(session->config->manage_roles[i], "public") == 0 ||
             role_make(connection, session->config->manage_roles[i], error);
    ok = ok && run_all(session, graph, lists[0], lists[1], conninfo, error) &&
         catalog_reflect(connection, session->config->revision_schema, &source->schema, error);
    PQfinish(g_steal_pointer(&connection));
    if (!ok)
        return fail_within(error, "replaying the revisions on scratch");
    return scratch_database_drop(scratch, name, error);
}

/* A role that the revisions name and scratch does not have yet is made, and the run begun anew. */
static bool
replay(PleatSession *session, Source *source, const Graph *graph, GPtrArray *lists[2], int major, GError **error)
{
    for (;;) {
        g_autoptr(GError) problem = NULL;
        if (replay_in(session, source, graph, lists, major, &problem))
            return true;
        g_autoptr(PGconn) connection = NULL;
        Scratch *scratch = session->scratch;
        if (scratch != NULL && connection_open(scratch_conninfo(scratch), "pleat scratch", &connection, NULL) &&
            make_missing(connection, connection_sqlstate(), problem->message))
            continue;
        g_propagate_error(error, g_steal_pointer(&problem));
        return false;
    }
}

bool
replayed_get(PleatSession *session, Source *source, int major, GError **error)
{
    g_autoptr(Graph) graph = NULL;
    g_autoptr(GPtrArray) revisions = NULL, undone = NULL;
    if (!graph_read_rewritten(session->revision_folder, source->texts, &graph, error) ||
        !find_revisions(source, graph, &revisions, error) ||
        (source->undone != NULL && !find_ordered(graph, source->undone, &undone, error)))
        return false;
    g_autofree char *path = path_of(session, revisions, undone, source->scope, major);
    source->schema = cache_read(path, NULL);
    const bool is_new = source->schema == NULL;
    GPtrArray *lists[2] = {revisions, undone};
    for (int down = 0; is_new && down < 2 && lists[down] != NULL; down++)
        if (!replayed_prepare(lists[down], down, error))
            return false;
    if (is_new && !replay(session, source, graph, lists, major, error))
        return false;
    scope_apply(source->scope, source->schema);
    if (is_new)
        keep(path, source->schema);
    return true;
}
