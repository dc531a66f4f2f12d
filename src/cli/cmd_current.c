#include "command.h"

static gboolean check_heads;

static const GOptionEntry options[] = {
    {"check-heads", 0, 0, G_OPTION_ARG_NONE, &check_heads, "exit with 1 unless the database is at all heads", NULL},
    {NULL},
};

static bool
run(Invocation *invocation, PleatOutcome *outcome, GError **error)
{
    return pleat_current(invocation->session, check_heads, outcome, error);
}

static const char *const formats[] = {"json", NULL};

const Command command_current = {
    .name = "current",
    .summary = "show the revisions that the database has",
    .options = options,
    .is_for = FOR_TENANTS | FOR_MANY,
    .formats = formats,
    .run = run,
};
