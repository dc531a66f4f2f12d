#include "project/stair_pool.h"

#include "base/quit.h"
#include "scratch/surroundings.h"
#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

/* A process at work on a stair, and the pipe that its result comes through: a digit and the text. */
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
    GArray *stairs;
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
    for (; pool->told < pool->stairs->len; pool->told++) {
        const Stair *stair = &g_array_index(pool->stairs, Stair, pool->told);
        if (stair->chosen && !stair->ended)
            return;
        if (stair->chosen)
            pool->tell(stair, pool->data);
    }
}

static void
end_stair(Pool *pool, Stair *stair, StairResult result, const char *text)
{
    stair->ended = true;
    stair->result = result;
    stair->text = text != NULL && text[0] != '\0' ? g_strdup(text) : NULL;
    tell_ended(pool);
}

/* In the process of its own. Nothing of the parent's is cleaned up: it still needs it. */
G_GNUC_NORETURN static void
climb(const Pool *pool, const Stair *stair, const char *conninfo, int to)
{
    g_autofree char *text = NULL;
    const StairResult result = stair_climb(pool->plan, stair->revision, conninfo, &text);
    g_autofree char *message = g_strdup_printf("%d%s", (int)result, text != NULL ? text : "");
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

static bool
end(Pool *pool, guint number, GError **error)
{
    Climber *climber = pool->climbers->pdata[number];
    int status;
    close(climber->pipe);
    while (waitpid(climber->process, &status, 0) < 0 && errno == EINTR)
        continue;
    climber->stair->seconds = (double)(g_get_monotonic_time() - climber->began) / G_USEC_PER_SEC;
    const char first = climber->said->str[0];
    if (first >= '0' && first <= '0' + STAIR_FAILED)
        end_stair(pool, climber->stair, (StairResult)(first - '0'), climber->said->str + 1);
    else
        end_stair(pool, climber->stair, STAIR_FAILED, "its process ended before its time");
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

/* The database that is led along gets the revision too. */
static bool
lead_on(Pool *pool, const Revision *revision, GError **error)
{
    RunOptions options = session_run_options(pool->plan->session);
    options.both_phases = true;
    for (;;) {
        int count;
        g_autoptr(GError) problem = NULL;
        g_autoptr(PGconn) connection = NULL;
        if (run_upgrade(pool->conninfo, pool->plan->graph, revision->id, &options, &count, &problem))
            return true;
        g_autofree char *state = g_strdup(connection_sqlstate());
        if (!g_error_matches(problem, PLEAT_ERROR, PLEAT_ERROR_INTERRUPTED) &&
            connection_open(scratch_conninfo(pool->scratch), "pleat test", &connection, NULL) &&
            make_missing(connection, state, problem->message))
            continue;
        g_propagate_error(error, g_steal_pointer(&problem));
        return false;
    }
}

/* A copy for the stair is taken before; it is climbed once the roles that it needs have been made. */
static bool
step(Pool *pool, Stair *stair, guint jobs, bool *blocked, GError **error)
{
    g_autofree char *conninfo = NULL, *name = NULL;
    g_autoptr(GError) problem = NULL;
    if (*blocked) {
        end_stair(pool, stair, STAIR_FAILED, "not reached: a revision before it fails");
        return true;
    }
    if (stair->chosen &&
        (!wait_for(pool, jobs - 1, error) || !scratch_database_new(pool->scratch, pool->name, &conninfo, &name, error)))
        return false;
    *blocked = !lead_on(pool, stair->revision, &problem);
    if (!*blocked)
        return !stair->chosen || begin(pool, stair, conninfo, name, error);
    if (g_error_matches(problem, PLEAT_ERROR, PLEAT_ERROR_INTERRUPTED) || !stair->chosen) {
        g_propagate_error(error, g_steal_pointer(&problem));
        return false;
    }
    g_autofree char *text = g_strdup_printf("up: %s", problem->message);
    end_stair(pool, stair, STAIR_FAILED, text);
    return scratch_database_drop(pool->scratch, name, error);
}

bool
stair_pool_run(const StairPlan *plan, GArray *stairs, int jobs, void (*tell)(const Stair *stair, void *data),
               void *data, GError **error)
{
    g_autoptr(GPtrArray) climbers = g_ptr_array_new_with_free_func(climber_free);
    g_autofree char *conninfo = NULL, *name = NULL;
    Pool pool = {.plan = plan,
                 .stairs = stairs,
                 .climbers = climbers,
                 .scratch = plan->session->scratch,
                 .tell = tell,
                 .data = data};
    bool ok = scratch_database_new(pool.scratch, NULL, &conninfo, &name, error), blocked = false;
    pool.conninfo = conninfo;
    pool.name = name;
    for (guint i = 0; ok && i < stairs->len; i++)
        ok = step(&pool, &g_array_index(stairs, Stair, i), (guint)MAX(jobs, 1), &blocked, error);
    ok = ok && wait_for(&pool, 0, error);
    if (!ok)
        stop_all(&pool);
    return ok;
}
