#include "command.h"

#include <errno.h>
#include <string.h>
#include <unistd.h>

static bool
run_psql(PleatSession *session, int argc, char **argv, GError **error)
{
    g_auto(GStrv) command = NULL;
    if (!pleat_dev_psql(session, &command, error))
        return false;
    g_autoptr(GPtrArray) all = g_ptr_array_new();
    for (char **word = command; *word != NULL; word++)
        g_ptr_array_add(all, *word);
    for (int i = argc > 0 && strcmp(argv[0], "--") == 0 ? 1 : 0; i < argc; i++)
        g_ptr_array_add(all, argv[i]);
    g_ptr_array_add(all, NULL);
    execvp(all->pdata[0], (char **)all->pdata);
    g_set_error(error, G_SPAWN_ERROR, G_SPAWN_ERROR_FAILED, "cannot run psql: %s", g_strerror(errno));
    return false;
}

static bool
run(Invocation *invocation, PleatOutcome *outcome, GError **error)
{
    (void)outcome;
    static const struct {
        const char *name;
        bool (*run)(PleatSession *session, GError **error);
    } VERBS[] = {{"start", pleat_dev_start}, {"stop", pleat_dev_stop}, {"url", pleat_dev_url}};
    for (size_t i = 0; i < G_N_ELEMENTS(VERBS); i++)
        if (strcmp(invocation->argv[0], VERBS[i].name) == 0)
            return VERBS[i].run(invocation->session, error);
    if (strcmp(invocation->argv[0], "psql") == 0)
        return run_psql(invocation->session, invocation->argc - 1, invocation->argv + 1, error);
    g_set_error(error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE, "no \"dev %s\": start, stop, url or psql",
                invocation->argv[0]);
    return false;
}

const Command command_dev = {
    .name = "dev",
    .arguments = "start|stop|url|psql",
    .summary = "the embedded PostgreSQL of this project, for the application",
    .description = "Everything behind psql is handed to it: pleat dev psql -- -c 'select 1'",
    .least = 1,
    .most = -1,
    .run = run,
};
