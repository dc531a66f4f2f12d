#include "command.h"

static char *since, *explain;
static gboolean rules;

static const GOptionEntry options[] = {
    {"since", 0, 0, G_OPTION_ARG_STRING, &since, "only revisions that the commit has not, or has otherwise", "COMMIT"},
    {"explain", 0, 0, G_OPTION_ARG_STRING, &explain, "tell what a rule is about, by its code or name", "RULE"},
    {"rules", 0, 0, G_OPTION_ARG_NONE, &rules, "list all rules", NULL},
    {NULL},
};

static const char *const formats[] = {"json", "github", "gitlab", "sarif", "junit", NULL};

static bool
run(Invocation *invocation, PleatOutcome *outcome, GError **error)
{
    const PleatLintOptions lint = {.revisions = (const char *const *)invocation->argv, .since = since};
    if (rules || explain != NULL)
        return pleat_lint_explain(invocation->session, rules ? NULL : explain, error);
    return pleat_lint(invocation->session, &lint, outcome, error);
}

const Command command_lint = {
    .name = "lint",
    .arguments = "[REVISION|FILE...]",
    .summary = "would a revision lock, rewrite, lose or break something?",
    .description =
        "Looks at all revisions of the project, or at those that are named: by symbols (heads, 9c36, a label)\n"
        "or by files. No database is asked.",
    .options = options,
    .most = -1,
    .formats = formats,
    .run = run,
};
