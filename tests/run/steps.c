#include "run/fixture.h"

#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#define LIST(...) ((const char *const[]){__VA_ARGS__, NULL})
#define ONLY(revision) ((Revision *const[]){(revision), NULL})

static void
up(const char *conninfo, Revision *revision)
{
    GError *error = NULL;
    RunOptions options = FIXTURE_OPTIONS;
    options.allow_commands = true;
    fixture_up(conninfo, ONLY(revision), &options, &error);
    g_assert_no_error(error);
}

static void
up_fails(const char *conninfo, Revision *revision, int code, const char *text)
{
    GError *error = NULL;
    g_assert_false(fixture_up(conninfo, ONLY(revision), &FIXTURE_OPTIONS, &error));
    g_assert_error(error, PLEAT_ERROR, code);
    if (strstr(error->message, text) == NULL)
        g_error("\"%s\" is not in \"%s\"", text, error->message);
    g_error_free(error);
}

static void
test_forth_and_back(void)
{
    g_autofree char *db = fixture_database();
    g_autoptr(Revision) revision = fixture_revision(
        "aa11", LIST("begin: CREATE TABLE t (a int); INSERT INTO t VALUES (1)", "sql: CREATE INDEX i ON t (a)"),
        LIST("sql: DROP TABLE t"));
    up(db, revision);
    fixture_check(db, "SELECT count(*) FROM t", "1");
    fixture_check(db, "SELECT string_agg(id || ' ' || phase, ',') FROM pleat.version", "aa11 expand");
    fixture_check(
        db, "SELECT string_agg(concat_ws(' ', direction, step, kind, state), ', ' ORDER BY id) FROM pleat.journal",
        "up 1 transaction done, up 2 statement done, up 0 revision done");
    up(db, revision); /* nothing to do, nothing written */
    fixture_check(db, "SELECT run_id || ' ' || (SELECT count(*) FROM pleat.journal) FROM pleat.runner", "1 3");

    GError *error = NULL;
    fixture_down(db, ONLY(revision), &FIXTURE_OPTIONS, &error);
    g_assert_no_error(error);
    fixture_check(db, "SELECT count(*) FROM pleat.version", "0");
    fixture_check(db, "SELECT to_regclass('t')", NULL);
    up(db, revision);
    fixture_check(db, "SELECT count(*) FROM t", "1");
}

static void
test_no_way_back(void)
{
    g_autofree char *db = fixture_database();
    g_autoptr(Revision) revision = fixture_revision("aa12", LIST("sql: CREATE TABLE t ()"), NULL);
    up(db, revision);
    GError *error = NULL;
    g_assert_false(fixture_down(db, ONLY(revision), &FIXTURE_OPTIONS, &error));
    g_assert_error(error, PLEAT_ERROR, PLEAT_ERROR_STATE);
    g_assert_nonnull(strstr(error->message, "cannot be undone"));
    g_error_free(error);
}

static void
test_empty(void)
{
    g_autofree char *db = fixture_database();
    const char *const none[] = {NULL};
    g_autoptr(Revision) revision = fixture_revision("aa13", none, none);
    up(db, revision);
    fixture_check(db, "SELECT string_agg(id, ',') FROM pleat.version", "aa13");
}

static void
test_failing_step(void)
{
    g_autofree char *db = fixture_database();
    g_autoptr(Revision) wrong = fixture_revision(
        "bb11", LIST("begin: CREATE TABLE t (a int); SELECT 1/0", "sql: CREATE INDEX i ON t (a)"), NULL);
    up_fails(db, wrong, PLEAT_ERROR_SERVER, "revision bb11, step 1: division by zero (SQLSTATE 22012)");
    fixture_check(db, "SELECT string_agg(state || ' ' || error, ',') FROM pleat.journal",
                  "failed division by zero (SQLSTATE 22012)");
    /* Nothing of it is there: the file may be edited. */
    g_autoptr(Revision) right = fixture_revision("bb11", LIST("begin: CREATE TABLE t (a int)"), NULL);
    up(db, right);
}

static void
test_alone(void)
{
    g_autofree char *db = fixture_database();
    g_autoptr(Revision) revision =
        fixture_revision("cc11",
                         LIST("sql: CREATE TABLE t (a int)", "sql: CREATE INDEX CONCURRENTLY \"I x\" ON t (a)",
                              "sql: VACUUM t", "sql: DROP INDEX CONCURRENTLY \"I x\"",
                              "sql: CREATE INDEX CONCURRENTLY ON t (a)", "sql: REINDEX TABLE CONCURRENTLY t",
                              "sql: CREATE TYPE e AS ENUM ('a')", "sql: ALTER TYPE e ADD VALUE 'b'"),
                         NULL);
    up(db, revision);
    fixture_check(db, "SELECT count(*) FROM pg_index WHERE indrelid = 't'::regclass AND indisvalid", "1");
    fixture_check(db, "SELECT count(*) FROM pleat.journal WHERE state = 'done'", "9");
}

/* CLUSTER without a table is on no list; PostgreSQL says that it cannot run in a transaction. */
static void
test_unlisted_alone(void)
{
    g_autofree char *db = fixture_database();
    g_autoptr(Revision) revision = fixture_revision("cc12", LIST("sql: CLUSTER"), NULL);
    up(db, revision);
    fixture_check(db, "SELECT count(*) FROM pleat.version", "1");
}

static void
test_verify(void)
{
    g_autofree char *db = fixture_database();
    fixture_sql(db, "CREATE TABLE t AS SELECT 1 AS a");
    g_autoptr(Revision) good = fixture_revision("dd11", LIST("verify all there: SELECT true"), NULL);
    up(db, good);
    g_autoptr(Revision) wrong =
        fixture_revision("dd12", LIST("verify all gone: SELECT NOT EXISTS (SELECT FROM t)"), NULL);
    up_fails(db, wrong, PLEAT_ERROR_STATE, "verify all gone: not true");
    g_autoptr(Revision) null = fixture_revision("dd13", LIST("verify nothing: SELECT NULL::boolean"), NULL);
    up_fails(db, null, PLEAT_ERROR_STATE, "verify nothing: not true");
    g_autoptr(Revision) telling =
        fixture_revision("dd14", LIST("verify none: SELECT count(*) = 0, count(*) || ' are there' FROM t"), NULL);
    up_fails(db, telling, PLEAT_ERROR_STATE, "verify none: 1 are there");
    g_autoptr(Revision) no_column = fixture_revision("dd15", LIST("verify no column: SELECT FROM t"), NULL);
    up_fails(db, no_column, PLEAT_ERROR_STATE, "verify no column: not true");
}

static void
test_setting(void)
{
    g_autofree char *db = fixture_database();
    g_autoptr(Revision) revision =
        fixture_revision("ee11",
                         LIST("set: SET search_path = elsewhere", "begin: CREATE SCHEMA elsewhere; CREATE TABLE t ()",
                              "sql: CREATE ROLE pleat_test_nobody", "set: SET ROLE pleat_test_nobody",
                              "verify role: SELECT current_user = 'pleat_test_nobody'"),
                         NULL);
    up(db, revision);
    fixture_check(db, "SELECT to_regclass('elsewhere.t') IS NOT NULL", "t");
    g_autoptr(Revision) next = fixture_revision(
        "ee12", LIST("verify reset: SELECT current_schema() = 'public' AND current_user = session_user"), NULL);
    GError *error = NULL;
    fixture_up(db, (Revision *const[]){revision, next, NULL}, &FIXTURE_OPTIONS, &error);
    g_assert_no_error(error);
    fixture_sql(db, "DROP ROLE pleat_test_nobody");
}

static void
test_command(void)
{
    g_autofree char *db = fixture_database();
    g_autofree char *file = g_strdup_printf("%s/pleat-test-%d", g_get_tmp_dir(), (int)getpid());
    g_autofree char *text = g_strdup_printf("command: sh|-c|echo \"$PLEAT_DATABASE\" > %s", file);
    g_autoptr(Revision) revision = fixture_revision("ff11", LIST(text), NULL);
    up_fails(db, revision, PLEAT_ERROR_STATE, "runs a program (\"sh\"), which is not allowed");
    fixture_check(db, "SELECT count(*) FROM pg_namespace WHERE nspname = 'pleat'", "0");
    up(db, revision);
    g_autofree char *said = NULL;
    g_assert_true(g_file_get_contents(file, &said, NULL, NULL));
    g_assert_cmpstr(g_strchomp(said), ==, db);
    g_unlink(file);

    RunOptions options = FIXTURE_OPTIONS;
    options.allow_commands = true;
    g_autoptr(Revision) wrong = fixture_revision("ff12", LIST("command: sh|-c|exit 3"), NULL);
    GError *error = NULL;
    g_assert_false(fixture_up(db, ONLY(wrong), &options, &error));
    g_assert_nonnull(strstr(error->message, "ended with status 3"));
    g_error_free(error);
}

static void
test_partitions(void)
{
    g_autofree char *db = fixture_database();
    fixture_sql(db, "CREATE TABLE t (a int) PARTITION BY RANGE (a);"
                    "CREATE TABLE \"t Two\" PARTITION OF t FOR VALUES FROM (10) TO (20) PARTITION BY RANGE (a);"
                    "CREATE TABLE t1 PARTITION OF t FOR VALUES FROM (0) TO (10);"
                    "CREATE TABLE \"t two's\" PARTITION OF \"t Two\" FOR VALUES FROM (10) TO (15);"
                    "CREATE TABLE plain (a int)");
    g_autoptr(Revision) revision = fixture_revision("ab11",
                                                    LIST("each t: ALTER TABLE {partition} ADD CHECK (a < 100)",
                                                         "each plain: ALTER TABLE {partition} ADD b int",
                                                         "each t: CREATE INDEX CONCURRENTLY ON {partition} (a)"),
                                                    NULL);
    up(db, revision);
    fixture_check(
        db,
        "SELECT string_agg(conrelid::regclass::text, ',' ORDER BY 1) FROM pg_constraint WHERE contype = 'c' AND "
        "connamespace = 'public'::regnamespace",
        "\"t two's\",t1");
    fixture_check(db, "SELECT count(*) FROM pg_index WHERE indrelid IN ('\"t two''s\"'::regclass, 't1'::regclass)",
                  "2");
    fixture_check(db, "SELECT count(*) FROM pg_attribute WHERE attrelid = 'plain'::regclass AND attname = 'b'", "1");
    fixture_check(db,
                  "SELECT string_agg(key, ',' ORDER BY id) FROM pleat.journal WHERE kind = 'partition' AND step = 1",
                  "public.\"t two's\",public.t1");
}

static void
test_odd_schema(void)
{
    g_autofree char *db = fixture_database();
    RunOptions options = FIXTURE_OPTIONS;
    options.schema = "my \"pleat\"";
    GError *error = NULL;
    run_ensure_version(db, &options, &error);
    g_assert_no_error(error);
    g_autoptr(Revision) revision = fixture_revision("ac11", LIST("sql: SELECT 1"), NULL);
    fixture_up(db, ONLY(revision), &options, &error);
    g_assert_no_error(error);
    fixture_check(db, "SELECT count(*) FROM \"my \"\"pleat\"\"\".version", "1");
}

static void
test_copy(void)
{
    g_autofree char *db = fixture_database();
    g_autoptr(Revision) in = fixture_revision("ad11", LIST("begin: CREATE TABLE t (a int); COPY t FROM STDIN"), NULL);
    up_fails(db, in, PLEAT_ERROR_INPUT, "COPY from or to the client cannot run here");
    g_autoptr(Revision) out = fixture_revision("ad12", LIST("sql: COPY (SELECT 1) TO STDOUT"), NULL);
    up_fails(db, out, PLEAT_ERROR_INPUT, "COPY from or to the client cannot run here");
}

/* What pleat has prepared goes with DISCARD ALL and DEALLOCATE ALL; what stands in their transaction is there once. */
static void
test_prepared_gone(void)
{
    g_autofree char *db = fixture_database();
    g_autoptr(Revision)
        first = fixture_revision("ac11", LIST("begin: CREATE TABLE t (a int)"), NULL),
        second = fixture_revision("ac12", LIST("begin: INSERT INTO t VALUES (1); DEALLOCATE ALL"), NULL),
        third = fixture_revision("ac13", LIST("sql: DISCARD ALL", "begin: INSERT INTO t VALUES (2)"), NULL),
        fourth = fixture_revision("ac14", LIST("begin: INSERT INTO t VALUES (3)"), NULL);
    GError *error = NULL;
    fixture_up(db, (Revision *const[]){first, second, third, fourth, NULL}, &FIXTURE_OPTIONS, &error);
    g_assert_no_error(error);
    fixture_check(db, "SELECT string_agg(a::text, ' ' ORDER BY a) FROM t", "1 2 3");
    fixture_check(db, "SELECT string_agg(id, ' ' ORDER BY id) FROM pleat.version", "ac11 ac12 ac13 ac14");
    fixture_check(db,
                  "SELECT string_agg(concat_ws(' ', revision, step, kind, state), ', ' ORDER BY id) FROM pleat.journal",
                  "ac11 1 transaction done, ac11 0 revision done, ac12 1 transaction done, ac12 0 revision done, "
                  "ac13 1 statement done, ac13 2 transaction done, ac13 0 revision done, "
                  "ac14 1 transaction done, ac14 0 revision done");
}

/* Also what is set behind the last step is gone in the next revision. */
static void
test_settings_end(void)
{
    g_autofree char *db = fixture_database();
    fixture_sql(db, "CREATE SCHEMA other");
    g_autoptr(Revision) first = fixture_revision(
        "fa11", LIST("set: SET search_path = other", "sql: CREATE TABLE t ()", "set: SET search_path = other"), NULL);
    g_autoptr(Revision) second = fixture_revision("fa12", LIST("sql: CREATE TABLE t ()"), NULL);
    g_autoptr(Revision) third = fixture_revision("fa13", LIST("sql: CREATE TABLE u ()"), NULL);
    Revision *const all[] = {first, second, third, NULL};
    GError *error = NULL;
    fixture_up(db, all, &FIXTURE_OPTIONS, &error);
    g_assert_no_error(error);
    fixture_check(db,
                  "SELECT string_agg(relnamespace::regnamespace || '.' || relname, ' ' ORDER BY "
                  "relnamespace::regnamespace || '.' || relname) FROM pg_class "
                  "WHERE relname IN ('t', 'u')",
                  "other.t public.t public.u");
}

static void
add_tests(void)
{
    g_test_add_func("/steps/forth-and-back", test_forth_and_back);
    g_test_add_func("/steps/no-way-back", test_no_way_back);
    g_test_add_func("/steps/empty", test_empty);
    g_test_add_func("/steps/failing", test_failing_step);
    g_test_add_func("/steps/alone", test_alone);
    g_test_add_func("/steps/unlisted-alone", test_unlisted_alone);
    g_test_add_func("/steps/verify", test_verify);
    g_test_add_func("/steps/setting", test_setting);
    g_test_add_func("/steps/command", test_command);
    g_test_add_func("/steps/partitions", test_partitions);
    g_test_add_func("/steps/odd-schema", test_odd_schema);
    g_test_add_func("/steps/copy", test_copy);
    g_test_add_func("/steps/prepared-gone", test_prepared_gone);
    g_test_add_func("/steps/settings-end", test_settings_end);
}

int
main(int argc, char **argv)
{
    return fixture_main(argc, argv, add_tests);
}
