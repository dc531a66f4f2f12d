#include "project/source.h"

#include "base/quit.h"
#include "catalog/catalog.h"
#include "diff/renames.h"
#include "diff/spelled.h"
#include "project/realisation.h"
#include "project/replayed.h"
#include "scratch/realise.h"
#include "yaml/load.h"
#include "yaml/unread.h"
#include <string.h>

/* Everything here is the thread's until it has been joined, but for unwanted. */
struct Reading {
    GThread *thread;
    char *conninfo, *own_schema;
    int unwanted; /* atomic */
    PGconn *connection;
    Catalog *catalog;
    Schema *schema;
    GError *problem;
};

/* Without edges: a comparison that finds nothing never needs them. */
static void *
read_database(void *data)
{
    Reading *reading = data;
    quit_heed(&reading->unwanted);
    if (connection_open(reading->conninfo, "pleat", &reading->connection, &reading->problem))
        catalog_begin(reading->connection, reading->own_schema, &reading->catalog, &reading->schema, &reading->problem);
    return NULL;
}

static Reading *
reading_start(const char *conninfo, const char *own_schema)
{
    Reading *reading = g_new0(Reading, 1);
    reading->conninfo = g_strdup(conninfo);
    reading->own_schema = g_strdup(own_schema);
    reading->thread = g_thread_new("reflect", read_database, reading);
    return reading;
}

/* Joined; the caller has taken what he wants of it. */
static void
reading_free(Reading *reading)
{
    catalog_close(reading->catalog);
    PQfinish(reading->connection);
    schema_free(reading->schema);
    g_clear_error(&reading->problem);
    g_free(reading->conninfo);
    g_free(reading->own_schema);
    g_free(reading);
}

bool
source_await(Source *source, GError **error)
{
    Reading *reading = g_steal_pointer(&source->reading);
    if (reading == NULL)
        return true;
    g_thread_join(reading->thread);
    bool ok = reading->problem == NULL;
    if (ok) {
        source->connection = g_steal_pointer(&reading->connection);
        source->catalog = g_steal_pointer(&reading->catalog);
        source->schema = g_steal_pointer(&reading->schema);
        source->major = connection_major(source->connection);
    } else
        g_propagate_error(error, g_steal_pointer(&reading->problem));
    reading_free(reading);
    return ok;
}

void
source_free(Source *source)
{
    if (source == NULL)
        return;
    if (source->reading != NULL) {
        g_atomic_int_set(&source->reading->unwanted, 1);
        source_await(source, NULL);
    }
    catalog_close(source->catalog);
    PQfinish(source->connection);
    schema_free(source->schema);
    schema_free(source->declared);
    file_tree_free(source->tree);
    arena_free(source->arena);
    g_clear_pointer(&source->applied, g_hash_table_unref);
    g_clear_pointer(&source->order, g_ptr_array_unref);
    g_clear_pointer(&source->undone, g_ptr_array_unref);
    g_clear_pointer(&source->texts, g_hash_table_unref);
    g_free(source->target);
    g_free(source->conninfo);
    g_free(source->spelled);
    g_free(source->text);
    g_free(source);
}

static bool
open_database(PleatSession *session, const char *name, Source *source, GError **error)
{
    source->kind = SOURCE_DATABASE;
    if (!session_database(session, name, &source->conninfo, error))
        return false;
    source->reading = reading_start(source->conninfo, session->config->revision_schema);
    return true;
}

/* Who depends on whom, from the snapshot of the reading. */
bool
source_read_edges(Source *source, GError **error)
{
    if (source->catalog == NULL)
        return true;
    bool ok = catalog_read_edges(source->catalog, source->schema, error);
    catalog_close(g_steal_pointer(&source->catalog));
    PQfinish(g_steal_pointer(&source->connection));
    return ok;
}

static bool
load_declarations(PleatSession *session, const char *prefix, Source *source, GError **error)
{
    g_autoptr(Problems) problems = problems_new();
    source->declared = declarations_load(source->tree, prefix, session->config, 0, problems);
    return problems_raise(problems, error);
}

static void
note_unread(PleatSession *session, FileTree *tree, const char *prefix)
{
    g_autoptr(Problems) problems = problems_new();
    unread_warn(tree, prefix, problems);
    g_autofree char *text = problems_format(problems);
    if (problems_count(problems) > 0)
        session_note(session, "%s\n", g_strchomp(text));
}

/* The tree at a commit, or at the best common ancestor of two: main...HEAD, or main... */
static bool
open_tree(History *history, const char *rev, FileTree **tree, GError **error)
{
    const char *dots = strstr(rev, "...");
    if (dots == NULL)
        return history_tree(history, rev, NULL, tree, error);
    g_autofree char *left = g_strndup(rev, (size_t)(dots - rev)), *base = NULL;
    const char *right = dots + strlen("...");
    return history_merge_base(history, *left == '\0' ? "HEAD" : left, *right == '\0' ? "HEAD" : right, &base, error) &&
           history_tree(history, base, NULL, tree, error);
}

/* What git is about to commit. */
static bool
open_staged(PleatSession *session, Source *source, GError **error)
{
    g_autofree char *prefix = session_place_prefix(session, session->config->directory);
    History *history = NULL;
    source->kind = SOURCE_DECLARATIONS;
    if (!session_require_project(session, error) || !session_history(session, &history, error))
        return false;
    if (history == NULL)
        return fail(error, PLEAT_ERROR_INPUT, "staged: no git repository at %s", session->config->directory);
    return history_staged(history, &source->tree, error) && load_declarations(session, prefix, source, error);
}

static bool
open_declarations(PleatSession *session, const char *directory, const char *rev, Source *source, GError **error)
{
    source->kind = SOURCE_DECLARATIONS;
    g_autofree char *prefix = session_place_prefix(session, directory);
    History *history = NULL;
    if (rev == NULL && !file_tree_open_directory(directory, &source->tree, error))
        return false;
    if (rev != NULL) {
        if (!session_history(session, &history, error))
            return false;
        if (history == NULL)
            return fail(error, PLEAT_ERROR_INPUT, "%s: no git repository at %s", source->spelled, directory);
        if (!open_tree(history, rev, &source->tree, error))
            return false;
    }
    if (rev == NULL)
        note_unread(session, source->tree, prefix);
    return load_declarations(session, prefix, source, error);
}

bool
source_open_rewritten(PleatSession *session, GHashTable *texts, Source **out, GError **error)
{
    g_autoptr(Source) source = g_new0(Source, 1);
    *source = (Source){.kind = SOURCE_DECLARATIONS, .spelled = g_strdup("schema"), .arena = arena_new()};
    const char *directory = session->config->directory;
    g_autofree char *prefix = session_place_prefix(session, directory);
    if (!file_tree_open_directory(directory, &source->tree, error))
        return false;
    GHashTableIter iterator;
    gpointer path, text;
    g_hash_table_iter_init(&iterator, texts);
    while (g_hash_table_iter_next(&iterator, &path, &text)) {
        g_autoptr(GBytes) content = g_bytes_new_take(g_strdup(text), strlen(text)); /* with an uncounted NUL */
        if (g_str_has_prefix(path, directory))
            file_tree_replace(source->tree, (const char *)path + strlen(directory) + 1, content);
    }
    if (!load_declarations(session, prefix, source, error))
        return false;
    *out = g_steal_pointer(&source);
    return true;
}

static Source *
new_revisions(const char *spelled)
{
    Source *source = g_new0(Source, 1);
    source->kind = SOURCE_REVISIONS;
    source->spelled = g_strdup(spelled);
    source->arena = arena_new();
    return source;
}

Source *
source_replayed(GHashTable *applied)
{
    Source *source = new_revisions("revisions");
    source->applied = g_hash_table_ref(applied);
    return source;
}

Source *
source_replayed_in_order(const char *spelled, GPtrArray *ids)
{
    Source *source = new_revisions(spelled);
    source->order = g_ptr_array_ref(ids);
    return source;
}

Source *
source_draft(const char *spelled, GHashTable *texts, GPtrArray *ids, GPtrArray *undone)
{
    Source *source = source_replayed_in_order(spelled, ids);
    source->texts = texts == NULL ? NULL : g_hash_table_ref(texts);
    source->undone = undone == NULL ? NULL : g_ptr_array_ref(undone);
    return source;
}

/* Loaded in a scratch database of the other side's version. */
static bool
load_file(PleatSession *session, Source *source, int major, GError **error)
{
    Scratch *scratch = NULL;
    g_autofree char *conninfo = NULL, *name = NULL;
    if (!session_scratch(session, major, &scratch, error) ||
        !scratch_database_new(scratch, NULL, &conninfo, &name, error))
        return false;
    g_autoptr(PGconn) connection = NULL;
    bool ok = connection_open(conninfo, "pleat scratch", &connection, error) &&
              realise_sql(connection, source->spelled + strlen("file:"), source->text, error) &&
              catalog_reflect(connection, session->config->revision_schema, &source->schema, error);
    PQfinish(g_steal_pointer(&connection));
    if (!scratch_database_drop(scratch, name, ok ? error : NULL) || !ok)
        return false;
    scope_apply(source->scope, source->schema);
    return true;
}

static bool
open_file(PleatSession *session, const char *path, Source *source, GError **error)
{
    g_autofree char *full = g_canonicalize_filename(path, session->directory);
    source->kind = SOURCE_FILE;
    g_autoptr(GError) problem = NULL;
    if (!g_file_get_contents(full, &source->text, NULL, &problem))
        return fail(error, PLEAT_ERROR_INPUT, "cannot read %s: %s", path, problem->message);
    return true;
}

bool
source_open(PleatSession *session, const char *spelled, Source **out, GError **error)
{
    g_autoptr(Source) source = g_new0(Source, 1);
    source->spelled = g_strdup(spelled);
    source->arena = arena_new();
    bool ok;
    g_autofree char *directory = g_canonicalize_filename(spelled, session->directory);
    if (strcmp(spelled, "schema") == 0)
        ok = session_require_project(session, error) &&
             open_declarations(session, session->config->directory, NULL, source, error);
    else if (g_str_has_prefix(spelled, "git:"))
        ok = session_require_project(session, error) &&
             open_declarations(session, session->config->directory, spelled + strlen("git:"), source, error);
    else if (strcmp(spelled, "staged") == 0)
        ok = open_staged(session, source, error);
    else if (strcmp(spelled, "revisions") == 0 || g_str_has_prefix(spelled, "revisions:")) {
        source->kind = SOURCE_REVISIONS;
        source->target = g_strdup(spelled[strlen("revisions")] == ':' ? spelled + strlen("revisions:") : "heads");
        ok = session_require_project(session, error);
    } else if (g_str_has_prefix(spelled, "file:"))
        ok = open_file(session, spelled + strlen("file:"), source, error);
    else if (strcmp(spelled, "db") == 0)
        ok = open_database(session, NULL, source, error);
    else if (g_str_has_prefix(spelled, "db:"))
        ok = open_database(session, spelled + strlen("db:"), source, error);
    else if (strchr(spelled, '=') == NULL && strstr(spelled, "://") == NULL &&
             g_file_test(directory, G_FILE_TEST_IS_DIR))
        ok = open_declarations(session, directory, NULL, source, error);
    else
        ok = open_database(session, spelled, source, error);
    if (!ok)
        return false;
    *out = g_steal_pointer(&source);
    return true;
}

bool
source_split_range(const char *spelled, char **from, char **to)
{
    const char *dots = spelled == NULL || !g_str_has_prefix(spelled, "git:") ? NULL : strstr(spelled, "..");
    if (dots == NULL)
        return false;
    const char *right = dots + strspn(dots, ".");
    bool is_base = right - dots == 3;
    if (g_str_has_prefix(right, "git:"))
        right += strlen("git:");
    *to = g_strconcat("git:", *right == '\0' ? "HEAD" : right, NULL);
    g_autofree char *left = g_strndup(spelled, (size_t)(dots - spelled));
    *from = is_base ? g_strconcat(left, "...", right, NULL) : g_strdup(strcmp(left, "git:") == 0 ? "git:HEAD" : left);
    return true;
}

bool
source_realise(PleatSession *session, Source *source, int major, GError **error)
{
    source->scope = session_scope(session, source->arena, source->declared);
    return realisation_get(session, source, NULL, major, error);
}

bool
source_spelled_alike(PleatSession *session, Source *database, Source *declarations)
{
    Scope *scope = session_scope(session, database->arena, declarations->declared);
    scope_apply(scope, database->schema);
    scope_apply(scope, declarations->declared);
    g_autoptr(GHashTable) different = spelled_differently(declarations->declared, database->schema);
    return g_hash_table_size(different) == 0;
}

bool
source_pair(PleatSession *session, Source *from, Source *to, GError **error)
{
    if (!source_await(from, error) || !source_await(to, error))
        return false;
    int major = from->major != 0 ? from->major : to->major;
    if (!source_read_edges(from, error) || !source_read_edges(to, error))
        return false;
    if (from->major != 0 && to->major != 0 && from->major != to->major)
        return fail(error, PLEAT_ERROR_STATE, "%s is PostgreSQL %d and %s is %d: their catalogs cannot be compared",
                    from->spelled, from->major, to->spelled, to->major);
    Schema *declared = to->declared != NULL ? to->declared : from->declared != NULL ? from->declared : from->roles_of;
    bool managed = declared != NULL || from->kind == SOURCE_REVISIONS || to->kind == SOURCE_REVISIONS;
    from->scope = to->scope =
        managed ? session_scope(session, from->arena, declared) : arena_new_one(from->arena, Scope);
    if (!managed)
        *from->scope = scope_all;
    if (from->everything)
        *from->scope = (Scope){.owners = session->config->manage_owners, .comments = true, .labels = true};
    for (Source *source = from;; source = to) {
        if (source->schema != NULL)
            scope_apply(source->scope, source->schema);
        if (source == to)
            break;
    }
    if ((from->kind == SOURCE_REVISIONS && !replayed_get(session, from, major, error)) ||
        (to->kind == SOURCE_REVISIONS && !replayed_get(session, to, major, error)) ||
        (from->kind == SOURCE_FILE && !load_file(session, from, major, error)) ||
        (to->kind == SOURCE_FILE && !load_file(session, to, major, error)))
        return false;
    if ((from->schema == NULL && !realisation_get(session, from, to->schema == NULL ? NULL : to, major, error)) ||
        (to->schema == NULL && !realisation_get(session, to, from, major, error)))
        return false;
    if (to->kind == SOURCE_DECLARATIONS && !session->config->rename_existing)
        renames_avoid(from->schema, to->schema);
    return true;
}
