#include "command.h"

static gboolean strict, offline;
static char *base;

static const GOptionEntry options[] = {
    {"strict", 0, 0, G_OPTION_ARG_NONE, &strict, "what pleat does not model is a finding, too", NULL},
    {"base", 0, 0, G_OPTION_ARG_STRING, &base, "also: how revisions were kept in git since HEAD left that branch",
     "REV"},
    {"offline", 0, 0, G_OPTION_ARG_NONE, &offline, "no database is asked: only that", NULL},
    {NULL},
};

static const char *const formats[] = {"json", "github", "gitlab", "sarif", "junit", NULL};

static bool
run(Invocation *invocation, PleatOutcome *outcome, GError **error)
{
    const PleatCheckOptions check = {.directory = invocation->argc > 0 ? invocation->argv[0] : NULL,
                                     .strict = strict,
                                     .base = base,
                                     .offline = offline};
    return pleat_check(invocation->session, &check, outcome, error);
}

const Command command_check = {
    .name = "check",
    .arguments = "[DIR]",
    .summary = "is the database what is declared, and is no revision forgotten?",
    .options = options,
    .most = 1,
    .is_for = FOR_MANY,
    .formats = formats,
    .run = run,
};
