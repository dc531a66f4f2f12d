/* Steps of a tenant's revision with a schema's name in them; what servers make of it is tests/cli/tenants.sh. */
#include "run/tenant.h"

#include <string.h>

static Revision *
parse(const char *sql)
{
    g_autoptr(Problems) problems = problems_new();
    g_autofree char *text =
        g_strdup_printf("-- pleat: revision a100 expand\n-- pleat: tenant\n\\set ON_ERROR_STOP on\n%s\n", sql);
    Revision *revision = revision_parse("x.sql", text, problems);
    g_autofree char *said = problems_format(problems);
    g_assert_cmpstr(said, ==, "");
    g_assert_true(revision->tenant);
    return revision;
}

static Step *const *
fill(Arena *arena, Revision *revision, const char *schema, GError **error)
{
    RunOptions options = RUN_OPTIONS_INIT;
    options.tenant = schema != NULL;
    options.schema = schema;
    Step *const *steps = NULL;
    bool good = tenant_steps(arena, revision, false, &options, &steps, error);
    g_assert_true(good == (steps != NULL));
    return steps;
}

static void
assert_filled(const char *sql, const char *schema, const char *expected)
{
    g_autoptr(Arena) arena = arena_new();
    g_autofree char *statement = g_strconcat(sql, ";", NULL);
    g_autoptr(Revision) revision = parse(statement);
    GError *error = NULL;
    Step *const *steps = fill(arena, revision, schema, &error);
    g_assert_no_error(error);
    g_assert_cmpstr(steps[0]->statements[0], ==, expected);
    g_assert_cmpstr(revision->upgrade[0]->statements[0], ==, sql);
}

static void
names(void)
{
    assert_filled("DROP TABLE {schema}.t, {schema}.u", "acme", "DROP TABLE acme.t, acme.u");
    assert_filled("DROP TABLE {schema}.t", "A \"b\"", "DROP TABLE \"A \"\"b\"\"\".t");
    assert_filled("DROP TABLE {schema}.t", "table", "DROP TABLE \"table\".t");
    assert_filled("DROP INDEX {schema}.\"i {schema}\"", "A\"b", "DROP INDEX \"A\"\"b\".\"i A\"\"b\"");
    assert_filled("DROP TABLE U&\"{schema}\"", "a\\b", "DROP TABLE U&\"a\\\\b\"");
    assert_filled("SELECT /* {schema} */ 1 -- {schema}\n+ 1", "acme", "SELECT /* {schema} */ 1 -- {schema}\n+ 1");
    assert_filled("SELECT {schema}.f({schema}.g())", "{schema}", "SELECT \"{schema}\".f(\"{schema}\".g())");
}

static void
texts(void)
{
    assert_filled("SELECT '{schema}.t'::regclass", "acme", "SELECT 'acme.t'::regclass");
    assert_filled("SELECT '{schema}.t'", "it's", "SELECT '\"it''s\".t'");
    assert_filled("SELECT '{schema}.t'", "a\\b", "SELECT '\"a\\b\".t'");
    assert_filled("SELECT E'{schema}.t'", "a\\b'", "SELECT E'\"a\\\\b''\".t'");
    assert_filled("DO $$ BEGIN PERFORM {schema}.f('{schema}'); END $$", "it's",
                  "DO $$ BEGIN PERFORM \"it's\".f('\"it''s\"'); END $$");
    assert_filled("DO $a$ x = $b$ '{schema}' $b$ -- {schema} $a$", "o'x",
                  "DO $a$ x = $b$ '\"o''x\"' $b$ -- {schema} $a$");
    assert_filled("DO $$ it's {schema} $$", "acme", "DO $$ it's acme $$"); /* a body whose quotes are none */
}

static void
refused(void)
{
    static const struct {
        const char *sql, *schema, *expected;
    } CASES[] = {
        {"DO $$ {schema} $$;", "a$$b", "the name of schema \"a$$b\" holds $$, the quote of a body that names it"},
        {"DROP TABLE {schema}.t;", NULL, "{schema} is the schema of a tenant, and this is a revision of the database"},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(CASES); i++) {
        g_autoptr(Arena) arena = arena_new();
        g_autoptr(Revision) revision = parse(CASES[i].sql);
        g_autoptr(GError) error = NULL;
        g_assert_null(fill(arena, revision, CASES[i].schema, &error));
        g_assert_error(error, PLEAT_ERROR, PLEAT_ERROR_INPUT);
        g_assert_true(g_str_has_prefix(error->message, CASES[i].expected));
    }
}

static void
not_a_tenant(void)
{
    g_autoptr(Arena) arena = arena_new();
    g_autoptr(Revision) revision = parse("SELECT format('{schema}', $${schema}$$, \"{schema}\");");
    Step *const *steps = fill(arena, revision, NULL, NULL);
    g_assert_cmpstr(steps[0]->statements[0], ==, revision->upgrade[0]->statements[0]);
}

static void
directives(void)
{
    g_autoptr(Arena) arena = arena_new();
    g_autoptr(Revision) revision = parse("-- pleat: backfill {schema}.t by id\n"
                                         "UPDATE {schema}.t SET a = 1 WHERE /*range*/ true;\n"
                                         "-- pleat: each partition of {schema}.p\nANALYZE {partition};\n"
                                         "-- pleat: done_if SELECT '{schema}.i'::regclass IS NOT NULL\n"
                                         "-- pleat: command [\"sh\", \"{schema}\"]\n");
    Step *const *steps = fill(arena, revision, "A b", NULL);
    g_assert_cmpstr(steps[0]->subject, ==, "\"A b\".t");
    g_assert_cmpstr(steps[0]->key, ==, "id");
    g_assert_cmpstr(steps[0]->statements[0], ==, "UPDATE \"A b\".t SET a = 1 WHERE /*range*/ true");
    g_assert_cmpstr(steps[1]->subject, ==, "\"A b\".p");
    g_assert_cmpstr(steps[1]->statements[0], ==, "ANALYZE {partition}");
    g_assert_cmpstr(steps[2]->done_if, ==, "SELECT '\"A b\".i'::regclass IS NOT NULL");
    g_assert_cmpstr(steps[2]->statements[1], ==, "A b");
    g_assert_null(steps[3]);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/names", names);
    g_test_add_func("/texts", texts);
    g_test_add_func("/refused", refused);
    g_test_add_func("/not-a-tenant", not_a_tenant);
    g_test_add_func("/directives", directives);
    return g_test_run();
}
