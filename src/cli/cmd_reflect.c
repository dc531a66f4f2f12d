#include "command.h"

static char *out, *message;
static gboolean no_revision;

static const GOptionEntry options[] = {
    {"out", 'o', 0, G_OPTION_ARG_FILENAME, &out, "write to DIR instead of the project", "DIR"},
    {"message", 'm', 0, G_OPTION_ARG_STRING, &message, "message of the baseline revision", "TEXT"},
    {"no-revision", 0, 0, G_OPTION_ARG_NONE, &no_revision, "declarations alone", NULL},
    {NULL},
};

static bool
run(Invocation *invocation, PleatOutcome *outcome, GError **error)
{
    (void)outcome;
    const PleatReflectOptions reflect = {.out = out, .message = message, .no_revision = no_revision};
    return pleat_reflect(invocation->session, &reflect, error);
}

const Command command_reflect = {
    .name = "reflect",
    .summary = "write declarations and a baseline revision from a live database",
    .options = options,
    .run = run,
};
