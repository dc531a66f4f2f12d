#include "run/fixture.h"

#include <signal.h>
#include <string.h>
#include <sys/wait.h>

#define LIST(...) ((const char *const[]){__VA_ARGS__, NULL})
#define ONLY(revision) ((Revision *const[]){(revision), NULL})

static void
up(const char *conninfo, Revision *const *revisions)
{
    GError *error = NULL;
    fixture_up(conninfo, revisions, &FIXTURE_OPTIONS, &error);
    g_assert_no_error(error);
}

static void
fails(bool result, GError *error, int code, const char *text)
{
    g_assert_false(result);
    g_assert_error(error, PLEAT_ERROR, code);
    if (strstr(error->message, text) == NULL)
        g_error("\"%s\" is not in \"%s\"", text, error->message);
    g_error_free(error);
}

/* Statements that would fail or count twice when they ran twice. */
static Revision *
many_steps(void)
{
    return fixture_revision(
        "aa11",
        LIST("set: SET search_path = public",
             "begin: CREATE TABLE log (what text, at int); INSERT INTO log VALUES ('one', 1)",
             "sql: INSERT INTO log VALUES ('two', 2)", "sql: CREATE INDEX CONCURRENTLY i ON log (at)",
             "sql: CREATE TABLE big AS SELECT i AS id, 0 AS n FROM generate_series(1, 45) i",
             "backfill public.big by id: UPDATE big SET n = n + 1 WHERE /*range*/ true",
             "sql: CREATE TABLE p (a int) PARTITION BY LIST (a)",
             "sql: CREATE TABLE p1 PARTITION OF p FOR VALUES IN (1)",
             "sql: CREATE TABLE p2 PARTITION OF p FOR VALUES IN (2)", "sql: CREATE TABLE p3 PARTITION OF p DEFAULT",
             "each p: INSERT INTO log VALUES ('{partition}', 3)", "verify sum: SELECT sum(n) = 45 FROM big",
             "sql: DROP INDEX CONCURRENTLY i", "sql: INSERT INTO log VALUES ('three', 4)"),
        NULL);
}

static const char STATE[] =
    "SELECT (SELECT string_agg(what, ' ' ORDER BY at, what) FROM log) || ' ' || (SELECT string_agg(DISTINCT n::text, ' "
    "') "
    "FROM big) || ' ' || (SELECT count(*) FROM pleat.version) || ' ' || (to_regclass('i') IS NULL)";

static void
kill_everywhere(RunEventKind kind)
{
    g_autoptr(Revision) first = fixture_revision("a000", LIST("sql: CREATE SCHEMA other"), NULL);
    g_autoptr(Revision) revision = many_steps();
    for (int nth = 1;; nth++) {
        g_autofree char *db = fixture_database();
        Revision *const both[] = {first, revision, NULL};
        int status = fixture_up_in_child(db, both, kind, nth, SIGKILL);
        if (WIFEXITED(status)) {
            g_assert_cmpint(WEXITSTATUS(status), ==, 0);
            g_test_message("killed at %d places", nth - 1);
            g_assert_cmpint(nth, >, 2);
            return;
        }
        up(db, both);
        fixture_check(db, STATE, "one two public.p1 public.p2 public.p3 three 1 2 true");
    }
}

static void
test_killed(void)
{
    kill_everywhere(RUN_STEP_BEGINS);
    kill_everywhere(RUN_STEP_ENDS);
    kill_everywhere(RUN_STEP_PROGRESS);
    kill_everywhere(RUN_REVISION_BEGINS);
    kill_everywhere(RUN_REVISION_ENDS);
}

/* The journal of a database whose run was lost in a statement that no transaction holds. */
static void
lose_in_first_step(const char *db, Revision *revision)
{
    fixture_up_in_child(db, ONLY(revision), RUN_STEP_ENDS, 1, SIGKILL);
    fixture_sql(db, "UPDATE pleat.journal SET state = 'started', finished = NULL WHERE step = 1;"
                    "DELETE FROM pleat.journal WHERE step = 0; DELETE FROM pleat.version");
}

static void
test_index_is_there(void)
{
    g_autofree char *db = fixture_database();
    fixture_sql(db, "CREATE TABLE t (a int)");
    g_autoptr(Revision) revision =
        fixture_revision("bb11", LIST("sql: CREATE UNIQUE INDEX CONCURRENTLY i ON ONLY t (a)"), NULL);
    lose_in_first_step(db, revision);
    g_autofree char *before = fixture_value(db, "SELECT 'i'::regclass::oid");
    up(db, ONLY(revision));
    fixture_check(db, "SELECT 'i'::regclass::oid", before);
    fixture_check(db, "SELECT count(*) FROM pleat.version", "1");
}

static void
test_index_is_invalid(void)
{
    g_autofree char *db = fixture_database();
    fixture_sql(db, "CREATE TABLE t (a int); INSERT INTO t VALUES (1), (1)");
    g_autoptr(Revision) revision =
        fixture_revision("bb12", LIST("sql: CREATE UNIQUE INDEX CONCURRENTLY i ON t (a)"), NULL);
    GError *error = NULL;
    bool good = fixture_up(db, ONLY(revision), &FIXTURE_OPTIONS, &error);
    fails(good, error, PLEAT_ERROR_SERVER, "revision bb12, step 1: could not create unique index \"i\"");
    fixture_check(db, "SELECT to_regclass('i') IS NULL", "t"); /* it would refuse duplicates all the same */
    fixture_sql(db, "DELETE FROM t WHERE ctid = '(0,1)'");
    up(db, ONLY(revision));
    fixture_check(db, "SELECT indisvalid FROM pg_index WHERE indexrelid = 'i'::regclass", "t");

    g_autofree char *lost = fixture_database();
    fixture_sql(lost, "CREATE TABLE t (a int)");
    lose_in_first_step(lost, revision);
    fixture_sql(lost, "UPDATE pg_index SET indisvalid = false WHERE indexrelid = 'i'::regclass");
    up(lost, ONLY(revision));
    fixture_check(lost, "SELECT indisvalid FROM pg_index WHERE indexrelid = 'i'::regclass", "t");
}

static void
test_detach(void)
{
    g_autofree char *db = fixture_database();
    fixture_sql(db, "CREATE TABLE p (a int) PARTITION BY LIST (a); CREATE TABLE p1 PARTITION OF p FOR VALUES IN (1)");
    g_autoptr(Revision) revision =
        fixture_revision("bb13", LIST("sql: ALTER TABLE public.p DETACH PARTITION public.p1 CONCURRENTLY"), NULL);
    lose_in_first_step(db, revision);
    up(db, ONLY(revision)); /* it is detached: done */

    fixture_sql(db, "ALTER TABLE p ATTACH PARTITION p1 FOR VALUES IN (1); DELETE FROM pleat.version;"
                    "DELETE FROM pleat.journal WHERE step = 0; UPDATE pleat.journal SET state = 'started';"
                    "UPDATE pg_inherits SET inhdetachpending = true WHERE inhrelid = 'p1'::regclass");
    up(db, ONLY(revision));
    fixture_check(db, "SELECT count(*) FROM pg_inherits WHERE inhrelid = 'p1'::regclass", "0");
}

/* What a REINDEX of t that was lost leaves: duplicates fail the first, a second one counts on from its name. */
static void
leave_reindex(const char *db, const char *sql)
{
    g_autoptr(PGconn) connection = NULL;
    GError *error = NULL;
    connection_open(db, "test", &connection, &error);
    g_assert_no_error(error);
    g_assert_false(connection_run(connection, sql, NULL));
}

static const char LEFTOVERS[] = "SELECT count(*) FROM pg_index JOIN pg_class c ON c.oid = indexrelid "
                                "WHERE NOT indisvalid AND c.relname ~ '_ccnew'";

static void
check_reindex(const char *id, const char *sql, const char *left_after)
{
    g_autofree char *db = fixture_database(), *step = g_strconcat("sql: ", sql, NULL);
    /* an index whose name is too long for what is put behind it, and a table that is none of the revision's */
    fixture_sql(db, "CREATE TABLE t (a int, b int, c text); CREATE TABLE other (a int);"
                    "CREATE UNIQUE INDEX i23456789012345678901234567890123456789012345678901234567890 ON t (a);"
                    "CREATE UNIQUE INDEX j ON t (b); CREATE UNIQUE INDEX k ON other (a);"
                    "INSERT INTO t VALUES (1, 1); INSERT INTO other VALUES (1);"
                    "UPDATE pg_index SET indisunique = false, indimmediate = true WHERE indrelid IN ('t'::regclass, "
                    "'other'::regclass); INSERT INTO t VALUES (1, 1); INSERT INTO other VALUES (1);"
                    "UPDATE pg_index SET indisunique = true WHERE indrelid IN ('t'::regclass, 'other'::regclass)");
    g_autoptr(Revision) revision = fixture_revision(id, LIST(step), NULL);
    leave_reindex(db, "REINDEX INDEX CONCURRENTLY k");
    leave_reindex(db, "REINDEX TABLE CONCURRENTLY t");
    leave_reindex(db, "REINDEX TABLE CONCURRENTLY t");
    fixture_check(db, LEFTOVERS, "7"); /* of k, and twice of t: i2..., j and that of TOAST */
    GError *error = NULL;
    bool good = fixture_up(db, ONLY(revision), &FIXTURE_OPTIONS, &error);
    fails(good, error, PLEAT_ERROR_SERVER, "could not create unique index");
    fixture_sql(db, "DELETE FROM t WHERE ctid = '(0,1)'; DELETE FROM other WHERE ctid = '(0,1)'");
    up(db, ONLY(revision));
    fixture_check(db, LEFTOVERS, left_after);
}

static void
test_reindex(void)
{
    check_reindex("bb16", "REINDEX TABLE CONCURRENTLY t", "1");
    check_reindex("bb17",
                  "REINDEX (VERBOSE) INDEX CONCURRENTLY i23456789012345678901234567890123456789012345678901234567890",
                  "5");
}

static void
test_question(void)
{
    g_autofree char *db = fixture_database();
    fixture_sql(db, "CREATE TABLE t (a int PRIMARY KEY)");
    g_autoptr(Revision) revision =
        fixture_revision("bb14", LIST("sql: DROP DATABASE IF EXISTS no_such_database"), NULL);
    lose_in_first_step(db, revision);
    for (int i = 0; i < 2; i++) { /* asked once, asked again */
        GError *error = NULL;
        bool good = fixture_up(db, ONLY(revision), &FIXTURE_OPTIONS, &error);
        fails(good, error, PLEAT_ERROR_STATE,
              "nothing tells whether it happened: DROP DATABASE IF EXISTS no_such_database");
    }
    fixture_sql(db, "UPDATE pleat.journal SET state = 'done'");
    up(db, ONLY(revision));
    fixture_check(db, "SELECT count(*) FROM pleat.version", "1");
}

static void
test_done_if(void)
{
    g_autofree char *db = fixture_database();
    fixture_sql(db, "CREATE TABLE t (a int PRIMARY KEY)");
    g_autoptr(Revision) revision = fixture_revision("bb15", LIST("sql: REINDEX TABLE CONCURRENTLY t"), NULL);
    fixture_done_if(revision, 0, "SELECT true");
    lose_in_first_step(db, revision);
    g_autofree char *before = fixture_value(db, "SELECT relfilenode FROM pg_class WHERE relname = 't_pkey'");
    up(db, ONLY(revision));
    fixture_check(db, "SELECT relfilenode FROM pg_class WHERE relname = 't_pkey'", before);
}

static void
test_edited(void)
{
    g_autofree char *db = fixture_database();
    g_autoptr(Revision) revision = fixture_revision("cc11", LIST("sql: CREATE TABLE t ()"), NULL);
    g_autoptr(Revision) edited = fixture_revision("cc11", LIST("sql: CREATE TABLE u ()"), NULL);
    up(db, ONLY(revision));
    GError *error = NULL;
    bool good = fixture_up(db, ONLY(edited), &FIXTURE_OPTIONS, &error);
    fails(good, error, PLEAT_ERROR_STATE, "revision cc11 was edited after it was applied: revisions/cc11.sql");
    RunOptions options = FIXTURE_OPTIONS;
    options.allow_edited = true;
    error = NULL;
    g_assert_true(fixture_up(db, ONLY(edited), &options, &error));
}

static void
test_half_applied(void)
{
    g_autofree char *db = fixture_database();
    g_autoptr(Revision) first = fixture_revision("dd10", LIST("sql: SELECT 1"), LIST("sql: SELECT 1"));
    g_autoptr(Revision) wrong =
        fixture_revision("dd11", LIST("sql: CREATE TABLE t ()", "sql: SELECT 1/0"), LIST("sql: DROP TABLE t"));
    g_autoptr(Revision) right =
        fixture_revision("dd11", LIST("sql: CREATE TABLE t ()", "sql: SELECT 1"), LIST("sql: DROP TABLE t"));
    Revision *const before[] = {first, wrong, NULL}, *const after[] = {first, right, NULL};
    GError *error = NULL;
    bool good = fixture_up(db, before, &FIXTURE_OPTIONS, &error);
    fails(good, error, PLEAT_ERROR_SERVER, "revision dd11, step 2: division by zero");

    error = NULL;
    good = fixture_down(db, before, &FIXTURE_OPTIONS, &error);
    fails(good, error, PLEAT_ERROR_STATE, "revision dd11 is half applied (1 of its steps are done)");
    error = NULL;
    good = fixture_up(db, ONLY(first), &FIXTURE_OPTIONS, &error);
    fails(good, error, PLEAT_ERROR_STATE, "it is not on the way to this target");
    error = NULL;
    good = fixture_up(db, after, &FIXTURE_OPTIONS, &error);
    fails(good, error, PLEAT_ERROR_STATE, "revision dd11 was edited after it was half applied");

    RunOptions options = FIXTURE_OPTIONS;
    options.allow_edited = true;
    error = NULL;
    fixture_up(db, after, &options, &error);
    g_assert_no_error(error);
    fixture_check(db, "SELECT string_agg(id, ' ' ORDER BY id) FROM pleat.version", "dd10 dd11");
}

static void
test_half_undone(void)
{
    g_autofree char *db = fixture_database();
    g_autoptr(Revision) revision = fixture_revision("ee11", LIST("sql: CREATE TABLE t ()", "sql: CREATE TABLE u ()"),
                                                    LIST("sql: DROP TABLE u", "sql: DROP TABLE t"));
    up(db, ONLY(revision));
    fixture_sql(db, "CREATE VIEW v AS SELECT FROM t");
    GError *error = NULL;
    bool good = fixture_down(db, ONLY(revision), &FIXTURE_OPTIONS, &error);
    fails(good, error, PLEAT_ERROR_SERVER, "revision ee11, step 2: cannot drop table t");
    error = NULL;
    good = fixture_up(db, ONLY(revision), &FIXTURE_OPTIONS, &error);
    fails(good, error, PLEAT_ERROR_STATE, "revision ee11 is half undone");
    fixture_sql(db, "DROP VIEW v");
    error = NULL;
    fixture_down(db, ONLY(revision), &FIXTURE_OPTIONS, &error);
    g_assert_no_error(error);
    fixture_check(db, "SELECT count(*) FROM pleat.version", "0");
}

static void
add_tests(void)
{
    g_test_add_func("/resume/killed", test_killed);
    g_test_add_func("/resume/index-is-there", test_index_is_there);
    g_test_add_func("/resume/index-is-invalid", test_index_is_invalid);
    g_test_add_func("/resume/detach", test_detach);
    g_test_add_func("/resume/reindex", test_reindex);
    g_test_add_func("/resume/question", test_question);
    g_test_add_func("/resume/done-if", test_done_if);
    g_test_add_func("/resume/edited", test_edited);
    g_test_add_func("/resume/half-applied", test_half_applied);
    g_test_add_func("/resume/half-undone", test_half_undone);
}

int
main(int argc, char **argv)
{
    return fixture_main(argc, argv, add_tests);
}
