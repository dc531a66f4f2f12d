#include "scratch/process.h"

#include <fcntl.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { STEP_MS = 5, STOP_MS = 10000 };

static void
close_other_files(int one, int other)
{
    unsigned low = (unsigned)(one < other ? one : other);
    unsigned high = (unsigned)(one < other ? other : one);
    unsigned last = STDERR_FILENO + 1;
    if ((low == last || syscall(SYS_close_range, last, low - 1, 0) == 0) &&
        (high == low + 1 || syscall(SYS_close_range, low + 1, high - 1, 0) == 0) &&
        syscall(SYS_close_range, high + 1, ~0U, 0) == 0)
        return;
    long limit = sysconf(_SC_OPEN_MAX); /* Linux before 5.9 */
    for (int fd = STDERR_FILENO + 1; fd < (limit > 0 ? limit : 1024); fd++)
        if (fd != one && fd != other)
            close(fd);
}

/* Signals: pleat's handlers are forgotten; what would end the guardian before its work is done is ignored. */
static void
set_signals(void (*ending)(int))
{
    struct sigaction action = {.sa_handler = SIG_DFL};
    for (int number = 1; number < NSIG; number++)
        sigaction(number, &action, NULL);
    action.sa_handler = ending;
    static const int ENDING[] = {SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGPIPE};
    for (size_t i = 0; i < sizeof ENDING / sizeof *ENDING; i++)
        sigaction(ENDING[i], &action, NULL);
}

static void
on_child(int number)
{
    (void)number;
}

/* SIGCHLD stays blocked except while the guardian sleeps in ppoll(), so that no child's end is missed. */
static void
watch_children(void)
{
    struct sigaction action = {.sa_handler = on_child};
    sigaction(SIGCHLD, &action, NULL);
    sigset_t children;
    sigemptyset(&children);
    sigaddset(&children, SIGCHLD);
    sigprocmask(SIG_SETMASK, &children, NULL);
}

void
process_detach(int one, int other)
{
    setsid();
    umask(0077);
    close_other_files(one, other);
    int null = open("/dev/null", O_RDWR | O_CLOEXEC);
    for (int fd = STDIN_FILENO; null >= 0 && fd <= STDERR_FILENO; fd++)
        dup2(null, fd);
    if (null > STDERR_FILENO)
        close(null);
    if (chdir("/") == 0)
        prctl(PR_SET_NAME, "pleat-guardian");
    set_signals(SIG_IGN);
    watch_children();
}

static bool
set_output(const char *log)
{
    int fd = open(log, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC | O_NOFOLLOW, 0600);
    return fd >= 0 && dup2(fd, STDOUT_FILENO) >= 0 && dup2(fd, STDERR_FILENO) >= 0;
}

/* PDEATHSIG must be set after the change of user, which clears it; and the parent may have died before. */
pid_t
process_run(const Program *program)
{
    pid_t parent = getpid();
    pid_t child = fork();
    if (child != 0)
        return child;
    set_signals(SIG_DFL);
    sigset_t none;
    sigemptyset(&none);
    sigprocmask(SIG_SETMASK, &none, NULL);
    setsid();
    if (program->bound && (prctl(PR_SET_PDEATHSIG, SIGQUIT) != 0 || getppid() != parent))
        _exit(127);
    for (size_t i = 0; program->bound && i < program->n_inherited; i++)
        if (program->inherited[i] >= 0)
            fcntl(program->inherited[i], F_SETFD, 0);
    if (set_output(program->log))
        execve(program->argv[0], program->argv, program->environment);
    _exit(127);
}

void
process_stop(pid_t child, int signal_number)
{
    kill(child, signal_number);
    for (int waited = 0; waited < STOP_MS; waited += STEP_MS) {
        if (waitpid(child, NULL, WNOHANG) != 0)
            return;
        nanosleep(&(struct timespec){0, STEP_MS * 1000000L}, NULL);
    }
    kill(child, SIGKILL);
    waitpid(child, NULL, 0);
}
