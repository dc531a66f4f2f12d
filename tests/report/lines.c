#include "report/lines.h"

static const char NUMBERS[] = "1\n2\n3\n4\n5\n6\n7\n8\n9\n10\n11\n12\n13\n14\n15\n16\n17\n18\n19\n20\n";

/* The text with one line in the place of another. */
static char *
with(const char *text, const char *line, const char *other)
{
    g_autofree char *from = g_strdup_printf("\n%s\n", line), *to = g_strdup_printf("\n%s\n", other);
    g_auto(GStrv) parts = g_strsplit(text, from, 2);
    return g_strjoinv(to, parts);
}

static void
expect(const char *from, const char *to, const LinesView *view, const char *expected)
{
    g_autoptr(GString) out = g_string_new(NULL);
    lines_append_diff(out, from, to, view);
    g_assert_cmpstr(out->str, ==, expected);
}

static void
test_small(void)
{
    const LinesView view = {.indent = " "};
    expect("a\nb\n", "a\nc\n", &view, "   a\n - b\n + c\n");
    expect("", "a\n\nb", &view, " + a\n +\n + b\n");
    expect("a\n", "a", &view, ""); /* a line end at the end is none */
    expect("a\n", "a\n", &view, "");
}

/* As diff -U3 prints them. */
static void
test_hunks(void)
{
    const LinesView view = {.indent = ""};
    g_autofree char *one = with(NUMBERS, "3", "x"), *two = with(one, "17", "y\nz"), *near = with(one, "9", "w");
    expect(NUMBERS, two, &view,
           "@@ -1,6 +1,6 @@\n  1\n  2\n- 3\n+ x\n  4\n  5\n  6\n"
           "@@ -14,7 +14,8 @@\n  14\n  15\n  16\n- 17\n+ y\n+ z\n  18\n  19\n  20\n");
    expect(NUMBERS, near, &view,
           "@@ -1,12 +1,12 @@\n  1\n  2\n- 3\n+ x\n  4\n  5\n  6\n  7\n  8\n- 9\n+ w\n  10\n  11\n  12\n");
}

static void
test_places(void)
{
    const LinesView view = {.indent = "", .from_line = 10, .to_line = 20};
    expect("a\nb\n", "a\nc\nd\n", &view, "@@ -10,2 +20,3 @@\n  a\n- b\n+ c\n+ d\n");
}

static void
test_counts(void)
{
    guint added, removed;
    g_autofree char *other = with(NUMBERS, "17", "y\nz");
    lines_count(NUMBERS, other, &added, &removed);
    g_assert_cmpuint(added, ==, 2);
    g_assert_cmpuint(removed, ==, 1);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/lines/small", test_small);
    g_test_add_func("/lines/hunks", test_hunks);
    g_test_add_func("/lines/places", test_places);
    g_test_add_func("/lines/counts", test_counts);
    return g_test_run();
}
