#include "run/fake_graph.h"
#include "run/fixture.h"

#include <string.h>

#define LIST(...) ((const char *const[]){__VA_ARGS__, NULL})

/* e1 <- e2 and, on e1 too, c1: an expand and a contract branch. */
typedef struct {
    Revision *e1, *e2, *c1;
    Graph *graph;
    char *db;
} Story;

static void
begin(Story *story)
{
    static const char *after[] = {"e1", NULL};
    story->e1 = fixture_revision("e1", LIST("sql: CREATE TABLE t1 ()"), LIST("sql: DROP TABLE t1"));
    story->e2 = fixture_revision("e2", LIST("sql: CREATE TABLE t2 ()", "sql: SELECT 1"), LIST("sql: DROP TABLE t2"));
    story->c1 = fixture_revision("c1", LIST("sql: CREATE TABLE t3 ()"), LIST("sql: DROP TABLE t3"));
    story->e2->after = story->c1->depends_on = after;
    story->c1->phase = PHASE_CONTRACT;
    story->graph = fake_graph((Revision *const[]){story->e1, story->e2, story->c1, NULL});
    story->db = fixture_database();
}

static void
end(Story *story)
{
    graph_free(story->graph);
    revision_free(story->e1);
    revision_free(story->e2);
    revision_free(story->c1);
    g_free(story->db);
}

static void
stamp(const Story *story, const char *const *targets, bool purge, const char *expected)
{
    GError *error = NULL;
    run_stamp(story->db, story->graph, targets, purge, &FIXTURE_OPTIONS, &error);
    g_assert_no_error(error);
    fixture_check(story->db, "SELECT string_agg(id, ' ' ORDER BY id) FROM pleat.version", expected);
}

static void
test_targets(void)
{
    Story story;
    begin(&story);
    stamp(&story, LIST("e2"), false, "e1 e2");
    stamp(&story, LIST("c1"), false, "c1 e1 e2"); /* another branch stays */
    stamp(&story, LIST("e1"), false, "e1");       /* what stands on it goes */
    stamp(&story, LIST("e2", "c1"), false, "c1 e1 e2");
    stamp(&story, LIST("contract@base"), false, "e1 e2");
    stamp(&story, LIST("base"), false, NULL);
    fixture_sql(story.db, "INSERT INTO pleat.version VALUES ('gone', 'expand', now(), 'x')");
    stamp(&story, LIST("e1"), false, "e1 gone");
    stamp(&story, LIST("e1"), true, "e1");
    fixture_check(story.db, "SELECT to_regclass('t1')", NULL);
    end(&story);
}

static void
test_unknown(void)
{
    Story story;
    begin(&story);
    GError *error = NULL;
    g_assert_false(run_stamp(story.db, story.graph, LIST("zz"), false, &FIXTURE_OPTIONS, &error));
    g_assert_error(error, PLEAT_ERROR, PLEAT_ERROR_INPUT);
    g_error_free(error);
    fixture_check(story.db, "SELECT count(*) FROM pg_namespace WHERE nspname = 'pleat'", "0");
    end(&story);
}

/* An edited file is taken as it is; a half-applied revision is what the user says it is. */
static void
test_settles(void)
{
    Story story;
    begin(&story);
    int count = 0;
    GError *error = NULL;
    run_upgrade(story.db, story.graph, "head", &FIXTURE_OPTIONS, &count, &error);
    g_assert_no_error(error);
    g_assert_cmpint(count, ==, 3);
    memset(story.e1->checksum, 'x', 64);
    g_assert_false(run_upgrade(story.db, story.graph, "head", &FIXTURE_OPTIONS, &count, &error));
    g_clear_error(&error);
    stamp(&story, LIST("e2", "c1"), false, "c1 e1 e2");
    run_upgrade(story.db, story.graph, "head", &FIXTURE_OPTIONS, &count, &error);
    g_assert_no_error(error);
    g_assert_cmpint(count, ==, 0);

    fixture_sql(story.db, "DELETE FROM pleat.version WHERE id = 'e2'; INSERT INTO pleat.journal (run_id, revision, "
                          "direction, step, kind, checksum, state) VALUES (1, 'e2', 'up', 1, 'statement', '', 'done')");
    g_autoptr(PGconn) connection = NULL;
    g_autofree char *unfinished = NULL;
    bool down = true;
    int done = 0;
    g_assert_true(connection_open(story.db, "test", &connection, NULL));
    g_assert_true(run_unfinished(connection, "pleat", &unfinished, &down, &done, NULL));
    g_assert_cmpstr(unfinished, ==, "e2");
    g_assert_cmpint(done, ==, 1);
    stamp(&story, LIST("e1", "c1"), false, "c1 e1");
    run_downgrade(story.db, story.graph, "base", &FIXTURE_OPTIONS, &count, &error);
    g_assert_no_error(error);
    g_assert_cmpint(count, ==, 2);
    end(&story);
}

static void
add_tests(void)
{
    g_test_add_func("/stamp/targets", test_targets);
    g_test_add_func("/stamp/unknown", test_unknown);
    g_test_add_func("/stamp/settles", test_settles);
}

int
main(int argc, char **argv)
{
    return fixture_main(argc, argv, add_tests);
}
