#include "run/fixture.h"

#include <signal.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#define LIST(...) ((const char *const[]){__VA_ARGS__, NULL})
#define ONLY(revision) ((Revision *const[]){(revision), NULL})

static void
fails(bool result, GError *error, int code, const char *text)
{
    g_assert_false(result);
    g_assert_error(error, PLEAT_ERROR, code);
    if (strstr(error->message, text) == NULL)
        g_error("\"%s\" is not in \"%s\"", text, error->message);
    g_error_free(error);
}

static PGconn *
open_session(const char *db)
{
    GError *error = NULL;
    PGconn *connection = NULL;
    connection_open(db, "in the way", &connection, &error);
    g_assert_no_error(error);
    return connection;
}

static void
run(PGconn *connection, const char *sql)
{
    GError *error = NULL;
    connection_run(connection, sql, &error);
    g_assert_no_error(error);
}

typedef struct {
    PGconn *blocker;
    int waits, release_at;
    char *text;
} Waits;

static void
count_waits(const RunEvent *event, void *data)
{
    Waits *waits = data;
    if (event->kind != RUN_WAITS && event->kind != RUN_RETRIES)
        return;
    g_free(waits->text);
    waits->text = g_strdup(event->text);
    if (++waits->waits == waits->release_at)
        run(waits->blocker, "ROLLBACK");
}

static void
test_lock_released(void)
{
    g_autofree char *db = fixture_database();
    fixture_sql(db, "CREATE TABLE t (a int)");
    g_autoptr(PGconn) blocker = open_session(db);
    run(blocker, "BEGIN; SELECT FROM t");
    g_autoptr(Revision) revision =
        fixture_revision("aa11", LIST("begin: CREATE TABLE u (); ALTER TABLE t ADD b int"), NULL);
    Waits waits = {.blocker = blocker, .release_at = 3};
    RunOptions options = FIXTURE_OPTIONS;
    options.tell = count_waits;
    options.data = &waits;
    GError *error = NULL;
    fixture_up(db, ONLY(revision), &options, &error);
    g_assert_no_error(error);
    g_assert_cmpint(waits.waits, ==, 3);
    g_assert_nonnull(strstr(waits.text, "lock timeout"));
    g_free(waits.text);
}

static void
test_lock_never_comes(void)
{
    g_autofree char *db = fixture_database();
    fixture_sql(db, "CREATE TABLE t (a int)");
    g_autoptr(PGconn) blocker = open_session(db);
    run(blocker, "BEGIN; SELECT FROM t");
    g_autoptr(Revision) revision =
        fixture_revision("aa12", LIST("sql: CREATE TABLE u ()", "sql: ALTER TABLE t ADD b int"), NULL);
    RunOptions options = FIXTURE_OPTIONS;
    options.retries = 2;
    GError *error = NULL;
    bool good = fixture_up(db, ONLY(revision), &options, &error);
    fails(good, error, PLEAT_ERROR_CONCURRENT, "gave up after 3 attempts");
    run(blocker, "ROLLBACK");
    error = NULL;
    fixture_up(db, ONLY(revision), &options, &error);
    g_assert_no_error(error);
}

/* With others behind the first lock, the second is waited for only shortly, and more often. */
static void
test_second_lock(void)
{
    g_autofree char *db = fixture_database();
    fixture_sql(db, "CREATE TABLE t (a int); CREATE TABLE u (a int)");
    g_autoptr(PGconn) blocker = open_session(db);
    run(blocker, "BEGIN; SELECT FROM u");
    g_autoptr(Revision) revision =
        fixture_revision("aa14", LIST("begin: ALTER TABLE t ADD b int; ALTER TABLE u ADD b int"), NULL);
    RunOptions options = FIXTURE_OPTIONS;
    options.lock_timeout_ms = 3600 * 1000;
    options.retries = 1;
    GError *error = NULL;
    bool good = fixture_up(db, ONLY(revision), &options, &error);
    fails(good, error, PLEAT_ERROR_CONCURRENT, "gave up after 11 attempts");
    run(blocker, "ROLLBACK");
    error = NULL;
    fixture_up(db, ONLY(revision), &options, &error);
    g_assert_no_error(error);
}

/* CREATE INDEX CONCURRENTLY waits for old transactions: no lock_timeout may cut that short. */
static gpointer
end_later(gpointer data)
{
    g_usleep(300000);
    run(data, "ROLLBACK");
    return NULL;
}

static void
test_index_waits(void)
{
    g_autofree char *db = fixture_database();
    fixture_sql(db, "CREATE TABLE t (a int)");
    g_autoptr(PGconn) blocker = open_session(db);
    run(blocker, "BEGIN; INSERT INTO t VALUES (1)");
    g_autoptr(Revision) revision = fixture_revision(
        "aa13", LIST("set: SET lock_timeout = '10ms'", "sql: CREATE INDEX CONCURRENTLY i ON t (a)"), NULL);
    GThread *thread = g_thread_new("end", end_later, blocker);
    GError *error = NULL;
    fixture_up(db, ONLY(revision), &FIXTURE_OPTIONS, &error);
    g_thread_join(thread);
    g_assert_no_error(error);
    fixture_check(db, "SELECT indisvalid FROM pg_index WHERE indexrelid = 'i'::regclass", "t");
}

static void
wait_until(const char *db, const char *condition)
{
    for (int i = 0; i < 1000; i++) {
        g_autofree char *value = fixture_value(db, condition);
        if (g_strcmp0(value, "t") == 0)
            return;
        g_usleep(10000);
    }
    g_error("never came: %s", condition);
}

/* pleat is killed while the server builds an index, and run again while it still does: that index is the one. */
static void
test_orphan(void)
{
    g_autofree char *db = fixture_database();
    fixture_sql(db, "CREATE TABLE t (a int)");
    g_autoptr(PGconn) blocker = open_session(db);
    run(blocker, "BEGIN; INSERT INTO t VALUES (1)");
    g_autoptr(Revision) revision = fixture_revision("aa14", LIST("sql: CREATE INDEX CONCURRENTLY i ON t (a)"), NULL);
    pid_t child = fork();
    if (child == 0)
        _exit(fixture_up(db, ONLY(revision), &FIXTURE_OPTIONS, NULL) ? 0 : 1);
    wait_until(
        db, "SELECT count(*) = 1 FROM pg_stat_activity WHERE query LIKE 'CREATE INDEX%' AND wait_event_type = 'Lock'");
    kill(child, SIGKILL);
    waitpid(child, NULL, 0);
    g_autofree char *index = fixture_value(db, "SELECT 'i'::regclass::oid");
    Waits waits = {.blocker = blocker, .release_at = 1};
    RunOptions options = FIXTURE_OPTIONS;
    options.wait_ms = 5000; /* the killed one's lock goes in a moment */
    options.tell = count_waits;
    options.data = &waits;
    GError *error = NULL;
    fixture_up(db, ONLY(revision), &options, &error);
    g_assert_no_error(error);
    g_assert_nonnull(strstr(waits.text, "which still runs this statement for an earlier run"));
    g_free(waits.text);
    fixture_check(db, "SELECT 'i'::regclass::oid", index);
    fixture_check(db, "SELECT indisvalid FROM pg_index WHERE indexrelid = 'i'::regclass", "t");
}

/* A second runner, while the first one is in a step. */
static void
be_second(const RunEvent *event, void *data)
{
    if (event->kind != RUN_STEP_BEGINS)
        return;
    g_autoptr(Revision) other = fixture_revision("bb12", LIST("sql: SELECT 1"), NULL);
    RunOptions options = FIXTURE_OPTIONS;
    for (options.wait_ms = 0; options.wait_ms <= 150; options.wait_ms += 150) {
        GError *error = NULL;
        bool good = fixture_up(data, ONLY(other), &options, &error);
        fails(good, error, PLEAT_ERROR_STATE, "another run of pleat is at work on this database: process ");
    }
}

static void
test_two_runners(void)
{
    g_autofree char *db = fixture_database();
    g_autoptr(Revision) revision = fixture_revision("bb11", LIST("sql: SELECT 1"), NULL);
    RunOptions options = FIXTURE_OPTIONS;
    options.tell = be_second;
    options.data = db;
    GError *error = NULL;
    fixture_up(db, ONLY(revision), &options, &error);
    g_assert_no_error(error);
    options.wait_ms = 0; /* all is applied: no lock is needed */
    fixture_up(db, ONLY(revision), &options, &error);
    g_assert_no_error(error);
}

/* Eight processes, one revision: it runs once. */
static void
test_many_runners(void)
{
    g_autofree char *db = fixture_database();
    fixture_sql(db, "CREATE TABLE log (a int)");
    g_autoptr(Revision) revision =
        fixture_revision("bb13", LIST("sql: INSERT INTO log SELECT 1 FROM pg_sleep(0.1)"), NULL);
    RunOptions options = FIXTURE_OPTIONS;
    options.wait_ms = 20000;
    pid_t children[8];
    for (size_t i = 0; i < G_N_ELEMENTS(children); i++)
        if ((children[i] = fork()) == 0)
            _exit(fixture_up(db, ONLY(revision), &options, NULL) ? 0 : 1);
    for (size_t i = 0; i < G_N_ELEMENTS(children); i++) {
        int status = 1;
        waitpid(children[i], &status, 0);
        g_assert_cmpint(status, ==, 0);
    }
    fixture_check(db, "SELECT count(*) FROM log", "1");
    fixture_check(db, "SELECT run_id FROM pleat.runner", "1");
}

/* An application's session that does the same again and again, and remembers its longest wait. */
typedef struct {
    const char *db, *sql;
    gint64 longest;
    int count;
    volatile int ends;
} Loop;

static gpointer
run_loop(gpointer data)
{
    Loop *loop = data;
    g_autoptr(PGconn) connection = open_session(loop->db);
    while (!g_atomic_int_get(&loop->ends)) {
        gint64 began = g_get_monotonic_time();
        run(connection, loop->sql);
        loop->longest = MAX(loop->longest, g_get_monotonic_time() - began);
        loop->count++;
        g_usleep(1000);
    }
    return NULL;
}

static gpointer
end_much_later(gpointer data)
{
    g_usleep(3 * G_USEC_PER_SEC);
    run(data, "ROLLBACK");
    return NULL;
}

/*
 * An old transaction keeps the table for three seconds. A change that queued behind it would keep the applications
 * waiting as long; one that gives way after its lock_timeout of 50 ms does not, whatever the machine is busy with
 * besides.
 */
static void
test_applications_go_on(void)
{
    g_autofree char *db = fixture_database();
    fixture_sql(db,
                "CREATE TABLE t (a int PRIMARY KEY, b int); INSERT INTO t SELECT i, 0 FROM generate_series(1, 100) i");
    g_autoptr(PGconn) blocker = open_session(db);
    run(blocker, "BEGIN; SELECT FROM t");
    Loop loops[] = {{.db = db, .sql = "SELECT count(*) FROM t"},
                    {.db = db, .sql = "UPDATE t SET b = b + 1 WHERE a = 7"}};
    GThread *threads[G_N_ELEMENTS(loops)];
    for (size_t i = 0; i < G_N_ELEMENTS(loops); i++)
        threads[i] = g_thread_new("loop", run_loop, &loops[i]);
    GThread *ender = g_thread_new("end", end_much_later, blocker);
    g_autoptr(Revision) revision = fixture_revision(
        "aa15",
        LIST("begin: ALTER TABLE t ADD c int", "backfill t by a: UPDATE t SET c = a WHERE /*range*/ true",
             "sql: CREATE INDEX CONCURRENTLY i ON t (c)", "sql: ALTER TABLE t ADD CONSTRAINT k CHECK (c > 0) NOT VALID",
             "sql: ALTER TABLE t VALIDATE CONSTRAINT k", "sql: DROP INDEX CONCURRENTLY i", "sql: ALTER TABLE t DROP c"),
        NULL);
    RunOptions options = FIXTURE_OPTIONS;
    options.retries = 1000;
    GError *error = NULL;
    fixture_up(db, ONLY(revision), &options, &error);
    g_thread_join(ender);
    for (size_t i = 0; i < G_N_ELEMENTS(loops); i++) {
        g_atomic_int_set(&loops[i].ends, 1);
        g_thread_join(threads[i]);
        g_test_message("%s: %d times, at most %.3f s", loops[i].sql, loops[i].count,
                       (double)loops[i].longest / G_USEC_PER_SEC);
        g_assert_cmpint(loops[i].longest, <, 3 * G_USEC_PER_SEC / 2);
    }
    g_assert_no_error(error);
}

static void
add_tests(void)
{
    g_test_add_func("/contention/lock-released", test_lock_released);
    g_test_add_func("/contention/lock-never-comes", test_lock_never_comes);
    g_test_add_func("/contention/second-lock", test_second_lock);
    g_test_add_func("/contention/index-waits", test_index_waits);
    g_test_add_func("/contention/orphan", test_orphan);
    g_test_add_func("/contention/applications-go-on", test_applications_go_on);
    g_test_add_func("/contention/two-runners", test_two_runners);
    g_test_add_func("/contention/many-runners", test_many_runners);
}

int
main(int argc, char **argv)
{
    return fixture_main(argc, argv, add_tests);
}
