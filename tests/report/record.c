#include "report/record.h"

#include "report/failure.h"
#include <string.h>

static void
check_line(Record *record, const char *expected)
{
    g_autofree char *line = record_line(record);
    g_assert_cmpstr(line, ==, expected);
    record_free(record);
}

static void
test_fields(void)
{
    static const char *const texts[] = {"a", "b\"", NULL};
    Record *record = record_new();
    record_text(record, "text", "é\n\t\\\"\x01");
    record_text(record, "nothing", NULL);
    record_text(record, "latin", "caf\xe9");
    record_texts(record, "texts", texts);
    record_texts(record, "none", NULL);
    record_integer(record, "integer", G_MAXINT64);
    record_seconds(record, "seconds", 0.4567);
    record_flag(record, "flag", true);
    record_null(record, "null");
    check_line(record, "{\"text\":\"é\\n\\t\\\\\\\"\\u0001\",\"nothing\":null,\"latin\":\"caf\xef\xbf\xbd\","
                       "\"texts\":[\"a\",\"b\\\"\"],\"none\":[],\"integer\":9223372036854775807,"
                       "\"seconds\":0.45703125,\"flag\":true,\"null\":null}\n");
}

static void
test_nesting(void)
{
    Record *record = record_new();
    record_open_list(record, "list");
    record_open(record, NULL);
    record_value(record, "value", "{\"a\": [1, null]}");
    record_value(record, "broken", "{");
    record_close(record);
    record_integer(record, NULL, 7);
    record_close(record);
    record_open(record, "object");
    record_close(record);
    check_line(record, "{\"list\":[{\"value\":{\"a\":[1,null]},\"broken\":null},7],\"object\":{}}\n");
}

static void
check_failure(PleatFault fault, const char *message, const char *expected)
{
    Record *record = record_new();
    failure_write(record, fault, message);
    check_line(record, expected);
}

static void
test_failures(void)
{
    check_failure(PLEAT_FAULT_SERVER,
                  "revision a1, step 2: no \"t\" (SQLSTATE 42P01)\ndetail: two\nlines\ncontext: in f\n"
                  "statement: SELECT 1\nplace: a:b/1.sql:12\nhint: look: there",
                  "{\"fault\":\"server\",\"message\":\"revision a1, step 2: no \\\"t\\\" (SQLSTATE 42P01)\","
                  "\"sqlstate\":\"42P01\",\"detail\":\"two\\nlines\",\"context\":\"in f\",\"hint\":\"look: there\","
                  "\"file\":\"a:b/1.sql\",\"line\":12}\n");
    check_failure(PLEAT_FAULT_INPUT, "a.yaml:1:2: error: x\nb.yaml:3:4: error: y",
                  "{\"fault\":\"input\",\"message\":\"a.yaml:1:2: error: x\\nb.yaml:3:4: error: y\",\"sqlstate\":null,"
                  "\"detail\":null,\"context\":null,\"hint\":null,\"file\":null,\"line\":null}\n");
    check_failure(PLEAT_FAULT_INTERRUPTED, "interrupted",
                  "{\"fault\":\"interrupted\",\"message\":\"interrupted\",\"sqlstate\":null,\"detail\":null,"
                  "\"context\":null,\"hint\":null,\"file\":null,\"line\":null}\n");
}

static void
test_sqlstate(void)
{
    g_autofree char *none = failure_sqlstate("(SQLSTATE 1)\nb (SQLSTATE 42P01)"),
                    *one = failure_sqlstate("a (SQLSTATE 55P03)");
    g_assert_null(none);
    g_assert_cmpstr(one, ==, "55P03");
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/record/fields", test_fields);
    g_test_add_func("/record/nesting", test_nesting);
    g_test_add_func("/record/failures", test_failures);
    g_test_add_func("/record/sqlstate", test_sqlstate);
    return g_test_run();
}
