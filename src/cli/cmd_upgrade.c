#include "command.h"

static gboolean sql, both_phases, allow_edited, allow_drift;
static char *wait_for, *override;

static const GOptionEntry options[] = {
    {"sql", 0, 0, G_OPTION_ARG_NONE, &sql, "print one psql script instead of running; FROM:TO says where it starts",
     NULL},
    {"both-phases", 0, 0, G_OPTION_ARG_NONE, &both_phases, "let one run cross from expand into contract", NULL},
    {"allow-edited", 0, 0, G_OPTION_ARG_NONE, &allow_edited, "go on although an applied revision was edited", NULL},
    {"allow-drift", 0, 0, G_OPTION_ARG_NONE, &allow_drift,
     "go on although objects are not as a revision expects; the journal keeps it", NULL},
    {"override", 0, 0, G_OPTION_ARG_STRING, &override,
     "run a contract although its gates refuse; the journal keeps why", "REASON"},
    {"wait", 0, 0, G_OPTION_ARG_STRING, &wait_for,
     "wait for another run of pleat, for at most so long (30s, 5min); else that is an error", "DURATION"},
    {NULL},
};

static bool
run(Invocation *invocation, PleatOutcome *outcome, GError **error)
{
    (void)outcome;
    const PleatRunOptions run_options = {
        .target = invocation->argv[0],
        .sql = sql,
        .both_phases = both_phases,
        .allow_edited = allow_edited,
        .allow_drift = allow_drift,
        .override = override,
        .wait = wait_for,
    };
    return pleat_upgrade(invocation->session, &run_options, error);
}

static const char *const formats[] = {"json", NULL};

const Command command_upgrade = {
    .name = "upgrade",
    .arguments = "REVISION",
    .summary = "apply revisions up to a target",
    .options = options,
    .least = 1,
    .most = 1,
    .is_for = FOR_TENANTS | FOR_MANY,
    .formats = formats,
    .run = run,
};
