#include "command.h"

static gboolean check, canonical;

static const GOptionEntry options[] = {
    {"check", 0, 0, G_OPTION_ARG_NONE, &check, "only say which files would change", NULL},
    {"canonical", 0, 0, G_OPTION_ARG_NONE, &canonical, "also write SQL in PostgreSQL's own form", NULL},
    {NULL},
};

static bool
run(Invocation *invocation, PleatOutcome *outcome, GError **error)
{
    const PleatFmtOptions fmt = {.paths = invocation->argc > 0 ? (const char *const *)invocation->argv : NULL,
                                 .check = check,
                                 .canonical = canonical};
    return pleat_fmt(invocation->session, &fmt, outcome, error);
}

const Command command_fmt = {
    .name = "fmt",
    .arguments = "[FILE...]",
    .summary = "put declarations in canonical layout",
    .options = options,
    .most = -1,
    .run = run,
};
