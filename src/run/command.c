#include "run/step_run.h"

#include "base/quit.h"
#include <signal.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

/* In the child: its words go to standard error, and it does not outlive pleat. */
static void
set_up_child(gpointer data)
{
    (void)data;
    dup2(STDERR_FILENO, STDOUT_FILENO);
    prctl(PR_SET_PDEATHSIG, SIGTERM);
}

static bool
wait_for_child(GPid child, int *status, GError **error)
{
    bool asked = false;
    while (waitpid(child, status, WNOHANG) == 0) {
        if (quit_asked() && !asked)
            kill(child, SIGTERM);
        asked = quit_asked();
        g_usleep(20000);
    }
    return !asked || quit_check(error);
}

static bool
run_program(Runner *runner, char **argv, GError **error)
{
    g_auto(GStrv) environment = g_environ_setenv(g_get_environ(), "PLEAT_DATABASE", runner->conninfo, TRUE);
    GPid child = 0;
    GError *problem = NULL;
    if (!g_spawn_async(NULL, argv, environment, G_SPAWN_DO_NOT_REAP_CHILD | G_SPAWN_SEARCH_PATH, set_up_child, NULL,
                       &child, &problem)) {
        fail(error, PLEAT_ERROR_SYSTEM, "cannot run \"%s\": %s", argv[0], problem->message);
        g_error_free(problem);
        return false;
    }
    int status = 0;
    if (!wait_for_child(child, &status, error))
        return false;
    if (WIFSIGNALED(status))
        return fail(error, PLEAT_ERROR_SYSTEM, "\"%s\" was ended by signal %d", argv[0], WTERMSIG(status));
    return WEXITSTATUS(status) == 0 ||
           fail(error, PLEAT_ERROR_SYSTEM, "\"%s\" ended with status %d", argv[0], WEXITSTATUS(status));
}

/* A program that an earlier run was killed over may have done its work. */
static bool
look_back(Runner *runner, bool *done, GError **error)
{
    if (runner->row.state == NULL || strcmp(runner->row.state, "started") != 0)
        return true;
    const char *done_if = runner->step->done_if;
    if (done_if == NULL) {
        fail(error, PLEAT_ERROR_STATE, "an earlier run was lost while \"%s\" ran, and nothing tells what it did",
             runner->step->statements[0]);
        return fail_hint(error,
                         "look, then say so: UPDATE %sjournal SET state = 'done' (it happened) or 'failed' (run "
                         "it again) WHERE id = %" G_GINT64_FORMAT,
                         runner->pen.tables, runner->row.id);
    }
    g_autofree char *value = NULL;
    if (!connection_value(runner->connection, done_if, &value, error))
        return fail_within(error, "done_if");
    *done = g_strcmp0(value, "t") == 0;
    return true;
}

bool
command_run(Runner *runner, GError **error)
{
    bool done = false;
    if (!look_back(runner, &done, error))
        return false;
    return done || (step_start(runner, error) && run_program(runner, runner->step->statements, error));
}
