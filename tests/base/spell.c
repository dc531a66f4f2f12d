/* Characters that a terminal would obey. */
#include "base/spell.h"

static void
expect(const char *text, const char *keep, const char *expected)
{
    g_autofree char *spelled = spell_controls(text, keep);
    g_assert_cmpstr(spelled, ==, expected);
}

static void
test_control_characters(void)
{
    expect("a\nb\r", "", "a\\nb\\r");
    expect("\033[2K\a", "", "\\e[2K\\x07");
    expect("\xc2\x9b", "", "\\x9b");
    expect("a\tb größe 日本", "\t", "a\tb größe 日本");
}

static void
test_what_is_kept(void)
{
    expect("a\tb\n\r", "\n\t", "a\tb\n\\r");
    expect("\xc2\x8a", "\n", "\\x8a"); /* not the line end whose last seven bits it has */
}

static void
test_order_of_reading(void)
{
    expect("x\xe2\x80\xaey", "", "x\\u202ey");
    expect("x\xe2\x80\xa8y", "\n", "x\\u2028y");
}

static void
test_what_is_no_text(void)
{
    expect("\xff", "", "\\xff");
}

static void
test_colors(void)
{
    static const char *const PAIRS[][2] = {
        {"\033[31mred\033[0m\n", "\033[31mred\033[0m\n"},
        {"\033[1;31mx\033]0;title\a", "\033[1;31mx\\e]0;title\\x07"},
        {"\033[2Kx\033", "\\e[2Kx\\e"},
        {"", ""},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(PAIRS); i++) {
        g_autofree char *spelled = spell_for_terminal(PAIRS[i][0]);
        g_assert_cmpstr(spelled, ==, PAIRS[i][1]);
    }
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/base/spell/control-characters", test_control_characters);
    g_test_add_func("/base/spell/what-is-kept", test_what_is_kept);
    g_test_add_func("/base/spell/order-of-reading", test_order_of_reading);
    g_test_add_func("/base/spell/what-is-no-text", test_what_is_no_text);
    g_test_add_func("/base/spell/colors", test_colors);
    return g_test_run();
}
