#include "complete.h"

#include "help.h"
#include "options.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef struct {
    const Command *command;      /* NULL: not said yet */
    const GOptionEntry *pending; /* an option whose value comes; NULL: none */
    bool help;                   /* "help" comes before: a topic serves as well */
    int arguments;               /* of the command, so far */
    bool only_arguments;         /* behind "--" */
    char *start;                 /* what stands before the part of the word that is completed: "--format=", "a1:" */
    const char *part;            /* that part */
} Place;

static void
offer(const Place *place, const char *name, const char *more)
{
    if (g_str_has_prefix(name, place->part))
        printf("%s%s%s%s\n", place->start == NULL ? "" : place->start, name, more == NULL ? "" : "\t",
               more == NULL ? "" : more);
}

/* What the library knows ------------------------------------------------------------------------------------------- */

typedef struct {
    const Place *place;
    const char *prefix; /* "db:" */
} Naming;

static void
offer_line(void *data, const char *text)
{
    const Naming *naming = data;
    g_autofree char *line = g_strchomp(g_strdup(text));
    char *more = strchr(line, '\t');
    if (more != NULL)
        *more++ = '\0';
    g_autofree char *name = g_strconcat(naming->prefix, line, NULL);
    offer(naming->place, name, more);
}

static void
be_silent(void *data, const char *text)
{
    (void)data;
    (void)text;
}

/* Where something is wrong there is nothing to offer: the command itself will say why. */
static void
offer_names(const Place *place, const char *prefix, PleatNames names)
{
    Naming naming = {place, prefix};
    const PleatSessionOptions session_options = {
        .directory = options_given.directory,
        .config = options_given.config,
        .database = options_given.database,
        .write = offer_line,
        .note = be_silent,
        .data = &naming,
    };
    g_autoptr(PleatSession) session = NULL;
    if (pleat_session_open(&session_options, &session, NULL))
        pleat_names(session, names, NULL);
}

static void
offer_words(const Place *place, const char *const *words)
{
    for (; *words != NULL; words++)
        offer(place, *words, NULL);
}

static void
offer_sources(const Place *place)
{
    offer(place, "schema", "the declarations");
    offer(place, "db", "the database of -d");
    offer(place, "revisions", "the revisions up to their heads");
    offer(place, "git:", "the declarations at a commit");
    offer(place, "file:", "a file of SQL");
    if (g_str_has_prefix(place->part, "db:"))
        offer_names(place, "db:", PLEAT_NAMES_DATABASES);
    if (g_str_has_prefix(place->part, "revisions:"))
        offer_names(place, "revisions:", PLEAT_NAMES_REVISIONS);
    printf(":directories\n");
}

/* "a1:b": the half that is being written. */
static void
offer_range(const Place *place)
{
    const char *colon = strrchr(place->part, ':');
    Place half = *place;
    g_autofree char *start = colon == NULL ? g_strdup(place->start)
                                           : g_strdup_printf("%s%.*s", place->start == NULL ? "" : place->start,
                                                             (int)(colon + 1 - place->part), place->part);
    half.start = start;
    half.part = colon == NULL ? place->part : colon + 1;
    offer_names(&half, "", PLEAT_NAMES_REVISIONS);
}

/* Values ----------------------------------------------------------------------------------------------------------- */

/* What a word in the usage line stands for: REVISION, FILE, or "start", which is meant as it is. */
static void
offer_value(const Place *place, const char *word)
{
    static const char *const WHEN[] = {"auto", "always", "never", NULL}, *const PHASE[] = {"expand", "contract", NULL};
    if (strcmp(word, "REVISION") == 0 || strcmp(word, "REV") == 0)
        offer_names(place, "", PLEAT_NAMES_REVISIONS);
    else if (strcmp(word, "RANGE") == 0 || strcmp(word, "FROM:TO") == 0)
        offer_range(place);
    else if (strcmp(word, "SOURCE") == 0 || strcmp(word, "FROM") == 0 || strcmp(word, "TO") == 0)
        offer_sources(place);
    else if (strcmp(word, "NAME") == 0)
        offer_names(place, "", PLEAT_NAMES_OBJECTS);
    else if (strcmp(word, "RULE") == 0)
        offer_names(place, "", PLEAT_NAMES_RULES);
    else if (strcmp(word, "FORMAT") == 0 && place->command != NULL && place->command->formats != NULL)
        offer_words(place, place->command->formats);
    else if (strcmp(word, "WHEN") == 0)
        offer_words(place, WHEN);
    else if (strcmp(word, "PHASE") == 0)
        offer_words(place, PHASE);
    else if (strcmp(word, "FILE") == 0)
        printf(":files\n");
    else if (strcmp(word, "DIR") == 0)
        printf(":directories\n");
    else if (g_ascii_islower(*word))
        offer(place, word, NULL);
}

static void
offer_value_of(const Place *place, const GOptionEntry *entry)
{
    if (g_strcmp0(entry->arg_description, "NAME|URI") == 0)
        offer_names(place, "", PLEAT_NAMES_DATABASES);
    else if (entry->arg_description != NULL)
        offer_value(place, entry->arg_description);
}

/* The how manyth word of "[FROM [TO]]" or "[REVISION|FILE...]"; the last one serves on where it has dots. */
static void
offer_argument(const Place *place)
{
    const Command *command = place->command;
    if (command->arguments == NULL || (command->most >= 0 && place->arguments >= command->most))
        return;
    g_auto(GStrv) words = g_strsplit(command->arguments, " ", -1);
    guint last = g_strv_length(words) - 1;
    g_auto(GStrv) choices = g_strsplit(words[MIN((guint)place->arguments, last)], "|", -1);
    for (char **choice = choices; *choice != NULL; choice++) {
        g_strdelimit(*choice, "[].", ' ');
        offer_value(place, g_strstrip(*choice));
    }
}

static void
offer_options_of(const Place *place, const GOptionEntry *table)
{
    for (; table->long_name != NULL; table++) {
        g_autofree char *name = g_strconcat("--", table->long_name, NULL);
        if ((table->flags & G_OPTION_FLAG_HIDDEN) == 0)
            offer(place, name, table->description);
    }
}

static void
offer_options(const Place *place)
{
    const GOptionEntry *tables[4];
    options_tables(place->command, tables);
    for (const GOptionEntry **table = tables; *table != NULL; table++)
        offer_options_of(place, *table);
    offer_options_of(place, options_common);
    offer(place, "--help", "tell what the command does");
}

static void
offer_commands(const Place *place)
{
    for (size_t i = 0; commands_all[i] != NULL; i++)
        offer(place, commands_all[i]->name, commands_all[i]->summary);
    if (!place->help)
        offer(place, "help", "tell what a command does");
    for (const Topic *topic = topics_all; place->help && topic->name != NULL; topic++) {
        g_autofree char *title = topic_title(topic);
        offer(place, topic->name, title);
    }
}

/* The words before --------------------------------------------------------------------------------------------------
 */

/* Where the names are looked for depends on some options. */
static void
remember(const GOptionEntry *entry, char *value)
{
    if (entry->arg_data == &options_given.directory || entry->arg_data == &options_given.config ||
        entry->arg_data == &options_given.database)
        *(char **)entry->arg_data = value;
}

/* False: nothing can be said of what follows. */
static bool
pass(Place *place, char *word)
{
    if (place->pending != NULL) {
        remember(place->pending, word);
        place->pending = NULL;
    } else if (strcmp(word, "--") == 0) {
        place->only_arguments = true;
    } else if (word[0] == '-' && word[1] != '\0' && !place->only_arguments) {
        const GOptionEntry *entry = options_find(place->command, word);
        char *equals = entry == NULL ? NULL : strchr(word, '=');
        if (equals != NULL)
            remember(entry, equals + 1);
        else if (entry != NULL && options_take_next(entry, word))
            place->pending = entry;
    } else if (place->command != NULL) {
        place->arguments++;
    } else if (strcmp(word, "help") == 0) {
        place->help = true;
    } else {
        place->command = command_find(word);
        return place->command != NULL && !place->help;
    }
    return true;
}

static void
offer_at(Place *place, char *word)
{
    place->part = word;
    const char *equals = g_str_has_prefix(word, "--") ? strchr(word, '=') : NULL;
    const GOptionEntry *entry = equals == NULL ? NULL : options_find(place->command, word);
    if (place->pending != NULL) {
        offer_value_of(place, place->pending);
    } else if (entry != NULL && !place->only_arguments) {
        place->start = g_strndup(word, (gsize)(equals + 1 - word));
        place->part = equals + 1;
        offer_value_of(place, entry);
        g_clear_pointer(&place->start, g_free);
    } else if (word[0] == '-' && !place->only_arguments) {
        offer_options(place);
    } else if (place->command == NULL) {
        offer_commands(place);
    } else {
        offer_argument(place);
    }
}

int
complete(int argc, char **argv)
{
    Place place = {0};
    if (argc > 0 && strcmp(argv[0], "--") == 0) {
        argc--;
        argv++;
    }
    for (int i = 0; i < argc - 1; i++)
        if (!pass(&place, argv[i]))
            return EXIT_SUCCESS;
    if (argc > 0)
        offer_at(&place, argv[argc - 1]);
    return EXIT_SUCCESS;
}
