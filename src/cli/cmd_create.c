#include "command.h"

static bool
run(Invocation *invocation, PleatOutcome *outcome, GError **error)
{
    (void)outcome;
    const PleatCreateOptions create = {.directory = invocation->argc > 0 ? invocation->argv[0] : NULL};
    return pleat_create(invocation->session, &create, error);
}

const Command command_create = {
    .name = "create",
    .arguments = "[DIR]",
    .summary = "create the declared schema in an empty database, and stamp it",
    .most = 1,
    .run = run,
};
