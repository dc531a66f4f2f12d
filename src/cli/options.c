#include "options.h"

#include <string.h>

Options options_given;

const GOptionEntry options_common[] = {
    {"database", 'd', 0, G_OPTION_ARG_STRING, &options_given.database,
     "a database of pleat.yaml, or a connection string; else the default of pleat.yaml", "NAME|URI"},
    {"config", 'c', 0, G_OPTION_ARG_FILENAME, &options_given.config,
     "the configuration file; else $PLEAT_CONFIG, else pleat.yaml here or in the nearest folder above", "FILE"},
    {"directory", 'C', 0, G_OPTION_ARG_FILENAME, &options_given.directory, "work in DIR", "DIR"},
    {"format", 0, 0, G_OPTION_ARG_STRING, &options_given.format, "text, or another that the command knows", "FORMAT"},
    {"color", 0, 0, G_OPTION_ARG_STRING, &options_given.color,
     "auto, always or never; auto: on a terminal, unless $NO_COLOR is set", "WHEN"},
    {"verbose", 'v', 0, G_OPTION_ARG_NONE, &options_given.verbose, "say more: the time of each step", NULL},
    {"quiet", 'q', 0, G_OPTION_ARG_NONE, &options_given.quiet, "say only what was asked for", NULL},
    {NULL},
};

const GOptionEntry options_for_tenants[] = {
    {"tenants", 0, 0, G_OPTION_ARG_NONE, &options_given.tenants,
     "the schemas of all tenants, and their revisions, instead of the database itself", NULL},
    {"tenant", 0, 0, G_OPTION_ARG_STRING_ARRAY, &options_given.tenant, "this tenant alone; may be given several times",
     "SCHEMA"},
    {NULL},
};

const GOptionEntry options_for_many[] = {
    {"all-databases", 0, 0, G_OPTION_ARG_NONE, &options_given.all_databases,
     "each database of pleat.yaml but the embedded one", NULL},
    {"jobs", 'j', 0, G_OPTION_ARG_INT, &options_given.jobs, "how many targets at once; else one after another", "N"},
    {NULL},
};

const Meaning options_statuses[5] = {{"0", "done, or nothing to do"},
                                     {"1", "differences or findings"},
                                     {"2", "the command line or an input is wrong, or it is the wrong time for it"},
                                     {"3", "the database refused, or was lost"},
                                     {"130", "interrupted (Ctrl-C, SIGTERM)"}};

void
options_tables(const Command *command, const GOptionEntry *tables[4])
{
    size_t count = 0;
    if (command != NULL && command->options != NULL)
        tables[count++] = command->options;
    if (command != NULL && (command->is_for & FOR_TENANTS) != 0)
        tables[count++] = options_for_tenants;
    if (command != NULL && (command->is_for & FOR_MANY) != 0)
        tables[count++] = options_for_many;
    tables[count] = NULL;
}

/* "-d", "-dNAME", "--database", "--database=NAME". */
static bool
is_meant(const GOptionEntry *entry, const char *word)
{
    if (word[0] == '-' && word[1] != '-')
        return word[1] != '\0' && word[1] == entry->short_name;
    size_t length = strlen(entry->long_name);
    return g_str_has_prefix(word, "--") && strncmp(word + 2, entry->long_name, length) == 0 &&
           (word[2 + length] == '\0' || word[2 + length] == '=');
}

static const GOptionEntry *
find_in(const GOptionEntry *table, const char *word)
{
    for (; table->long_name != NULL; table++)
        if (is_meant(table, word))
            return table;
    return NULL;
}

const GOptionEntry *
options_find(const Command *command, const char *word)
{
    const GOptionEntry *tables[4], *found = find_in(options_common, word);
    options_tables(command, tables);
    for (const GOptionEntry **table = tables; found == NULL && *table != NULL; table++)
        found = find_in(*table, word);
    return found;
}

bool
options_take_next(const GOptionEntry *entry, const char *word)
{
    bool alone = word[1] == '-' ? strchr(word, '=') == NULL : word[2] == '\0';
    return entry->arg != G_OPTION_ARG_NONE && alone;
}

int
options_words(const char *word)
{
    const GOptionEntry *entry = find_in(options_common, word);
    return entry == NULL ? 0 : options_take_next(entry, word) ? 2 : 1;
}

const Command *
command_find(const char *name)
{
    for (size_t i = 0; commands_all[i] != NULL; i++)
        if (strcmp(commands_all[i]->name, name) == 0)
            return commands_all[i];
    return NULL;
}
