#include "yaml/fixture.h"

#include <string.h>

typedef struct {
    const char *name;
    const char *content; /* of schema/t.yaml */
    const char *problems;
} Mistake;

/* Every mistake, with all that is said of it. */
static const Mistake MISTAKES[] = {
    /* YAML itself */
    {"tab", "tables:\n\tt: {}\n", "schema/t.yaml:2:1: error: a tab where YAML wants spaces"},
    {"syntax", "tables: {t: {\n", "?not YAML"},
    {"duplicate key", "tables:\n  t: {}\n  t: {}\n", "schema/t.yaml:3:3: error: key \"t\" is already given in line 2"},
    {"merge key", "tables:\n  t:\n    <<: {}\n",
     "schema/t.yaml:3:5: error: merge key \"<<\": YAML merge keys are not used here\n    hint: mixins and include do "
     "this"},
    {"anchor", "tables: &a {}\n",
     "schema/t.yaml:1:9: error: anchor \"&a\": YAML anchors are not used here\n    hint: mixins and include do this"},
    {"alias", "tables: *a\n",
     "schema/t.yaml:1:9: error: alias \"*a\": YAML aliases are not used here\n    hint: mixins and include do this"},
    {"tag", "tables: !!map {}\n",
     "schema/t.yaml:1:9: error: tag \"tag:yaml.org,2002:map\": YAML tags are not used here"},
    {"two documents", "tables: {}\n---\ntables: {}\n",
     "schema/t.yaml:2:1: error: more than one YAML document in a file\n    hint: one file holds one document: leave "
     "out the "
     "\"---\""},
    {"not UTF-8", "tables:\n  # \xC3\xA4 \xE4\n", "schema/t.yaml:2:7: error: not UTF-8: byte 0xE4"},
    {"control character", "tables: {} # \x01\n", "?schema/t.yaml:1:14: error: a control character"},
    {"key is a list", "tables:\n  ? [a]\n  : {}\n", "schema/t.yaml:2:5: error: a key must be a text, not a list"},
    {"no key", "tables:\n  ?\n  : {}\n", "schema/t.yaml:2:4: error: a key is missing"},
    {"not a mapping", "- tables\n", "schema/t.yaml:1:1: error: a declaration file is a mapping, not a list"},
    {"at sign", "tables:\n  t: {comment: @x}\n", "?hint: put a value that begins with \"@\" in quotes"},
    {"colon", "tables:\n  t:\n    comment: a: b\n", "?hint: put a value that holds \": \" in quotes"},
    /* Keys */
    {"unknown top key", "tabels: {}\n",
     "schema/t.yaml:1:1: error: unknown key \"tabels\"\n    hint: did you mean \"tables\"?"},
    {"unknown key", "tables:\n  t:\n    colums: {a: int}\n",
     "schema/t.yaml:3:5: error: unknown key \"colums\" in a table\n    hint: did you mean \"columns\"?"},
    {"unknown column key", "tables:\n  t:\n    columns:\n      a: {type: int, notnull: true}\n",
     "schema/t.yaml:4:22: error: unknown key \"notnull\" in a column\n    hint: did you mean \"not_null\"?"},
    {"wrong type of plural", "tables: [t]\n", "schema/t.yaml:1:9: error: \"tables\" is a mapping of names, not a list"},
    {"wrong type of children", "tables:\n  t:\n    checks: a > 0\n",
     "schema/t.yaml:3:13: error: \"checks\" is a list, or a mapping with names, not a text"},
    {"scalar table", "tables:\n  t: int\n",
     "schema/t.yaml:2:3: error: a bound is for partitions: declare it under \"partitions\" of its parent"},
    {"no variant", "types:\n  t: {enun: [a]}\n",
     "schema/t.yaml:2:3: error: \"t\" does not say which of these it is: enum, composite, range, base, shell"},
    {"needed", "tables:\n  t:\n    columns:\n      a: {not_null: true}\n",
     "schema/t.yaml:4:7: error: a column needs \"type\""},
    {"nothing", "tables:\n  t:\n    columns:\n      a:\n", "schema/t.yaml:4:9: error: SQL is meant here, not nothing"},
    {"no name", "tables:\n  t:\n    triggers:\n      - before insert on t execute function f()\n",
     "schema/t.yaml:4:9: error: a trigger needs a name"},
    {"two names", "tables:\n  t:\n    checks:\n      a: {name: b, definition: x > 0}\n",
     "schema/t.yaml:4:17: error: it is named \"a\" by its key already"},
    {"definition and part", "tables:\n  t:\n    columns:\n      a: {definition: int, type: int}\n",
     "schema/t.yaml:4:28: error: \"type\" is part of \"definition\" already"},
    {"boolean", "tables:\n  t:\n    columns:\n      a: {type: int, not_null: yes}\n",
     "schema/t.yaml:4:32: error: \"yes\" is neither true nor false"},
    {"integer", "sequences:\n  s: {increment: two}\n", "schema/t.yaml:2:18: error: \"two\" is not a whole number"},
    {"label twice", "types:\n  t: {enum: [a, a]}\n", "schema/t.yaml:2:17: error: label \"a\" is there twice"},
    {"no comment", "tables:\n  t:\n    columns:\n      a: {type: int, default: {definition: '1 + 1', comment: x}}\n",
     "schema/t.yaml:4:62: error: a default has no comment"},
    {"no owner", "tables:\n  t:\n    columns:\n      a: {type: int, owner: x}\n",
     "schema/t.yaml:4:29: error: a column has no owner of its own"},
    /* Names */
    {"long name", "tables:\n  a234567890123456789012345678901234567890123456789012345678901234: {}\n",
     "schema/t.yaml:2:3: error: name \"a234567890123456789012345678901234567890123456789012345678901234\": longer than "
     "63 "
     "bytes, where PostgreSQL would cut it"},
    {"three parts", "tables:\n  a.b.c: {}\n", "schema/t.yaml:2:3: error: name \"a.b.c\": more than schema and name"},
    {"empty part", "tables:\n  a.: {}\n", "schema/t.yaml:2:3: error: name \"a.\": an empty name"},
    {"declared twice", "tables:\n  t: {}\n  public.t: {}\n",
     "schema/t.yaml:3:3: error: table public.t is already declared at schema/t.yaml:2:3"},
    {"relation twice", "tables:\n  t:\n    columns: {a: int}\n    indexes: {s: (a)}\nsequences:\n  s: {}\n",
     "schema/t.yaml:6:3: error: sequence public.s has the name of index public.t.s, declared at schema/t.yaml:4:15\n   "
     " "
     "hint: tables, views, indexes and sequences of one schema need different names"},
    {"convention twice", "tables:\n  t:\n    columns: {a: int}\n    checks: [a > 0, a < 9]\n",
     "schema/t.yaml:4:21: error: check public.t.ck_t_a is already declared at schema/t.yaml:4:14\n    hint: that name "
     "comes "
     "from the convention: give one of the two a name of its own"},
    /* Leaves */
    {"bare word", "tables:\n  t:\n    columns:\n      a: {type: text, default: 'new'}\n",
     "schema/t.yaml:4:32: error: \"new\" is quoted for YAML only: to SQL it is a bare word\n    hint: write \"'new'\" "
     "for "
     "the SQL string, new without quotes for the SQL word"},
    {"comma in flow", "tables:\n  t:\n    columns:\n      a: {type: numeric(10, 2)}\n",
     "schema/t.yaml:4:29: error: key \"2)\" has no value: inside of { } a comma ends a value\n    hint: put a value "
     "that "
     "holds a comma in quotes"},
    {"two definitions", "tables:\n  t:\n    columns:\n      a: int, b int\n",
     "schema/t.yaml:4:13: error: one definition is meant here: \"int, b int\" holds a comma"},
    {"comment in leaf", "tables:\n  t:\n    columns:\n      a: int -- x\n",
     "schema/t.yaml:4:18: error: a comment that would hide what follows in \"int -- x\""},
    {"semicolon", "tables:\n  t:\n    columns:\n      a: int; drop\n",
     "schema/t.yaml:4:13: error: a semicolon in \"int; drop\""},
    {"parenthesis", "tables:\n  t:\n    columns:\n      a: int); drop\n",
     "schema/t.yaml:4:13: error: a \")\" that closes nothing in \"int); drop\""},
    {"quote in a quoted leaf", "tables:\n  t:\n    checks:\n      a: 'x = ''\xC3\xA4'' and ''b'\n",
     "schema/t.yaml:4:25: error: a quote that never ends in \"x = '\xC3\xA4' and 'b\""},
    {"place in a block", "tables:\n  t:\n    checks:\n      a: |\n        x > 0\n          and y) > 1\n",
     "schema/t.yaml:6:16: error: a \")\" that closes nothing in \"x > 0\n  and y) > 1\""},
    {"place in folded lines", "tables:\n  t:\n    checks:\n      a: x > 0\n        and y) > 1\n",
     "schema/t.yaml:5:14: error: a \")\" that closes nothing in \"x > 0 and y) > 1\""},
    {"place behind escapes", "tables:\n  t:\n    checks:\n      a: \"x \\u003e \\\n        0)\"\n",
     "schema/t.yaml:5:10: error: a \")\" that closes nothing in \"x > 0)\""},
    {"empty list", "tables:\n  t:\n    columns: {a: int}\n    unique: [[]]\n",
     "schema/t.yaml:4:14: error: an empty list"},
    /* Mixins */
    {"no mixin", "mixins: {stamps: {}}\ntables:\n  t: {include: [stamp]}\n",
     "schema/t.yaml:3:17: error: there is no mixin \"stamp\"\n    hint: did you mean \"stamps\"?"},
    {"mixin in itself", "mixins: {a: {include: b}, b: {include: a}}\ntables:\n  t: {include: a}\n",
     "schema/t.yaml:1:40: error: mixin \"a\" includes itself"},
    {"mixin clash",
     "mixins:\n  m:\n    comment: x\n    columns: {a: int}\ntables:\n  t:\n    include: m\n    comment: y\n"
     "    columns: {a: text}\n",
     "schema/t.yaml:8:5: error: \"comment\" is already said at schema/t.yaml:3:5\n"
     "schema/t.yaml:9:15: error: column public.t.a is already declared at schema/t.yaml:4:15"},
    /* Privileges */
    {"privilege", "tables:\n  t:\n    privileges: {app: [selekt]}\n",
     "schema/t.yaml:3:24: error: a table has no privilege \"selekt\"\n    hint: did you mean \"select\"?"},
    {"privilege column", "tables:\n  t:\n    privileges: {app: [update (b)]}\n",
     "schema/t.yaml:3:24: error: table public.t has no column \"b\""},
    {"privilege list", "tables:\n  t:\n    privileges: [app]\n",
     "schema/t.yaml:3:17: error: privileges is a mapping of roles to lists, not a list"},
    /* Partitions and raw SQL */
    {"no bound", "tables:\n  t:\n    partition_by: range (a)\n    partitions: {p: {}}\n",
     "schema/t.yaml:4:18: error: a partition needs \"bound\""},
    {"partitions", "tables:\n  t: {partitions: managed}\n",
     "schema/t.yaml:2:19: error: \"partitions\" is a mapping of names, or unmanaged, not a text"},
    {"no routine", "functions:\n  ad(int, int): {comment: x}\n",
     "schema/t.yaml:2:3: error: no file under functions/ defines function \"ad(int, int)\"\n    hint: did you mean "
     "\"add(integer, integer)\"?"},
    {"types of one name", "types:\n  a: {enum: [x]}\ndomains:\n  a: text\n",
     "schema/t.yaml:4:3: error: domain public.a has the name of enum type public.a, declared at schema/t.yaml:2:3\n    "
     "hint: types and domains of one schema need different names"},
    {"since", "tables:\n  t:\n    columns:\n      a: {type: int, generated: '1 + 1', virtual: true}\n",
     "schema/t.yaml:4:42: error: \"virtual\" needs PostgreSQL 18: the server is 15"},
};

static void
assert_problems(const TestFile *files, const char *expected)
{
    g_autoptr(Problems) problems = problems_new();
    g_autoptr(Schema) schema = test_load(files, "naming: {ck: 'ck_{table}_{columns}'}", problems);
    problems_sort(problems);
    g_autofree char *text = problems_format(problems);
    if (expected[0] == '?' && strstr(text, expected + 1) != NULL)
        return;
    g_assert_cmpstr(text, ==, expected);
    g_assert_nonnull(schema);
}

static void
test_mistake(const void *data)
{
    const Mistake *mistake = data;
    const TestFile files[] = {{"schema/t.yaml", mistake->content},
                              {"functions/add.sql", "create function add(a int, b int default 1) returns int return 1"},
                              {NULL, NULL}};
    assert_problems(files, mistake->problems);
}

/* The same for raw SQL: content of functions/f.sql. */
static const Mistake RAW_MISTAKES[] = {
    {"other statement", "create function f() returns int return 1;\n\n create table t (a int);\n",
     "functions/f.sql:3:2: error: no statement for a file under functions/: \"create table t (a int)\"\n    hint: it "
     "may hold "
     "CREATE FUNCTION, CREATE PROCEDURE, CREATE AGGREGATE, and COMMENT, SECURITY LABEL, GRANT, REVOKE, ALTER ... OWNER "
     "TO on these"},
    {"never ends", "create function f() returns int language sql as $a$ select 1 $b$;\n",
     "functions/f.sql:1:49: error: a quote that never ends"},
    {"twice", "create function f(a int) returns int return 1;\ncreate function f(integer) returns int return 2;\n",
     "functions/f.sql:2:1: error: function public.f(integer) is already declared at functions/f.sql:1:1"},
    {"remark on nothing", "comment on function g(int) is 'x';\n",
     "functions/f.sql:1:1: error: no raw SQL file creates FUNCTION \"g(integer)\""},
    {"not understood", "create function f() returns int return 1;\nalter function f() cost 3;\n",
     "?functions/f.sql:2:1: error: not understood: \"alter function f() cost 3\""},
    {"if not exists", "create procedure if not exists p() begin atomic end;\n",
     "functions/f.sql:1:1: error: IF NOT EXISTS: a declaration says what is to be there"},
    {"not UTF-8", "create function f() -- \xFF\n", "functions/f.sql:1:24: error: not UTF-8: byte 0xFF"},
};

static void
test_raw_mistake(const void *data)
{
    const Mistake *mistake = data;
    const TestFile files[] = {{"functions/f.sql", mistake->content}, {NULL, NULL}};
    assert_problems(files, mistake->problems);
}

/* And of types: content of types/t.sql, beside what YAML says. */
static const Mistake TYPE_MISTAKES[] = {
    {"label", "create type e as enum ('a', b);\n", "types/t.sql:1:29: error: a label is a text in single quotes"},
    {"no label", "create type e as enum ('a',\n  -- more\n);\n",
     "types/t.sql:3:1: error: a label is a text in single quotes"},
    {"label twice", "create type e as enum (\n  'a',\n  'a');\n", "types/t.sql:3:3: error: label \"a\" is there twice"},
    {"attribute", "-- x\ncreate type c as (a int, b);\n", "types/t.sql:2:26: error: an attribute is a name and a type"},
    {"no range", "create type r as range ();\n", "types/t.sql:1:25: error: SQL is meant here, not an empty text"},
    {"base type", "create type b (input = f, output = g);\n",
     "types/t.sql:1:1: error: only AS ENUM (...), AS (...) and AS RANGE (...) are read of types"},
    {"more behind", "create type e as enum ('a') default 'a';\n",
     "types/t.sql:1:29: error: an enum type ends with its parentheses"},
    {"never closed", "create type e as enum ('a';\ncreate type f as enum ('a');\n",
     "types/t.sql:1:1: error: a \"(\" that is never closed"},
    {"no condition", "create domain d as text check value > 1;\n",
     "types/t.sql:1:25: error: CHECK without a condition in parentheses"},
    {"not valid", "create domain d as text\n  check (value > '') not valid;\n",
     "types/t.sql:2:22: error: a domain's CHECK ends behind its condition"},
    {"two conditions", "create domain d as text\n  check ((value), 1);\n",
     "types/t.sql:2:10: error: one definition is meant here: \"(value), 1\" holds a comma"},
    {"no type", "create domain d;\n", "types/t.sql:1:16: error: SQL is meant here, not an empty text"},
    {"if not exists", "create domain if not exists d as text;\n",
     "types/t.sql:1:1: error: IF NOT EXISTS: a declaration says what is to be there"},
    {"or replace", "create or replace type e as enum ('a');\n",
     "?types/t.sql:1:1: error: no statement for a file under"},
    {"routine", "create function f() returns int return 1;\n",
     "types/t.sql:1:1: error: no statement for a file under types/: \"create function f() returns int return 1\"\n    "
     "hint: it may hold CREATE TYPE, CREATE DOMAIN, and COMMENT, SECURITY LABEL, GRANT, REVOKE, ALTER ... OWNER TO on "
     "these"},
    {"twice", "create type e as enum ('a');\ncreate type public.e as (a int);\n",
     "types/t.sql:2:1: error: composite type public.e has the name of enum type public.e, declared at "
     "types/t.sql:1:1\n    hint: types and domains of one schema need different names"},
    {"in YAML as well", "create type y as enum ('a');\n",
     "schema/t.yaml:2:3: error: enum type public.y is already declared at types/t.sql:1:1"},
    {"remark on what is YAML's", "comment on type y is 'x';\n",
     "types/t.sql:1:1: error: no raw SQL file creates TYPE \"y\""},
    {"no domain", "create type e as enum ('a');\ncomment on domain e is 'x';\n",
     "types/t.sql:2:1: error: no raw SQL file creates DOMAIN \"e\""},
    {"no constraint", "create domain d as text;\ncomment on constraint c on domain d is 'x';\n",
     "types/t.sql:2:1: error: domain public.d has no constraint \"c\""},
    {"table's column", "create type e as enum ('x');\ncomment on column e.x is 'x';\n",
     "types/t.sql:2:1: error: no raw SQL file creates a view or type \"e\""},
    {"column of what", "create type c as (a int);\ncomment on column a is 'x';\n",
     "?types/t.sql:2:1: error: not understood: \"comment on column a is 'x'\""},
    {"other change", "create type e as enum ('a');\nalter type e add value 'b';\n",
     "?types/t.sql:2:1: error: not understood"},
    {"said in both", "create domain z as text default 'x';\n",
     "schema/t.yaml:3:19: error: domain public.z is defined by types/t.sql:1: say \"default\" there"},
};

static void
test_type_mistake(const void *data)
{
    const Mistake *mistake = data;
    const bool both = strstr(mistake->content, "domain z") != NULL;
    const TestFile files[] = {
        {"types/t.sql", mistake->content},
        {"schema/t.yaml",
         both ? "types: {y: {enum: [a]}}\ndomains:\n  z: {comment: x, default: y}\n" : "types:\n  y: {enum: [a]}\n"},
        {NULL, NULL}};
    assert_problems(files, mistake->problems);
}

static char *
dump_of(const TestFile *files)
{
    g_autoptr(Problems) problems = problems_new();
    g_autoptr(Schema) schema = test_load(files, "schemas: [public, shop]\nnaming: {ck: 'ck_{table}'}", problems);
    g_autofree char *text = problems_format(problems);
    g_assert_cmpstr(text, ==, "");
    return test_dump(schema);
}

/* SQL and YAML declare the same nodes. */
static void
test_types(void)
{
    const TestFile sql[] = {
        {"types/t.sql",
         "\xEF\xBB\xBF-- what may happen\nCREATE TYPE severity AS ENUM ('low', -- the least\n  'it''s \"mid\"', "
         "E'a\\nb' /* most */);\ncreate type Public.Point as (x float8, \"Y z\" numeric(10, 2), /* why */ z text\n  "
         "collate \"C\" -- last\n);\ncreate type \"Odd \"\"Range\" as range (subtype = float8 /* wide */, subtype_diff "
         "= float8mi);\nCreate Domain email text\n  collate \"C\" constraint has_at check (value ~ '@') default 'a@b' "
         "-- "
         "usual\n  not null check (length(value) < 100)\n  constraint \"a.B\" check\n(value <> '' /* none */);\ncreate "
         "type nothing as enum ();\ncreate type shop.\"a.b\" as enum ($$x$$);\ncomment on type severity is "
         "'bad';\ncomment on type email is 'mail';\ncomment on constraint \"a.B\" on domain public.email is "
         "'full';\ngrant usage on type severity, email to app;\nrevoke all on domain email from public;\nalter type "
         "email owner to app;\ncomment on column point.\"Y z\" is 'why'"},
        {"views/v.sql", "create view v as select 1 as \"A\", 2 as b;\ncomment on column public.v.\"A\" is 'one';\n"
                        "comment on column v.b is null;"},
        {"types/shop/t.sql", "-- pleat: renamed_from lvl\ncreate type level as enum ('a');\ncreate domain d as level"},
        {NULL, NULL}};
    const TestFile yaml[] = {
        {"schema/t.yaml", "types:\n"
                          "  severity: {enum: [low, \"it's \\\"mid\\\"\", \"a\\nb\"], comment: bad, privileges: {app: "
                          "[usage]}}\n"
                          "  point: {composite: {x: float8, Y z: 'numeric(10, 2)', z: \"text\\n  collate "
                          "\\\"C\\\"\"},\n          attributes: {Y z: {comment: why}}}\n"
                          "  '\"Odd \"\"Range\"': {range: 'subtype = float8 , subtype_diff = float8mi'}\n"
                          "  nothing: {enum: []}\n"
                          "  shop.\"a.b\": {enum: [x]}\n"
                          "domains:\n"
                          "  email:\n"
                          "    definition: \"text\\n  collate \\\"C\\\" default 'a@b' not null\"\n"
                          "    checks:\n"
                          "      - {name: has_at, definition: value ~ '@'}\n"
                          "      - length(value) < 100\n"
                          "      - {name: a.B, definition: value <> '', comment: full}\n"
                          "    comment: mail\n"
                          "    owner: app\n"
                          "    privileges: {app: [usage], public: []}\n"},
        {"schema/v.yaml", "views: {v: {columns: {A: {comment: one}}}}"},
        {"views/v.sql", "create view v as select 1 as \"A\", 2 as b"},
        {"schema/shop.yaml", "schema: shop\n"
                             "types: {level: {enum: [a], renamed_from: lvl}}\n"
                             "domains: {d: level}\n"},
        {NULL, NULL}};
    g_autofree char *left = dump_of(sql), *right = dump_of(yaml);
    g_assert_cmpstr(left, ==, right);
}

static void
test_all_files_in_one_run(void)
{
    const TestFile files[] = {{"schema/a.yaml", "tables: {t: {x: y}}"},
                              {"schema/b.yaml", "tables: ["},
                              {"schema/sub/c.yml", "views: {v: {definition: select (1}}"},
                              {"views/d.sql", "select 1"},
                              {NULL, NULL}};
    g_autoptr(Problems) problems = problems_new();
    g_autoptr(Schema) schema = test_load(files, NULL, problems);
    problems_sort(problems);
    g_assert_cmpuint(problems_errors(problems), ==, 4);
    static const char *const FILES[] = {"schema/a.yaml", "schema/b.yaml", "schema/sub/c.yml", "views/d.sql"};
    for (size_t i = 0; i < 4; i++)
        g_assert_cmpstr(problems_get(problems, i)->place.file, ==, FILES[i]);
}

/* What becomes of good ones -------------------------------------------------------------------------------------- */

typedef struct {
    const char *name, *config, *content, *dump;
} Good;

static const Good GOOD[] = {
    {"nothing", NULL, "", ""},
    {"names", "schemas: [public, other]",
     "tables:\n  '\"a.b\"':\n    columns: {'a.b': int, '\"\"\"q\"': int, User: int}\n    unique: {u: [User, "
     "'\"x\"\"y\"', user]}\n  other.t: {}\n",
     "column public.\"a.b\".\"\"\"q\" leaf=<int>\ncolumn public.\"a.b\".\"User\" leaf=<int>\ncolumn "
     "public.\"a.b\".\"a.b\" "
     "leaf=<int>\ntable other.t leaf=<>\ntable public.\"a.b\" leaf=<>\nunique public.\"a.b\".u leaf=<(\"User\", "
     "\"x\"\"y\", "
     "\"user\")>"},
    {"text whatever YAML would make of it", NULL,
     "tables:\n  no: {columns: {on: int, 12:30: int}, comment: 0x1f}\n  t: {comment: ~}\n",
     "column public.no.\"12:30\" leaf=<int>\ncolumn public.no.\"on\" leaf=<int>\ntable public.no leaf=<> "
     "comment=<0x1f>\ntable public.t leaf=<> comment=<~>"},
    {"long convention", "naming: {ix: 'ix_{table}_{columns}'}",
     "tables:\n  t:\n    columns: {a23456789012345678901234567890: int, b23456789012345678901234567890: int}\n    "
     "indexes:\n"
     "      - [a23456789012345678901234567890, b23456789012345678901234567890]\n",
     "column public.t.a23456789012345678901234567890 leaf=<int>\ncolumn public.t.b23456789012345678901234567890 "
     "leaf=<int>\n"
     "index public.t.ix_t_a23456789012345678901234567890_b234567890123456789012_151c "
     "leaf=<(a23456789012345678901234567890, b23456789012345678901234567890)>\ntable public.t leaf=<>"},
    {"conventions in a column",
     "naming: {pk: 'pk_{table}', fk: 'fk_{table}_{columns}_{reftable}', ck: 'ck_{table}_{columns}'}",
     "tables:\n  t:\n    columns:\n      id: int primary key\n      b: int constraint x references o (id) check (b > "
     "0)\n"
     "      c: int references s.o\n",
     "column public.t.b leaf=<int constraint ck_t_b check (b > 0)>\ncolumn public.t.c leaf=<int>\n"
     "column public.t.id leaf=<int constraint pk_t primary key>\nforeign_key public.t.fk_t_c_o leaf=<(c) references "
     "s.o>\nforeign_key public.t.x leaf=<(b) references o (id)>\ntable public.t leaf=<>"},
    {"privileges", NULL,
     "tables:\n  t:\n    columns: {a: int}\n    privileges:\n      \"b c\": [select, update (a)]\n      public: []\n   "
     "   a: "
     "insert with grant option\n",
     "column public.t.a leaf=<int> privileges=<\"b c\"=UPDATE>\ntable public.t leaf=<> privileges=<\"b "
     "c\"=SELECT;PUBLIC=;a=INSERT*>"},
};

static void
test_good(const void *data)
{
    const Good *good = data;
    const TestFile files[] = {{"schema/t.yaml", good->content}, {NULL, NULL}};
    g_autoptr(Problems) problems = problems_new();
    g_autoptr(Schema) schema = test_load(files, good->config, problems);
    g_autofree char *text = problems_format(problems);
    g_assert_cmpstr(text, ==, "");
    g_autofree char *dump = test_dump(schema);
    g_assert_cmpstr(dump, ==, good->dump);
}

static void
test_signatures(void)
{
    const TestFile files[] = {
        {"schema/t.yaml", "schema: reporting\ntypes:\n  public.sev: {enum: [a]}\n"},
        {"functions/f.sql",
         "create function f(a int, out b text, inout c varchar(10), variadic d sev[]) as 'x';\n"
         "create function g(double precision, x double precision default 1, timestamp(3) with time zone, \"T\") as "
         "'x';\n"
         "create or replace procedure app.h(in a int4[][], b pg_catalog.int8, c interval year to month) as 'x';\n"
         "create aggregate agg(*) (sfunc = x, stype = int);\n"
         "create aggregate ord(float8 order by anyelement) (sfunc = x, stype = int);"},
        {NULL, NULL}};
    g_autoptr(Problems) problems = problems_new();
    g_autoptr(Schema) schema = test_load(files, "schemas: [public, reporting, app]", problems);
    g_assert_cmpuint(problems_count(problems), ==, 0);
    static const char *const KEYS[] = {
        "function public.f(integer, character varying, public.sev[])",
        "function public.g(double precision, double precision, timestamp with time zone, \"T\")",
        "procedure app.h(integer[], bigint, interval)",
        "aggregate public.agg()",
        "aggregate public.ord(double precision, anyelement)",
    };
    for (size_t i = 0; i < G_N_ELEMENTS(KEYS); i++)
        if (schema_find(schema, KEYS[i]) == NULL) {
            g_autofree char *dump = test_dump(schema);
            g_error("no %s in\n%s", KEYS[i], dump);
        }
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    for (size_t i = 0; i < G_N_ELEMENTS(MISTAKES); i++) {
        g_autofree char *path = g_strconcat("/load/mistakes/", MISTAKES[i].name, NULL);
        g_test_add_data_func(path, &MISTAKES[i], test_mistake);
    }
    for (size_t i = 0; i < G_N_ELEMENTS(RAW_MISTAKES); i++) {
        g_autofree char *path = g_strconcat("/load/raw-mistakes/", RAW_MISTAKES[i].name, NULL);
        g_test_add_data_func(path, &RAW_MISTAKES[i], test_raw_mistake);
    }
    for (size_t i = 0; i < G_N_ELEMENTS(TYPE_MISTAKES); i++) {
        g_autofree char *path = g_strconcat("/load/type-mistakes/", TYPE_MISTAKES[i].name, NULL);
        g_test_add_data_func(path, &TYPE_MISTAKES[i], test_type_mistake);
    }
    for (size_t i = 0; i < G_N_ELEMENTS(GOOD); i++) {
        g_autofree char *path = g_strconcat("/load/good/", GOOD[i].name, NULL);
        g_test_add_data_func(path, &GOOD[i], test_good);
    }
    g_test_add_func("/load/signatures", test_signatures);
    g_test_add_func("/load/types", test_types);
    g_test_add_func("/load/all-files-in-one-run", test_all_files_in_one_run);
    return g_test_run();
}
