#include "command.h"

static char *since;
static gboolean data;
static gint64 rows = -1;
static int jobs;
static char *servers;

static const GOptionEntry options[] = {
    {"since", 0, 0, G_OPTION_ARG_STRING, &since, "only revisions whose files are new or other than in a git commit",
     "REV"},
    {"data", 0, 0, G_OPTION_ARG_NONE, &data,
     "with rows, made up and those of tests/data/REVISION, which must be as they were", NULL},
    {"rows", 0, 0, G_OPTION_ARG_INT64, &rows, "how many rows a table gets: 50", "N"},
    {"jobs", 'j', 0, G_OPTION_ARG_INT, &jobs, "how many revisions at once; else one a processor", "N"},
    {"pg", 0, 0, G_OPTION_ARG_STRING, &servers,
     "on these major versions of PostgreSQL, such as 13,15,18; else on the newest", "MAJOR,..."},
    {NULL},
};

static bool
run(Invocation *invocation, PleatOutcome *outcome, GError **error)
{
    const PleatTestOptions test = {
        .revisions = (const char *const *)invocation->argv,
        .since = since,
        .data = data,
        .rows = rows,
        .jobs = jobs,
        .servers = servers,
    };
    return pleat_test(invocation->session, &test, outcome, error);
}

static const char *const formats[] = {"json", "github", "gitlab", "sarif", "junit", NULL};

const Command command_test = {
    .name = "test",
    .arguments = "[REVISION...]",
    .summary = "try each revision on scratch: up, down, up",
    .options = options,
    .most = -1,
    .formats = formats,
    .run = run,
};
