/* A word is found as a whole, whatever its case and what stands beside it. */
#include "base/word.h"

#include <glib.h>

static void
test_plain(void)
{
    g_assert_true(word_is_plain("total_2"));
    g_assert_false(word_is_plain(""));
    g_assert_false(word_is_plain("a b"));
    g_assert_false(word_is_plain("größe"));
}

static void
test_whole_words(void)
{
    g_assert_true(word_stands_in("f10(f1)", "f1"));
    g_assert_true(word_stands_in("F1", "f1"));
    g_assert_true(word_stands_in("app.f1", "f1"));
    g_assert_true(word_stands_in("\"f1\"", "F1"));
    g_assert_true(word_stands_in("af1 f1a f1", "f1"));
    g_assert_false(word_stands_in("f10 af1 f1_ _f1", "f1"));
    g_assert_false(word_stands_in("", "f1"));
}

static void
test_others(void)
{
    g_assert_true(word_stands_in("eine größe", "größe"));
    g_assert_true(word_stands_in("xa by", "a b"));
    g_assert_false(word_stands_in("a  b", "a b"));
    g_assert_true(word_stands_in("anything", ""));
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/word/plain", test_plain);
    g_test_add_func("/word/whole", test_whole_words);
    g_test_add_func("/word/others", test_others);
    return g_test_run();
}
