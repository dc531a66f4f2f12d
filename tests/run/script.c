#include "run/fixture.h"

#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#define LIST(...) ((const char *const[]){__VA_ARGS__, NULL})

static bool
psql(const char *db, const char *script)
{
    g_autofree char *file = g_strdup_printf("%s/pleat-test-script-%d.sql", g_get_tmp_dir(), (int)getpid());
    g_assert_true(g_file_set_contents(file, script, -1, NULL));
    const char *argv[] = {"psql", "-X", "-q", "-f", file, "-d", db, NULL};
    int status = -1;
    g_autofree char *said = NULL;
    g_assert_true(g_spawn_sync(NULL, (char **)argv, NULL, G_SPAWN_SEARCH_PATH | G_SPAWN_STDOUT_TO_DEV_NULL, NULL, NULL,
                               NULL, &said, &status, NULL));
    if (said[0] != '\0')
        g_test_message("%s", said);
    g_unlink(file);
    return status == 0;
}

static GString *
script_of(Revision *const *revisions, bool down)
{
    g_autoptr(GPtrArray) list = g_ptr_array_new();
    for (; *revisions != NULL; revisions++)
        g_ptr_array_add(list, *revisions);
    GString *script = g_string_new(NULL);
    GError *error = NULL;
    run_script(list, down, &FIXTURE_OPTIONS, script, &error);
    g_assert_no_error(error);
    return script;
}

static Revision *
everything(void)
{
    return fixture_revision(
        "aa11",
        LIST("set: SET search_path = \"My s\", public", "begin: CREATE SCHEMA \"My s\"; CREATE TABLE log (what text)",
             "sql: CREATE TABLE big (\"A\" text, b numeric(9,2), n int, PRIMARY KEY (b, \"A\"))",
             "sql: INSERT INTO big SELECT 'it''s ' || i % 3, i, 0 FROM generate_series(1, 45) i",
             "backfill \"My s\".big: UPDATE big x SET n = x.n + 1 FROM (SELECT 1 AS b) y WHERE /*range*/ true",
             "sql: CREATE TABLE heap (a int, n int)",
             "sql: INSERT INTO heap SELECT nullif(i % 4, 0), 0 FROM generate_series(1, 45) i",
             "backfill heap: UPDATE heap SET n = n + 1 WHERE /*range*/ true",
             "backfill heap by a: UPDATE heap SET n = n + 1 WHERE /*range*/ true",
             "sql: CREATE INDEX CONCURRENTLY i ON big (n)", "sql: CREATE TABLE p (a int) PARTITION BY LIST (a)",
             "sql: CREATE TABLE \"p 1\" PARTITION OF p FOR VALUES IN (1)",
             "sql: CREATE TABLE p2 PARTITION OF p DEFAULT", "each p: INSERT INTO log VALUES ($${partition}$$)",
             "each p: CREATE INDEX CONCURRENTLY ON {partition} (a)",
             "verify all: SELECT count(*) = 45 FROM big WHERE n = 1"),
        LIST("sql: DROP SCHEMA \"My s\" CASCADE"));
}

static const char STATE[] =
    "SELECT (SELECT string_agg(what, ' ' ORDER BY what) FROM \"My s\".log) || (SELECT string_agg(DISTINCT n::text, ' "
    "') FROM "
    "\"My s\".big) || (SELECT string_agg(DISTINCT n::text, ' ') FROM \"My s\".heap) || (SELECT string_agg(id || phase "
    "|| "
    "checksum, ' ') FROM pleat.version) || (SELECT count(*) FROM pg_indexes WHERE schemaname = 'My s')";

static void
test_same_state(void)
{
    g_autofree char *online = fixture_database(), *offline = fixture_database();
    g_autoptr(Revision) revision = everything();
    Revision *const list[] = {revision, NULL};
    GError *error = NULL;
    fixture_up(online, list, &FIXTURE_OPTIONS, &error);
    g_assert_no_error(error);
    GString *up = script_of(list, false), *down = script_of(list, true);
    g_assert_true(psql(offline, up->str));
    g_autofree char *expected = fixture_value(online, STATE);
    g_assert_nonnull(expected);
    fixture_check(offline, STATE, expected);
    fixture_up(offline, list, &FIXTURE_OPTIONS, &error); /* nothing to do */
    g_assert_no_error(error);

    g_assert_true(psql(offline, down->str));
    fixture_check(offline, "SELECT count(*) FROM pleat.version", "0");
    fixture_check(offline, "SELECT to_regnamespace('\"My s\"')", NULL);
    g_string_free(up, TRUE);
    g_string_free(down, TRUE);
}

static void
test_stops(void)
{
    g_autofree char *db = fixture_database();
    g_autoptr(Revision) revision =
        fixture_revision("bb11", LIST("verify it's: SELECT false -- never", "sql: CREATE TABLE t ()"), NULL);
    GString *script = script_of((Revision *const[]){revision, NULL}, false);
    g_assert_false(psql(db, script->str));
    fixture_check(db, "SELECT to_regclass('t')", NULL);
    g_string_free(script, TRUE);
}

static void
add_tests(void)
{
    g_test_add_func("/script/same-state", test_same_state);
    g_test_add_func("/script/stops", test_stops);
}

int
main(int argc, char **argv)
{
    return fixture_main(argc, argv, add_tests);
}
