/* Statements of applications: what is read of a file under compat/. */
#include "sql/corpus.h"

typedef struct {
    GPtrArray *corpus;
    Problems *problems;
} Read;

static Read
parse(const char *text)
{
    Read read = {corpus_new(), problems_new()};
    corpus_parse(read.corpus, "compat/a.sql", text, read.problems);
    return read;
}

static void
done(Read *read)
{
    g_ptr_array_unref(read->corpus);
    problems_free(read->problems);
}

static const CorpusStatement *
statement(const Read *read, guint i)
{
    g_assert_cmpuint(i, <, read->corpus->len);
    return read->corpus->pdata[i];
}

static void
test_comments_belong_to_what_follows(void)
{
    Read read =
        parse("-- about the file\n\n-- name: first one\n-- pleat: old\nSELECT ';' -- name: no\n  FROM t;\n"
              "-- pleat: allow expand it is going\n--pleat: allow contract so is this\n(select 2);\nVALUES (3)");
    g_assert_cmpuint(problems_count(read.problems), ==, 0);
    g_assert_cmpuint(read.corpus->len, ==, 3);
    g_assert_cmpstr(statement(&read, 0)->name, ==, "first one");
    g_assert_cmpint(statement(&read, 0)->line, ==, 5);
    g_assert_true(statement(&read, 0)->old);
    g_assert_cmpuint(statement(&read, 0)->allowed, ==, 0);
    g_assert_cmpstr(statement(&read, 1)->sql, ==, "(select 2)");
    g_assert_null(statement(&read, 1)->name);
    g_assert_false(statement(&read, 1)->old);
    g_assert_cmpuint(statement(&read, 1)->allowed, ==, CORPUS_EXPAND | CORPUS_CONTRACT);
    g_assert_cmpuint(statement(&read, 2)->allowed, ==, 0);
    g_assert_cmpint(statement(&read, 2)->line, ==, 10);
    done(&read);
}

static void
test_all_old_holds_from_there_on(void)
{
    Read read = parse("SELECT 1;\n-- pleat: all old\nSELECT 2;\nSELECT 3;");
    g_assert_false(statement(&read, 0)->old);
    g_assert_true(statement(&read, 1)->old);
    g_assert_true(statement(&read, 2)->old);
    done(&read);
}

static void
test_mistakes(void)
{
    static const char *const WRONG[] = {
        "-- pleat: new\nSELECT 1;",
        "-- pleat: allow expand\nSELECT 1;",
        "-- pleat: allow both of them\nSELECT 1;",
        "CREATE TABLE t (a int);",
        "SET search_path = a;",
    };
    for (size_t i = 0; i < G_N_ELEMENTS(WRONG); i++) {
        Read read = parse(WRONG[i]);
        g_assert_cmpuint(problems_errors(read.problems), ==, 1);
        g_assert_cmpint(problems_get(read.problems, 0)->place.line, ==, 1);
        done(&read);
    }
}

static void
test_what_is_a_query(void)
{
    g_assert_true(corpus_is_query("/* a */ with x as (select 1) delete from t"));
    g_assert_true(corpus_is_query("((SELECT 1) UNION (SELECT 2))"));
    g_assert_true(corpus_is_query("MERGE INTO t USING u ON true WHEN MATCHED THEN DELETE"));
    g_assert_true(corpus_is_query("table t"));
    g_assert_false(corpus_is_query("\"select\" 1"));
    g_assert_false(corpus_is_query("COPY t FROM STDIN"));
    g_assert_false(corpus_is_query("alter table t add a int"));
    g_assert_false(corpus_is_query(""));
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/corpus/comments", test_comments_belong_to_what_follows);
    g_test_add_func("/corpus/all_old", test_all_old_holds_from_there_on);
    g_test_add_func("/corpus/mistakes", test_mistakes);
    g_test_add_func("/corpus/queries", test_what_is_a_query);
    return g_test_run();
}
