#include "command.h"

static gboolean sql;

static const GOptionEntry options[] = {
    {"sql", 0, 0, G_OPTION_ARG_NONE, &sql, "print the script instead of running it", NULL},
    {NULL},
};

static bool
run(Invocation *invocation, PleatOutcome *outcome, GError **error)
{
    (void)outcome;
    return pleat_ensure_version(invocation->session, sql, error);
}

const Command command_ensure_version = {
    .name = "ensure_version",
    .summary = "make the version and journal tables",
    .options = options,
    .is_for = FOR_TENANTS | FOR_MANY,
    .run = run,
};
