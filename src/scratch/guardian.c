#include "scratch/guardian.h"

#include "scratch/keeper.h"
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

/* A pipe whose ends are closed on exec and are none of the three standard ones, which the guardian replaces. */
static bool
open_pipe(int ends[2])
{
    if (pipe2(ends, O_CLOEXEC) != 0)
        return false;
    for (int i = 0; i < 2; i++) {
        if (ends[i] > STDERR_FILENO)
            continue;
        int low = ends[i];
        ends[i] = fcntl(low, F_DUPFD_CLOEXEC, STDERR_FILENO + 1);
        close(low);
    }
    return ends[0] >= 0 && ends[1] >= 0;
}

/* Signals wait until the child has forgotten pleat's handlers, which must not run in it. */
static pid_t
fork_quietly(const GuardianJob *job, int lifeline, int news)
{
    sigset_t all, before;
    sigfillset(&all);
    pthread_sigmask(SIG_SETMASK, &all, &before);
    pid_t pid = fork();
    if (pid == 0)
        keeper_main(job, lifeline, news);
    int number = errno;
    pthread_sigmask(SIG_SETMASK, &before, NULL);
    errno = number;
    return pid;
}

bool
guardian_start(const GuardianJob *job, Guardian *out, GError **error)
{
    int lifeline[2], news[2];
    if (!open_pipe(lifeline))
        return fail(error, PLEAT_ERROR_SYSTEM, "cannot make a pipe: %s", g_strerror(errno));
    if (!open_pipe(news)) {
        fail(error, PLEAT_ERROR_SYSTEM, "cannot make a pipe: %s", g_strerror(errno));
        close(lifeline[0]);
        close(lifeline[1]);
        return false;
    }
    pid_t pid = fork_quietly(job, lifeline[0], news[1]);
    int number = errno;
    close(lifeline[0]);
    close(news[1]);
    if (pid < 0) {
        close(lifeline[1]);
        close(news[0]);
        return fail(error, PLEAT_ERROR_SYSTEM, "cannot start a process: %s", g_strerror(number));
    }
    *out = (Guardian){.pid = pid, .lifeline = lifeline[1], .news = news[0]};
    return true;
}

/* MSG_NOSIGNAL has no like for pipes: a guardian that has died must not end pleat by SIGPIPE. */
static void
tell(int lifeline)
{
    struct sigaction ignore = {.sa_handler = SIG_IGN}, before;
    sigaction(SIGPIPE, &ignore, &before);
    ssize_t written = write(lifeline, "k", 1);
    (void)written;
    sigaction(SIGPIPE, &before, NULL);
}

void
guardian_end(Guardian *guardian, bool keep)
{
    if (keep)
        tell(guardian->lifeline);
    close(guardian->lifeline);
    close(guardian->news);
    while (waitpid(guardian->pid, NULL, 0) < 0 && errno == EINTR)
        continue;
}
