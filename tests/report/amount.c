/* Amounts in three digits. */
#include "report/amount.h"

static void
test_count(void)
{
    static const struct {
        gint64 count;
        const char *text;
    } COUNTS[] = {
        {0, "0"},          {7, "7"},         {999, "999"},         {9876, "9880"},     {9995, "10 k"},
        {12345, "12.3 k"}, {99950, "100 k"}, {412000000, "412 M"}, {999960000, "1 G"}, {1230000000, "1.23 G"}};
    for (size_t i = 0; i < G_N_ELEMENTS(COUNTS); i++) {
        g_autofree char *text = amount_count(COUNTS[i].count);
        g_assert_cmpstr(text, ==, COUNTS[i].text);
    }
}

static void
test_bytes(void)
{
    static const struct {
        gint64 bytes;
        const char *text;
    } BYTES[] = {
        {0, "0 bytes"}, {8192, "8 kB"}, {3306291, "3.15 MB"}, {103079215104, "96 GB"}, {1099511627775, "1 TB"}};
    for (size_t i = 0; i < G_N_ELEMENTS(BYTES); i++) {
        g_autofree char *text = amount_bytes(BYTES[i].bytes);
        g_assert_cmpstr(text, ==, BYTES[i].text);
    }
}

static void
test_parse(void)
{
    g_assert_cmpint(amount_parse("0"), ==, 0);
    g_assert_cmpint(amount_parse("412 M"), ==, 412000000);
    g_assert_cmpint(amount_parse("8 kB"), ==, 8192);
    g_assert_cmpint(amount_parse("1.5 k"), ==, 1500);
    g_assert_cmpint(amount_parse("12 bytes"), ==, 12);
    static const char *const NONE[] = {"", "many", "-3", "3 X", "12 kb", "99999999 P"};
    for (size_t i = 0; i < G_N_ELEMENTS(NONE); i++)
        g_assert_cmpint(amount_parse(NONE[i]), ==, -1);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/amount/count", test_count);
    g_test_add_func("/amount/bytes", test_bytes);
    g_test_add_func("/amount/parse", test_parse);
    return g_test_run();
}
