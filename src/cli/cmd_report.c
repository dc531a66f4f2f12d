#include "command.h"

static gboolean markdown, html;
static char *from, *to, *output, *link_template;

static const GOptionEntry options[] = {
    {"markdown", 0, 0, G_OPTION_ARG_NONE, &markdown, "a comment for a pull request, below 65,536 characters", NULL},
    {"html", 0, 0, G_OPTION_ARG_NONE, &html, "one page that needs no network", NULL},
    {"from", 0, 0, G_OPTION_ARG_STRING, &from, "the source before", "SOURCE"},
    {"to", 0, 0, G_OPTION_ARG_STRING, &to, "the source after; else the declarations", "SOURCE"},
    {"output", 'o', 0, G_OPTION_ARG_FILENAME, &output, "write FILE; else to standard output", "FILE"},
    {"link", 0, 0, G_OPTION_ARG_STRING, &link_template,
     "where places lead to, with {file} and {line} in it: https://.../{file}#L{line}", "URL"},
    {NULL},
};

static bool
run(Invocation *invocation, PleatOutcome *outcome, GError **error)
{
    (void)outcome;
    const PleatReportOptions report = {
        .words = (const char *const *)invocation->argv,
        .from = from,
        .to = to,
        .markdown = markdown,
        .html = html,
        .output = output,
        .link = link_template,
    };
    return pleat_report(invocation->session, &report, error);
}

static const char *const formats[] = {"json", NULL};

const Command command_report = {
    .name = "report",
    .arguments = "[RANGE | REVISION...]",
    .summary = "a change, for those who review it",
    .description =
        "Tells of the revisions that a branch has added, of the difference that they make, what they lock and lose, "
        "and when to run them.\n"
        "RANGE is git:A...B, from what both come from to B, or git:A..B; without it: from what this branch and the "
        "main one come from\nto the files as they are. REVISION is a symbol: heads, 9c36, a label, a:b.",
    .options = options,
    .most = -1,
    .formats = formats,
    .run = run,
};
