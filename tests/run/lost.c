#include "run/fixture.h"

#include "run/lock.h"
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

/* A runner whose lock is lost while a newer run begins must not commit. */
static void
take_over(const RunEvent *event, void *data)
{
    if (event->kind == RUN_STEP_BEGINS && event->step_number == 2)
        fixture_sql(data, "UPDATE pleat.runner SET run_id = run_id + 1");
}

static void
test_fence(void)
{
    g_autofree char *db = fixture_database();
    g_autoptr(Revision) revision =
        fixture_revision("cc11", LIST("sql: CREATE TABLE t ()", "sql: CREATE TABLE u ()"), NULL);
    RunOptions options = FIXTURE_OPTIONS;
    options.tell = take_over;
    options.data = db;
    GError *error = NULL;
    bool good = fixture_up(db, ONLY(revision), &options, &error);
    fails(good, error, PLEAT_ERROR_STATE, "another run of pleat has taken over");
    fixture_check(db, "SELECT to_regclass('u')", NULL);
}

static void
lose_lock(const RunEvent *event, void *data)
{
    if (event->kind == RUN_STEP_ENDS)
        fixture_sql(data, "SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE application_name = "
                          "'pleat (lock)' AND datname = current_database()");
}

static void
lose_connection(const RunEvent *event, void *data)
{
    if (event->kind == RUN_STEP_ENDS)
        fixture_sql(data,
                    "SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE application_name = 'pleat' "
                    "AND datname = current_database()");
}

static void
test_lost(void)
{
    static void (*const losers[])(const RunEvent *event, void *data) = {lose_lock, lose_connection};
    for (size_t i = 0; i < G_N_ELEMENTS(losers); i++) {
        g_autofree char *db = fixture_database();
        g_autoptr(Revision) revision =
            fixture_revision("cc12", LIST("sql: CREATE TABLE t ()", "sql: CREATE TABLE u ()"), NULL);
        RunOptions options = FIXTURE_OPTIONS;
        options.tell = losers[i];
        options.data = db;
        GError *error = NULL;
        bool good = fixture_up(db, ONLY(revision), &options, &error);
        fails(good, error, PLEAT_ERROR_SERVER, "hint: run the same command again");
        error = NULL;
        fixture_up(db, ONLY(revision), &FIXTURE_OPTIONS, &error);
        g_assert_no_error(error);
    }
}

static void
test_interrupted(void)
{
    g_autofree char *db = fixture_database();
    g_autoptr(Revision) revision =
        fixture_revision("dd11", LIST("sql: CREATE TABLE t ()", "sql: CREATE TABLE u ()"), NULL);
    int status = fixture_up_in_child(db, ONLY(revision), RUN_STEP_ENDS, 1, SIGINT);
    g_assert_cmpint(WEXITSTATUS(status), ==, 10 + PLEAT_ERROR_INTERRUPTED);
    fixture_check(db, "SELECT to_regclass('t') IS NOT NULL AND to_regclass('u') IS NULL", "t");
    GError *error = NULL;
    fixture_up(db, ONLY(revision), &FIXTURE_OPTIONS, &error);
    g_assert_no_error(error);
}

/* While the server works on a statement; the child's signal comes just before, so the statement is cancelled. */
static void
test_interrupted_statement(void)
{
    g_autofree char *db = fixture_database();
    g_autoptr(Revision) revision = fixture_revision("dd12", LIST("sql: SELECT pg_sleep(60)"), NULL);
    gint64 before = g_get_monotonic_time();
    int status = fixture_up_in_child(db, ONLY(revision), RUN_STEP_BEGINS, 1, SIGINT);
    g_assert_cmpint(WEXITSTATUS(status), ==, 10 + PLEAT_ERROR_INTERRUPTED);
    g_assert_cmpint(g_get_monotonic_time() - before, <, 10 * G_USEC_PER_SEC);
    fixture_check(db, "SELECT state FROM pleat.journal", "failed");
}

/* What is cancelled may have happened all the same: the next run looks. */
static void
check_cancelled_alone(const char *statement, const char *meanwhile, const char *holds)
{
    g_autofree char *db = fixture_database();
    fixture_sql(db, "CREATE TABLE t (a int); CREATE INDEX i ON t (a)");
    g_autofree char *step = g_strconcat("sql: ", statement, NULL);
    g_autoptr(Revision) revision = fixture_revision("dd13", LIST(step), NULL);
    PGconn *writer = open_session(db);
    connection_run(writer, "BEGIN; INSERT INTO t VALUES (1)", NULL);
    int status = fixture_up_in_child(db, ONLY(revision), RUN_STEP_BEGINS, 1, SIGINT);
    g_assert_cmpint(WEXITSTATUS(status), ==, 10 + PLEAT_ERROR_INTERRUPTED);
    PQfinish(writer);
    fixture_check(db, "SELECT state FROM pleat.journal", "started");
    fixture_sql(db, meanwhile);
    GError *error = NULL;
    fixture_up(db, ONLY(revision), &FIXTURE_OPTIONS, &error);
    g_assert_no_error(error);
    fixture_check(db, holds, "t");
}

static void
test_cancelled_too_late(void)
{
    static const char J[] = "SELECT indisvalid FROM pg_index WHERE indexrelid = 'j'::regclass";
    check_cancelled_alone("DROP INDEX CONCURRENTLY i", "DROP INDEX i", "SELECT to_regclass('i') IS NULL");
    check_cancelled_alone("DROP INDEX CONCURRENTLY i", "SELECT 1", "SELECT to_regclass('i') IS NULL");
    check_cancelled_alone("CREATE INDEX CONCURRENTLY j ON t (a)", "DROP INDEX IF EXISTS j; CREATE INDEX j ON t (a)", J);
    check_cancelled_alone("CREATE INDEX CONCURRENTLY j ON t (a)", "SELECT 1", J);
}

static char *
as_role(const char *db, const char *role)
{
    return g_strdup_printf("%s%soptions='-c role=%s'", db, " ", role);
}

static void
test_read_only(void)
{
    g_autofree char *db = fixture_database();
    g_autoptr(Revision) revision = fixture_revision("ee11", LIST("sql: CREATE TABLE t ()"), NULL);
    fixture_sql(db, "CREATE ROLE pleat_test_reader");
    g_autofree char *reader = as_role(db, "pleat_test_reader");
    g_autoptr(PGconn) connection = open_session(reader);
    g_autoptr(GHashTable) applied = NULL;
    bool exists = true;
    GError *error = NULL;
    run_applied(connection, "pleat", &applied, &exists, &error);
    g_assert_no_error(error);
    g_assert_false(exists);

    bool good = fixture_up(reader, ONLY(revision), &FIXTURE_OPTIONS, &error);
    fails(good, error, PLEAT_ERROR_SERVER, "permission denied for database");
    error = NULL;
    fixture_up(db, ONLY(revision), &FIXTURE_OPTIONS, &error);
    g_assert_no_error(error);
    good = fixture_up(reader, ONLY(revision), &FIXTURE_OPTIONS, &error);
    fails(good, error, PLEAT_ERROR_SERVER, "hint: GRANT USAGE ON SCHEMA pleat");
    fixture_sql(db, "GRANT USAGE ON SCHEMA pleat TO pleat_test_reader;"
                    "GRANT SELECT ON ALL TABLES IN SCHEMA pleat TO pleat_test_reader");
    error = NULL;
    fixture_up(reader, ONLY(revision), &FIXTURE_OPTIONS, &error);
    g_assert_no_error(error);

    g_autofree char *read_only = g_strdup_printf("%s options='-c default_transaction_read_only=on'", db);
    g_autoptr(Revision) next = fixture_revision("ee12", LIST("sql: CREATE TABLE u ()"), NULL);
    good = fixture_up(read_only, ONLY(next), &FIXTURE_OPTIONS, &error);
    fails(good, error, PLEAT_ERROR_SERVER, "hint: the database takes no writes");
}

/* What a pooler in transaction mode does: the guard's server is given to the other session. */
static void
test_pooler(void)
{
    g_autofree char *db = fixture_database();
    g_autoptr(PGconn) one = open_session(db), two = open_session(db);
    GError *error = NULL;
    g_assert_true(lock_check_pooler(one, two, &error));
    bool good = lock_check_pooler(one, one, &error);
    fails(good, error, PLEAT_ERROR_SERVER, "a pooler");
}

static void
add_tests(void)
{
    g_test_add_func("/lost/fence", test_fence);
    g_test_add_func("/lost/lost", test_lost);
    g_test_add_func("/lost/interrupted", test_interrupted);
    g_test_add_func("/lost/interrupted-statement", test_interrupted_statement);
    g_test_add_func("/lost/cancelled-too-late", test_cancelled_too_late);
    g_test_add_func("/lost/read-only", test_read_only);
    g_test_add_func("/lost/pooler", test_pooler);
}

int
main(int argc, char **argv)
{
    return fixture_main(argc, argv, add_tests);
}
