/* The lines "drops" of a header: read as they are written. */
#include "revision/drops.h"

static GArray *
read_lines(Arena *arena, const char *const *lines)
{
    Revision revision = {.drops = (const char **)(guintptr)lines};
    return drops_read(&revision, arena);
}

static void
test_names(void)
{
    static const char *const LINES[] = {"column public.customer.born",
                                        "column \"Odd.one\".\"a \"\"b\".c deprecated 2026-01-05",
                                        "table shop.sale",
                                        "function public.label(integer, text)",
                                        "table public.crash kept as pleat_quarantine.crash deprecated 2026-01-05",
                                        "column public.t.pleat_quarantine_a",
                                        NULL};
    g_autoptr(Arena) arena = arena_new();
    g_autoptr(GArray) drops = read_lines(arena, LINES);
    g_assert_cmpuint(drops->len, ==, 6);
    const Drop *born = &g_array_index(drops, Drop, 0), *odd = born + 1, *sale = born + 2, *label = born + 3;
    g_assert_cmpstr(born->name, ==, "born");
    g_assert_cmpstr(born->table, ==, "customer");
    g_assert_cmpstr(born->root, ==, "public.customer");
    g_assert_null(born->deprecated);
    g_assert_cmpint(drop_deprecated_days(born), <, 0);
    g_assert_cmpstr(odd->table, ==, "a \"b");
    g_assert_cmpstr(odd->root, ==, "\"Odd.one\".\"a \"\"b\"");
    g_assert_cmpstr(odd->address, ==, "\"Odd.one\".\"a \"\"b\".c");
    g_assert_cmpstr(odd->deprecated, ==, "2026-01-05");
    g_assert_cmpint(drop_deprecated_days(odd), >=, 0);
    g_assert_cmpstr(sale->name, ==, "sale");
    g_assert_null(sale->table);
    g_assert_cmpstr(label->name, ==, "label");
    g_assert_cmpstr(label->root, ==, "public.label(integer, text)");
    const Drop *crash = born + 4, *kept = born + 5;
    g_assert_cmpstr(crash->address, ==, "public.crash");
    g_assert_cmpstr(crash->kept_as, ==, "pleat_quarantine.crash");
    g_assert_cmpstr(crash->deprecated, ==, "2026-01-05");
    g_assert_false(drop_asks_for_quarantine(crash));
    g_assert_true(drop_asks_for_quarantine(born) && !drop_ends_quarantine(born));
    g_assert_true(drop_asks_for_quarantine(kept) && drop_ends_quarantine(kept));
    g_assert_false(drop_asks_for_quarantine(label));
}

/* Of a newer pleat, or by hand. */
static void
test_what_is_not_known_is_passed_over(void)
{
    static const char *const LINES[] = {"wormhole public.a", "column", "column a", "table shop.sale", NULL};
    g_autoptr(Arena) arena = arena_new();
    g_autoptr(GArray) drops = read_lines(arena, LINES);
    g_assert_cmpuint(drops->len, ==, 1);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/drops/names", test_names);
    g_test_add_func("/drops/unknown", test_what_is_not_known_is_passed_over);
    return g_test_run();
}
