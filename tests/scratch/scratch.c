#include "scratch/scratch.h"

#include "exec/connection.h"
#include <errno.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

static char *value(const char *conninfo, const char *sql);

static Scratch *
start(void)
{
    GError *error = NULL;
    Scratch *scratch = NULL;
    gint64 before = g_get_monotonic_time();
    scratch_start(0, &scratch, &error);
    g_assert_no_error(error);
    g_test_message("started in %.3f s", (double)(g_get_monotonic_time() - before) / 1e6);
    return scratch;
}

static char *
value(const char *conninfo, const char *sql)
{
    GError *error = NULL;
    g_autoptr(PGconn) connection = NULL;
    char *result = NULL;
    if (connection_open(conninfo, "test", &connection, &error))
        connection_value(connection, sql, &result, &error);
    g_assert_no_error(error);
    return result;
}

/* The directory of the data and the one of the socket. */
typedef struct {
    char *data, *sockets;
    pid_t server;
} Traces;

static Traces
traces_of(const Scratch *scratch)
{
    const char *conninfo = scratch_conninfo(scratch);
    Traces traces = {.data = value(conninfo, "SHOW data_directory"),
                     .sockets = value(conninfo, "SHOW unix_socket_directories")};
    g_autofree char *file = g_build_filename(traces.data, "postmaster.pid", NULL);
    g_autofree char *text = NULL;
    g_assert_true(g_file_get_contents(file, &text, NULL, NULL));
    traces.server = atoi(text);
    return traces;
}

static bool
traces_are_left(const Traces *traces)
{
    g_autofree char *claim = g_path_get_dirname(traces->data);
    return g_file_test(claim, G_FILE_TEST_EXISTS) || g_file_test(traces->sockets, G_FILE_TEST_EXISTS) ||
           kill(traces->server, 0) == 0;
}

static bool
traces_vanish(const Traces *traces)
{
    for (int i = 0; i < 1000 && traces_are_left(traces); i++)
        g_usleep(10000);
    return !traces_are_left(traces);
}

static void
traces_clear(Traces *traces)
{
    g_free(traces->data);
    g_free(traces->sockets);
}

static void
test_starts_and_stops(void)
{
    Scratch *scratch = start();
    Traces traces = traces_of(scratch);
    g_assert_cmpint(scratch_major(scratch), >=, SERVER_OLDEST);
    g_autofree char *encoding = value(scratch_conninfo(scratch), "SHOW server_encoding");
    g_assert_cmpstr(encoding, ==, "UTF8");
    g_assert_true(traces_are_left(&traces));
    gint64 before = g_get_monotonic_time();
    scratch_stop(scratch);
    g_test_message("stopped in %.3f s", (double)(g_get_monotonic_time() - before) / 1e6);
    g_assert_false(traces_are_left(&traces));
    traces_clear(&traces);
}

static void
test_makes_databases(void)
{
    g_autoptr(Scratch) scratch = start();
    g_autofree char *first = NULL, *second = NULL, *first_name = NULL, *name = NULL;
    GError *error = NULL;
    gint64 before = g_get_monotonic_time();
    scratch_database_new(scratch, NULL, &first, &first_name, &error);
    g_assert_no_error(error);
    g_test_message("database in %.3f s", (double)(g_get_monotonic_time() - before) / 1e6);
    g_autofree char *nothing = value(first, "CREATE TABLE t AS SELECT 42 AS a");
    before = g_get_monotonic_time();
    scratch_database_new(scratch, first_name, &second, &name, &error);
    g_assert_no_error(error);
    g_test_message("copy in %.3f s", (double)(g_get_monotonic_time() - before) / 1e6);
    g_autofree char *answer = value(second, "SELECT a FROM t");
    g_assert_cmpstr(answer, ==, "42");
    g_assert_true(scratch_database_drop(scratch, name, &error));
    g_assert_true(scratch_database_drop(scratch, name, &error));
    g_assert_false(scratch_database_new(scratch, "no such", NULL, NULL, &error));
    g_assert_error(error, PLEAT_ERROR, PLEAT_ERROR_SERVER);
    g_clear_error(&error);
}

static void
test_two_at_once(void)
{
    Scratch *first = start();
    Scratch *second = start();
    Traces traces = traces_of(first), other = traces_of(second);
    scratch_stop(first);
    g_assert_false(traces_are_left(&traces));
    g_autofree char *answer = value(scratch_conninfo(second), "SELECT 1");
    g_assert_cmpstr(answer, ==, "1");
    scratch_stop(second);
    g_assert_false(traces_are_left(&other));
    traces_clear(&traces);
    traces_clear(&other);
}

/* A child that starts a cluster, writes where it is, and is killed by itself. */
static pid_t
start_and_die(int report)
{
    pid_t child = fork();
    if (child != 0)
        return child;
    Scratch *scratch = start();
    Traces traces = traces_of(scratch);
    g_autofree char *line = g_strdup_printf("%d\n%s\n%s", traces.server, traces.data, traces.sockets);
    if (write(report, line, strlen(line)) > 0)
        kill(getpid(), SIGKILL);
    _exit(1);
}

static Traces
read_traces(int report)
{
    char text[4096];
    ssize_t length = read(report, text, sizeof text - 1);
    g_assert_cmpint(length, >, 0);
    text[length] = '\0';
    g_auto(GStrv) lines = g_strsplit(text, "\n", 3);
    return (Traces){.server = atoi(lines[0]), .data = g_strdup(lines[1]), .sockets = g_strdup(lines[2])};
}

static void
test_a_killed_process_leaves_nothing(void)
{
    int ends[2];
    g_assert_cmpint(pipe(ends), ==, 0);
    pid_t child = start_and_die(ends[1]);
    close(ends[1]);
    Traces traces = read_traces(ends[0]);
    int status = 0;
    g_assert_cmpint(waitpid(child, &status, 0), ==, child);
    g_assert_true(WIFSIGNALED(status));
    g_assert_true(traces_vanish(&traces));
    /* The guardian held no other end of the pipe, so it would not keep a test's output open either. */
    char byte;
    g_assert_cmpint(read(ends[0], &byte, 1), ==, 0);
    close(ends[0]);
    traces_clear(&traces);
}

/* The parent of the server is the guardian. */
static pid_t
parent_of(pid_t process)
{
    g_autofree char *file = g_strdup_printf("/proc/%d/stat", process);
    g_autofree char *text = NULL;
    g_assert_true(g_file_get_contents(file, &text, NULL, NULL));
    return atoi(strstr(text, ") ") + strlen(") S "));
}

static void
test_a_killed_guardian_is_swept_after(void)
{
    if (geteuid() != 0 && access("/proc/self/stat", R_OK) != 0)
        return g_test_skip("no /proc");
    Scratch *scratch = start();
    Traces traces = traces_of(scratch);
    pid_t guardian = parent_of(traces.server);
    g_assert_cmpint(guardian, !=, getpid());
    kill(guardian, SIGKILL);
    for (int i = 0; i < 1000 && kill(traces.server, 0) == 0; i++)
        g_usleep(10000);
    g_assert_cmpint(kill(traces.server, 0), ==, -1); /* the kernel told it (PDEATHSIG) */
    scratch_stop(scratch);
    g_assert_true(traces_are_left(&traces));
    g_autoptr(Scratch) next = start();
    g_assert_true(traces_vanish(&traces));
    traces_clear(&traces);
}

static void
test_refuses_an_unknown_major(void)
{
    g_autoptr(GError) error = NULL;
    Scratch *scratch = NULL;
    g_assert_false(scratch_start(99, &scratch, &error));
    g_assert_error(error, PLEAT_ERROR, PLEAT_ERROR_SYSTEM);
    g_assert_nonnull(strstr(error->message, "hint: apt install postgresql-99"));
    g_assert_null(scratch);
}

/* Somebody else's server: here, an embedded one that is reached by its conninfo. */
static void
test_a_url_is_left_clean(void)
{
    g_autoptr(Scratch) server = start();
    g_autofree char *conninfo = NULL, *name = NULL;
    GError *error = NULL;
    Scratch *scratch = NULL;
    g_autofree char *nothing = value(scratch_conninfo(server), "CREATE DATABASE pleat_scratch_999999999_1");
    g_assert_true(scratch_open_url(scratch_conninfo(server), &scratch, &error));
    Scratch *second = NULL;
    g_assert_true(scratch_database_new(scratch, NULL, &conninfo, &name, &error));
    g_assert_true(scratch_open_url(scratch_conninfo(server), &second, &error));
    static const char COUNT[] = "SELECT count(*) FROM pg_database WHERE datname LIKE 'pleat_scratch_%'";
    g_autofree char *during = value(scratch_conninfo(server), COUNT);
    g_assert_cmpstr(during, ==, "1");
    scratch_stop(second);
    scratch_stop(scratch);
    g_autofree char *after = value(scratch_conninfo(server), COUNT);
    g_assert_cmpstr(after, ==, "0");
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/scratch/starts-and-stops", test_starts_and_stops);
    g_test_add_func("/scratch/makes-databases", test_makes_databases);
    g_test_add_func("/scratch/two-at-once", test_two_at_once);
    g_test_add_func("/scratch/a-killed-process-leaves-nothing", test_a_killed_process_leaves_nothing);
    g_test_add_func("/scratch/a-killed-guardian-is-swept-after", test_a_killed_guardian_is_swept_after);
    g_test_add_func("/scratch/refuses-an-unknown-major", test_refuses_an_unknown_major);
    g_test_add_func("/scratch/a-url-is-left-clean", test_a_url_is_left_clean);
    return g_test_run();
}
