#include "project/session.h"

#include "base/problem.h"
#include "base/quit.h"
#include "base/spell.h"
#include "model/journals.h"
#include "model/privileges.h"
#include "model/quarantine.h"
#include "project/cache.h"
#include "revision/replaces.h"
#include "scratch/dev.h"
#include "scratch/surroundings.h"
#include <string.h>

PleatFault
pleat_fault(const GError *error)
{
    if (error->domain != PLEAT_ERROR)
        return PLEAT_FAULT_INPUT;
    switch ((PleatErrorCode)error->code) {
    case PLEAT_ERROR_SERVER:
    case PLEAT_ERROR_CONCURRENT:
        return PLEAT_FAULT_SERVER;
    case PLEAT_ERROR_INTERRUPTED:
        return PLEAT_FAULT_INTERRUPTED;
    case PLEAT_ERROR_INTERNAL:
        return PLEAT_FAULT_INTERNAL;
    default:
        return PLEAT_FAULT_INPUT;
    }
}

const char *
pleat_version(void)
{
    return PLEAT_VERSION;
}

const char *
pleat_did_you_mean(const char *word, const char *const *words)
{
    return problem_did_you_mean(word, words);
}

char *
pleat_printable(const char *text)
{
    return spell_controls(text, "\n\t");
}

void
pleat_catch_signals(void)
{
    quit_watch();
}

int
session_columns(const PleatSession *session)
{
    if (session->options.columns == NULL || session->options.note == NULL || session->options.quiet)
        return 0;
    return session->options.columns(session->options.data);
}

/* Blanks stand over what the last line had more. */
void
session_show(PleatSession *session, const char *line)
{
    g_autofree char *plain = spell_controls(line, "");
    int columns = (int)g_utf8_strlen(plain, -1);
    if (session->shown == 0 && columns == 0)
        return;
    g_autofree char *text =
        g_strdup_printf("\r%s%*s%s", plain, MAX(session->shown - columns, 0), "", columns == 0 ? "\r" : "");
    session->options.note(session->options.data, text);
    session->shown = columns;
}

/* Colors are pleat's own, where there are any. */
static char *
printable(const PleatSession *session, const char *text)
{
    return session->options.color ? spell_for_terminal(text) : pleat_printable(text);
}

void
session_write_text(PleatSession *session, const char *text)
{
    if (session->kept != NULL) {
        g_string_append(session->kept, text);
        return;
    }
    session_show(session, "");
    g_autofree char *shown = session->options.width > 0 ? printable(session, text) : NULL;
    session->options.write(session->options.data, shown != NULL ? shown : text);
}

void
session_write(PleatSession *session, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    g_autofree char *text = g_strdup_vprintf(format, args), *shown = printable(session, text);
    va_end(args);
    session_write_text(session, shown);
}

void
session_note(PleatSession *session, const char *format, ...)
{
    if (session->options.quiet || session->options.note == NULL)
        return;
    va_list args;
    va_start(args, format);
    g_autofree char *text = g_strdup_vprintf(format, args), *shown = pleat_printable(text);
    va_end(args);
    session_show(session, "");
    session->options.note(session->options.data, shown);
}

bool
session_has_format(const PleatSession *session, const char *format)
{
    return g_strcmp0(session->options.format, format) == 0;
}

/* As the user would name it where the command was started: errors name its files. */
static char *
revision_folder_of(const PleatSession *session)
{
    g_autofree char *here = g_get_current_dir();
    g_autofree char *folder = g_build_filename(session->config->directory, "revisions", NULL);
    size_t inside = strlen(here);
    bool near = g_str_has_prefix(folder, here) && folder[inside] == '/';
    return g_strdup(near ? folder + inside + 1 : folder);
}

bool
pleat_session_open(const PleatSessionOptions *options, PleatSession **out, GError **error)
{
    g_autoptr(PleatSession) session = g_new0(PleatSession, 1);
    session->options = *options;
    const char *const *tenant = options->tenant;
    session->tenant = tenant != NULL && tenant[0] != NULL && tenant[1] == NULL ? tenant[0] : NULL;
    session->directory = g_canonicalize_filename(options->directory == NULL ? "." : options->directory, NULL);
    if (!g_file_test(session->directory, G_FILE_TEST_IS_DIR))
        return fail(error, PLEAT_ERROR_USAGE, "no directory \"%s\"", session->directory);
    g_autoptr(Problems) problems = problems_new();
    if (!config_read(options->config, session->directory, problems, &session->config, error) ||
        !problems_raise(problems, error))
        return false;
    session->revision_folder = revision_folder_of(session);
    *out = g_steal_pointer(&session);
    return true;
}

enum { HISTORIES_KEPT = 32 }; /* of all repositories */

static void
keep_history(const PleatSession *session)
{
    if (session->history != NULL && history_keep(session->history))
        cache_prune(CACHE_HISTORY, HISTORIES_KEPT);
}

void
pleat_session_close(PleatSession *session)
{
    if (session == NULL)
        return;
    scratch_stop(session->scratch);
    keep_history(session);
    history_free(session->history);
    config_free(session->config);
    g_free(session->directory);
    g_free(session->revision_folder);
    g_free(session);
}

bool
session_enter(PleatSession *session, const char *directory, GError **error)
{
    g_autofree char *path = g_canonicalize_filename(directory, session->directory);
    g_autofree char *file = g_build_filename(path, "pleat.yaml", NULL);
    g_autoptr(Problems) problems = problems_new();
    Config *config = NULL;
    if (!g_file_test(path, G_FILE_TEST_IS_DIR))
        return fail(error, PLEAT_ERROR_USAGE, "no directory \"%s\"", directory);
    if (g_file_test(file, G_FILE_TEST_EXISTS)) {
        if (!config_read(file, path, problems, &config, error))
            return false;
    } else {
        config = config_parse(NULL, path, "", 0, problems);
    }
    config_free(session->config);
    session->config = config;
    g_free(session->revision_folder);
    session->revision_folder = revision_folder_of(session);
    return problems_raise(problems, error);
}

bool
session_require_project(PleatSession *session, GError **error)
{
    if (session->config->path != NULL)
        return true;
    fail(error, PLEAT_ERROR_USAGE, "no pleat.yaml in %s or above", session->directory);
    return fail_hint(error, "pleat init makes a project here");
}

static bool
is_conninfo(const char *name)
{
    return g_str_has_prefix(name, "postgresql://") || g_str_has_prefix(name, "postgres://") ||
           strchr(name, '=') != NULL;
}

static bool
unknown_database(PleatSession *session, const char *name, GError **error)
{
    const Config *config = session->config;
    if (strpbrk(name, "/@") != NULL) { /* meant for a connection string, and may hold a password */
        fail(error, PLEAT_ERROR_USAGE, "neither a database of pleat.yaml nor a connection string");
        return fail_hint(error, "a connection string is postgresql://... or host=... dbname=...");
    }
    g_autoptr(GPtrArray) names = g_ptr_array_new();
    for (size_t i = 0; i < config->n_databases; i++)
        g_ptr_array_add(names, (gpointer)(guintptr)config->databases[i].name);
    g_ptr_array_add(names, NULL);
    g_autofree char *list = g_strjoinv(", ", (char **)names->pdata);
    fail(error, PLEAT_ERROR_USAGE, "no database \"%s\" in %s", name,
         config->path == NULL ? "the defaults" : config->path);
    return fail_hint(error, "there are: %s; or give a connection string", list);
}

bool
session_database(PleatSession *session, const char *name, char **conninfo, GError **error)
{
    if (name == NULL)
        name = session->options.database;
    if (name != NULL && is_conninfo(name)) {
        *conninfo = g_strdup(name);
        return true;
    }
    const ConfigDatabase *database = config_database(session->config, name);
    if (database == NULL)
        return unknown_database(session, name, error);
    if (database->unset != NULL)
        return fail(error, PLEAT_ERROR_INPUT, "database \"%s\": the environment has no %s", database->name,
                    database->unset);
    if (strcmp(database->target, "embedded") != 0) {
        *conninfo = g_strdup(database->target);
        return true;
    }
    return session_require_project(session, error) && dev_start(session->config->directory, 0, conninfo, error);
}

bool
session_is_development(PleatSession *session, const char *name)
{
    const ConfigDatabase *database = config_database(session->config, name != NULL ? name : session->options.database);
    return database != NULL && strcmp(database->target, "embedded") == 0;
}

bool
session_make_roles(PleatSession *session, const char *conninfo, GError **error)
{
    if (!session_is_development(session, NULL))
        return true;
    g_autoptr(PGconn) connection = NULL;
    if (!connection_open(conninfo, "pleat", &connection, error))
        return false;
    for (size_t i = 0; session->config->manage_roles[i] != NULL; i++)
        if (g_ascii_strcasecmp(session->config->manage_roles[i], "public") != 0 &&
            !role_make(connection, session->config->manage_roles[i], error))
            return false;
    return true;
}

bool
session_connect(PleatSession *session, const char *name, PGconn **connection, GError **error)
{
    g_autofree char *conninfo = NULL;
    return session_database(session, name, &conninfo, error) && connection_open(conninfo, "pleat", connection, error);
}

bool
session_scratch(PleatSession *session, int major, Scratch **scratch, GError **error)
{
    const char *where = session->config->scratch;
    bool embedded = strcmp(where, "auto") == 0 || strcmp(where, "embedded") == 0;
    g_autofree char *target = NULL;
    if (session->scratch == NULL && strcmp(where, "target") == 0) {
        if (!session_database(session, NULL, &target, error))
            return false;
        where = target;
    }
    if (session->scratch == NULL && !(embedded ? scratch_start(major, &session->scratch, error)
                                               : scratch_open_url(where, &session->scratch, error)))
        return false;
    if (major != 0 && scratch_major(session->scratch) != major)
        return fail(error, PLEAT_ERROR_STATE, "the scratch server is PostgreSQL %d, the database is %d",
                    scratch_major(session->scratch), major);
    *scratch = session->scratch;
    return true;
}

bool
session_history(PleatSession *session, History **history, GError **error)
{
    if (!session->history_asked && !history_open(session->config->directory, &session->history, error))
        return false;
    if (!session->history_asked && session->history != NULL) {
        g_autofree char *file = cache_history_path(history_repository(session->history));
        history_keep_in(session->history, file);
    }
    session->history_asked = true;
    *history = session->history;
    return true;
}

bool
session_graph(PleatSession *session, Graph **graph, GError **error)
{
    return (session_for_tenants(session) ? graph_read_tenants : graph_read)(session->revision_folder, graph, error);
}

bool
session_for_tenants(const PleatSession *session)
{
    return session->options.tenants || session->options.tenant != NULL;
}

bool
session_require_tenants(const PleatSession *session, GError **error)
{
    if (session->config->tenants != NULL)
        return true;
    fail(error, PLEAT_ERROR_USAGE, "no tenants in %s", session->config->path);
    return fail_hint(error, "tenants: 'tenant_%%' says that schemas of such names are tenants (a LIKE pattern)");
}

bool
session_tables(const PleatSession *session, RunTables *tables, GError **error)
{
    if (session->tenant != NULL)
        *tables = (RunTables){session->tenant, true};
    else if (!session_for_tenants(session))
        *tables = (RunTables){session->config->revision_schema, false};
    else
        return fail(error, PLEAT_ERROR_USAGE, "of which tenant? --tenant NAME says it");
    return true;
}

bool
session_applied(PleatSession *session, PGconn *connection, const Graph *graph, GHashTable **applied, bool *exists,
                GError **error)
{
    RunTables tables;
    g_autoptr(GHashTable) found = NULL;
    if (!session_tables(session, &tables, error) || !run_applied_in(connection, tables, &found, exists, error) ||
        (graph != NULL && !replaces_recognise(graph_all(graph), found, error)))
        return false;
    *applied = g_steal_pointer(&found);
    return true;
}

static bool
ignores(const Kind *kind, const char *schema, const char *name, void *data)
{
    return config_ignores(data, kind, schema, name);
}

static void
add_role(GPtrArray *roles, Arena *arena, const char *name)
{
    const char *canonical = g_ascii_strcasecmp(name, "public") == 0 ? "PUBLIC" : name;
    for (guint i = 0; i < roles->len; i++)
        if (strcmp(roles->pdata[i], canonical) == 0)
            return;
    g_ptr_array_add(roles, arena_strdup(arena, canonical));
}

typedef struct {
    GPtrArray *roles;
    Arena *arena;
} RoleSearch;

static void
add_declared_roles(Node *node, void *data)
{
    RoleSearch *search = data;
    for (char **pair = privileges_split(search->arena, node->facets[FACET_PRIVILEGES]); *pair != NULL; pair += 2)
        add_role(search->roles, search->arena, pair[0]);
}

/* NULL-terminated; the texts are the array's. */
static const char **
list_of(Arena *arena, const GPtrArray *texts)
{
    const char **list = arena_new_array(arena, const char *, texts->len + 1);
    for (guint i = 0; i < texts->len; i++)
        list[i] = texts->pdata[i];
    return list;
}

/* Tables whose declaration leaves their partitions to others; NULL: there are none. */
static const char *const *
find_open(Arena *arena, Schema *declared)
{
    g_autoptr(GPtrArray) open = g_ptr_array_new();
    for (guint i = 0; declared != NULL && i < declared->roots->len; i++) {
        const Node *root = declared->roots->pdata[i];
        int attr = kind_attr(root->kind, "partitions_unmanaged");
        if (attr >= 0 && root->values[attr] != NULL)
            g_ptr_array_add(open, arena_strdup(arena, node_address(root)));
    }
    return open->len == 0 ? NULL : list_of(arena, open);
}

/* What is declared of other tools' journals; all else of them is left alone. */
static const char *const *
find_journals(Arena *arena, const Schema *declared)
{
    g_autoptr(GPtrArray) managed = g_ptr_array_new();
    if (declared != NULL) {
        g_autoptr(GHashTable) journals = journals_find(declared);
        for (guint i = 0; i < declared->roots->len; i++) {
            const Node *root = declared->roots->pdata[i];
            if ((root->flags & NODE_UNMANAGED) == 0 && g_hash_table_contains(journals, node_address(root)))
                g_ptr_array_add(managed, arena_strdup(arena, node_address(root)));
        }
    }
    return list_of(arena, managed);
}

static const char *const *
managed_schemas(Arena *arena, const Config *config)
{
    g_autoptr(GPtrArray) schemas = g_ptr_array_new();
    for (const char *const *schema = config->schemas; *schema != NULL; schema++)
        g_ptr_array_add(schemas, (gpointer)(guintptr)*schema);
    g_ptr_array_add(schemas, (gpointer)(guintptr)QUARANTINE);
    return list_of(arena, schemas);
}

Scope *
session_scope(PleatSession *session, Arena *arena, Schema *declared)
{
    const Config *config = session->config;
    Scope *scope = arena_new_one(arena, Scope);
    *scope = scope_all;
    scope->open = find_open(arena, declared);
    scope->journals = find_journals(arena, declared);
    if (config->path == NULL)
        return scope;
    g_autoptr(GPtrArray) roles = g_ptr_array_new();
    for (size_t i = 0; config->manage_roles[i] != NULL; i++)
        add_role(roles, arena, config->manage_roles[i]);
    RoleSearch search = {roles, arena};
    if (declared != NULL)
        schema_visit(declared, add_declared_roles, &search);
    *scope = (Scope){.schemas = managed_schemas(arena, config),
                     .owners = config->manage_owners,
                     .comments = config->manage_comments,
                     .labels = config->manage_labels,
                     .roles = list_of(arena, roles),
                     .open = scope->open,
                     .journals = scope->journals,
                     .ignores = ignores,
                     .data = session->config};
    return scope;
}

RunOptions
session_run_options(PleatSession *session)
{
    const Config *config = session->config;
    RunOptions options = RUN_OPTIONS_INIT;
    options.tenant = session->tenant != NULL;
    options.schema = options.tenant ? session->tenant : config->revision_schema;
    options.lock_timeout_ms = (int)config->lock_timeout_ms;
    options.retries = config->retries;
    options.backoff_least_ms = (int)config->backoff_from_ms;
    options.backoff_most_ms = (int)config->backoff_to_ms;
    options.backfill_batch = config->backfill_batch;
    options.backfill_ms = (int)config->backfill_ms;
    options.max_lag_ms = (int)config->max_lag_ms;
    options.allow_commands = config->commands;
    return options;
}

char *
session_place_prefix(const PleatSession *session, const char *directory)
{
    if (strcmp(session->directory, directory) == 0)
        return g_strdup("");
    size_t length = strlen(session->directory);
    if (g_str_has_prefix(directory, session->directory) && directory[length] == '/')
        return g_strconcat(directory + length + 1, "/", NULL);
    return g_strconcat(directory, "/", NULL);
}
