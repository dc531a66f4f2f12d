#include "command.h"

static bool
run(Invocation *invocation, PleatOutcome *outcome, GError **error)
{
    (void)outcome;
    return pleat_blame(invocation->session, invocation->argv[0], error);
}

static const char *const formats[] = {"json", NULL};

const Command command_blame = {
    .name = "blame",
    .arguments = "FILE",
    .summary = "tell who last changed each thing that a file declares, and in which revision",
    .least = 1,
    .most = 1,
    .pages = true,
    .formats = formats,
    .run = run,
};
