#include "command.h"

static char *message, *rev_id;
static gboolean verbatim, unreachable;

static const GOptionEntry options[] = {
    {"message", 'm', 0, G_OPTION_ARG_STRING, &message, "what it is for", "TEXT"},
    {"rev-id", 0, 0, G_OPTION_ARG_STRING, &rev_id, "its id instead of a random one", "ID"},
    {"verbatim", 0, 0, G_OPTION_ARG_NONE, &verbatim, "keep all steps as they are, one after the other", NULL},
    {"unreachable", 0, 0, G_OPTION_ARG_NONE, &unreachable, "pass over databases that do not answer", NULL},
    {NULL},
};

static bool
run(Invocation *invocation, PleatOutcome *outcome, GError **error)
{
    const PleatSquashOptions squash = {
        .range = invocation->argv[0],
        .message = message,
        .rev_id = rev_id,
        .verbatim = verbatim,
        .unreachable = unreachable,
    };
    return pleat_squash(invocation->session, &squash, outcome, error);
}

static const char *const formats[] = {"json", NULL};

const Command command_squash = {
    .name = "squash",
    .arguments = "FROM:TO",
    .summary = "replace a range of revisions by one that leads to the same schema",
    .options = options,
    .least = 1,
    .most = 1,
    .formats = formats,
    .run = run,
};
