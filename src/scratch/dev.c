#include "scratch/dev.h"

#include "base/quit.h"
#include "exec/connection.h"
#include "scratch/cluster.h"
#include "scratch/conninfo.h"
#include "scratch/postmaster.h"
#include "scratch/tree.h"
#include "sql/format.h"
#include "sql/keywords.h"
#include <errno.h>
#include <limits.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { STEP_MS = 10, PATIENCE_MS = 60000 };

typedef struct {
    Site *site;
    char *name;     /* dev-<hash of the project's path>: of the data directory and of the socket's */
    char *data;     /* data directory */
    char *sockets;  /* where a server that is started now will have its socket */
    char *database; /* named after the project's directory */
} Dev;

static void
dev_free(Dev *dev)
{
    site_free(dev->site);
    g_free(dev->name);
    g_free(dev->data);
    g_free(dev->sockets);
    g_free(dev->database);
    g_free(dev);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC(Dev, dev_free)

/* A name that needs no quotes in SQL and no escapes in a URI. */
static char *
database_name(const char *project)
{
    enum { LONGEST = 63 };
    g_autofree char *base = g_path_get_basename(project);
    g_autofree char *lower = g_ascii_strdown(base, -1);
    g_strcanon(lower, "abcdefghijklmnopqrstuvwxyz0123456789_", '_');
    bool plain = g_ascii_isalpha(lower[0]) && !g_str_has_prefix(lower, "template") && !sql_is_keyword(lower);
    g_autofree char *name = plain ? g_strdup(lower) : g_strconcat("dev_", lower, NULL);
    return g_strndup(name, LONGEST);
}

static bool
dev_new(const char *project_dir, Dev **out, GError **error)
{
    g_autofree char *project = g_new0(char, PATH_MAX);
    if (realpath(project_dir, project) == NULL)
        return fail(error, PLEAT_ERROR_SYSTEM, "cannot find the directory \"%s\": %s", project_dir, g_strerror(errno));
    g_autoptr(Dev) dev = g_new0(Dev, 1);
    if (!site_new(&dev->site, error))
        return false;
    g_autofree char *hash = g_compute_checksum_for_string(G_CHECKSUM_SHA256, project, -1);
    dev->name = g_strdup_printf("dev-%.12s", hash);
    dev->data = g_build_filename(dev->site->state, dev->name, NULL);
    dev->sockets = g_build_filename(dev->site->sockets, dev->name, NULL);
    dev->database = database_name(project);
    *out = g_steal_pointer(&dev);
    return true;
}

/* The major version of the data directory; 0 when there is none. */
static int
existing_major(const Dev *dev)
{
    g_autofree char *file = g_build_filename(dev->data, "PG_VERSION", NULL);
    g_autofree char *text = NULL;
    return g_file_get_contents(file, &text, NULL, NULL) ? atoi(text) : 0;
}

static bool
choose_major(const Dev *dev, int wanted, int *major, GError **error)
{
    int existing = existing_major(dev);
    *major = existing != 0 ? existing : wanted;
    if (existing == 0 || wanted == 0 || existing == wanted)
        return true;
    fail(error, PLEAT_ERROR_STATE, "the development cluster is of PostgreSQL %d, not %d", existing, wanted);
    return fail_hint(error, "dump what you need, then remove it: pleat dev erase");
}

static bool
ensure_database(const Dev *dev, const char *sockets, GError **error)
{
    g_autofree char *conninfo = conninfo_socket(sockets, "postgres");
    g_autoptr(PGconn) connection = NULL;
    g_autoptr(PGresult) result = NULL;
    const char *params[] = {dev->database};
    if (!connection_open(conninfo, "pleat dev", &connection, error) ||
        !connection_query(connection, "SELECT FROM pg_catalog.pg_database WHERE datname = $1", 1, params, &result,
                          error))
        return false;
    if (PQntuples(result) > 0)
        return true;
    GString *sql = g_string_new(NULL);
    sql_append(sql, "CREATE DATABASE %I", dev->database);
    g_autoptr(GError) problem = NULL;
    bool made = connection_run(connection, sql->str, &problem);
    g_string_free(sql, TRUE);
    /* duplicate_database, or unique_violation when another process does the same at this moment */
    if (made || strcmp(connection_sqlstate(), "42P04") == 0 || strcmp(connection_sqlstate(), "23505") == 0)
        return true;
    g_propagate_error(error, g_steal_pointer(&problem));
    return false;
}

/* A server that is found may be starting still, or stopping: true when it answers, false when it is gone. */
static bool
wait_answer(const Dev *dev, char **sockets, GError **error)
{
    for (int waited = 0; waited < PATIENCE_MS; waited += STEP_MS) {
        Postmaster found = postmaster_find(dev->site, dev->data);
        g_autofree char *held = found.sockets;
        if (found.pid == 0 || !quit_check(error))
            return false;
        g_autofree char *conninfo = conninfo_socket(held, "postgres");
        /* without a directory libpq would go to the system's own server */
        if (held[0] != '\0' && PQping(conninfo) == PQPING_OK) {
            *sockets = g_steal_pointer(&held);
            return true;
        }
        g_usleep(STEP_MS * 1000);
    }
    fail(error, PLEAT_ERROR_SYSTEM, "the development server does not answer after %d s", PATIENCE_MS / 1000);
    return fail_hint(error, "see \"%s/server.log\", or stop it: pleat dev stop", dev->data);
}

/* Of two processes that start the server at once, PostgreSQL refuses one: that one takes the other's server. */
static bool
start_server(const Dev *dev, int wanted, char **sockets, GError **error)
{
    int major = 0;
    g_autoptr(Binaries) binaries = NULL;
    g_autoptr(GError) problem = NULL;
    if (!choose_major(dev, wanted, &major, error) || !binaries_find(major, &binaries, error) ||
        !postmaster_settle(dev->data, error))
        return false;
    Cluster *cluster = NULL;
    if (cluster_start(dev->site, binaries, dev->name, &cluster, &problem)) {
        *sockets = g_strdup(cluster_sockets(cluster));
        cluster_let_go(cluster);
        return true;
    }
    if (!quit_asked() && wait_answer(dev, sockets, NULL))
        return true;
    g_propagate_error(error, g_steal_pointer(&problem));
    return false;
}

bool
dev_start(const char *project_dir, int major, char **conninfo, GError **error)
{
    g_autoptr(Dev) dev = NULL;
    g_autofree char *sockets = NULL;
    g_autoptr(GError) problem = NULL;
    int agreed = 0;
    if (!dev_new(project_dir, &dev, error) || !choose_major(dev, major, &agreed, error))
        return false;
    if (!wait_answer(dev, &sockets, &problem)) {
        if (problem != NULL) {
            g_propagate_error(error, g_steal_pointer(&problem));
            return false;
        }
        if (!start_server(dev, major, &sockets, error))
            return false;
    }
    if (!ensure_database(dev, sockets, error))
        return fail_within(error, "development server");
    *conninfo = conninfo_socket(sockets, dev->database);
    return true;
}

static bool
stop(const Dev *dev, GError **error)
{
    Postmaster found = postmaster_find(dev->site, dev->data);
    g_free(found.sockets);
    if (found.pid == 0)
        return true;
    /* the fast shutdown: sessions are ended, data are written */
    if (kill(found.pid, SIGINT) != 0 && errno != ESRCH)
        return fail(error, PLEAT_ERROR_SYSTEM, "cannot stop the server (process %d): %s", found.pid, g_strerror(errno));
    for (int waited = 0; waited < PATIENCE_MS; waited += STEP_MS) {
        if (!postmaster_runs(dev->site, found.pid, dev->data))
            return true;
        if (!quit_check(error))
            return false;
        g_usleep(STEP_MS * 1000);
    }
    return fail(error, PLEAT_ERROR_SYSTEM, "the server (process %d) does not stop after %d s", found.pid,
                PATIENCE_MS / 1000);
}

bool
dev_stop(const char *project_dir, GError **error)
{
    g_autoptr(Dev) dev = NULL;
    return dev_new(project_dir, &dev, error) && stop(dev, error);
}

bool
dev_url(const char *project_dir, bool *running, char **url, GError **error)
{
    g_autoptr(Dev) dev = NULL;
    if (!dev_new(project_dir, &dev, error))
        return false;
    Postmaster found = postmaster_find(dev->site, dev->data);
    g_autofree char *held = found.sockets;
    *running = found.pid != 0;
    *url = conninfo_socket_uri(held != NULL && held[0] != '\0' ? held : dev->sockets, dev->database);
    return true;
}

bool
dev_erase(const char *project_dir, GError **error)
{
    g_autoptr(Dev) dev = NULL;
    if (!dev_new(project_dir, &dev, error) || !stop(dev, error))
        return false;
    if (!tree_remove(dev->data) || !tree_remove(dev->sockets))
        return fail(error, PLEAT_ERROR_SYSTEM, "cannot remove \"%s\": %s", dev->data, g_strerror(errno));
    return true;
}
