#include "project/target_pool.h"

#include "base/quit.h"
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

enum { POLL_MS = 200 };

/* What a process sends: a head, and so many bytes of text behind it. */
typedef enum { FRAME_TEXT, FRAME_NOTE, FRAME_END } FrameKind;

typedef struct {
    FrameKind kind;
    bool good;
    PleatOutcome outcome;
    PleatFault fault;
    guint32 length;
} FrameHead;

/* The process -------------------------------------------------------------------------------------------------------*/

static bool
write_all(int file, const void *bytes, size_t length)
{
    for (const char *at = bytes; length > 0;) {
        ssize_t written = write(file, at, length);
        if (written < 0 && errno != EINTR)
            return false;
        at += MAX(written, 0);
        length -= (size_t)MAX(written, 0);
    }
    return true;
}

static void
send_frame(int file, FrameHead head, const char *text)
{
    head.length = (guint32)strlen(text);
    if (write_all(file, &head, sizeof head))
        write_all(file, text, head.length);
}

static void
send_text(void *data, const char *text)
{
    send_frame(*(int *)data, (FrameHead){.kind = FRAME_TEXT}, text);
}

static void
send_note(void *data, const char *text)
{
    send_frame(*(int *)data, (FrameHead){.kind = FRAME_NOTE}, text);
}

typedef struct {
    PleatSession *session;
    TargetWork *work;
    const void *options;
    pid_t parent;
} Task;

/* It stops between steps when its parent is told to, or is no more. */
G_NORETURN static void
be_worker(const Task *task, const Target *target, int frames, int raw)
{
    PleatSession *session = task->session;
    signal(SIGPIPE, SIG_IGN);
    prctl(PR_SET_PDEATHSIG, SIGTERM);
    if (getppid() != task->parent)
        _exit(1);
    dup2(raw, STDOUT_FILENO); /* what programs of revisions print */
    dup2(raw, STDERR_FILENO);
    session->is_target = true;
    session->target = target->label;
    session->options.columns = NULL; /* others write there, too */
    session->options.database = target->database->name;
    session->tenant = target->schema;
    session->options.write = send_text;
    session->options.note = send_note;
    session->options.data = &frames;
    FrameHead end = {.kind = FRAME_END};
    GError *error = NULL;
    end.good = task->work(session, task->options, &end.outcome, &error);
    end.fault = error == NULL ? PLEAT_FAULT_INPUT : pleat_fault(error);
    pleat_session_close(session); /* a scratch server ends with it */
    send_frame(frames, end, error == NULL ? "" : error->message);
    _exit(0);
}

/* The pool ----------------------------------------------------------------------------------------------------------*/

typedef struct {
    guint target;
    pid_t pid;
    int frames, raw;
    GString *inbox, *raw_line; /* what has come of a frame, and of a line of a program's */
    gint64 began;
    bool ended; /* it said how */
} Worker;

typedef struct {
    const Task *task;
    const TargetList *list;
    const TargetListener *listener;
    GPtrArray *workers;
} Pool;

static void
free_worker(void *data)
{
    Worker *worker = data;
    close(worker->frames);
    close(worker->raw);
    g_string_free(worker->inbox, TRUE);
    g_string_free(worker->raw_line, TRUE);
    g_free(worker);
}

static void
tell_end(const Pool *pool, guint target, TargetEnd end)
{
    pool->listener->end(target, &end, pool->listener->data);
}

static void
tell_failure(const Pool *pool, guint target, const char *text)
{
    tell_end(pool, target, (TargetEnd){.fault = PLEAT_FAULT_INPUT, .text = text});
}

static void
start(Pool *pool, guint index)
{
    const Target *target = pool->list->targets->pdata[index];
    int frames[2], raw[2];
    pool->listener->begin(index, pool->listener->data);
    if (target->database->problem != NULL) {
        const GError *problem = target->database->problem;
        tell_end(pool, index, (TargetEnd){.fault = pleat_fault(problem), .text = problem->message});
        return;
    }
    if (pipe2(frames, O_CLOEXEC) != 0) {
        tell_failure(pool, index, g_strerror(errno));
        return;
    }
    pid_t pid = pipe2(raw, O_CLOEXEC) == 0 ? fork() : -2;
    if (pid == 0)
        be_worker(pool->task, target, frames[1], raw[1]);
    int problem = errno;
    close(frames[1]);
    if (pid != -2)
        close(raw[1]);
    if (pid > 0) {
        Worker *worker = g_new0(Worker, 1);
        *worker = (Worker){.target = index, .pid = pid, .frames = frames[0], .raw = raw[0]};
        worker->inbox = g_string_new(NULL);
        worker->raw_line = g_string_new(NULL);
        worker->began = g_get_monotonic_time();
        fcntl(worker->raw, F_SETFL, O_NONBLOCK);
        g_ptr_array_add(pool->workers, worker);
        return;
    }
    close(frames[0]);
    if (pid != -2)
        close(raw[0]);
    tell_failure(pool, index, g_strerror(problem));
}

static double
seconds_of(const Worker *worker)
{
    return (double)(g_get_monotonic_time() - worker->began) / G_USEC_PER_SEC;
}

static void
tell_raw(const Pool *pool, Worker *worker, gsize length)
{
    g_autofree char *text = g_strndup(worker->raw_line->str, length);
    g_string_erase(worker->raw_line, 0, (gssize)length);
    pool->listener->text(worker->target, text, true, pool->listener->data);
}

/* What the programs of its revisions print is a note, line by line: pleat's own lines come between them. */
static void
read_raw(const Pool *pool, Worker *worker)
{
    char bytes[4096];
    for (ssize_t length; (length = read(worker->raw, bytes, sizeof bytes)) > 0;) {
        g_string_append_len(worker->raw_line, bytes, length);
        const char *last = memrchr(worker->raw_line->str, '\n', worker->raw_line->len);
        if (last != NULL)
            tell_raw(pool, worker, (gsize)(last + 1 - worker->raw_line->str));
    }
}

static void
read_raw_to_the_end(const Pool *pool, Worker *worker)
{
    read_raw(pool, worker);
    if (worker->raw_line->len > 0)
        tell_raw(pool, worker, worker->raw_line->len);
}

static void
take_frame(const Pool *pool, Worker *worker, FrameHead head, const char *text)
{
    if (head.kind != FRAME_END) {
        pool->listener->text(worker->target, text, head.kind == FRAME_NOTE, pool->listener->data);
        return;
    }
    worker->ended = true;
    read_raw_to_the_end(pool, worker);
    tell_end(pool, worker->target, (TargetEnd){head.good, true, head.outcome, head.fault, text, seconds_of(worker)});
}

static void
take_frames(const Pool *pool, Worker *worker)
{
    FrameHead head;
    while (worker->inbox->len >= sizeof head) {
        memcpy(&head, worker->inbox->str, sizeof head);
        if (worker->inbox->len < sizeof head + head.length)
            return;
        g_autofree char *text = g_strndup(worker->inbox->str + sizeof head, head.length);
        g_string_erase(worker->inbox, 0, (gssize)(sizeof head + head.length));
        take_frame(pool, worker, head, text);
    }
}

/* It went without a word: by a signal, most likely. */
static void
bury(const Pool *pool, Worker *worker)
{
    int status = 0;
    while (waitpid(worker->pid, &status, 0) < 0 && errno == EINTR)
        continue;
    read_raw_to_the_end(pool, worker);
    if (worker->ended)
        return;
    bool quit = quit_asked() && WIFSIGNALED(status) && WTERMSIG(status) != SIGKILL;
    g_autofree char *text = WIFSIGNALED(status)
                                ? g_strdup_printf("its process was ended by signal %d", WTERMSIG(status))
                                : g_strdup("its process ended without a word");
    tell_end(pool, worker->target,
             (TargetEnd){.fault = quit ? PLEAT_FAULT_INTERRUPTED : PLEAT_FAULT_INTERNAL,
                         .text = text,
                         .seconds = seconds_of(worker)});
}

/* False when there will be no more. */
static bool
read_frames(const Pool *pool, Worker *worker)
{
    char bytes[16384];
    ssize_t length = read(worker->frames, bytes, sizeof bytes);
    if (length < 0)
        return errno == EINTR || errno == EAGAIN;
    g_string_append_len(worker->inbox, bytes, length);
    take_frames(pool, worker);
    return length > 0;
}

static void
serve(Pool *pool)
{
    guint count = pool->workers->len;
    g_autofree struct pollfd *files = g_new0(struct pollfd, 2 * count);
    for (guint i = 0; i < count; i++) {
        const Worker *worker = pool->workers->pdata[i];
        files[2 * i] = (struct pollfd){worker->frames, POLLIN, 0};
        files[2 * i + 1] = (struct pollfd){worker->raw, POLLIN, 0};
    }
    if (poll(files, 2 * count, POLL_MS) <= 0)
        return;
    for (guint i = count; i-- > 0;) {
        Worker *worker = pool->workers->pdata[i];
        if ((files[2 * i + 1].revents & POLLIN) != 0)
            read_raw(pool, worker);
        if (files[2 * i].revents == 0 || read_frames(pool, worker))
            continue;
        bury(pool, worker);
        g_ptr_array_remove_index(pool->workers, i);
    }
}

static void
stop_all(const Pool *pool)
{
    for (guint i = 0; i < pool->workers->len; i++)
        kill(((const Worker *)pool->workers->pdata[i])->pid, SIGTERM);
}

void
target_pool_run(PleatSession *session, const TargetList *list, TargetWork *work, const void *options,
                const TargetListener *listener)
{
    const Task task = {session, work, options, getpid()};
    g_autoptr(GPtrArray) workers = g_ptr_array_new_with_free_func(free_worker);
    Pool pool = {&task, list, listener, workers};
    guint jobs = (guint)MAX(session->options.jobs, 1), next = 0;
    bool stopped = false;
    while (workers->len > 0 || (next < list->targets->len && !quit_asked())) {
        while (workers->len < jobs && next < list->targets->len && !quit_asked())
            start(&pool, next++);
        if (quit_asked() && !stopped)
            stop_all(&pool);
        stopped = quit_asked();
        if (workers->len > 0)
            serve(&pool);
    }
}
