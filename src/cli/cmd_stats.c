#include "command.h"

#include <string.h>

static bool
run(Invocation *invocation, PleatOutcome *outcome, GError **error)
{
    (void)outcome;
    if (strcmp(invocation->argv[0], "export") == 0)
        return pleat_stats_export(invocation->session, invocation->argc > 1 ? invocation->argv[1] : NULL, error);
    g_set_error(error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE, "no \"stats %s\": export", invocation->argv[0]);
    return false;
}

const Command command_stats = {
    .name = "stats",
    .arguments = "export [FILE]",
    .summary = "keep how big tables are, for headers of revisions",
    .description = "Writes the file that pleat.yaml names (stats.yaml), or FILE; \"-\" prints it.",
    .least = 1,
    .most = 2,
    .run = run,
};
