#include "yaml/config.h"

#include "yaml/document.h"
#include <errno.h>
#include <stdlib.h>
#include <string.h>

typedef struct {
    Config *config;
    Problems *problems;
} Reader;

/* Values --------------------------------------------------------------------------------------------------------- */

static const char *
read_text(Reader *reader, const DocNode *value)
{
    if (value->broken)
        return NULL;
    if (value->type == DOC_TEXT && !value->missing)
        return value->text;
    problems_add(reader->problems, value->place, "expected a text, not %s", doc_type_name(value));
    return NULL;
}

static void
read_bool(Reader *reader, const DocNode *value, bool *out)
{
    const char *text = read_text(reader, value);
    if (text == NULL)
        return;
    if (strcmp(text, "true") != 0 && strcmp(text, "false") != 0)
        problems_add(reader->problems, value->place, "\"%s\" is neither true nor false", text);
    else
        *out = text[0] == 't';
}

static void
read_int(Reader *reader, const DocNode *value, int lowest, int *out)
{
    const char *text = read_text(reader, value);
    if (text == NULL)
        return;
    char *end;
    long number = strtol(text, &end, 10);
    if (*text == '\0' || *end != '\0' || number < lowest || number > 1000000000)
        problems_add(reader->problems, value->place, "\"%s\" is not a whole number of at least %d", text, lowest);
    else
        *out = (int)number;
}

gint64
config_parse_duration(const char *text, size_t length)
{
    static const struct {
        const char *unit;
        gint64 ms;
    } UNITS[] = {{"ms", 1}, {"s", 1000}, {"min", 60000}, {"h", 3600000}, {"d", 86400000}};
    g_autofree char *copy = g_strndup(text, length);
    char *end;
    errno = 0;
    gint64 number = g_ascii_strtoll(copy, &end, 10);
    if (!g_ascii_isdigit(copy[0]) || errno != 0 || number > G_MAXINT64 / 86400000)
        return -1;
    for (size_t i = 0; i < G_N_ELEMENTS(UNITS); i++)
        if (strcmp(end, UNITS[i].unit) == 0)
            return number * UNITS[i].ms;
    return -1;
}

static void
read_duration(Reader *reader, const DocNode *value, gint64 *out)
{
    const char *text = read_text(reader, value);
    if (text == NULL)
        return;
    gint64 ms = config_parse_duration(text, strlen(text));
    if (ms < 0) {
        problems_add(reader->problems, value->place, "\"%s\" is no duration", text);
        problems_hint(reader->problems, "a number with ms, s, min, h or d: 800ms");
        return;
    }
    *out = ms;
}

static void
read_range(Reader *reader, const DocNode *value, gint64 *from, gint64 *to)
{
    const char *text = read_text(reader, value);
    const char *dots = text == NULL ? NULL : strstr(text, "..");
    if (text == NULL)
        return;
    gint64 low = dots == NULL ? -1 : config_parse_duration(text, (size_t)(dots - text));
    gint64 high = dots == NULL ? -1 : config_parse_duration(dots + 2, strlen(dots + 2));
    if (low < 0 || high < low) {
        problems_add(reader->problems, value->place, "\"%s\" is no range of durations", text);
        problems_hint(reader->problems, "from the shorter to the longer: 50ms..30s");
        return;
    }
    *from = low;
    *to = high;
}

static void
read_texts(Reader *reader, const DocNode *value, const char ***out)
{
    if (value->type != DOC_LIST) {
        if (!value->broken)
            problems_add(reader->problems, value->place, "expected a list, not %s", doc_type_name(value));
        return;
    }
    const char **list = arena_new_array(reader->config->arena, const char *, value->n_items + 1);
    size_t n = 0;
    for (size_t i = 0; i < value->n_items; i++) {
        const char *text = read_text(reader, value->items[i].value);
        if (text != NULL)
            list[n++] = text;
    }
    *out = list;
}

/* Sections ------------------------------------------------------------------------------------------------------- */

typedef void ReadKey(Reader *reader, const DocNode *key, const DocNode *value);

typedef struct {
    const char *key;
    ReadKey *read;
} Section;

static void
read_section(Reader *reader, const DocNode *mapping, const char *where, const Section *sections, size_t n)
{
    if (mapping->broken || mapping->missing)
        return;
    if (mapping->type != DOC_MAPPING) {
        problems_add(reader->problems, mapping->place, "%s is a mapping, not %s", where, doc_type_name(mapping));
        return;
    }
    for (size_t i = 0; i < mapping->n_items; i++) {
        const DocItem *item = &mapping->items[i];
        const char *keys[32] = {NULL};
        bool found = false;
        for (size_t s = 0; s < n && !found; s++) {
            keys[s] = sections[s].key;
            found = strcmp(item->key->text, sections[s].key) == 0;
            if (found)
                sections[s].read(reader, item->key, item->value);
        }
        if (found)
            continue;
        problems_add(reader->problems, item->key->place, "unknown key \"%s\" in %s", item->key->text, where);
        const char *near = problem_did_you_mean(item->key->text, keys);
        if (near != NULL)
            problems_hint(reader->problems, "did you mean \"%s\"?", near);
    }
}

#define SECTION(reader, value, where, sections) read_section(reader, value, where, sections, G_N_ELEMENTS(sections))

#define READER(name, body)                                                                                             \
    static void read_##name(Reader *reader, const DocNode *key, const DocNode *value)                                  \
    {                                                                                                                  \
        (void)key;                                                                                                     \
        body;                                                                                                          \
    }

/* ${VAR} and ${VAR:-fallback}; a variable that is not set is no mistake until the database is used. */
static void
expand(Reader *reader, const DocNode *value, ConfigDatabase *database)
{
    g_autoptr(GString) out = g_string_new(NULL);
    for (const char *at = value->text; *at != '\0'; at++) {
        if (at[0] != '$' || at[1] != '{') {
            g_string_append_c(out, *at);
            continue;
        }
        const char *close = strchr(at, '}');
        if (close == NULL) {
            problems_add(reader->problems, doc_place_at(value, (size_t)(at - value->text)), "\"${\" without \"}\"");
            break;
        }
        g_autofree char *inside = g_strndup(at + 2, (gsize)(close - at - 2));
        char *fallback = strstr(inside, ":-");
        if (fallback != NULL)
            *fallback = '\0';
        const char *set = g_getenv(inside);
        if ((set == NULL || *set == '\0') && fallback == NULL)
            database->unset = arena_strdup(reader->config->arena, inside);
        g_string_append(out, set != NULL && *set != '\0' ? set : fallback != NULL ? fallback + 2 : "");
        at = close;
    }
    database->target = arena_strdup(reader->config->arena, out->str);
}

static void
read_databases(Reader *reader, const DocNode *key, const DocNode *value)
{
    (void)key;
    if (value->type != DOC_MAPPING || value->n_items == 0) {
        if (!value->broken)
            problems_add(reader->problems, value->place, "databases is a mapping of names to connection strings");
        return;
    }
    Config *config = reader->config;
    config->databases = arena_new_array(config->arena, ConfigDatabase, value->n_items);
    config->n_databases = 0;
    for (size_t i = 0; i < value->n_items; i++) {
        if (read_text(reader, value->items[i].value) == NULL)
            continue;
        ConfigDatabase *database = &config->databases[config->n_databases++];
        *database = (ConfigDatabase){.name = value->items[i].key->text, .place = value->items[i].key->place};
        expand(reader, value->items[i].value, database);
    }
}

static void
check_tokens(Reader *reader, const DocNode *value, const char *const *tokens)
{
    const char *text = value->text;
    for (const char *at = strchr(text, '{'); at != NULL; at = strchr(at + 1, '{')) {
        g_autofree char *token = g_strndup(at + 1, strcspn(at + 1, "}"));
        if (g_strv_contains(tokens, token))
            continue;
        problems_add(reader->problems, doc_place_at(value, (size_t)(at - text)), "unknown token \"{%s}\"", token);
        const char *near = problem_did_you_mean(token, tokens);
        g_autofree char *all = g_strjoinv("} {", (char **)(guintptr)tokens);
        problems_hint(reader->problems, near == NULL ? "one of {%s}" : "did you mean \"{%s}\"?",
                      near == NULL ? all : near);
    }
}

static void
read_naming_key(Reader *reader, const DocNode *key, const DocNode *value)
{
    static const char *const TOKENS[] = {"table", "columns", "reftable", "refcolumns", "method", "n", NULL};
    const char *text = read_text(reader, value);
    if (text == NULL)
        return;
    check_tokens(reader, value, TOKENS);
    reader->config->naming[reader->config->n_naming++] = (ConfigNaming){key->text, text};
}

static size_t
count_kinds(void)
{
    size_t count = 0;
    while (kinds_all[count] != NULL)
        count++;
    return count;
}

READER(rename_existing, read_bool(reader, value, &reader->config->rename_existing))

/* The keys are those that the kinds ask for. */
static void
read_naming(Reader *reader, const DocNode *key, const DocNode *value)
{
    (void)key;
    g_autofree Section *sections = g_new0(Section, count_kinds() + 1);
    size_t n = 1;
    sections[0] = (Section){"rename_existing", read_rename_existing};
    for (size_t i = 0; kinds_all[i] != NULL; i++) {
        const char *naming = kinds_all[i]->naming;
        bool known = naming == NULL;
        for (size_t s = 0; s < n; s++)
            known = known || strcmp(sections[s].key, naming) == 0;
        if (!known)
            sections[n++] = (Section){naming, read_naming_key};
    }
    reader->config->naming = arena_new_array(reader->config->arena, ConfigNaming, n);
    read_section(reader, value, "naming", sections, n);
}

static void
add_ignore(Reader *reader, const char *plural, const DocNode *value)
{
    const char *text = read_text(reader, value);
    if (text == NULL)
        return;
    g_autoptr(GError) error = NULL;
    GRegex *pattern = g_regex_new(text, G_REGEX_OPTIMIZE, 0, &error);
    if (pattern == NULL) {
        problems_add(reader->problems, value->place, "\"%s\" is no regular expression: %s", text, error->message);
        return;
    }
    for (size_t i = 0; kinds_all[i] != NULL; i++) {
        if (g_strcmp0(kinds_all[i]->plural, plural) != 0)
            continue;
        ConfigIgnore ignore = {kinds_all[i], g_regex_ref(pattern)};
        g_array_append_val(reader->config->ignore, ignore);
    }
    g_regex_unref(pattern);
}

static void
read_ignore_key(Reader *reader, const DocNode *key, const DocNode *value)
{
    if (value->type != DOC_LIST) {
        add_ignore(reader, key->text, value);
        return;
    }
    for (size_t i = 0; i < value->n_items; i++)
        add_ignore(reader, key->text, value->items[i].value);
}

static void
read_ignore(Reader *reader, const DocNode *key, const DocNode *value)
{
    (void)key;
    g_autofree Section *sections = g_new0(Section, count_kinds());
    size_t n = 0;
    for (size_t i = 0; kinds_all[i] != NULL; i++)
        if (kinds_all[i]->parents == NULL && kinds_all[i]->plural != NULL)
            sections[n++] = (Section){kinds_all[i]->plural, read_ignore_key};
    read_section(reader, value, "ignore", sections, n);
}

READER(owners, read_bool(reader, value, &reader->config->manage_owners))
READER(comments, read_bool(reader, value, &reader->config->manage_comments))
READER(labels, read_bool(reader, value, &reader->config->manage_labels))
READER(roles, read_texts(reader, value, &reader->config->manage_roles))

static const Section MANAGE[] = {
    {"owners", read_owners}, {"comments", read_comments}, {"security_labels", read_labels}, {"roles", read_roles}};

static void
set_text(Reader *reader, const DocNode *value, const char **out)
{
    const char *text = read_text(reader, value);
    if (text != NULL)
        *out = text;
}

/* What is written must be found again: revisions/ is read without what lies below it. */
static void
set_revision_file(Reader *reader, const DocNode *value)
{
    static const char *const TOKENS[] = {"date",   "year",  "month", "day",   "hour", "minute",
                                         "second", "epoch", "rev",   "phase", "slug", NULL};
    const char *text = read_text(reader, value);
    if (text == NULL)
        return;
    check_tokens(reader, value, TOKENS);
    if (strchr(text, '/') != NULL || text[0] == '.' || !g_str_has_suffix(text, ".sql"))
        problems_add(reader->problems, value->place, "\"%s\" is not the name of an .sql file in revisions/", text);
    else if (strstr(text, "{rev}") == NULL)
        problems_add(reader->problems, value->place, "\"%s\" holds no {rev}: two revisions would have one name", text);
    reader->config->revision_file = text;
}

READER(file, set_revision_file(reader, value))
READER(revision_schema, set_text(reader, value, &reader->config->revision_schema))

static const Section REVISIONS[] = {{"file", read_file}, {"schema", read_revision_schema}};

READER(lock_timeout, read_duration(reader, value, &reader->config->lock_timeout_ms))
READER(retries, read_int(reader, value, 0, &reader->config->retries))
READER(backoff, read_range(reader, value, &reader->config->backoff_from_ms, &reader->config->backoff_to_ms))
READER(backfill_batch, read_int(reader, value, 1, &reader->config->backfill_batch))
READER(backfill_time, read_duration(reader, value, &reader->config->backfill_ms))
READER(max_lag, read_duration(reader, value, &reader->config->max_lag_ms))
READER(commands, read_bool(reader, value, &reader->config->commands))

static const Section RUN[] = {{"lock_timeout", read_lock_timeout},
                              {"retries", read_retries},
                              {"backoff", read_backoff},
                              {"backfill_batch", read_backfill_batch},
                              {"backfill_time", read_backfill_time},
                              {"max_lag", read_max_lag},
                              {"commands", read_commands}};

static void
read_severities(Reader *reader, const DocNode *key, const DocNode *value)
{
    static const char *const SEVERITIES[] = {"error", "warning", "notice", NULL};
    Config *config = reader->config;
    (void)key;
    if (value->type != DOC_MAPPING) {
        if (!value->broken)
            problems_add(reader->problems, value->place, "severity is a mapping of rules, not %s",
                         doc_type_name(value));
        return;
    }
    config->lint_severities = arena_new_array(config->arena, ConfigSeverity, value->n_items);
    for (size_t i = 0; i < value->n_items; i++) {
        const DocItem *item = &value->items[i];
        const char *severity = read_text(reader, item->value);
        if (severity != NULL && g_strv_contains(SEVERITIES, severity)) {
            config->lint_severities[config->n_lint_severities++] =
                (ConfigSeverity){item->key->text, severity, item->key->place};
            continue;
        }
        if (severity != NULL) {
            problems_add(reader->problems, item->value->place, "\"%s\" is no severity: error, warning or notice",
                         severity);
            problems_hint(reader->problems,
                          "what is not to be found at all is an exception, with a reason: lint: {allow: ...}");
        }
    }
}

READER(allow_rule, set_text(reader, value, &reader->config->lint_allows[reader->config->n_lint_allows].rule))
READER(allow_path, set_text(reader, value, &reader->config->lint_allows[reader->config->n_lint_allows].path))
READER(allow_object, set_text(reader, value, &reader->config->lint_allows[reader->config->n_lint_allows].object))
READER(allow_reason, set_text(reader, value, &reader->config->lint_allows[reader->config->n_lint_allows].reason))

static const Section ALLOW[] = {
    {"rule", read_allow_rule}, {"path", read_allow_path}, {"object", read_allow_object}, {"reason", read_allow_reason}};

static void
read_allows(Reader *reader, const DocNode *key, const DocNode *value)
{
    Config *config = reader->config;
    (void)key;
    if (value->type != DOC_LIST) {
        if (!value->broken)
            problems_add(reader->problems, value->place, "allow is a list of exceptions, not %s", doc_type_name(value));
        return;
    }
    config->lint_allows = arena_new_array(config->arena, ConfigAllow, value->n_items);
    for (size_t i = 0; i < value->n_items; i++) {
        const DocNode *item = value->items[i].value;
        ConfigAllow *allow = &config->lint_allows[config->n_lint_allows];
        SECTION(reader, item, "an exception of lint", ALLOW);
        allow->place = item->place;
        if (allow->rule != NULL)
            config->n_lint_allows++;
        else if (!item->broken && item->type == DOC_MAPPING)
            problems_add(reader->problems, item->place, "an exception of lint names no rule");
    }
}

READER(report_link, set_text(reader, value, &reader->config->report_link))

static const Section REPORT[] = {{"link", read_report_link}};
static void
read_discipline_rules(Reader *reader, const DocNode *key, const DocNode *value)
{
    const char **list = NULL;
    (void)key;
    read_texts(reader, value, &list);
    reader->config->discipline_rules = (const char *const *)list;
}

READER(discipline_base, set_text(reader, value, &reader->config->discipline_base))

static const Section DISCIPLINE[] = {{"base", read_discipline_base}, {"rules", read_discipline_rules}};

static const Section LINT[] = {{"severity", read_severities}, {"allow", read_allows}};

READER(default, set_text(reader, value, &reader->config->default_database))
READER(manage, SECTION(reader, value, "manage", MANAGE))
READER(scratch, set_text(reader, value, &reader->config->scratch))
READER(revisions, SECTION(reader, value, "revisions", REVISIONS))
READER(run, SECTION(reader, value, "run", RUN))
READER(lint, SECTION(reader, value, "lint", LINT))
READER(report, SECTION(reader, value, "report", REPORT))
READER(discipline, SECTION(reader, value, "discipline", DISCIPLINE))
READER(stats, set_text(reader, value, &reader->config->stats))
READER(tenants, set_text(reader, value, &reader->config->tenants))

static void
read_schemas(Reader *reader, const DocNode *key, const DocNode *value)
{
    const char **before = reader->config->schemas;
    (void)key;
    read_texts(reader, value, &reader->config->schemas);
    if (reader->config->schemas[0] == NULL) {
        problems_add(reader->problems, value->place, "schemas is empty: pleat would manage nothing");
        reader->config->schemas = before;
    }
}

static const Section TOP[] = {
    {"databases", read_databases},
    {"default", read_default},
    {"schemas", read_schemas},
    {"naming", read_naming},
    {"ignore", read_ignore},
    {"manage", read_manage},
    {"scratch", read_scratch},
    {"revisions", read_revisions},
    {"run", read_run},
    {"tenants", read_tenants},
    {"lint", read_lint},
    {"stats", read_stats},
    {"report", read_report},
    {"discipline", read_discipline},
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
    return g_strv_contains(config->schemas, schema);
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
