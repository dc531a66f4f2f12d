#include "sql/split.h"

static void
assert_statements(const char *text, const char *const *expected)
{
    g_autoptr(GArray) statements = split_statements(text);
    guint i = 0;
    for (; expected[i] != NULL; i++) {
        g_assert_cmpuint(i, <, statements->len);
        const Statement *statement = &g_array_index(statements, Statement, i);
        g_autofree char *sql = g_strndup(text + statement->start, statement->length);
        g_assert_cmpstr(sql, ==, expected[i]);
    }
    g_assert_cmpuint(i, ==, statements->len);
}

static void
test_semicolons_inside(void)
{
    assert_statements("-- one; two\nselect ';' || $a$;$a$ || \";\" /* ; /* ; */ ; */; ;\n select (1;2) ; x",
                      (const char *const[]){"select ';' || $a$;$a$ || \";\"", "select (1;2)", "x", NULL});
}

static void
test_begin_atomic(void)
{
    assert_statements("create function f() returns int begin atomic select case when 1=1 then 1 end; select 2; end; x;"
                      "begin; atomic; end;",
                      (const char *const[]){"create function f() returns int begin atomic select case when 1=1 then 1 "
                                            "end; select 2; end",
                                            "x", "begin", "atomic", "end", NULL});
}

static void
assert_fault(const char *text, const char *expected)
{
    size_t offset;
    g_assert_cmpstr(split_fragment_fault(text, &offset), ==, expected);
}

static void
test_fragment_faults(void)
{
    assert_fault("numeric(10, 2)[] default '{}'", NULL);
    assert_fault("int -- x\n", NULL);
    assert_fault("int -- x", "a comment that would hide what follows");
    assert_fault("int); drop", "a \")\" that closes nothing");
    assert_fault("int; drop", "a semicolon");
    assert_fault("(a[1)", "a \")\" that closes nothing");
    assert_fault("(a", "a \"(\" that is never closed");
    assert_fault("'a", "a quote that never ends");
    assert_fault("/* a", "a comment that never ends");
}

static void
test_lists(void)
{
    g_autoptr(Arena) arena = arena_new();
    char **items = split_list(arena, " a, numeric(1,2) , 'x,y',\"z,\" ");
    const char *const expected[] = {"a", "numeric(1,2)", "'x,y'", "\"z,\"", NULL};
    g_assert_cmpstrv((const char *const *)items, expected);
    g_assert_null(split_list(arena, " ")[0]);
    g_assert_cmpstr(strip_parentheses(arena, "((a) + (b))"), ==, "(a) + (b)");
    g_assert_cmpstr(strip_parentheses(arena, "(a) + (b)"), ==, "(a) + (b)");
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/split/semicolons-inside", test_semicolons_inside);
    g_test_add_func("/split/begin-atomic", test_begin_atomic);
    g_test_add_func("/split/fragment-faults", test_fragment_faults);
    g_test_add_func("/split/lists", test_lists);
    return g_test_run();
}
