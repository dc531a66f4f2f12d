#include "command.h"

static char *message, *rev_id, *branch_label;
static gboolean splice;

static const GOptionEntry options[] = {
    {"message", 'm', 0, G_OPTION_ARG_STRING, &message, "what it is for; else \"merge\"", "TEXT"},
    {"rev-id", 0, 0, G_OPTION_ARG_STRING, &rev_id, "its id instead of a random one", "ID"},
    {"branch-label", 0, 0, G_OPTION_ARG_STRING, &branch_label, "a label for it and what follows", "LABEL"},
    {"splice", 0, 0, G_OPTION_ARG_NONE, &splice, "merge revisions that are no heads, too", NULL},
    {NULL},
};

static bool
run(Invocation *invocation, PleatOutcome *outcome, GError **error)
{
    const PleatMergeOptions merge = {
        .revisions = (const char *const *)invocation->argv,
        .message = message,
        .rev_id = rev_id,
        .branch_label = branch_label,
        .splice = splice,
    };
    return pleat_merge(invocation->session, &merge, outcome, error);
}

static const char *const formats[] = {"json", NULL};

const Command command_merge = {
    .name = "merge",
    .arguments = "[REVISION...]",
    .summary = "make several heads one, where their order does not matter",
    .options = options,
    .most = -1,
    .formats = formats,
    .run = run,
};
