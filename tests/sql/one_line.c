#include "sql/one_line.h"

static void
test_inverse(void)
{
    static const char *const CASES[][2] = {
        {"backfill public.t by id", "backfill public.t by id"},
        {"public.\"a\nb\" by \"c\"\"\\\r\"", "public.U&\"a\\000Ab\" by U&\"c\"\"\\\\\\000D\""},
        {"\"a\\b\"", "\"a\\b\""},
        {"\"\xC3\xA9\n\"", "U&\"\xC3\xA9\\000A\""},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(CASES); i++) {
        g_autofree char *line = one_line_format(CASES[i][0]);
        g_assert_cmpstr(line, ==, CASES[i][1]);
        g_autofree char *back = one_line_parse(line);
        g_assert_cmpstr(back, ==, CASES[i][0]);
    }
}

static void
test_others(void)
{
    g_autofree char *blank = one_line_format("a\n  b");
    g_assert_cmpstr(blank, ==, "a b");
    g_autofree char *wide = one_line_parse("u&\"\\+01F600\\0022\\zz\\\"");
    g_assert_cmpstr(wide, ==, "\"\xF0\x9F\x98\x80\"\"\\zz\\\"");
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/one-line/inverse", test_inverse);
    g_test_add_func("/one-line/others", test_others);
    return g_test_run();
}
