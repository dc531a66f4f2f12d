#include "command.h"

static gboolean patch, offline;
static int limit;

static const GOptionEntry options[] = {
    {"patch", 'p', 0, G_OPTION_ARG_NONE, &patch,
     "what each version changed of what its commit found there, as a unified diff", NULL},
    {"max-count", 'n', 0, G_OPTION_ARG_INT, &limit, "only the newest N versions", "N"},
    {"offline", 0, 0, G_OPTION_ARG_NONE, &offline, "no database is asked", NULL},
    {NULL},
};

static bool
run(Invocation *invocation, PleatOutcome *outcome, GError **error)
{
    (void)outcome;
    const PleatLogOptions log = {
        .name = invocation->argv[0],
        .patch = patch,
        .limit = limit,
        .offline = offline,
    };
    return pleat_log(invocation->session, &log, error);
}

static const char *const formats[] = {"json", NULL};

const Command command_log = {
    .name = "log",
    .arguments = "NAME",
    .summary = "list the versions of a routine, table, column, ... and who runs which",
    .description = "NAME is what is declared: shop.total(integer), shop.order, shop.order.amount; shorter where it is\n"
                   "unique; with the kind before it where that is needed: \"table order\".",
    .options = options,
    .least = 1,
    .most = 1,
    .pages = true,
    .formats = formats,
    .run = run,
};
