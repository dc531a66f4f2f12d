#include "report/fold.h"

static void
expect(const char *text, int at, int columns, const char *paint, const char *expected)
{
    g_autoptr(GString) out = g_string_new(NULL);
    fold_append(out, text, at, 4, columns, paint);
    g_assert_cmpstr(out->str, ==, expected);
}

static void
test_between_words(void)
{
    expect("one two three", 0, 0, "", "one two three");
    expect("one two three", 0, 13, "", "one two three");
    expect("one two three", 0, 12, "", "one two\n    three");
    expect("one two three", 8, 12, "", "one\n    two\n    three");
    expect("", 8, 12, "", "");
}

/* What is wider than a line stands alone on one; blanks inside of a line stay. */
static void
test_long_words(void)
{
    expect("a incomprehensibilities b", 0, 12, "", "a\n    incomprehensibilities\n    b");
    expect("a  b   c", 0, 12, "", "a  b   c");
}

static void
test_widths(void)
{
    g_assert_cmpint(fold_width("größe", -1), ==, 5);
    g_assert_cmpint(fold_width("日本", -1), ==, 4);
    g_assert_cmpint(fold_width("e\xcc\x81", -1), ==, 1);
    expect("日本 日本", 0, 8, "", "日本\n    日本");
}

/* A pager ends colors with the line. */
static void
test_paint(void)
{
    expect("one two", 0, 6, "\033[31m", "one\033[0m\n    \033[31mtwo");
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/fold/between-words", test_between_words);
    g_test_add_func("/fold/long-words", test_long_words);
    g_test_add_func("/fold/widths", test_widths);
    g_test_add_func("/fold/paint", test_paint);
    return g_test_run();
}
