/*
 * man-page - manual pages, made from the tables of commands: man-page gives pleat(1), man-page COMMAND pleat-COMMAND(1)
 */
#include "cli/options.h"
#include <stdio.h>
#include <string.h>

/* Text as roff has it: no dash is a hyphen, and no line begins a request. */
static void
print_text(const char *text)
{
    bool at_start = true;
    for (; *text != '\0'; text++) {
        if (at_start && (*text == '.' || *text == '\''))
            fputs("\\&", stdout);
        at_start = *text == '\n';
        if (*text == '-')
            fputs("\\-", stdout);
        else if (*text == '\\')
            fputs("\\e", stdout);
        else
            putchar(*text);
    }
}

static char *
upper(const char *text)
{
    return g_ascii_strup(text, -1);
}

static void
print_heading(const char *name, const char *summary)
{
    g_autofree char *title = upper(name);
    printf(".TH \"%s\" 1 \"\" \"pleat %s\" \"pleat\"\n.SH NAME\n", title, pleat_version());
    print_text(name);
    printf(" \\- ");
    print_text(summary);
    printf("\n");
}

static void
print_option(const GOptionEntry *entry)
{
    printf(".TP\n");
    if (entry->short_name != '\0')
        printf("\\fB\\-%c\\fR, ", entry->short_name);
    printf("\\fB\\-\\-");
    print_text(entry->long_name);
    printf("\\fR");
    if (entry->arg_description != NULL) {
        printf(" \\fI");
        print_text(entry->arg_description);
        printf("\\fR");
    }
    printf("\n");
    print_text(entry->description);
    printf("\n");
}

static void
print_options(const char *heading, const GOptionEntry *const *tables)
{
    if (*tables == NULL)
        return;
    printf(".SH \"%s\"\n", heading);
    for (; *tables != NULL; tables++)
        for (const GOptionEntry *entry = *tables; entry->long_name != NULL; entry++)
            if ((entry->flags & G_OPTION_FLAG_HIDDEN) == 0)
                print_option(entry);
}

static void
print_formats(const char *const *formats)
{
    if (formats == NULL)
        return;
    g_autofree char *list = g_strjoinv(", ", (char **)(guintptr)formats);
    printf(".SH FORMATS\n");
    print_text("Beside text, --format knows ");
    print_text(list);
    printf(".\n");
}

static void
print_command(const Command *command)
{
    const GOptionEntry *tables[4], *const common[] = {options_common, NULL};
    g_autofree char *name = g_strconcat("pleat-", command->name, NULL);
    options_tables(command, tables);
    print_heading(name, command->summary);
    printf(".SH SYNOPSIS\n\\fBpleat ");
    print_text(command->name);
    printf("\\fR");
    if (command->arguments != NULL) {
        printf(" ");
        print_text(command->arguments);
    }
    printf(" [\\fIOPTION\\fR...]\n.SH DESCRIPTION\n.nf\n");
    print_text(command->description == NULL ? command->summary : command->description);
    printf("\n.fi\n");
    print_options("OPTIONS", tables);
    print_formats(command->formats);
    print_options("OPTIONS OF EVERY COMMAND", common);
    printf(".SH \"SEE ALSO\"\n\\fBpleat\\fR(1), \\fBpleat help commands\\fR\n");
}

static const Meaning VARIABLES[] = {{"PLEAT_CONFIG", "the configuration file, unless -c names one"},
                                    {"PLEAT_PAGER, PAGER", "what shows long output on a terminal; else less"},
                                    {"NO_COLOR", "no colors, unless --color says so"},
                                    {"VISUAL, EDITOR", "what pleat edit starts"}},
                     FILES[] = {{"pleat.yaml", "the configuration, here or in the nearest folder above"},
                                {"schema/", "declarations"},
                                {"functions/, views/, types/", "routines, views and types, as SQL"},
                                {"revisions/", "revision files"}};

#define PRINT_LIST(heading, list)                                                                                      \
    do {                                                                                                               \
        printf(".SH %s\n", heading);                                                                                   \
        for (size_t i = 0; i < G_N_ELEMENTS(list); i++) {                                                              \
            printf(".TP\n\\fB");                                                                                       \
            print_text(list[i].word);                                                                                  \
            printf("\\fR\n");                                                                                          \
            print_text(list[i].text);                                                                                  \
            printf("\n");                                                                                              \
        }                                                                                                              \
    } while (0)

static void
print_all(void)
{
    const GOptionEntry *const common[] = {options_common, NULL};
    print_heading("pleat", "expand/contract schema migrations for PostgreSQL, from declarations");
    printf(".SH SYNOPSIS\n\\fBpleat\\fR \\fICOMMAND\\fR [\\fIOPTION\\fR...]\n.SH DESCRIPTION\n"
           "pleat reads a database schema that is declared in YAML and SQL files, compares it with a live PostgreSQL "
           "database,\n"
           "and writes the difference as revision scripts in two phases: expand, which is safe while the old "
           "application still\n"
           "runs, and contract, which waits until it is gone.\n"
           ".PP\n\\fBpleat help\\fR \\fITOPIC\\fR prints pages of the documentation, \\fBpleat help topics\\fR lists "
           "them.\n.SH COMMANDS\n");
    for (size_t i = 0; commands_all[i] != NULL; i++) {
        printf(".TP\n\\fBpleat\\-");
        print_text(commands_all[i]->name);
        printf("\\fR(1)\n");
        print_text(commands_all[i]->summary);
        printf("\n");
    }
    print_options("OPTIONS OF EVERY COMMAND", common);
    PRINT_LIST("\"EXIT STATUS\"", options_statuses);
    PRINT_LIST("ENVIRONMENT", VARIABLES);
    PRINT_LIST("FILES", FILES);
}

int
main(int argc, char **argv)
{
    const Command *command = argc < 2 ? NULL : command_find(argv[1]);
    if (argc > 2 || (argc == 2 && command == NULL)) {
        fputs("usage: man-page [COMMAND]\n", stderr);
        return 1;
    }
    if (command == NULL)
        print_all();
    else
        print_command(command);
    return ferror(stdout) != 0;
}
