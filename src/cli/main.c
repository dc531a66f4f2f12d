#include "complete.h"
#include "help.h"
#include "memory.h"
#include "options.h"
#include "pager.h"

#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

enum { EXIT_INPUT = 2, EXIT_SERVER = 3, EXIT_INTERRUPT = 130 };

static bool is_paged; /* the next text starts a pager */

static void
write_out(void *data, const char *text)
{
    (void)data;
    if (is_paged && *text != '\0') {
        is_paged = false;
        pager_start();
    }
    fputs(text, stdout);
}

static void
write_note(void *data, const char *text)
{
    (void)data;
    fflush(stdout);
    fputs(text, stderr);
}

static int
columns_of(int file)
{
    struct winsize size;
    bool known = ioctl(file, TIOCGWINSZ, &size) == 0 && size.ws_col > 0;
    return known ? size.ws_col : 80;
}

static int
terminal_columns(void *data)
{
    (void)data;
    return columns_of(STDERR_FILENO);
}

static bool
wants_color(int file)
{
    if (options_given.color != NULL && strcmp(options_given.color, "auto") != 0)
        return strcmp(options_given.color, "always") == 0;
    return isatty(file) && getenv("NO_COLOR") == NULL;
}

static bool
is_color(const char *word)
{
    return strcmp(word, "auto") == 0 || strcmp(word, "always") == 0 || strcmp(word, "never") == 0;
}

static int
complain(const char *text)
{
    bool colored = wants_color(STDERR_FILENO);
    bool placed = strstr(text, ": error: ") != NULL || g_str_has_prefix(text, "error: ");
    g_autofree char *shown = pleat_printable(text);
    fflush(stdout);
    fprintf(stderr, "%s%s%s%s\n", colored ? "\033[31m" : "", placed ? "" : "pleat: error: ", colored ? "\033[0m" : "",
            shown);
    return EXIT_INPUT;
}

/* At the end of the program, wherever it ends: what was printed and could not be is a failure. A pager may be left. */
static void
check_written(void)
{
    if ((fflush(stdout) != 0 || ferror(stdout)) && !pager_has_run())
        _exit(complain("cannot write to standard output"));
}

static int
exit_status(const GError *error)
{
    switch (pleat_fault(error)) {
    case PLEAT_FAULT_SERVER:
        return EXIT_SERVER;
    case PLEAT_FAULT_INTERRUPTED:
        return EXIT_INTERRUPT;
    default:
        return EXIT_INPUT;
    }
}

/* Is --format one that the command knows? Else it says so. */
static bool
knows_format(const Command *command)
{
    static const char *const none[] = {NULL};
    const char *const *formats = command->formats != NULL ? command->formats : none;
    if (options_given.format == NULL || strcmp(options_given.format, "text") == 0 ||
        g_strv_contains(formats, options_given.format))
        return true;
    g_autofree char *others = g_strjoinv(", ", (char **)(guintptr)formats);
    g_autofree char *text = g_strdup_printf("pleat %s knows no format \"%s\": text%s%s", command->name,
                                            options_given.format, others[0] != '\0' ? ", " : "", others);
    complain(text);
    return false;
}

/* The nearest of the command's own options and of those that all have; NULL: none is near, or no command. */
static const char *
nearest_option(const Command *command, const char *word)
{
    g_autoptr(GPtrArray) names = g_ptr_array_new();
    for (const GOptionEntry *entry = options_common; entry->long_name != NULL; entry++)
        g_ptr_array_add(names, (gpointer)(guintptr)entry->long_name);
    const GOptionEntry *tables[4];
    options_tables(command, tables);
    for (const GOptionEntry **table = tables; *table != NULL; table++)
        for (const GOptionEntry *entry = *table; entry->long_name != NULL; entry++)
            g_ptr_array_add(names, (gpointer)(guintptr)entry->long_name);
    g_ptr_array_add(names, NULL);
    return pleat_did_you_mean(word, (const char *const *)names->pdata);
}

static int
complain_of_options(const Command *command, int argc, char **argv, const GError *error)
{
    if (error->domain == G_CONVERT_ERROR) {
        g_autofree char *text =
            g_strdup_printf("an argument cannot be read: %s\nhint: arguments are UTF-8", error->message);
        return complain(text);
    }
    if (!g_error_matches(error, G_OPTION_ERROR, G_OPTION_ERROR_UNKNOWN_OPTION))
        return complain(error->message);
    for (int i = 1; i < argc; i++) {
        bool meant = g_str_has_prefix(argv[i], "--") && strstr(error->message, argv[i]) != NULL;
        const char *near = meant ? nearest_option(command, argv[i] + 2) : NULL;
        if (near != NULL) {
            g_autofree char *text = g_strdup_printf("%s\nhint: did you mean \"--%s\"?", error->message, near);
            return complain(text);
        }
    }
    g_autofree char *text = g_strdup_printf("%s\nhint: pleat %s --help lists them", error->message, command->name);
    return complain(text);
}

static bool
takes_next(const Command *command, const char *word)
{
    const GOptionEntry *entry = word[0] == '-' && word[1] != '\0' ? options_find(command, word) : NULL;
    return entry != NULL && options_take_next(entry, word);
}

/* "downgrade -1": a number of revisions is no option. Such words go behind all options, and behind a "--". */
static char **
numbers_last(const Command *command, int *argc, char **argv)
{
    static char dashes[] = "--";
    char **words = g_new0(char *, *argc + 2), **numbers = g_new0(char *, *argc + 1);
    int n_words = 0, n_numbers = 0, i = 0;
    for (; i < *argc && strcmp(argv[i], "--") != 0; i++) {
        bool number = argv[i][0] == '-' && g_ascii_isdigit(argv[i][1]) &&
                      strspn(argv[i] + 1, "0123456789") == strlen(argv[i] + 1) &&
                      (i == 0 || !takes_next(command, argv[i - 1]));
        if (number)
            numbers[n_numbers++] = argv[i];
        else
            words[n_words++] = argv[i];
    }
    if (n_numbers > 0 || i < *argc)
        words[n_words++] = dashes;
    memcpy(words + n_words, numbers, sizeof *numbers * (size_t)n_numbers);
    n_words += n_numbers;
    for (i++; i < *argc; i++)
        words[n_words++] = argv[i];
    g_free(numbers);
    *argc = n_words;
    return words;
}

static int
run_command(const Command *command, int argc, char **argv)
{
    g_autofree char *name = g_strconcat("pleat ", command->name, NULL);
    g_set_prgname(name);
    g_autoptr(GOptionContext) context = g_option_context_new(command->arguments);
    g_autoptr(GError) error = NULL;
    g_option_context_set_summary(context, command->description == NULL ? command->summary : command->description);
    const GOptionEntry *tables[4];
    options_tables(command, tables);
    for (const GOptionEntry **table = tables; *table != NULL; table++)
        g_option_context_add_main_entries(context, *table, NULL);
    GOptionGroup *group =
        g_option_group_new("common", "Options of every command:", "Show the options of every command", NULL, NULL);
    g_option_group_add_entries(group, options_common);
    g_option_context_add_group(context, group);
    g_autofree char **all = numbers_last(command, &argc, argv);
    argv = all;
    if (!g_option_context_parse(context, &argc, &argv, &error))
        return complain_of_options(command, argc, argv, error);
    if (argc > 1 && strcmp(argv[1], "--") == 0) {
        argc--;
        argv++;
    }
    if (argc - 1 < command->least || (command->most >= 0 && argc - 1 > command->most)) {
        g_autofree char *text =
            g_strdup_printf("usage: %s%s%s [OPTION...]", name, command->arguments == NULL ? "" : " ",
                            command->arguments == NULL ? "" : command->arguments);
        return complain(text);
    }
    if (options_given.color != NULL && !is_color(options_given.color)) {
        g_autofree char *text = g_strdup_printf("no color \"%s\": auto, always or never", options_given.color);
        return complain(text);
    }
    if (!knows_format(command))
        return EXIT_INPUT;
    g_autoptr(PleatSession) session = NULL;
    const PleatSessionOptions session_options = {
        .directory = options_given.directory,
        .config = options_given.config,
        .database = options_given.database,
        .all_databases = options_given.all_databases,
        .tenants = options_given.tenants,
        .tenant = (const char *const *)options_given.tenant,
        .jobs = options_given.jobs,
        .verbose = options_given.verbose,
        .quiet = options_given.quiet,
        .color = wants_color(STDOUT_FILENO),
        .width = isatty(STDOUT_FILENO) ? columns_of(STDOUT_FILENO) : 0,
        .format = options_given.format,
        .write = write_out,
        .note = write_note,
        .columns = isatty(STDERR_FILENO) ? terminal_columns : NULL,
    };
    if (options_given.format != NULL && strcmp(options_given.format, "json") == 0)
        setvbuf(stdout, NULL, _IOLBF, 0); /* who reads events reads each as it comes */
    is_paged = command->pages && isatty(STDOUT_FILENO) &&
               (options_given.format == NULL || strcmp(options_given.format, "text") == 0);
    PleatOutcome outcome = PLEAT_CLEAN;
    Invocation invocation = {NULL, argc - 1, argv + 1};
    bool ok = command->alone || pleat_session_open(&session_options, &session, &error);
    invocation.session = session;
    if (!ok || !command->run(&invocation, &outcome, &error)) {
        complain(error->message);
        return exit_status(error);
    }
    return (int)outcome;
}

/* Moves the command to the front of its options: "pleat -C DIR check" is "pleat check -C DIR". False: there is none. */
static bool
command_first(int argc, char **argv)
{
    int at = 1;
    for (int words; at < argc && (words = options_words(argv[at])) > 0;)
        at += words;
    if (at >= argc)
        return false;
    char *command = argv[at];
    memmove(argv + 2, argv + 1, sizeof *argv * (size_t)(at - 1));
    argv[1] = command;
    return true;
}

/* topics: it could be one of those, too. */
static int
complain_of_command(const char *word, bool topics)
{
    bool option = word[0] == '-';
    size_t dashes = strspn(word, "-");
    const char *near = option ? nearest_option(NULL, word + dashes) : help_nearest(word, topics);
    g_autofree char *hint =
        near == NULL ? g_strdup(topics ? "pleat help and pleat help topics list them" : "pleat --help lists them")
                     : g_strdup_printf("did you mean \"%s%s\"?", option ? "--" : "", near);
    g_autofree char *text =
        option ? g_strdup_printf("no option \"%s\" without a command\nhint: %s", word, hint)
               : g_strdup_printf("no command %s\"%s\"\nhint: %s", topics ? "or topic " : "", word, hint);
    return complain(text);
}

static int
print_topic(const Topic *topic)
{
    if (isatty(STDOUT_FILENO))
        pager_start();
    fputs(topic->page, stdout);
    pager_finish();
    return EXIT_SUCCESS;
}

static int
help(int argc, char **argv)
{
    static char option[] = "--help";
    const char *word = argc < 3 ? NULL : argv[2];
    const Command *command = word == NULL ? NULL : command_find(word);
    const Topic *topic = word == NULL ? NULL : topic_find(word);
    char *words[] = {argv[1], option, NULL};
    if (command != NULL)
        return run_command(command, 2, words);
    if (topic != NULL)
        return print_topic(topic);
    if (word == NULL)
        help_print_commands(stdout);
    else if (strcmp(word, "topics") == 0)
        help_print_topics(stdout);
    else
        return complain_of_command(word, true);
    return EXIT_SUCCESS;
}

int
main(int argc, char **argv)
{
    setlocale(LC_ALL, "");
    atexit(check_written);
    bool asked = argc > 1 && strcmp(argv[1], "__complete") == 0; /* its words are not pleat's own */
    bool lone = !asked && !command_first(argc, argv);
    if (lone && argc > 1 && options_words(argv[1]) > 0)
        return complain("no command\nhint: pleat --help lists them");
    if (argc < 2 || strcmp(argv[1], "--help") == 0 || strcmp(argv[1], "-h") == 0) {
        help_print_commands(argc < 2 ? stderr : stdout);
        return argc < 2 ? EXIT_INPUT : EXIT_SUCCESS;
    }
    if (strcmp(argv[1], "--version") == 0) {
        printf("pleat %s\n", pleat_version());
        return EXIT_SUCCESS;
    }
    if (strcmp(argv[1], "help") == 0)
        return help(argc, argv);
    if (strcmp(argv[1], "__complete") == 0)
        return complete(argc - 2, argv + 2);
    const Command *command = command_find(argv[1]);
    if (command == NULL)
        return complain_of_command(argv[1], false);
    prefer_large_pages();
    pleat_catch_signals();
    int status = run_command(command, argc - 1, argv + 1);
    pager_finish();
    return status;
}
