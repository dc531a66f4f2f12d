#include "run/fixture.h"

#include "run/range.h"
#include <signal.h>
#include <string.h>

#define LIST(...) ((const char *const[]){__VA_ARGS__, NULL})

typedef struct {
    int batches;
    gint64 rows;
    RunProgress first, last;
} Seen;

static void
see(const RunEvent *event, void *data)
{
    Seen *seen = data;
    if (event->kind == RUN_STEP_PROGRESS) {
        seen->last = event->progress;
        if (seen->batches++ == 0)
            seen->first = event->progress;
        seen->rows = event->rows;
    }
}

/* Makes the table, fills its column n, and expects every row to be counted once, in so many batches. */
static void
backfill(const char *make, const char *step, int least_batches, int most_batches)
{
    g_autofree char *db = fixture_database();
    fixture_sql(db, make);
    g_autoptr(Revision) revision = fixture_revision("aa11", LIST(step), NULL);
    Seen seen = {0};
    RunOptions options = FIXTURE_OPTIONS;
    options.tell = see;
    options.data = &seen;
    GError *error = NULL;
    fixture_up(db, (Revision *const[]){revision, NULL}, &options, &error);
    g_assert_no_error(error);
    fixture_check(db, "SELECT string_agg(DISTINCT n::text, ',') FROM t", "1");
    g_autofree char *rows = fixture_value(db, "SELECT count(*) FROM t");
    g_assert_cmpint(seen.rows, ==, g_ascii_strtoll(rows, NULL, 10));
    g_assert_cmpint(seen.batches, >=, least_batches);
    g_assert_cmpint(seen.batches, <=, most_batches);
}

static void
test_keys(void)
{
    backfill("CREATE TABLE t (id bigint PRIMARY KEY, n int DEFAULT 0); INSERT INTO t SELECT i * -7 FROM "
             "generate_series(1, 95) i",
             "backfill t: UPDATE t SET n = n + 1 WHERE n < 9 AND /*range*/ true", 10, 10);
    backfill("CREATE TABLE t (\"A b\" text, c numeric(9,2), d date, n int DEFAULT 0, PRIMARY KEY (c, \"A b\", d));"
             "INSERT INTO t SELECT 'it''s \\ %' || i % 3, i % 7, date '2020-01-01' + i FROM generate_series(1, 95) i",
             "backfill public.t: UPDATE public.t AS x SET n = x.n + 1 FROM (SELECT 1 AS c) y WHERE /*range*/ true", 10,
             10);
    backfill("CREATE TABLE t (id uuid PRIMARY KEY DEFAULT gen_random_uuid(), n int DEFAULT 0);"
             "INSERT INTO t SELECT FROM generate_series(1, 30)",
             "backfill t: UPDATE ONLY t SET n = n + 1 WHERE\n/* more */ /*range*/ true", 3, 4);
}

static void
test_nullable_and_ties(void)
{
    backfill("CREATE TABLE t (a int, b int, n int DEFAULT 0); INSERT INTO t SELECT nullif(i % 5, 0), nullif(i % 4, 0) "
             "FROM generate_series(1, 95) i",
             "backfill t by a, b: UPDATE t SET n = n + 1 WHERE /*range*/ true", 3, 9);
}

static void
test_pages(void)
{
    backfill(
        "CREATE TABLE t (a text, n int DEFAULT 0); INSERT INTO t SELECT repeat('x', 1000) FROM generate_series(1, 200);"
        "ANALYZE t",
        "backfill t: UPDATE t SET n = n + 1 WHERE n = 0 AND /*range*/ true", 10, 40);
}

static void
test_partitioned(void)
{
    backfill("CREATE TABLE t (a int, d int, n int DEFAULT 0, PRIMARY KEY (a, d)) PARTITION BY LIST (d);"
             "CREATE TABLE t1 PARTITION OF t FOR VALUES IN (1); CREATE TABLE t2 PARTITION OF t FOR VALUES IN (2);"
             "INSERT INTO t SELECT i, i % 2 + 1 FROM generate_series(1, 45) i",
             "backfill t: UPDATE t SET n = n + 1 WHERE /*range*/ true", 5, 5);
    backfill("CREATE TABLE t (a int, d int, n int DEFAULT 0) PARTITION BY LIST (d);"
             "CREATE TABLE t1 PARTITION OF t FOR VALUES IN (1); CREATE TABLE t2 PARTITION OF t FOR VALUES IN (2);"
             "INSERT INTO t SELECT i, i % 2 + 1 FROM generate_series(1, 2000) i",
             "backfill t: UPDATE t SET n = n + 1 WHERE n = 0 AND /*range*/ true", 3, 20);
    backfill("CREATE TABLE t (a int, d int, n int DEFAULT 0, PRIMARY KEY (a, d)) PARTITION BY LIST (d);"
             "CREATE TABLE t1 PARTITION OF t FOR VALUES IN (1); CREATE TABLE t2 PARTITION OF t FOR VALUES IN (2);"
             "INSERT INTO t SELECT i, i % 2 + 1 FROM generate_series(1, 2000) i",
             "backfill t by ctid: UPDATE t SET n = n + 1 WHERE n = 0 AND /*range*/ true", 3, 20);
}

/* Killed after three batches of ten, how far is it when it goes on? */
static Seen
go_on(const char *make, const char *step)
{
    g_autofree char *db = fixture_database();
    fixture_sql(db, make);
    g_autoptr(Revision) revision = fixture_revision("aa11", LIST(step), NULL);
    Revision *const revisions[] = {revision, NULL};
    fixture_up_in_child(db, revisions, RUN_STEP_PROGRESS, 3, SIGKILL);
    Seen seen = {0};
    RunOptions options = FIXTURE_OPTIONS;
    options.tell = see;
    options.data = &seen;
    GError *error = NULL;
    fixture_up(db, revisions, &options, &error);
    g_assert_no_error(error);
    return seen;
}

static void
test_progress(void)
{
    Seen rows = go_on("CREATE TABLE t (id int PRIMARY KEY, n int DEFAULT 0);"
                      "INSERT INTO t SELECT g FROM generate_series(1, 100) g; ANALYZE t",
                      "backfill t: UPDATE t SET n = n + 1 WHERE /*range*/ true");
    g_assert_cmpstr(rows.first.unit, ==, "rows");
    g_assert_cmpint(rows.first.done, >=, 35); /* the planner's estimate is near 40 */
    g_assert_cmpint(rows.first.done, <=, 45);
    g_assert_cmpint(rows.last.done, ==, rows.last.total);
    g_assert_cmpint(rows.rows, ==, 100);

    Seen pages = go_on("CREATE TABLE t (a text, n int DEFAULT 0);"
                       "INSERT INTO t SELECT repeat('x', 1000) FROM generate_series(1, 200); ANALYZE t",
                       "backfill t: UPDATE t SET n = n + 1 WHERE n = 0 AND /*range*/ true");
    g_assert_cmpstr(pages.first.unit, ==, "pages");
    g_assert_cmpint(pages.first.done, ==, 4);
    g_assert_cmpint(pages.last.done, ==, pages.last.total);
}

static void
refuse(const char *step, const char *text)
{
    g_autofree char *db = fixture_database();
    fixture_sql(db, "CREATE TABLE t (id int PRIMARY KEY, n int)");
    g_autoptr(Revision) revision = fixture_revision("aa11", LIST(step), NULL);
    GError *error = NULL;
    g_assert_false(fixture_up(db, (Revision *const[]){revision, NULL}, &FIXTURE_OPTIONS, &error));
    g_assert_nonnull(strstr(error->message, text));
    g_error_free(error);
}

static void
test_mistakes(void)
{
    refuse("backfill t: UPDATE t SET n = 1", "needs \"/*range*/ true\"");
    refuse("backfill t: UPDATE t SET n = 1 WHERE '/*range*/ true' = ''", "needs \"/*range*/ true\"");
    refuse("backfill t by nothing: UPDATE t SET n = 1 WHERE /*range*/ true", "no column");
    refuse("backfill nowhere: UPDATE t SET n = 1 WHERE /*range*/ true", "\"nowhere\" does not exist");
}

static void
test_fill(void)
{
    g_autofree char *filled = range_fill("UPDATE t SET a = '/*range*/ true' WHERE /*range*/ TRUE AND b", "x > 1");
    g_assert_cmpstr(filled, ==, "UPDATE t SET a = '/*range*/ true' WHERE (x > 1) AND b");
}

static void
add_tests(void)
{
    g_test_add_func("/range/keys", test_keys);
    g_test_add_func("/range/nullable-and-ties", test_nullable_and_ties);
    g_test_add_func("/range/pages", test_pages);
    g_test_add_func("/range/partitioned", test_partitioned);
    g_test_add_func("/range/progress", test_progress);
    g_test_add_func("/range/mistakes", test_mistakes);
    g_test_add_func("/range/fill", test_fill);
}

int
main(int argc, char **argv)
{
    return fixture_main(argc, argv, add_tests);
}
