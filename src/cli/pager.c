#include "pager.h"

#include <glib.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

static pid_t pager;  /* 0: none */
static bool has_run; /* one was started */

static const char *
pager_command(void)
{
    static const char *const VARIABLES[] = {"PLEAT_PAGER", "PAGER"};
    for (size_t i = 0; i < G_N_ELEMENTS(VARIABLES); i++) {
        const char *value = getenv(VARIABLES[i]);
        if (value != NULL)
            return *value == '\0' || strcmp(value, "cat") == 0 ? NULL : value;
    }
    g_autofree char *less = g_find_program_in_path("less");
    return less == NULL ? NULL : "less";
}

/* In the new process. -F leaves when all fits, -R shows colors, -X leaves the text on the screen. */
static void
become_pager(const char *command, int from)
{
    dup2(from, STDIN_FILENO);
    close(from);
    setenv("LESS", "FRX", 0);
    setenv("LV", "-c", 0);
    execl("/bin/sh", "sh", "-c", command, (char *)NULL);
    _exit(127);
}

void
pager_start(void)
{
    const char *command = pager_command();
    int ends[2];
    if (command == NULL || pipe(ends) != 0)
        return;
    fflush(stdout);
    fflush(stderr);
    pager = fork();
    if (pager == 0) {
        close(ends[1]);
        become_pager(command, ends[0]);
    }
    close(ends[0]);
    has_run = pager > 0;
    if (has_run) {
        dup2(ends[1], STDOUT_FILENO);
        if (isatty(STDERR_FILENO))
            dup2(ends[1], STDERR_FILENO);
        signal(SIGPIPE, SIG_IGN); /* whoever has read enough leaves: that is no failure */
    } else {
        pager = 0;
    }
    close(ends[1]);
}

void
pager_finish(void)
{
    if (pager <= 0)
        return;
    fflush(stdout);
    fflush(stderr);
    signal(SIGINT, SIG_IGN); /* Ctrl-C is the pager's now */
    close(STDOUT_FILENO);
    close(STDERR_FILENO);
    waitpid(pager, NULL, 0);
    pager = 0;
}

bool
pager_has_run(void)
{
    return has_run;
}
