#include "sql/reach.h"

static void
test_statements(void)
{
    static const struct {
        const char *sql;
        bool reaches;
    } CASES[] = {
        {"create subscription s connection 'host=a' publication p", true},
        {"CREATE SUBSCRIPTION s CONNECTION 'host=a connect = false' PUBLICATION p WITH (enabled = false)", true},
        {"create subscription s connection '' publication p with (connect = true)", true},
        {"create subscription s connection '' publication p with (slot_name = x, connect=false)", false},
        {"/* x */ create -- y\n subscription s connection '' publication p with (connect = 'off')", false},
        {"alter subscription s enable", true},
        {"alter subscription s disable", false},
        {"alter subscription s refresh publication", true},
        {"alter subscription s set publication a, b", true},
        {"alter subscription s add publication a with (refresh = false)", false},
        {"alter subscription s set (failover = true)", true},
        {"alter subscription s set (binary = true)", false},
        {"alter subscription s connection 'host=a'", false},
        {"alter subscription s rename to enable", false},
        {"comment on subscription s is 'refresh'", false},
        {"create table subscription (a int)", false},
        {"drop subscription if exists s", true},
        {"drop subscription \"S\"", true},
        {"alter subscription \"S\" set (slot_name = none)", false},
        {"drop subscription if exists \"S\"", false},
        {"drop subscription s", true},
    };
    g_autoptr(GHashTable) let_go = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    for (size_t i = 0; i < G_N_ELEMENTS(CASES); i++)
        if (statement_reaches_out(CASES[i].sql, let_go) != CASES[i].reaches)
            g_error("wrong about: %s", CASES[i].sql);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/reach/statements", test_statements);
    return g_test_run();
}
