#include "command.h"

#include "completions.h"
#include <stdio.h>
#include <string.h>

static bool
run(Invocation *invocation, PleatOutcome *outcome, GError **error)
{
    (void)outcome;
    const struct {
        const char *shell, *script;
    } SHELLS[] = {{"bash", pleat_bash}, {"zsh", pleat_zsh}, {"fish", pleat_fish}};
    for (size_t i = 0; i < G_N_ELEMENTS(SHELLS); i++)
        if (strcmp(invocation->argv[0], SHELLS[i].shell) == 0) {
            fputs(SHELLS[i].script, stdout);
            return true;
        }
    g_set_error(error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE, "no completion for \"%s\": bash, zsh or fish",
                invocation->argv[0]);
    return false;
}

const Command command_completion = {
    .name = "completion",
    .arguments = "bash|zsh|fish",
    .summary = "print a script that lets a shell complete pleat's command lines",
    .description = "bash: eval \"$(pleat completion bash)\"; zsh: source <(pleat completion zsh);\n"
                   "fish: pleat completion fish | source",
    .least = 1,
    .most = 1,
    .alone = true,
    .run = run,
};
