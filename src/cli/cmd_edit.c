#include "command.h"

static bool
run(Invocation *invocation, PleatOutcome *outcome, GError **error)
{
    (void)outcome;
    return pleat_edit(invocation->session, invocation->argv[0], error);
}

const Command command_edit = {
    .name = "edit",
    .arguments = "REVISION",
    .summary = "open a revision's file in $VISUAL or $EDITOR",
    .description = "Opens the file of a revision, or of all that a symbol such as heads stands for, in $VISUAL or "
                   "$EDITOR, and says what\n"
                   "is wrong with it when the editor has ended.",
    .least = 1,
    .most = 1,
    .is_for = FOR_TENANTS,
    .run = run,
};
