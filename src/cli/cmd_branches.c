#include "command.h"

static bool
run(Invocation *invocation, PleatOutcome *outcome, GError **error)
{
    (void)outcome;
    return pleat_branches(invocation->session, error);
}

static const char *const formats[] = {"json", NULL};

const Command command_branches = {
    .name = "branches",
    .summary = "show the revisions that several come after",
    .is_for = FOR_TENANTS,
    .formats = formats,
    .run = run,
};
