#include "scratch/dev.h"

#include "exec/connection.h"
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

/* Every test has a project directory of its own, with a name that needs care. */
typedef struct {
    char *parent, *project;
} Fixture;

static void
set_up(Fixture *fixture, gconstpointer data)
{
    (void)data;
    fixture->parent = g_dir_make_tmp("pleat-dev-XXXXXX", NULL);
    fixture->project = g_build_filename(fixture->parent, "My Shop-2", NULL);
    g_assert_cmpint(g_mkdir_with_parents(fixture->project, 0755), ==, 0);
}

static void
tear_down(Fixture *fixture, gconstpointer data)
{
    (void)data;
    g_assert_true(dev_erase(fixture->project, NULL));
    g_assert_cmpint(rmdir(fixture->project), ==, 0); /* nothing was left beside the project */
    g_assert_cmpint(rmdir(fixture->parent), ==, 0);
    g_free(fixture->project);
    g_free(fixture->parent);
}

static char *
ask(const char *conninfo, const char *sql)
{
    GError *error = NULL;
    g_autoptr(PGconn) connection = NULL;
    char *result = NULL;
    if (connection_open(conninfo, "test", &connection, &error))
        connection_value(connection, sql, &result, &error);
    g_assert_no_error(error);
    return result;
}

static char *
start(const Fixture *fixture)
{
    GError *error = NULL;
    char *conninfo = NULL;
    gint64 before = g_get_monotonic_time();
    dev_start(fixture->project, 0, &conninfo, &error);
    g_assert_no_error(error);
    g_test_message("started in %.3f s", (double)(g_get_monotonic_time() - before) / 1e6);
    return conninfo;
}

static bool
is_running(const Fixture *fixture, char **url)
{
    bool running = false;
    g_assert_true(dev_url(fixture->project, &running, url, NULL));
    return running;
}

static void
test_keeps_its_data(Fixture *fixture, gconstpointer data)
{
    (void)data;
    g_autofree char *before = NULL, *url = NULL;
    g_assert_false(is_running(fixture, &before));
    g_autofree char *conninfo = start(fixture);
    g_autofree char *nothing = ask(conninfo, "CREATE TABLE t AS SELECT 42 AS a");
    g_autofree char *again = start(fixture);
    g_assert_cmpstr(again, ==, conninfo);
    g_assert_true(is_running(fixture, &url));
    g_assert_cmpstr(url, ==, before);
    g_autofree char *name = ask(url, "SELECT current_database()");
    g_assert_cmpstr(name, ==, "my_shop_2");

    g_assert_true(dev_stop(fixture->project, NULL));
    g_assert_true(dev_stop(fixture->project, NULL));
    g_autofree char *stopped = NULL;
    g_assert_false(is_running(fixture, &stopped));
    g_autofree char *later = start(fixture);
    g_autofree char *answer = ask(later, "SELECT a FROM t");
    g_assert_cmpstr(answer, ==, "42");
}

/* The child starts the server and is killed: the server stays. */
static void
test_outlives_pleat(Fixture *fixture, gconstpointer data)
{
    (void)data;
    pid_t child = fork();
    if (child == 0) {
        g_free(start(fixture));
        kill(getpid(), SIGKILL);
    }
    int status = 0;
    waitpid(child, &status, 0);
    g_assert_true(WIFSIGNALED(status));
    g_usleep(200000);
    g_autofree char *url = NULL;
    g_assert_true(is_running(fixture, &url));
    g_autofree char *answer = ask(url, "SELECT 1");
    g_assert_cmpstr(answer, ==, "1");
}

static void
test_two_start_it_at_once(Fixture *fixture, gconstpointer data)
{
    (void)data;
    pid_t children[4];
    for (size_t i = 0; i < G_N_ELEMENTS(children); i++) {
        children[i] = fork();
        if (children[i] == 0) {
            g_autofree char *conninfo = start(fixture);
            g_autofree char *answer = ask(conninfo, "SELECT 1");
            _exit(strcmp(answer, "1") == 0 ? 0 : 1);
        }
    }
    for (size_t i = 0; i < G_N_ELEMENTS(children); i++) {
        int status = 1;
        waitpid(children[i], &status, 0);
        g_assert_cmpint(status, ==, 0);
    }
}

/* After a crash postmaster.pid remains, and its number may belong to any process. */
static void
test_recovers_from_a_crash(Fixture *fixture, gconstpointer data)
{
    (void)data;
    g_autofree char *conninfo = start(fixture);
    g_autofree char *nothing = ask(conninfo, "CREATE TABLE t AS SELECT 42 AS a");
    g_autofree char *directory = ask(conninfo, "SHOW data_directory");
    g_autofree char *file = g_build_filename(directory, "postmaster.pid", NULL);
    g_autofree char *text = NULL;
    g_assert_true(g_file_get_contents(file, &text, NULL, NULL));
    kill(atoi(text), SIGKILL);
    g_usleep(100000);
    g_autofree char *url = NULL;
    g_assert_false(is_running(fixture, &url));
    g_autofree char *again = start(fixture);
    g_autofree char *answer = ask(again, "SELECT count(*) FROM pg_class WHERE relname = 'pg_class'");
    g_assert_cmpstr(answer, ==, "1");
}

static void
test_refuses_another_major(Fixture *fixture, gconstpointer data)
{
    (void)data;
    g_autoptr(GError) error = NULL;
    char *none = NULL;
    g_free(start(fixture));
    g_assert_false(dev_start(fixture->project, 9, &none, &error));
    g_assert_error(error, PLEAT_ERROR, PLEAT_ERROR_STATE);
    g_assert_null(none);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    static const struct {
        const char *name;
        void (*run)(Fixture *, gconstpointer);
    } TESTS[] = {
        {"/dev/keeps-its-data", test_keeps_its_data},
        {"/dev/outlives-pleat", test_outlives_pleat},
        {"/dev/two-start-it-at-once", test_two_start_it_at_once},
        {"/dev/recovers-from-a-crash", test_recovers_from_a_crash},
        {"/dev/refuses-another-major", test_refuses_another_major},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(TESTS); i++)
        g_test_add(TESTS[i].name, Fixture, NULL, set_up, TESTS[i].run, tear_down);
    return g_test_run();
}
