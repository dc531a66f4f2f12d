#include "command.h"

static gboolean sql, online, stat_only, exit_code;
static char *down;

static const GOptionEntry options[] = {
    {"sql", 0, 0, G_OPTION_ARG_NONE, &sql, "print a psql script that turns FROM into TO", NULL},
    {"online", 0, 0, G_OPTION_ARG_NONE, &online, "with --sql or --down: exchange columns whose type changes", NULL},
    {"down", 0, 0, G_OPTION_ARG_FILENAME, &down, "also write the way back to FILE", "FILE"},
    {"stat", 0, 0, G_OPTION_ARG_NONE, &stat_only,
     "a line for each object, how much of it comes, goes and changes, and the sums", NULL},
    {"exit-code", 0, 0, G_OPTION_ARG_NONE, &exit_code, "exit with 1 when there are differences", NULL},
    {NULL},
};

static const char *const formats[] = {"json", NULL};

static bool
run(Invocation *invocation, PleatOutcome *outcome, GError **error)
{
    const PleatDiffOptions diff = {
        .from = invocation->argc > 0 ? invocation->argv[0] : NULL,
        .to = invocation->argc > 1 ? invocation->argv[1] : NULL,
        .sql = sql,
        .down_file = down,
        .online = online,
        .stat = stat_only,
        .exit_code = exit_code,
    };
    return pleat_diff(invocation->session, &diff, outcome, error);
}

const Command command_diff = {
    .name = "diff",
    .arguments = "[FROM [TO]]",
    .summary = "show what differs between two schemas",
    .description =
        "Sources: schema, git:REV, db, db:NAME, a connection string, revisions[:REV], file:PATH, a directory.\n"
        "git:A..B is from one commit to another, git:A...B from what both come from; HEAD is what is not said.\n"
        "Without arguments: from the database to the declarations.",
    .options = options,
    .most = 2,
    .pages = true,
    .formats = formats,
    .run = run,
};
