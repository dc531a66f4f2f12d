#include "command.h"

static char *message, *from, *rev_id, *head, *phase, *branch_label, *revert, *allow_broken_bodies, *allow_incompatible,
    *by_way_of;
static char **depends_on;
static gboolean autogenerate, splice, allow_loss, in_place, amend, discard_edits, unreachable;

static const GOptionEntry options[] = {
    {"message", 'm', 0, G_OPTION_ARG_STRING, &message, "what it is for", "TEXT"},
    {"autogenerate", 0, 0, G_OPTION_ARG_NONE, &autogenerate, "from what differs between database and declarations",
     NULL},
    {"from", 0, 0, G_OPTION_ARG_STRING, &from, "what it starts from: db (the default), revisions, git:REV, ...",
     "SOURCE"},
    {"rev-id", 0, 0, G_OPTION_ARG_STRING, &rev_id, "its id instead of a random one; the contract's is ID with a c",
     "ID"},
    {"head", 0, 0, G_OPTION_ARG_STRING, &head,
     "what it comes after, such as NAME@head, or base; else the head of its phase", "REV"},
    {"splice", 0, 0, G_OPTION_ARG_NONE, &splice, "with --head: it need not be a head, and a branch begins there", NULL},
    {"phase", 0, 0, G_OPTION_ARG_STRING, &phase, "expand or contract, of an empty one", "PHASE"},
    {"depends-on", 0, 0, G_OPTION_ARG_STRING_ARRAY, &depends_on,
     "a revision that must be applied before; may be given several times", "REV"},
    {"branch-label", 0, 0, G_OPTION_ARG_STRING, &branch_label, "a label for it and what follows", "LABEL"},
    {"revert", 0, 0, G_OPTION_ARG_STRING, &revert, "undo that revision: its way back is the way forth", "REV"},
    {"allow-loss", 0, 0, G_OPTION_ARG_NONE, &allow_loss, "with --revert: although something of it does not come back",
     NULL},
    {"in-place", 0, 0, G_OPTION_ARG_NONE, &in_place,
     "change types of columns in one step, by writing their tables anew", NULL},
    {"amend", 0, 0, G_OPTION_ARG_NONE, &amend, "make the newest change anew from the present declarations", NULL},
    {"discard-edits", 0, 0, G_OPTION_ARG_NONE, &discard_edits, "with --amend: although its files were edited by hand",
     NULL},
    {"by-way-of", 0, 0, G_OPTION_ARG_STRING, &by_way_of,
     "two releases for a column's new type, with another name in between", "COLUMN=NAME"},
    {"unreachable", 0, 0, G_OPTION_ARG_NONE, &unreachable, "with --amend: pass over databases that do not answer",
     NULL},
    {"allow-broken-bodies", 0, 0, G_OPTION_ARG_STRING, &allow_broken_bodies,
     "write it although bodies of routines fail afterwards", "REASON"},
    {"allow-incompatible", 0, 0, G_OPTION_ARG_STRING, &allow_incompatible,
     "although statements of compat/ will not work; the header keeps why", "REASON"},
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
        .revert = revert,
        .allow_loss = allow_loss,
        .in_place = in_place,
        .by_way_of = by_way_of,
        .amend = amend,
        .discard_edits = discard_edits,
        .unreachable = unreachable,
        .allow_broken_bodies = allow_broken_bodies,
        .allow_incompatible = allow_incompatible,
    };
    return pleat_revision(invocation->session, &revision, outcome, error);
}

static const char *const formats[] = {"json", NULL};

const Command command_revision = {
    .name = "revision",
    .summary = "write a new revision, empty or from what differs; amend or revert one",
    .options = options,
    .is_for = FOR_TENANTS,
    .formats = formats,
    .run = run,
};
