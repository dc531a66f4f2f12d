#include "command.h"

static char *range;
static gboolean indicate;

static const GOptionEntry options[] = {
    {"rev-range", 'r', 0, G_OPTION_ARG_STRING, &range, "only these: START:END", "RANGE"},
    {"indicate-current", 'i', 0, G_OPTION_ARG_NONE, &indicate, "mark what the database has", NULL},
    {NULL},
};

static bool
run(Invocation *invocation, PleatOutcome *outcome, GError **error)
{
    (void)outcome;
    return pleat_history(invocation->session, range, indicate, error);
}

static const char *const formats[] = {"json", NULL};

const Command command_history = {
    .name = "history",
    .summary = "list revisions, the newest first",
    .options = options,
    .is_for = FOR_TENANTS,
    .formats = formats,
    .pages = true,
    .run = run,
};
