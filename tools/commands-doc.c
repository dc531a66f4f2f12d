/*
 * commands-doc - docs/commands.md, made from the tables of commands: commands-doc >docs/commands.md
 *
 * What tables do not say stands in src/cli/pages, a page a command. A line "(options)" there is where the table of its
 * options goes; else it is the last. A test compares the page with what this prints: tests/tools/meson.build.
 */
#include "cli/options.h"
#include "command_pages.h"
#include <stdio.h>
#include <string.h>

enum { WIDTH = 110 };

/* Would a reader take the word for prose? */
static bool
is_code(const char *word)
{
    return g_str_has_prefix(word, "--") || strpbrk(word, "$/@{_") != NULL ||
           (strchr(word, ':') != NULL && strchr(word, ':')[1] != '\0');
}

/* The word without the marks around it, which are of the sentence. */
static void
print_word(const char *word)
{
    const size_t before = strspn(word, "(");
    size_t length = strlen(word);
    while (length > before && strchr(",;:)", word[length - 1]) != NULL)
        length--;
    g_autofree char *core = g_strndup(word + before, length - before);
    printf("%.*s%s%s%s%s", (int)before, word, is_code(core) ? "`" : "", core, is_code(core) ? "`" : "", word + length);
}

/* A text in a cell of a table. */
static void
print_cell(const char *text)
{
    g_auto(GStrv) words = g_strsplit(text, " ", -1);
    for (char **word = words; *word != NULL; word++) {
        putchar(' ');
        print_word(*word);
    }
}

static void
print_escaped(const char *text)
{
    for (; *text != '\0'; text++)
        printf("%s%c", *text == '|' ? "\\" : "", *text);
}

static void
print_option(const GOptionEntry *entry)
{
    printf("| ");
    if (entry->short_name != '\0')
        printf("`-%c`, ", entry->short_name);
    printf("`--%s", entry->long_name);
    if (entry->arg_description != NULL) {
        putchar(' ');
        print_escaped(entry->arg_description);
    }
    printf("` |");
    print_cell(entry->description);
    printf(" |\n");
}

/* more: a table that goes on where the first one ends; NULL: none. */
static void
print_options(const GOptionEntry *table, const GOptionEntry *more)
{
    printf("| option | |\n|---|---|\n");
    for (const GOptionEntry *entry = table; entry->long_name != NULL; entry++)
        if ((entry->flags & G_OPTION_FLAG_HIDDEN) == 0)
            print_option(entry);
    for (const GOptionEntry *entry = more; entry != NULL && entry->long_name != NULL; entry++)
        print_option(entry);
}

static void
print_statuses(void)
{
    printf("| exit status | |\n|---|---|\n");
    for (size_t i = 0; i < G_N_ELEMENTS(options_statuses); i++)
        printf("| %s | %s |\n", options_statuses[i].word, options_statuses[i].text);
}

static char *
option_usage(const GOptionEntry *entry)
{
    g_autofree char *name = entry->short_name != '\0' ? g_strdup_printf("-%c", entry->short_name)
                                                      : g_strdup_printf("--%s", entry->long_name);
    const char *again = entry->arg == G_OPTION_ARG_STRING_ARRAY ? " ..." : "";
    return entry->arg_description == NULL ? g_strdup_printf("[%s]", name)
                                          : g_strdup_printf("[%s %s%s]", name, entry->arg_description, again);
}

/* "pleat diff [FROM [TO]] [--sql] ...", on as many lines as it takes. */
static void
print_usage(const Command *command)
{
    size_t column = (size_t)printf("    pleat %s%s%s", command->name, command->arguments == NULL ? "" : " ",
                                   command->arguments == NULL ? "" : command->arguments);
    for (const GOptionEntry *entry = command->options; entry != NULL && entry->long_name != NULL; entry++) {
        g_autofree char *usage = option_usage(entry);
        if (column + strlen(usage) >= WIDTH)
            column = (size_t)printf("\n         ") - 1;
        column += (size_t)printf(" %s", usage);
    }
    putchar('\n');
}

static void
print_formats(const char *const *formats)
{
    g_autofree char *list = g_strjoinv("`, `", (char **)(guintptr)formats);
    printf("\n`--format`: `%s`.\n", list);
}

static const char *
page_of(const char *name)
{
    for (const CommandPage *page = command_pages; page->name != NULL; page++)
        if (strcmp(page->name, name) == 0)
            return page->text;
    g_assert_not_reached();
}

static void
print_command(const Command *command)
{
    const char *page = page_of(command->name);
    bool is_placed = false;
    g_auto(GStrv) lines = g_strsplit(page, "\n", -1);
    printf("\n## %s\n\n", command->name);
    print_usage(command);
    putchar('\n');
    for (char **line = lines; *line != NULL && (**line != '\0' || line[1] != NULL); line++)
        if (strcmp(*line, "(options)") == 0) {
            is_placed = true;
            print_options(command->options, NULL);
        } else {
            puts(*line);
        }
    if (command->options != NULL && !is_placed) {
        putchar('\n');
        print_options(command->options, NULL);
    }
    if (command->formats != NULL)
        print_formats(command->formats);
}

/* What is said before the commands. */
static void
print_introduction(void)
{
    g_auto(GStrv) lines = g_strsplit(page_of("commands"), "\n", -1);
    for (char **line = lines; *line != NULL && (**line != '\0' || line[1] != NULL); line++)
        if (strcmp(*line, "(options)") == 0)
            print_options(options_common, NULL);
        else if (strcmp(*line, "(options for many)") == 0)
            print_options(options_for_tenants, options_for_many);
        else if (strcmp(*line, "(exit statuses)") == 0)
            print_statuses();
        else
            puts(*line);
}

int
main(void)
{
    print_introduction();
    for (size_t i = 0; commands_all[i] != NULL; i++)
        print_command(commands_all[i]);
    return ferror(stdout) != 0;
}
