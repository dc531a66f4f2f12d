#include "command.h"

static char *message, *from, *rev_id, *head, *phase, *branch_label;
static char **depends_on;
static gboolean autogenerate, splice;

static const GOptionEntry options[] = {
    {"message", 'm', 0, G_OPTION_ARG_STRING, &message, "what it is for", "TEXT"},
    {"autogenerate", 0, 0, G_OPTION_ARG_NONE, &autogenerate, "from what differs between database and declarations",
     NULL},
    {"from", 0, 0, G_OPTION_ARG_STRING, &from, "what it starts from: db or revisions", "SOURCE"},
    {"rev-id", 0, 0, G_OPTION_ARG_STRING, &rev_id, "its id instead of a random one", "ID"},
    {"head", 0, 0, G_OPTION_ARG_STRING, &head, "what it comes after, instead of the head", "REV"},
    {"splice", 0, 0, G_OPTION_ARG_NONE, &splice, "with --head: it need not be a head", NULL},
    {"phase", 0, 0, G_OPTION_ARG_STRING, &phase, "expand or contract, of an empty one", "PHASE"},
    {"depends-on", 0, 0, G_OPTION_ARG_STRING_ARRAY, &depends_on, "a revision that must be applied before", "REV"},
    {"branch-label", 0, 0, G_OPTION_ARG_STRING, &branch_label, "a label for it and what follows", "LABEL"},
    {NULL},
};

static bool
run(Invocation *invocation, PleatOutcome *outcome, GError **error)
{
    const PleatRevisionOptions revision = {
        .message = message,
        .autogenerate = autogenerate,
        .from = from,
        .rev_id = rev_id,
        .head = head,
        .splice = splice,
        .phase = phase,
        .depends_on = (const char *const *)depends_on,
        .branch_label = branch_label,
    };
    return pleat_revision(invocation->session, &revision, outcome, error);
}

const Command command_revision = {
    .name = "revision",
    .summary = "write a new revision, empty or from what differs",
    .options = options,
    .is_for = FOR_TENANTS,
    .run = run,
};
