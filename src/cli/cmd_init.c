#include "command.h"

static bool
run(Invocation *invocation, PleatOutcome *outcome, GError **error)
{
    (void)outcome;
    return pleat_init(invocation->session, invocation->argc > 0 ? invocation->argv[0] : NULL, error);
}

const Command command_init = {
    .name = "init",
    .arguments = "[DIR]",
    .summary = "make a project that works at once on the embedded database",
    .most = 1,
    .run = run,
};
