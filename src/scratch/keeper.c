#include "scratch/keeper.h"

#include "scratch/process.h"
#include <errno.h>
#include <fcntl.h>
#include <grp.h>
#include <limits.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <sys/wait.h>
#include <unistd.h>

typedef struct {
    const GuardianJob *job;
    int lifeline, news;
    int locks[CLAIMS]; /* of the claimed directories, -1 where there is none */
} Keeper;

/* How a wait ended. */
typedef enum { END_CHILD, END_PLEAT, END_KEEP } End;

enum { STEP_MS = 20 };

static void
copy_text(char *to, size_t size, const char *from)
{
    size_t length = strnlen(from, size - 1);
    memcpy(to, from, length);
    to[length] = '\0';
}

static void
send_news(const Keeper *keeper, const News *news)
{
    _Static_assert(sizeof *news <= PIPE_BUF, "news must arrive in one piece");
    ssize_t written = write(keeper->news, news, sizeof *news);
    (void)written; /* pleat may have gone: the lifeline will tell */
}

static void
send_kind(const Keeper *keeper, NewsKind kind, pid_t server)
{
    News news = {.kind = kind, .server = server};
    send_news(keeper, &news);
}

static void
drop_claims(const Keeper *keeper)
{
    for (int kind = 0; kind < CLAIMS; kind++)
        if (keeper->locks[kind] >= 0)
            tree_remove(keeper->job->claims[kind].path);
}

static void
read_end(const char *path, char *out, size_t size)
{
    int fd = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW);
    off_t length = fd < 0 ? 0 : lseek(fd, 0, SEEK_END);
    off_t from = length > (off_t)size - 1 ? length - ((off_t)size - 1) : 0;
    ssize_t got = fd < 0 ? 0 : pread(fd, out, size - 1, from);
    out[got > 0 ? got : 0] = '\0';
    if (fd >= 0)
        close(fd);
}

/* Then not even a log can say so. */
static bool
is_disk_full(const char *path)
{
    struct statvfs disk;
    return statvfs(path, &disk) == 0 && (disk.f_bavail == 0 || disk.f_favail == 0);
}

/* Tells pleat what failed, after everything is gone: when pleat hears of it, nothing is left. */
static _Noreturn void
give_up(const Keeper *keeper, const char *what, const char *path, const char *log)
{
    News news = {.kind = NEWS_FAILED, .number = log == NULL ? errno : 0};
    copy_text(news.what, sizeof news.what, what);
    copy_text(news.path, sizeof news.path, path);
    if (log != NULL)
        read_end(log, news.log, sizeof news.log);
    if (log != NULL && news.log[0] == '\0' && is_disk_full(log))
        news.number = ENOSPC;
    drop_claims(keeper);
    send_news(keeper, &news);
    _exit(1);
}

static void
change_user(const Keeper *keeper)
{
    const GuardianJob *job = keeper->job;
    if (!job->change_user)
        return;
    if (setgroups(1, &job->gid) != 0 || setgid(job->gid) != 0 || setuid(job->uid) != 0)
        give_up(keeper, "cannot change to the user that runs the server", "", NULL);
}

/* Sleeps until something may have happened; says whether pleat has gone or lets go. */
static bool
pleat_has_left(const Keeper *keeper, int milliseconds, End *end)
{
    struct pollfd lifeline = {.fd = keeper->lifeline, .events = POLLIN};
    struct timespec limit = {milliseconds / 1000, milliseconds % 1000 * 1000000L};
    sigset_t none;
    sigemptyset(&none);
    if (ppoll(&lifeline, 1, milliseconds < 0 ? NULL : &limit, &none) <= 0)
        return false;
    char word = '\0';
    *end = read(keeper->lifeline, &word, 1) == 1 && word == 'k' ? END_KEEP : END_PLEAT;
    return true;
}

static End
wait_for(const Keeper *keeper, pid_t child, int *status)
{
    End end = END_CHILD;
    while (waitpid(child, status, WNOHANG) == 0)
        if (pleat_has_left(keeper, -1, &end))
            return end;
    return end;
}

static _Noreturn void
leave(const Keeper *keeper)
{
    drop_claims(keeper);
    _exit(0);
}

static void
claim(Keeper *keeper, ClaimKind kind)
{
    keeper->locks[kind] = claim_make(&keeper->job->claims[kind]);
    if (keeper->locks[kind] < 0)
        give_up(keeper, "cannot make the directory", keeper->job->claims[kind].path, NULL);
}

static void
drop_claim(Keeper *keeper, ClaimKind kind)
{
    tree_remove(keeper->job->claims[kind].path);
    close(keeper->locks[kind]);
    keeper->locks[kind] = -1;
}

/* A bound server inherits the locks, so that nobody sweeps its directories while any of its processes lives. */
static pid_t
run(const Keeper *keeper, char *const *argv, const char *log, bool bound)
{
    Program program = {.argv = argv,
                       .environment = keeper->job->environment,
                       .log = log,
                       .bound = bound,
                       .inherited = keeper->locks,
                       .n_inherited = CLAIMS};
    pid_t child = process_run(&program);
    if (child < 0)
        give_up(keeper, "cannot start a process", argv[0], NULL);
    return child;
}

/* Two guardians may want the same template: one makes it, the other waits at the lock. */
static int
lock_template(const Keeper *keeper)
{
    const char *path = keeper->job->template_lock;
    int lock = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
    if (lock < 0)
        give_up(keeper, "cannot open the lock file", path, NULL);
    for (bool told = false; flock(lock, LOCK_EX | LOCK_NB) != 0; told = true) {
        if (errno != EWOULDBLOCK && errno != EINTR)
            give_up(keeper, "cannot lock the file", path, NULL);
        if (!told)
            send_kind(keeper, NEWS_WAITING, 0);
        End end = END_CHILD;
        if (pleat_has_left(keeper, STEP_MS, &end))
            leave(keeper);
    }
    return lock;
}

/* The template is made aside and appears by a rename, complete and on the disk (initdb was told not to sync). */
static void
make_template(Keeper *keeper)
{
    const GuardianJob *job = keeper->job;
    send_kind(keeper, NEWS_INITDB, 0);
    claim(keeper, CLAIM_TEMPLATE);
    int status = 0;
    pid_t child = run(keeper, job->initdb, job->initdb_log, true);
    if (wait_for(keeper, child, &status) != END_CHILD) {
        process_stop(child, SIGKILL);
        leave(keeper);
    }
    if (!WIFEXITED(status) || WEXITSTATUS(status) != 0)
        give_up(keeper, "initdb failed", job->initdb[0], job->initdb_log);
    int fd = open(job->initdb_data, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (fd < 0 || syncfs(fd) != 0 || rename(job->initdb_data, job->template) != 0)
        give_up(keeper, "cannot keep the template", job->template, NULL);
    close(fd);
    drop_claim(keeper, CLAIM_TEMPLATE);
}

static bool
exists(const char *path)
{
    struct stat status;
    return lstat(path, &status) == 0;
}

static void
ensure_template(Keeper *keeper)
{
    if (exists(keeper->job->template))
        return;
    int lock = lock_template(keeper);
    if (!exists(keeper->job->template))
        make_template(keeper);
    close(lock);
}

/* A development cluster gets its data once: of two processes that make it at once, the slower one drops its copy. */
static void
keep_copy(Keeper *keeper)
{
    const GuardianJob *job = keeper->job;
    int fd = open(job->copy, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (fd < 0 || syncfs(fd) != 0)
        give_up(keeper, "cannot sync the data directory", job->copy, NULL);
    close(fd);
    if (rename(job->copy, job->keep) != 0 && errno != EEXIST && errno != ENOTEMPTY)
        give_up(keeper, "cannot make the data directory", job->keep, NULL);
    drop_claim(keeper, CLAIM_DATA);
}

static void
make_data(Keeper *keeper)
{
    const GuardianJob *job = keeper->job;
    if (job->keep != NULL && exists(job->keep))
        return;
    ensure_template(keeper);
    claim(keeper, CLAIM_DATA);
    if (!tree_copy(job->template, job->copy))
        give_up(keeper, "cannot copy the template", job->template, NULL);
    if (job->keep != NULL)
        keep_copy(keeper);
}

static void
make_sockets(Keeper *keeper)
{
    const GuardianJob *job = keeper->job;
    if (job->keep == NULL)
        claim(keeper, CLAIM_SOCKETS);
    else if (mkdir(job->sockets, 0700) != 0 && errno != EEXIST)
        give_up(keeper, "cannot make the directory", job->sockets, NULL);
}

/* A throw-away cluster needs no shutdown that it could be started again after; a kept one does. */
static _Noreturn void
watch(const Keeper *keeper, pid_t server)
{
    const GuardianJob *job = keeper->job;
    End end = wait_for(keeper, server, NULL);
    if (end == END_CHILD)
        give_up(keeper, "the server stopped", "", job->postgres_log);
    if (end == END_PLEAT)
        process_stop(server, job->keep == NULL ? SIGQUIT : SIGINT);
    leave(keeper);
}

void
keeper_main(const GuardianJob *job, int lifeline, int news)
{
    Keeper keeper = {.job = job, .lifeline = lifeline, .news = news, .locks = {-1, -1, -1}};
    process_detach(lifeline, news);
    change_user(&keeper);
    make_data(&keeper);
    make_sockets(&keeper);
    pid_t server = run(&keeper, job->postgres, job->postgres_log, job->keep == NULL);
    send_kind(&keeper, NEWS_STARTED, server);
    for (int kind = 0; kind < CLAIMS; kind++)
        claim_sweep(job->claims[kind].root);
    watch(&keeper, server);
}
