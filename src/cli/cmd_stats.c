#include "command.h"

#include <string.h>

static gboolean statements;

static const GOptionEntry options[] = {
    {"statements", 0, 0, G_OPTION_ARG_NONE, &statements, "what applications run, from pg_stat_statements", NULL},
    {NULL},
};

static bool
run(Invocation *invocation, PleatOutcome *outcome, GError **error)
{
    (void)outcome;
    const char *file = invocation->argc > 1 ? invocation->argv[1] : NULL;
    if (strcmp(invocation->argv[0], "export") == 0)
        return (statements ? pleat_stats_export_statements : pleat_stats_export)(invocation->session, file, error);
    g_set_error(error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE, "no \"stats %s\": export", invocation->argv[0]);
    return false;
}

static const char *const formats[] = {"json", NULL};

const Command command_stats = {
    .name = "stats",
    .arguments = "export [FILE]",
    .summary = "keep how big tables are, for headers of revisions, or what statements applications run",
    .description =
        "Writes the file that pleat.yaml names (stats.yaml), with --statements compat/observed.sql, or FILE; "
        "\"-\" prints it.",
    .options = options,
    .formats = formats,
    .least = 1,
    .most = 2,
    .run = run,
};
