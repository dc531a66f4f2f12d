#include "command.h"

static char *onto;

static const GOptionEntry options[] = {
    {"onto", 0, 0, G_OPTION_ARG_STRING, &onto, "what it is to come after; else the other head", "REV"},
    {NULL},
};

static bool
run(Invocation *invocation, PleatOutcome *outcome, GError **error)
{
    (void)outcome;
    const PleatRebaseOptions rebase = {.revision = invocation->argv[0], .onto = onto};
    return pleat_rebase(invocation->session, &rebase, error);
}

static const char *const formats[] = {"json", NULL};

const Command command_rebase = {
    .name = "rebase",
    .arguments = "REVISION",
    .summary = "put a branch of revisions behind another",
    .options = options,
    .least = 1,
    .most = 1,
    .formats = formats,
    .run = run,
};
