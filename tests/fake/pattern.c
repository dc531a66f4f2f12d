#include "fake/pattern.h"

/* What is made matches, and keeps to the length where it can. */
static void
test_made(void)
{
    static const char *const PATTERNS[] = {"^[A-Z]{3}-\\d{4,6}$",
                                           "^\\+?[0-9]{1,3}[- ]?[0-9]{4,10}$",
                                           "a|bc|[^a-y]",
                                           "^(ab?|c+){2,3}\\.[[:alpha:]_]*$",
                                           "^[^@]+@[^@]+\\.[a-z]{2,}$",
                                           "\\w+\\s\\W",
                                           "(?:x{2}){3}",
                                           "^\xC3\xA9?z$"};
    Random random = random_new(1, "");
    for (size_t i = 0; i < G_N_ELEMENTS(PATTERNS); i++) {
        g_autoptr(Pattern) pattern = pattern_parse(PATTERNS[i], false, false);
        g_assert_nonnull(pattern);
        for (int j = 0; j < 50; j++) {
            g_autoptr(GString) text = g_string_new(NULL);
            pattern_make(pattern, &random, 0, 30, text);
            g_assert_true(pattern_matches(pattern, text->str));
        }
    }
    g_autoptr(Pattern) wide = pattern_parse("^[a-z]+$", false, false);
    for (int j = 0; j < 50; j++) {
        g_autoptr(GString) text = g_string_new(NULL);
        pattern_make(wide, &random, 12, 14, text);
        g_assert_cmpuint(text->len, >=, 12);
        g_assert_cmpuint(text->len, <=, 14);
    }
}

static void
test_like(void)
{
    Random random = random_new(1, "");
    g_autoptr(Pattern) like = pattern_parse_like("AB\\_%.x_", false, false);
    g_autoptr(Pattern) unlike = pattern_parse_like("%@%", false, true);
    g_autoptr(GString) text = g_string_new(NULL);
    pattern_make(like, &random, 0, 20, text);
    g_assert_true(g_str_has_prefix(text->str, "AB_"));
    g_assert_true(pattern_matches(like, "AB_.xy"));
    g_assert_false(pattern_matches(like, "ABC.xy"));
    g_assert_true(pattern_is_negated(unlike));
    g_assert_false(pattern_matches(unlike, "a@b"));
    g_assert_true(pattern_matches(unlike, "ab"));
}

/* What is not understood is refused, not made wrong. */
static void
test_refused(void)
{
    static const char *const PATTERNS[] = {"(?=a)b", "(a)\\1", "[a", "(a", "a{2", "^a^b", "*a", "a\\"};
    for (size_t i = 0; i < G_N_ELEMENTS(PATTERNS); i++) {
        g_autoptr(Pattern) pattern = pattern_parse(PATTERNS[i], false, false);
        g_assert_null(pattern);
    }
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/pattern/made", test_made);
    g_test_add_func("/pattern/like", test_like);
    g_test_add_func("/pattern/refused", test_refused);
    return g_test_run();
}
