#include "command.h"

static gboolean chain;

static const GOptionEntry options[] = {
    {"chain", 0, 0, G_OPTION_ARG_NONE, &chain, "with install: a hook that is there is kept, and run first", NULL},
    {NULL},
};

static bool
run(Invocation *invocation, PleatOutcome *outcome, GError **error)
{
    const PleatHookOptions hook = {
        .verb = invocation->argv[0],
        .hook = invocation->argc > 1 ? invocation->argv[1] : NULL,
        .chain = chain,
    };
    return pleat_hook(invocation->session, &hook, outcome, error);
}

static const char *const formats[] = {"json", "github", "gitlab", "sarif", "junit", NULL};

const Command command_hook = {
    .name = "hook",
    .arguments = "install|uninstall|run pre-commit",
    .summary = "what is staged is looked at before git commits it",
    .description =
        "Installs a pre-commit hook in the repository, takes it away, or does what it does. No database is asked.",
    .options = options,
    .least = 1,
    .most = 2,
    .formats = formats,
    .run = run,
};
