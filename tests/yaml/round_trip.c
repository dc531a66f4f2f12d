#include "yaml/fixture.h"

#include "yaml/fmt.h"
#include "yaml/write.h"
#include <string.h>

static const char CONFIG[] = "schemas: [public, 'Odd schema']\n"
                             "naming: {pk: '{table}_pkey', uq: 'uq_{table}_{columns}', ix: 'ix_{table}_{columns}', "
                             "fk: 'fk_{table}_{columns}', ck: 'ck_{table}_{columns}'}";

static Schema *
load_well(FileTree *tree, const char *config_text)
{
    g_autoptr(Problems) problems = problems_new();
    g_autoptr(Config) config = config_parse(NULL, "/", config_text, strlen(config_text), problems);
    Schema *schema = declarations_load(tree, "", config, 15, problems);
    g_autofree char *text = problems_format(problems);
    g_assert_cmpstr(text, ==, "");
    return schema;
}

/* What is written is laid out already. */
static void
assert_laid_out(const WrittenFile *file)
{
    g_autoptr(Arena) arena = arena_new();
    g_autoptr(Problems) problems = problems_new();
    if (g_str_has_suffix(file->path, ".yaml"))
        g_assert_cmpstr(fmt_layout(arena, file->path, file->text->str, file->text->len, NULL, problems), ==,
                        file->text->str);
}

static void
assert_round_trip(Schema *schema, const char *config)
{
    g_autoptr(GPtrArray) written = declarations_write(schema, NULL, "public");
    g_autofree TestFile *files = g_new0(TestFile, written->len + 1);
    for (guint i = 0; i < written->len; i++) {
        const WrittenFile *file = written->pdata[i];
        files[i] = (TestFile){file->path, file->text->str};
        assert_laid_out(file);
        if (g_getenv("SHOW") != NULL)
            g_printerr("--- %s\n%s", file->path, file->text->str);
    }
    g_autoptr(FileTree) tree = test_tree(files);
    g_autoptr(Schema) again = load_well(tree, config);
    g_autofree char *before = test_dump(schema), *after = test_dump(again);
    g_assert_cmpstr(after, ==, before);
}

static const char HOSTILE[] =
    "schemas:\n  Odd schema: {comment: \"a\\nb\"}\n"
    "extensions: {uuid-ossp: {in_schema: Odd schema}}\n"
    "types:\n"
    "  no: {enum: [no, 'on', 12:30, 'a, b', \"it's\", \"\\\"q\\\"\", \" x \", \"new\\nline\", '', \"back\\\\slash\", "
    "'[', 'a: b',\n"
    "    'x #y']}\n"
    "  comp: {composite: {a.b: 'numeric(10,2)', Up: text, 'x y': 'text collate \"C\"', order: text}, comment: '# no'}\n"
    "  rng: {range: subtype = float8}\n"
    "domains:\n"
    "  d: {type: text, not_null: true, default: \"'a: b'\", checks: {'c d': \"VALUE ~ '^[a-z]{2} #'\"}}\n"
    "sequences: {s: {type: integer, increment: -2, cycle: true}}\n"
    "tables:\n"
    "  \"a\\nb\": {columns: {x: int}}\n"
    "  '\"a.b\"': {columns: {c: int}}\n"
    "  '\"a\"\"b\"': {columns: {'\"\"\"c\"': int, 'a\"b': int}, primary_key: ['\"a\"\"b\"']}\n"
    "  types: {columns: {yes: text, \"tab\\there\": int, 'tr ': int}}\n"
    "  table: {columns: {select: int}, unique: [[select]]}\n"
    "  \xC3\xA4\xE2\x82\xAC\xF0\x9F\x90\x98: {columns: {\xC3\x84: text}, comment: \"\xC2\xA0 x\\u2028y\"}\n"
    "  Odd schema.T:\n"
    "    comment: |\n      two\n\n        lines\n"
    "    owner: Odd role\n"
    "    storage: {fillfactor: 90, autovacuum_enabled: 'false'}\n"
    "    columns:\n"
    "      a: {type: int, default: (1 + 1), comment: \"ends in blank \"}\n"
    "      b: \"text collate pg_catalog.default default 'x: y #z'\"\n"
    "      c:\n"
    "        definition: |\n          int\n            check (c > 0)\n"
    "    checks:\n"
    "      - {definition: a > 0, not_valid: true, comment: c}\n"
    "    indexes: {i: {definition: (a), unique: true}}\n"
    "    privileges: {Odd role: [select, update (a) with grant option], public: [insert]}\n"
    "  p:\n"
    "    columns: {a: int not null}\n"
    "    partition_by: range (a)\n"
    "    partitions:\n"
    "      p1: for values from (1) to (2)\n"
    "      Odd schema.p2:\n"
    "        bound: default\n"
    "        comment: sub\n"
    "        partition_by: list (a)\n"
    "        partitions: {p3: for values in (3)}\n"
    "  u: {columns: {a: int}, partition_by: list (a), partitions: unmanaged}\n"
    "  h: {columns: {a: int}, inherits: [public.table, p]}\n"
    "views:\n"
    "  v: {comment: the view, privileges: {app: [select]}}\n"
    "functions:\n"
    "  f(int, text): {owner: me, privileges: {public: []}}\n";

static void
test_hostile(void)
{
    const TestFile files[] = {{"schema/x.yaml", HOSTILE},
                              {"views/v.sql", "create view public.v as\nselect 1 as \"A\""},
                              {"functions/f.sql",
                               "create function public.f(a int, b text) returns int language sql as $$\n"
                               "select 1; -- ;\n$$;\ncreate function public.f() returns int return 1;"},
                              {"functions/Odd.sql", "create function \"Odd schema\".\"Odd f\"() returns int return 1;"},
                              {NULL, NULL}};
    g_autoptr(FileTree) tree = test_tree(files);
    g_autoptr(Schema) schema = load_well(tree, CONFIG);
    assert_round_trip(schema, CONFIG);
}

static void
test_project(void)
{
    g_autofree char *path = g_build_filename(g_getenv("PLEAT_SOURCE"), "schemas", "crashstats", NULL);
    g_autoptr(FileTree) tree = NULL;
    g_assert_true(file_tree_open_directory(path, &tree, NULL));
    g_autoptr(GBytes) config = NULL;
    g_assert_true(file_tree_read(tree, "pleat.yaml", &config, NULL));
    g_autoptr(Schema) schema = load_well(tree, g_bytes_get_data(config, NULL));
    assert_round_trip(schema, g_bytes_get_data(config, NULL));
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/round-trip/hostile", test_hostile);
    if (g_getenv("PLEAT_SOURCE") != NULL)
        g_test_add_func("/round-trip/project", test_project);
    return g_test_run();
}
