/* Two texts side by side. */
#include "report/sides.h"

/* "1 a{b}|1 a{c}" a line: numbers, words that differ in braces, "-" where a side has no line. g_free. */
static char *
spelled(const char *left, const char *right)
{
    g_autoptr(GArray) pairs = sides_compare(left, right);
    GString *out = g_string_new(NULL);
    for (guint i = 0; i < pairs->len; i++) {
        const SidePair *pair = &g_array_index(pairs, SidePair, i);
        const Side *const sides[] = {&pair->left, &pair->right};
        for (size_t k = 0; k < 2; k++) {
            g_string_append(out, k == 1 ? "|" : "");
            g_string_append_printf(out, sides[k]->segments == NULL ? "-" : "%d ", sides[k]->number);
            for (guint n = 0; sides[k]->segments != NULL && n < sides[k]->segments->len; n++) {
                const Segment *segment = sides[k]->segments->pdata[n];
                g_string_append_printf(out, segment->differs ? "{%s}" : "%s", segment->text);
            }
        }
        g_string_append(out, pair->is_near ? "\n" : " far\n");
    }
    return g_string_free(out, FALSE);
}

static void
expect(const char *left, const char *right, const char *expected)
{
    g_autofree char *text = spelled(left, right);
    g_assert_cmpstr(text, ==, expected);
}

static void
test_words(void)
{
    expect("select a_b, c", "select a_x, c", "1 select {a_b}, c|1 select {a_x}, c\n");
    expect("  x := 1;", "    x := 1;", "1 {  }x := 1;|1 {    }x := 1;\n");
    expect("größer", "kleiner", "1 {größer}|1 {kleiner}\n");
    expect("", "", "");
    expect("", "a", "-|1 a\n");
}

static void
test_lines(void)
{
    expect("a\nb\nc", "a\nc", "1 a|1 a\n2 b|-\n3 c|2 c\n");
    expect("a\nc", "a\nb\nc", "1 a|1 a\n-|2 b\n2 c|3 c\n");
    expect("a\nx 1\nb", "a\nx 2\ny\nb", "1 a|1 a\n2 x {1}|2 x {2}\n-|3 y\n3 b|4 b\n");
    expect("1\n2\n3\n4\nx", "1\n2\n3\n4\ny", "1 1|1 1 far\n2 2|2 2\n3 3|3 3\n4 4|4 4\n5 {x}|5 {y}\n");
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/report/sides/words", test_words);
    g_test_add_func("/report/sides/lines", test_lines);
    return g_test_run();
}
