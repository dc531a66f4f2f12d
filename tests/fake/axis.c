#include "fake/axis.h"

static void
test_inverse(void)
{
    static const struct {
        Axis axis;
        const char *text;
    } CASES[] = {
        {{.kind = AXIS_INTEGER}, "-42"},
        {{.kind = AXIS_DECIMAL, .scale = 2}, "-0.05"},
        {{.kind = AXIS_DECIMAL, .scale = 3}, "12.340"},
        {{.kind = AXIS_DATE}, "2024-02-29"},
        {{.kind = AXIS_DATE}, "1899-12-31"},
        {{.kind = AXIS_TIMESTAMP}, "1969-12-31 23:59:59.000001"},
        {{.kind = AXIS_TIMESTAMP, .zone = true}, "2024-02-29 12:00:00+00"},
        {{.kind = AXIS_TIME}, "23:59:59"},
        {{.kind = AXIS_INTERVAL}, "04:05:06"},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(CASES); i++) {
        gint64 ticks;
        g_autoptr(GString) out = g_string_new(NULL);
        g_assert_true(axis_parse(&CASES[i].axis, CASES[i].text, &ticks));
        axis_format(&CASES[i].axis, ticks, out);
        g_assert_cmpstr(out->str, ==, CASES[i].text);
    }
}

static void
test_converted(void)
{
    const Axis whole = {.kind = AXIS_INTEGER}, cents = {.kind = AXIS_DECIMAL, .scale = 2};
    const Axis date = {.kind = AXIS_DATE}, moment = {.kind = AXIS_TIMESTAMP}, none = {.kind = AXIS_NONE};
    gint64 ticks;
    g_assert_true(axis_convert(&cents, -150, &whole, &ticks));
    g_assert_cmpint(ticks, ==, -2);
    g_assert_true(axis_convert(&whole, 3, &cents, &ticks));
    g_assert_cmpint(ticks, ==, 300);
    g_assert_true(axis_convert(&date, 2, &moment, &ticks));
    g_assert_cmpint(ticks, ==, 2 * TICKS_A_DAY);
    g_assert_false(axis_convert(&date, 2, &whole, &ticks));
    g_assert_false(axis_convert(&none, 2, &none, &ticks));
}

static void
test_refused(void)
{
    const Axis cents = {.kind = AXIS_DECIMAL, .scale = 2}, date = {.kind = AXIS_DATE};
    gint64 ticks;
    g_assert_false(axis_parse(&cents, "1e5", &ticks));
    g_assert_false(axis_parse(&cents, "12345678901234567890", &ticks));
    g_assert_false(axis_parse(&cents, "", &ticks));
    g_assert_false(axis_parse(&date, "0044-03-15 BC", &ticks));
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/axis/inverse", test_inverse);
    g_test_add_func("/axis/converted", test_converted);
    g_test_add_func("/axis/refused", test_refused);
    return g_test_run();
}
