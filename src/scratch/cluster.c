#include "scratch/cluster.h"

#include "base/quit.h"
#include "exec/connection.h"
#include "scratch/conninfo.h"
#include "scratch/recipe.h"
#include <errno.h>
#include <poll.h>
#include <string.h>
#include <unistd.h>

enum { STEP_MS = 5, PATIENCE_S = 60 };

struct Cluster {
    Guardian guardian;
    char *sockets;
};

const char *
cluster_sockets(const Cluster *cluster)
{
    return cluster->sockets;
}

static void
end(Cluster *cluster, bool keep)
{
    guardian_end(&cluster->guardian, keep);
    g_free(cluster->sockets);
    g_free(cluster);
}

void
cluster_stop(Cluster *cluster)
{
    if (cluster != NULL)
        end(cluster, false);
}

void
cluster_let_go(Cluster *cluster)
{
    end(cluster, true);
}

/* PostgreSQL has two texts for it: the second follows a write that was cut short. */
static bool
is_disk_full(const News *news)
{
    return news->number == ENOSPC || news->number == EDQUOT || strstr(news->log, "No space left on device") != NULL ||
           strstr(news->log, "free disk space") != NULL;
}

static bool
hint_at(const GuardianJob *job, const News *news, GError **error)
{
    bool template = g_str_has_prefix(news->what, "initdb");
    bool kept = job->keep != NULL && !template;
    const char *root = job->claims[template ? CLAIM_TEMPLATE : CLAIM_DATA].root;
    const char *variable = kept ? "XDG_DATA_HOME" : template ? "XDG_CACHE_HOME" : "PLEAT_SCRATCH_DIR";
    if (is_disk_full(news))
        return fail_hint(error, "make room below \"%s\", or set %s to a directory on another disk", root, variable);
    if (strstr(news->what, "the user that runs") != NULL)
        return fail_hint(error, "name an unprivileged user in PLEAT_PG_USER, or run pleat as an ordinary user");
    if (strstr(news->what, "the server stopped") != NULL && job->keep == NULL)
        return fail_hint(error, "if the template was damaged, remove \"%s\": it will be made again", job->template);
    if (news->number != 0)
        return fail_hint(error, "set %s to a directory where pleat may write", variable);
    return false;
}

/* The lines of a log that say what is wrong; the whole log when there are none. */
static char *
complaints(const char *log)
{
    static const char *const SIGNS[] = {"error:", "ERROR:", "FATAL:", "PANIC:", "DETAIL:", "HINT:", "hint:"};
    GString *out = g_string_new(NULL);
    g_auto(GStrv) lines = g_strsplit(log, "\n", -1);
    for (size_t i = 0; lines[i] != NULL; i++)
        for (size_t sign = 0; sign < G_N_ELEMENTS(SIGNS); sign++)
            if (strstr(lines[i], SIGNS[sign]) != NULL) {
                g_string_append_printf(out, "\n%s", lines[i]);
                break;
            }
    if (out->len == 0 && log[0] != '\0')
        g_string_append_printf(out, "\n%s", log);
    return g_string_free(out, FALSE);
}

static bool
raise_news(const GuardianJob *job, News *news, GError **error)
{
    GString *text = g_string_new(news->what);
    if (news->path[0] != '\0')
        g_string_append_printf(text, " \"%s\"", news->path);
    if (news->number != 0)
        g_string_append_printf(text, ": %s", g_strerror(news->number));
    g_autofree char *log = complaints(g_strstrip(news->log));
    g_string_append(text, log);
    fail(error, PLEAT_ERROR_SYSTEM, "%s", text->str);
    g_string_free(text, TRUE);
    return hint_at(job, news, error);
}

/* What has been waited for, when it took too long. */
static bool
raise_late(const GuardianJob *job, NewsKind stage, GError **error)
{
    if (stage == NEWS_STARTED)
        return fail(error, PLEAT_ERROR_SYSTEM, "the server does not answer after %d s", PATIENCE_S);
    if (stage != NEWS_WAITING)
        return fail(error, PLEAT_ERROR_SYSTEM, "the data directory is not made after %d s", PATIENCE_S);
    fail(error, PLEAT_ERROR_SYSTEM, "another process has been making the template for %d s", PATIENCE_S);
    return fail_hint(error, "see who holds the lock: fuser \"%s\"", job->template_lock);
}

typedef enum { HEARD_NOTHING, HEARD_NEWS, HEARD_END } Heard;

static Heard
hear(const Cluster *cluster, int milliseconds, News *news)
{
    struct pollfd poller = {.fd = cluster->guardian.news, .events = POLLIN};
    if (poll(&poller, 1, milliseconds) <= 0)
        return HEARD_NOTHING;
    return read(cluster->guardian.news, news, sizeof *news) == (ssize_t)sizeof *news ? HEARD_NEWS : HEARD_END;
}

static bool
wait_ready(const Cluster *cluster, const GuardianJob *job, GError **error)
{
    g_autofree char *conninfo = conninfo_socket(cluster->sockets, "postgres");
    News news = {.kind = NEWS_INITDB};
    gint64 since = g_get_monotonic_time();
    for (;;) {
        if (!quit_check(error))
            return false;
        bool started = news.kind == NEWS_STARTED;
        if (started && PQping(conninfo) == PQPING_OK)
            return true;
        Heard heard = hear(cluster, started ? STEP_MS : 100, &news);
        if (heard == HEARD_END)
            return fail(error, PLEAT_ERROR_SYSTEM, "the server's guardian process was killed");
        if (heard == HEARD_NEWS && news.kind == NEWS_FAILED)
            return raise_news(job, &news, error);
        if (heard == HEARD_NEWS)
            since = g_get_monotonic_time();
        else if (g_get_monotonic_time() - since > PATIENCE_S * G_USEC_PER_SEC)
            return raise_late(job, news.kind, error);
    }
}

static bool
make_roots(const Site *site, const char *kept, GError **error)
{
    return site_make(site, site->cache, error) && site_make(site, site->sockets, error) &&
           site_make(site, kept == NULL ? site->scratch : site->state, error);
}

bool
cluster_start(const Site *site, const Binaries *binaries, const char *kept, Cluster **out, GError **error)
{
    if (!make_roots(site, kept, error))
        return false;
    g_autoptr(Recipe) recipe = recipe_new(site, binaries, kept);
    const GuardianJob *job = recipe_job(recipe);
    Guardian guardian = {0};
    if (!guardian_start(job, &guardian, error))
        return fail_within(error, "PostgreSQL %d did not start", binaries->major);
    g_autoptr(Cluster) cluster = g_new0(Cluster, 1);
    cluster->guardian = guardian;
    cluster->sockets = g_strdup(job->sockets);
    if (!wait_ready(cluster, job, error))
        return fail_within(error, "PostgreSQL %d did not start", binaries->major);
    *out = g_steal_pointer(&cluster);
    return true;
}
