#include "command.h"

static bool
run(Invocation *invocation, PleatOutcome *outcome, GError **error)
{
    (void)outcome;
    return pleat_ensure_version(invocation->session, false, error);
}

const Command command_ensure_version = {
    .name = "ensure_version",
    .summary = "make the version and journal tables",
    .run = run,
};
