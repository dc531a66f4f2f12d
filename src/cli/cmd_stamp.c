#include "command.h"

static gboolean purge, sql;

static const GOptionEntry options[] = {
    {"purge", 0, 0, G_OPTION_ARG_NONE, &purge, "forget everything that was there before", NULL},
    {"sql", 0, 0, G_OPTION_ARG_NONE, &sql, "print the script instead of running it", NULL},
    {NULL},
};

static bool
run(Invocation *invocation, PleatOutcome *outcome, GError **error)
{
    (void)outcome;
    const PleatStampOptions stamp = {.targets = (const char *const *)invocation->argv, .purge = purge, .sql = sql};
    return pleat_stamp(invocation->session, &stamp, error);
}

static const char *const formats[] = {"json", NULL};

const Command command_stamp = {
    .name = "stamp",
    .arguments = "REVISION...",
    .summary = "say what the database has, without running anything",
    .options = options,
    .least = 1,
    .most = -1,
    .is_for = FOR_TENANTS | FOR_MANY,
    .formats = formats,
    .run = run,
};
