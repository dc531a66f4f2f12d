#include "fake/expression.h"

/* The tree in a line: kinds by their letters, names as they are. */
static void
append(GString *out, const Expression *node)
{
    static const char *const KINDS[] = {"and", "or",   "not",  "",     "null", "true", "any",
                                        "all", "case", "call", "cast", "",     "?"};
    if (node->kind == EXPRESSION_NAME) {
        g_string_append(out, node->name);
        return;
    }
    g_string_append(out, KINDS[node->kind]);
    if (node->kind == EXPRESSION_OTHER)
        return;
    g_string_append_printf(out, "%s(", node->name != NULL ? node->name : "");
    for (size_t i = 0; i < 2 && node->children[i] != NULL; i++) {
        g_string_append(out, i > 0 ? "," : "");
        append(out, node->children[i]);
    }
    for (size_t i = 0; i < node->n_more; i++) {
        g_string_append(out, i > 0 ? "," : "");
        append(out, node->more[i]);
    }
    g_string_append_c(out, ')');
}

static void
test_trees(void)
{
    static const char *const CASES[][2] = {
        {"((a >= 1) AND (a < '2020-01-01 00:00:00+00'::timestamp with time zone))", "and(>=(a,?),<(a,cast(?)))"},
        {"((status)::text = ANY ((ARRAY['a'::character varying, 'b'::character varying])::text[]))",
         "any=(cast(status),cast(?))"},
        {"((\"A b\" IS NULL) OR (NOT (x IS NOT NULL)))", "or(null(A b),not(not(null(x))))"},
        {"(length(btrim(name)) > 0)", ">(calllength(callbtrim(name)),?)"},
        {"CASE kind WHEN 'a'::text THEN (low > 10) ELSE ok END", "case(=(kind,cast(?)),>(low,?),ok)"},
        {"(EXTRACT(day FROM d) = (1)::numeric)", "=(?,cast(?))"},
        {"((a + b) = 100)", "=(?,?)"},
        {"(VALUE ~ '^x'::text)", "~(value,cast(?))"},
        {"(a IS DISTINCT FROM b)", "?"},
        {"((fact IS TRUE) AND fact)", "and(true(fact),fact)"},
        {"(a > 1", "?"},
    };
    g_autoptr(Arena) arena = arena_new();
    for (size_t i = 0; i < G_N_ELEMENTS(CASES); i++) {
        g_autoptr(GString) out = g_string_new(NULL);
        append(out, expression_parse(arena, CASES[i][0]));
        g_assert_cmpstr(out->str, ==, CASES[i][1]);
    }
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/expression/trees", test_trees);
    return g_test_run();
}
