#include "command.h"

static gboolean resolve;

static const GOptionEntry options[] = {
    {"resolve-dependencies", 0, 0, G_OPTION_ARG_NONE, &resolve, "count dependencies as parents", NULL},
    {NULL},
};

static bool
run(Invocation *invocation, PleatOutcome *outcome, GError **error)
{
    (void)outcome;
    return pleat_heads(invocation->session, resolve, error);
}

static const char *const formats[] = {"json", NULL};

const Command command_heads = {
    .name = "heads",
    .summary = "show the revisions that nothing comes after",
    .options = options,
    .is_for = FOR_TENANTS,
    .formats = formats,
    .run = run,
};
