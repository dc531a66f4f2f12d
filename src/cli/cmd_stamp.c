#include "command.h"

static gboolean purge;

static const GOptionEntry options[] = {
    {"purge", 0, 0, G_OPTION_ARG_NONE, &purge, "forget everything that was there before", NULL},
    {NULL},
};

static bool
run(Invocation *invocation, PleatOutcome *outcome, GError **error)
{
    (void)outcome;
    const PleatStampOptions stamp = {.targets = (const char *const *)invocation->argv, .purge = purge};
    return pleat_stamp(invocation->session, &stamp, error);
}

const Command command_stamp = {
    .name = "stamp",
    .arguments = "REVISION...",
    .summary = "say what the database has, without running anything",
    .options = options,
    .least = 1,
    .most = -1,
    .run = run,
};
