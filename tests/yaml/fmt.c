#include "yaml/fmt.h"

#include "yaml/fixture.h"
#include <string.h>

static void
assert_layout(const char *content, const char *expected)
{
    g_autoptr(Arena) arena = arena_new();
    g_autoptr(Problems) problems = problems_new();
    char *once = fmt_layout(arena, "t.yaml", content, strlen(content), NULL, problems);
    g_autofree char *text = problems_format(problems);
    g_assert_cmpstr(text, ==, "");
    if (expected != NULL)
        g_assert_cmpstr(once, ==, expected);
    char *twice = fmt_layout(arena, "t.yaml", once, strlen(once), NULL, problems);
    g_assert_cmpstr(twice, ==, once);
}

static const struct {
    const char *name, *content, *expected;
} LAYOUTS[] = {
    {"nothing", "", ""},
    {"only comments", "# a\n\n# b\n", "# a\n\n# b\n"},
    {"order and blank lines",
     "tables:\n\n\n    t:\n        primary_key: [ id ]\n        columns: {id:   int}\n\n\n        comment: x\nschema: "
     "s\n",
     "schema: s\n\ntables:\n  t:\n    comment: x\n    columns: {id: int}\n    primary_key: [id]\n"},
    {"comments stay",
     "# the file\n\n# tables\ntables: # here\n  # t\n  t:   # it\n    # key\n    primary_key: [id] # pk\n    # "
     "columns\n    columns:\n"
     "      # a\n      a: int   # an a\n      # b: later\n    # end of t\n  # end of tables\n# end\n",
     "# the file\n\n# tables\ntables:  # here\n  # t\n  t:  # it\n    # columns\n    columns:\n      # a\n      a: int "
     " # an a\n"
     "      # b: later\n    # key\n    primary_key: [id]  # pk\n    # end of t\n  # end of tables\n# end\n"},
    {"a comment beside what becomes a block",
     "tables:\n  t:\n    checks:\n      a: \"x >\\n 0\"  # why\n    comment: x\n",
     "tables:\n  t:\n    comment: x\n    checks:\n      # why\n      a: |-\n        x >\n         0\n"},
    {"a hash that is no comment",
     "tables:\n  a#b: {comment: 'x # y'}\n  c:\n    comment: |  # why\n      # text\n       more\n    # no text\n    "
     "owner: \"#\"\n",
     "tables:\n  a#b: {comment: \"x # y\"}\n  c:\n    # why\n    comment: |\n      # text\n       more\n    # no "
     "text\n    owner: \"#\"\n"},
    {"flow with comments becomes block", "tables: {t: {columns: {a: int, # one\n  b: text # two\n  }, comment: x}}\n",
     "tables:\n  t:\n    comment: x\n    columns:\n      a: int  # one\n      b: text  # two\n"},
    {"long flow becomes block",
     "types:\n  t: {enum: [aaaaaaaaaaaaaaaaaaaaaaaaaa, bbbbbbbbbbbbbbbbbbbbbbbbbbbbb, cccccccccccccccccccccc, "
     "dddddddddddddddddd, "
     "eeeee]}\n",
     "types:\n  t:\n    enum: [aaaaaaaaaaaaaaaaaaaaaaaaaa, bbbbbbbbbbbbbbbbbbbbbbbbbbbbb, cccccccccccccccccccccc, "
     "dddddddddddddddddd, eeeee]\n"},
    {"lists",
     "tables:\n  t:\n    checks:\n    # one\n    - a > 0 # x\n    - definition: b > 0\n      # name\n      name: c\n   "
     " -   {name: d, "
     "definition: e > 0}\n    # last\n    unique: [ [a,b],  [c] ]\n",
     "tables:\n  t:\n    unique: [[a, b], [c]]\n    checks:\n      # one\n      - a > 0  # x\n      - definition: b > "
     "0\n        # "
     "name\n        name: c\n      - {name: d, definition: e > 0}\n      # last\n"},
    {"lines of a leaf",
     "tables:\n   t:\n      columns:\n         a: int\n           check (a > 0\n\n             or b)\n         b: "
     "\"text\n           default 'x'\"\n"
     "         c: |2-\n             text\n           default 'x'\n",
     "tables:\n  t:\n    columns:\n      a: int\n        check (a > 0\n\n        or b)\n      b: \"text\n        "
     "default 'x'\"\n      c: "
     "|2-\n          text\n        default 'x'\n"},
    {"quotes",
     "tables:\n  't':\n    columns: {'a': 'int', \"b\": {type: text, default: 'new'}, 'no': int}\n    comment: "
     "\"plain\"\n    owner: 'on'\n",
     "tables:\n  t:\n    comment: \"plain\"\n    owner: 'on'\n    columns: {a: 'int', b: {type: text, default: 'new'}, "
     "\"no\": int}\n"},
    {"column's keys",
     "tables:\n  t:\n    columns:\n      a:\n        comment: x\n        default: 1\n        not_null: true\n        "
     "type: int\n",
     "tables:\n  t:\n    columns:\n      a:\n        type: int\n        not_null: true\n        default: 1\n        "
     "comment: x\n"},
    {"include stays where it is",
     "tables:\n  t:\n    columns: {a: int}\n    include: m\n    comment: x\n  u:\n    columns: {a: int}\n    comment: "
     "x\n    primary_key: [a]\n",
     "tables:\n  t:\n    comment: x\n    columns: {a: int}\n    include: m\n  u:\n    comment: x\n    columns: {a: "
     "int}\n    primary_key: "
     "[a]\n"},
    {"blank lines of block scalars",
     "tables:\n  t:\n    comment: |\n      a\n\n\n    owner: |+\n      b\n\n\nexternal: {}\n",
     "tables:\n  t:\n    comment: |\n      a\n\n    owner: |+\n      b\n\n\nexternal: {}\n"},
    {"line ends of Windows", "tables:\r\n  t:  # x\r\n    comment: |\r\n      a\r\n      b\r\n",
     "tables:\n  t:  # x\n    comment: |\n      a\n      b\n"},
};

static void
test_layout(const void *data)
{
    size_t i = GPOINTER_TO_SIZE(data);
    assert_layout(LAYOUTS[i].content, LAYOUTS[i].expected);
}

static void
test_errors(void)
{
    static const char BROKEN[] = "tables: {t: ";
    g_autoptr(Arena) arena = arena_new();
    g_autoptr(Problems) problems = problems_new();
    g_assert_null(fmt_layout(arena, "t.yaml", BROKEN, strlen(BROKEN), NULL, problems));
    g_assert_cmpuint(problems_errors(problems), ==, 1);
}

/* The example project: laid out, it loads to the same. */
static void
test_project(void)
{
    g_autofree char *path = g_build_filename(g_getenv("PLEAT_SOURCE"), "schemas", "crashstats", NULL);
    g_autoptr(FileTree) tree = NULL;
    g_autoptr(Arena) arena = arena_new();
    g_autoptr(Problems) problems = problems_new();
    g_autoptr(GPtrArray) paths = NULL;
    GArray *before = g_array_new(TRUE, TRUE, sizeof(TestFile)), *after = g_array_new(TRUE, TRUE, sizeof(TestFile));
    static const char *const SUFFIXES[] = {".yaml", ".sql", NULL};
    g_assert_true(file_tree_open_directory(path, &tree, NULL));
    g_assert_true(file_tree_list(tree, "", SUFFIXES, &paths, NULL));
    const char *config = "";
    for (guint i = 0; i < paths->len; i++) {
        g_autoptr(GBytes) bytes = NULL;
        g_assert_true(file_tree_read(tree, paths->pdata[i], &bytes, NULL));
        TestFile file = {paths->pdata[i], arena_strdup(arena, g_bytes_get_data(bytes, NULL))};
        if (strcmp(file.path, "pleat.yaml") == 0)
            config = file.content;
        g_array_append_val(before, file);
        if (g_str_has_prefix(file.path, "schema/")) {
            assert_layout(file.content, NULL);
            file.content = fmt_layout(arena, file.path, file.content, strlen(file.content), NULL, problems);
        }
        g_array_append_val(after, file);
    }
    g_autoptr(Schema) one = test_load((const TestFile *)(void *)before->data, config, problems);
    g_autoptr(Schema) two = test_load((const TestFile *)(void *)after->data, config, problems);
    g_assert_cmpuint(problems_count(problems), ==, 0);
    g_autofree char *first = test_dump(one), *second = test_dump(two);
    g_assert_cmpstr(second, ==, first);
    g_array_unref(before);
    g_array_unref(after);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    for (size_t i = 0; i < G_N_ELEMENTS(LAYOUTS); i++) {
        g_autofree char *path = g_strconcat("/fmt/layout/", LAYOUTS[i].name, NULL);
        g_test_add_data_func(path, GSIZE_TO_POINTER(i), test_layout);
    }
    g_test_add_func("/fmt/errors", test_errors);
    if (g_getenv("PLEAT_SOURCE") != NULL)
        g_test_add_func("/fmt/project", test_project);
    return g_test_run();
}
