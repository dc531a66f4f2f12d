#include "project/stair_pool.h"

#include "base/quit.h"
#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

/* A process at work on a stair, and the pipe that its outcome comes through: result, line, and the text. */
typedef struct {
    Stair *stair;
    pid_t process;
    int pipe;
    GString *said;
    char *database;
    gint64 began;
} Climber;

typedef struct {
    const StairPlan *plan;
    Stair *stairs;
    guint count;
    GPtrArray *climbers;
    Scratch *scratch;
    char *conninfo, *name; /* the database that is led along */
    guint told;
    void (*tell)(const Stair *stair, void *data);
    void *data;
} Pool;

static void
climber_free(gpointer data)
{
    Climber *climber = data;
    g_string_free(climber->said, TRUE);
    g_free(climber->database);
    g_free(climber);
}

static void
tell_ended(Pool *pool)
{
    for (; pool->told < pool->count; pool->told++) {
        const Stair *stair = &pool->stairs[pool->told];
        if (stair->chosen && !stair->ended)
            return;
        if (stair->chosen)
            pool->tell(stair, pool->data);
    }
}

static void
end_stair(Pool *pool, Stair *stair, StairResult result, int line, const char *text)
{
    stair->ended = true;
    stair->outcome = (StairOutcome){result, line, text[0] != '\0' ? g_strdup(text) : NULL};
    tell_ended(pool);
}

/* In the process of its own. Nothing of the parent's is cleaned up: it still needs it. */
G_GNUC_NORETURN static void
climb(const Pool *pool, const Stair *stair, const char *conninfo, int to)
{
    const StairOutcome outcome = stair_climb(pool->plan, stair->revision, conninfo);
    g_autofree char *message =
        g_strdup_printf("%d %d %s", (int)outcome.result, outcome.line, outcome.text != NULL ? outcome.text : "");
    for (size_t at = 0, length = strlen(message); at < length;) {
        const ssize_t written = write(to, message + at, length - at);
        if (written < 0 && errno != EINTR)
            break;
        at += written > 0 ? (size_t)written : 0;
    }
    _exit(0);
}

static bool
begin(Pool *pool, Stair *stair, const char *conninfo, char *database, GError **error)
{
    int ends[2];
    if (pipe(ends) != 0)
        return fail(error, PLEAT_ERROR_SYSTEM, "pipe: %s", g_strerror(errno));
    const pid_t process = fork();
    if (process == 0) {
        close(ends[0]);
        climb(pool, stair, conninfo, ends[1]);
    }
    close(ends[1]);
    if (process < 0) {
        close(ends[0]);
        return fail(error, PLEAT_ERROR_SYSTEM, "fork: %s", g_strerror(errno));
    }
    Climber *climber = g_new0(Climber, 1);
    *climber = (Climber){stair, process, ends[0], g_string_new(NULL), g_strdup(database), g_get_monotonic_time()};
    g_ptr_array_add(pool->climbers, climber);
    return true;
}

/* What climb() has written. */
static void
read_outcome(Pool *pool, Climber *climber)
{
    int result, line, length = 0;
    if (sscanf(climber->said->str, "%d %d%n", &result, &line, &length) == 2 && climber->said->str[length] == ' ')
        end_stair(pool, climber->stair, (StairResult)result, line, climber->said->str + length + 1);
    else
        end_stair(pool, climber->stair, STAIR_NOT_CLIMBED, 0, "its process ended before its time");
}

static bool
end(Pool *pool, guint number, GError **error)
{
    Climber *climber = pool->climbers->pdata[number];
    int status;
    close(climber->pipe);
    while (waitpid(climber->process, &status, 0) < 0 && errno == EINTR)
        continue;
    climber->stair->seconds = (double)(g_get_monotonic_time() - climber->began) / G_USEC_PER_SEC;
    read_outcome(pool, climber);
    const bool ok = scratch_database_drop(pool->scratch, climber->database, error);
    g_ptr_array_remove_index(pool->climbers, number);
    return ok;
}

/* Waits until at most so many are at work. */
static bool
wait_for(Pool *pool, guint most, GError **error)
{
    enum { CHUNK = 4096, LOOK_MS = 200 };
    while (pool->climbers->len > most) {
        g_autofree struct pollfd *polls = g_new0(struct pollfd, pool->climbers->len);
        for (guint i = 0; i < pool->climbers->len; i++)
            polls[i] = (struct pollfd){((Climber *)pool->climbers->pdata[i])->pipe, POLLIN, 0};
        if (!quit_check(error))
            return false;
        if (poll(polls, pool->climbers->len, LOOK_MS) <= 0)
            continue;
        for (guint i = pool->climbers->len; i-- > 0;) {
            char chunk[CHUNK];
            Climber *climber = pool->climbers->pdata[i];
            const ssize_t length = polls[i].revents != 0 ? read(climber->pipe, chunk, sizeof chunk) : -1;
            if (length > 0)
                g_string_append_len(climber->said, chunk, length);
            else if (length == 0 && !end(pool, i, error))
                return false;
        }
    }
    return true;
}

/* After a failure: those at work are stopped by their ids. */
static void
stop_all(Pool *pool)
{
    for (guint i = 0; i < pool->climbers->len; i++) {
        const Climber *climber = pool->climbers->pdata[i];
        kill(climber->process, SIGTERM);
        close(climber->pipe);
        while (waitpid(climber->process, NULL, 0) < 0 && errno == EINTR)
            continue;
    }
}

/* A copy for the stair is taken before; it is climbed once the roles that it needs have been made. */
static bool
step(Pool *pool, Stair *stair, guint jobs, bool *blocked, GError **error)
{
    g_autofree char *conninfo = NULL, *name = NULL;
    g_autoptr(GError) problem = NULL;
    int line;
    if (*blocked) {
        end_stair(pool, stair, STAIR_NOT_CLIMBED, 0, "not reached: a revision before it fails");
        return true;
    }
    if (stair->chosen &&
        (!wait_for(pool, jobs - 1, error) || !scratch_database_new(pool->scratch, pool->name, &conninfo, &name, error)))
        return false;
    *blocked = !stair_run(pool->plan, stair->revision, false, pool->conninfo, &line, &problem);
    if (!*blocked)
        return !stair->chosen || begin(pool, stair, conninfo, name, error);
    if (g_error_matches(problem, PLEAT_ERROR, PLEAT_ERROR_INTERRUPTED) || !stair->chosen) {
        g_propagate_error(error, g_steal_pointer(&problem));
        return false;
    }
    g_autofree char *text = g_strdup_printf("up: %s", problem->message);
    end_stair(pool, stair, STAIR_UP_FAILED, line, text);
    return scratch_database_drop(pool->scratch, name, error);
}

bool
stair_pool_run(const StairPlan *plan, Stair *stairs, guint count, int jobs,
               void (*tell)(const Stair *stair, void *data), void *data, GError **error)
{
    g_autoptr(GPtrArray) climbers = g_ptr_array_new_with_free_func(climber_free);
    g_autofree char *conninfo = NULL, *name = NULL;
    Pool pool = {.plan = plan,
                 .stairs = stairs,
                 .count = count,
                 .climbers = climbers,
                 .scratch = plan->session->scratch,
                 .tell = tell,
                 .data = data};
    bool ok = scratch_database_new(pool.scratch, plan->ground, &conninfo, &name, error), blocked = false;
    pool.conninfo = conninfo;
    pool.name = name;
    for (guint i = 0; ok && i < count; i++)
        ok = step(&pool, &stairs[i], (guint)MAX(jobs, 1), &blocked, error);
    ok = ok && wait_for(&pool, 0, error);
    if (!ok)
        stop_all(&pool);
    return ok;
}
