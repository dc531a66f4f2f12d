#include "yaml/config_sections.h"

#include <string.h>

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

void
config_read_databases(Reader *reader, const DocNode *key, const DocNode *value)
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
        if (reader_text(reader, value->items[i].value) == NULL)
            continue;
        ConfigDatabase *database = &config->databases[config->n_databases++];
        *database = (ConfigDatabase){.name = value->items[i].key->text, .place = value->items[i].key->place};
        expand(reader, value->items[i].value, database);
    }
}

static void
read_naming_key(Reader *reader, const DocNode *key, const DocNode *value)
{
    static const char *const TOKENS[] = {"table", "columns", "reftable", "refcolumns", "method", "n", NULL};
    const char *text = reader_text(reader, value);
    if (text == NULL)
        return;
    reader_check_tokens(reader, value, TOKENS);
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

READER(rename_existing, reader_bool(reader, value, &reader->config->rename_existing))

/* The keys are those that the kinds ask for. */
void
config_read_naming(Reader *reader, const DocNode *key, const DocNode *value)
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
    reader_section(reader, value, "naming", sections, n);
}

static void
add_ignore(Reader *reader, const char *plural, const DocNode *value)
{
    const char *text = reader_text(reader, value);
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

void
config_read_ignore(Reader *reader, const DocNode *key, const DocNode *value)
{
    (void)key;
    g_autofree Section *sections = g_new0(Section, count_kinds());
    size_t n = 0;
    for (size_t i = 0; kinds_all[i] != NULL; i++)
        if (kinds_all[i]->parents == NULL && kinds_all[i]->plural != NULL)
            sections[n++] = (Section){kinds_all[i]->plural, read_ignore_key};
    reader_section(reader, value, "ignore", sections, n);
}

READER(owners, reader_bool(reader, value, &reader->config->manage_owners))
READER(comments, reader_bool(reader, value, &reader->config->manage_comments))
READER(labels, reader_bool(reader, value, &reader->config->manage_labels))
READER(roles, reader_texts(reader, value, &reader->config->manage_roles))

static const Section MANAGE[] = {
    {"owners", read_owners}, {"comments", read_comments}, {"security_labels", read_labels}, {"roles", read_roles}};

void
config_read_manage(Reader *reader, const DocNode *key, const DocNode *value)
{
    (void)key;
    SECTION(reader, value, "manage", MANAGE);
}
