#include "yaml/config.h"

#include "model/quarantine.h"
#include "yaml/config_sections.h"
#include <string.h>

/* What is written must be found again: revisions/ is read without what lies below it. */
static void
set_revision_file(Reader *reader, const DocNode *value)
{
    static const char *const TOKENS[] = {"date",   "year",  "month", "day",   "hour", "minute",
                                         "second", "epoch", "rev",   "phase", "slug", NULL};
    const char *text = reader_text(reader, value);
    if (text == NULL)
        return;
    reader_check_tokens(reader, value, TOKENS);
    if (strchr(text, '/') != NULL || text[0] == '.' || !g_str_has_suffix(text, ".sql"))
        problems_add(reader->problems, value->place, "\"%s\" is not the name of an .sql file in revisions/", text);
    else if (strstr(text, "{rev}") == NULL)
        problems_add(reader->problems, value->place, "\"%s\" holds no {rev}: two revisions would have one name", text);
    reader->config->revision_file = text;
}

READER(file, set_revision_file(reader, value))
READER(revision_schema, reader_set_text(reader, value, &reader->config->revision_schema))

static const Section REVISIONS[] = {{"file", read_file}, {"schema", read_revision_schema}};

READER(lock_timeout, reader_duration(reader, value, &reader->config->lock_timeout_ms))
READER(retries, reader_int(reader, value, 0, &reader->config->retries))
READER(backoff, reader_range(reader, value, &reader->config->backoff_from_ms, &reader->config->backoff_to_ms))
READER(backfill_batch, reader_int(reader, value, 1, &reader->config->backfill_batch))
READER(backfill_time, reader_duration(reader, value, &reader->config->backfill_ms))
READER(max_lag, reader_duration(reader, value, &reader->config->max_lag_ms))
READER(commands, reader_bool(reader, value, &reader->config->commands))

static const Section RUN[] = {{"lock_timeout", read_lock_timeout},
                              {"retries", read_retries},
                              {"backoff", read_backoff},
                              {"backfill_batch", read_backfill_batch},
                              {"backfill_time", read_backfill_time},
                              {"max_lag", read_max_lag},
                              {"commands", read_commands}};

READER(default, reader_set_text(reader, value, &reader->config->default_database))
READER(scratch, reader_set_text(reader, value, &reader->config->scratch))
READER(revisions, SECTION(reader, value, "revisions", REVISIONS))
READER(run, SECTION(reader, value, "run", RUN))
READER(stats, reader_set_text(reader, value, &reader->config->stats))
READER(tenants, reader_set_text(reader, value, &reader->config->tenants))

static void
read_schemas(Reader *reader, const DocNode *key, const DocNode *value)
{
    const char **before = reader->config->schemas;
    (void)key;
    reader_texts(reader, value, &reader->config->schemas);
    if (reader->config->schemas[0] == NULL) {
        problems_add(reader->problems, value->place, "schemas is empty: pleat would manage nothing");
        reader->config->schemas = before;
    }
}

static const Section TOP[] = {
    {"databases", config_read_databases},
    {"default", read_default},
    {"schemas", read_schemas},
    {"naming", config_read_naming},
    {"ignore", config_read_ignore},
    {"manage", config_read_manage},
    {"scratch", read_scratch},
    {"revisions", read_revisions},
    {"run", read_run},
    {"tenants", read_tenants},
    {"lint", config_read_lint},
    {"stats", read_stats},
    {"report", config_read_report},
    {"discipline", config_read_discipline},
    {"compat", config_read_compat},
    {"gates", config_read_gates},
};

/* The whole ------------------------------------------------------------------------------------------------------ */

static void
clear_ignore(void *data)
{
    g_regex_unref(((ConfigIgnore *)data)->pattern);
}

static Config *
config_new(const char *path, const char *directory)
{
    static const ConfigDatabase DEV = {.name = "dev", .target = "embedded"};
    Config *config = g_new0(Config, 1);
    config->arena = arena_new();
    config->path = arena_strdup(config->arena, path);
    config->directory = arena_strdup(config->arena, directory);
    config->databases = arena_new_one(config->arena, ConfigDatabase);
    config->databases[0] = DEV;
    config->n_databases = 1;
    config->schemas = arena_new_array(config->arena, const char *, 2);
    config->schemas[0] = "public";
    config->manage_roles = arena_new_array(config->arena, const char *, 1);
    config->ignore = g_array_new(FALSE, FALSE, sizeof(ConfigIgnore));
    g_array_set_clear_func(config->ignore, clear_ignore);
    config->stats = "stats.yaml";
    config->gates = (GateSettings)GATE_SETTINGS_INIT;
    config->compat_search_path = arena_new_array(config->arena, const char *, 1);
    config->manage_comments = true;
    config->manage_labels = true;
    config->scratch = "auto";
    config->revision_file = "{date}_{rev}_{phase}_{slug}.sql";
    config->revision_schema = "pleat";
    config->lock_timeout_ms = 800;
    config->retries = 20;
    config->backoff_from_ms = 50;
    config->backoff_to_ms = 30000;
    config->backfill_batch = 5000;
    config->backfill_ms = 500;
    config->max_lag_ms = 10000;
    return config;
}

void
config_free(Config *config)
{
    if (config == NULL)
        return;
    g_array_unref(config->ignore);
    arena_free(config->arena);
    g_free(config);
}

static void
check_default(Reader *reader, const DocNode *root)
{
    Config *config = reader->config;
    if (config->default_database == NULL)
        config->default_database = config->databases[0].name;
    if (config_database(config, config->default_database) != NULL || config->n_databases == 0)
        return;
    g_autofree const char **names = g_new0(const char *, config->n_databases + 1);
    for (size_t i = 0; i < config->n_databases; i++)
        names[i] = config->databases[i].name;
    problems_add(reader->problems, doc_get(root, "default")->place, "default: there is no database \"%s\"",
                 config->default_database);
    const char *near = problem_did_you_mean(config->default_database, names);
    if (near != NULL)
        problems_hint(reader->problems, "did you mean \"%s\"?", near);
}

Config *
config_parse(const char *path, const char *directory, const char *content, size_t length, Problems *problems)
{
    Config *config = config_new(path, directory);
    Reader reader = {config, problems};
    const char *file = g_intern_string(path == NULL ? "pleat.yaml" : path);
    Document *document = document_parse(config->arena, file, content, length, problems);
    if (document->root != NULL) {
        SECTION(&reader, document->root, "pleat.yaml", TOP);
        check_default(&reader, document->root);
    }
    if (config->default_database == NULL)
        config->default_database = config->databases[0].name;
    return config;
}

/* pleat.yaml in the directory or the nearest one above it; NULL: none. g_free. */
static char *
search_upwards(const char *directory)
{
    g_autofree char *at = g_canonicalize_filename(directory, NULL);
    for (;;) {
        g_autofree char *path = g_build_filename(at, "pleat.yaml", NULL);
        if (g_file_test(path, G_FILE_TEST_EXISTS) || g_file_test(path, G_FILE_TEST_IS_SYMLINK))
            return g_steal_pointer(&path);
        char *parent = g_path_get_dirname(at);
        bool top = strcmp(parent, at) == 0;
        g_free(at);
        at = parent;
        if (top)
            return NULL;
    }
}

bool
config_read(const char *path, const char *directory, Problems *problems, Config **out, GError **error)
{
    g_autofree char *found = NULL, *content = NULL;
    gsize length = 0;
    const char *variable = g_getenv("PLEAT_CONFIG");
    if (path == NULL && variable != NULL && *variable != '\0')
        path = variable;
    if (path != NULL)
        found = g_canonicalize_filename(path, directory);
    else
        found = search_upwards(directory);
    if (found == NULL) {
        *out = config_parse(NULL, directory, "", 0, problems);
        return true;
    }
    /* who names one may name a pipe */
    if (path == NULL && !g_file_test(found, G_FILE_TEST_IS_REGULAR))
        return fail(error, PLEAT_ERROR_INPUT, "cannot read the configuration: \"%s\" is not a file", found);
    g_autoptr(GError) cause = NULL;
    if (!g_file_get_contents(found, &content, &length, &cause))
        return fail(error, PLEAT_ERROR_INPUT, "cannot read the configuration: %s", cause->message);
    g_autofree char *folder = g_path_get_dirname(found);
    /* problems name it as the user would, from where the command was started */
    size_t inside = strlen(directory);
    bool near = g_str_has_prefix(found, directory) && found[inside] == '/';
    *out = config_parse(near ? found + inside + 1 : found, folder, content, length, problems);
    (*out)->path = arena_strdup((*out)->arena, found);
    return true;
}

/* Asking --------------------------------------------------------------------------------------------------------- */

const ConfigDatabase *
config_database(const Config *config, const char *name)
{
    const char *wanted = name == NULL ? config->default_database : name;
    for (size_t i = 0; i < config->n_databases; i++)
        if (strcmp(config->databases[i].name, wanted) == 0)
            return &config->databases[i];
    return NULL;
}

const char *
config_naming(const Config *config, const char *key)
{
    for (size_t i = 0; i < config->n_naming; i++)
        if (strcmp(config->naming[i].key, key) == 0)
            return config->naming[i].template;
    return NULL;
}

bool
config_manages_schema(const Config *config, const char *schema)
{
    return g_strv_contains(config->schemas, schema) || strcmp(schema, QUARANTINE) == 0;
}

bool
config_ignores(const Config *config, const Kind *kind, const char *schema, const char *name)
{
    g_autofree char *full = schema == NULL ? g_strdup(name) : g_strconcat(schema, ".", name, NULL);
    for (guint i = 0; i < config->ignore->len; i++) {
        const ConfigIgnore *ignore = &g_array_index(config->ignore, ConfigIgnore, i);
        if (ignore->kind == kind && g_regex_match(ignore->pattern, full, 0, NULL))
            return true;
    }
    return false;
}
