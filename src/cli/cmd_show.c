#include "command.h"

static bool
run(Invocation *invocation, PleatOutcome *outcome, GError **error)
{
    (void)outcome;
    return pleat_show(invocation->session, invocation->argv[0], error);
}

static const char *const formats[] = {"json", NULL};

const Command command_show = {
    .name = "show",
    .arguments = "REVISION",
    .summary = "print a revision",
    .least = 1,
    .most = 1,
    .is_for = FOR_TENANTS,
    .formats = formats,
    .pages = true,
    .run = run,
};
