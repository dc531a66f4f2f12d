/* A filter never denies a word that is there, and mostly denies one that is not. */
#include "history/words.h"

#include <string.h>

static void
test_words_that_are_there(void)
{
    g_autoptr(Arena) arena = arena_new();
    const char *text = "create function Shop.total_2(a int) -- «Größe», étotal\nas 'x'";
    WordFilter filter = words_of(arena, text, strlen(text));
    const char *there[] = {"shop", "SHOP", "total_2", "Total_2", "a", "x", "total", "gr", "function"};
    for (size_t i = 0; i < G_N_ELEMENTS(there); i++)
        g_assert_true(words_may_hold(filter, there[i]));
}

static void
test_words_that_are_not(void)
{
    g_autoptr(Arena) arena = arena_new();
    guint wrong = 0, denied = 0;
    for (guint size = 0; size < 4000; size += 50) {
        g_autoptr(GString) text = g_string_new(NULL);
        for (guint i = 0; i < size; i++)
            g_string_append_printf(text, "w%u(w%u) := w%u;\n", i, i, i / 2);
        WordFilter filter = words_of(arena, text->str, text->len);
        g_assert_cmpuint(filter.n, <=, 128);
        for (guint i = 0; i < size; i++) {
            g_autofree char *word = g_strdup_printf("w%u", i);
            denied += !words_may_hold(filter, word);
        }
        for (guint i = 0; size <= 1000 && i < 100; i++) {
            g_autofree char *word = g_strdup_printf("not%u", i);
            wrong += words_may_hold(filter, word);
        }
    }
    g_assert_cmpuint(denied, ==, 0);
    g_assert_cmpuint(wrong, <, 2000 / 5);
}

static void
test_any(void)
{
    g_autoptr(Arena) arena = arena_new();
    g_assert_true(words_may_hold(words_any(arena), "whatever"));
}

static void
test_plain(void)
{
    g_assert_true(word_is_plain("total_2"));
    g_assert_false(word_is_plain(""));
    g_assert_false(word_is_plain("größe"));
    g_assert_false(word_is_plain("a b"));
    g_assert_false(word_is_plain("a-b"));
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/words/that-are-there", test_words_that_are_there);
    g_test_add_func("/words/that-are-not", test_words_that_are_not);
    g_test_add_func("/words/any", test_any);
    g_test_add_func("/words/plain", test_plain);
    return g_test_run();
}
