/* Reading and writing revision files; what psql makes of them is tests/revision/psql.c. */
#include "revision/revision.h"

#include <string.h>

#define HEAD "-- pleat: revision aaaaaaaaaaaa expand\n"
#define GUARD HEAD "\\set ON_ERROR_STOP on\n"

static const char *const NOTHING[] = {NULL};

static Revision *
parse(const char *text)
{
    g_autoptr(Problems) problems = problems_new();
    Revision *revision = revision_parse("revisions/x.sql", text, problems);
    g_autofree char *said = problems_format(problems);
    g_assert_cmpstr(said, ==, "");
    g_assert_nonnull(revision);
    return revision;
}

static void
assert_mistake(const char *text, const char *expected)
{
    g_autoptr(Problems) problems = problems_new();
    g_autoptr(Revision) revision = revision_parse("x.sql", text, problems);
    g_assert_null(revision);
    problems_sort(problems);
    g_autofree char *said = problems_format(problems);
    if (strstr(said, expected) == NULL)
        g_error("\"%s\" is not in what was said of\n%s\n%s", expected, text, said);
}

static void
assert_list(const char *const *list, const char *expected)
{
    g_autofree char *joined = g_strjoinv("|", (char **)list);
    g_assert_cmpstr(joined, ==, expected);
}

static void
assert_step(const Step *step, StepKind kind, int line, const char *statements)
{
    g_assert_nonnull(step);
    g_assert_cmpint(step->kind, ==, kind);
    g_assert_cmpint(step->line, ==, line);
    assert_list((const char *const *)step->statements, statements);
}

static const char EXAMPLE[] =
    "-- pleat: revision 9c36df1b3f62 expand after 6cb93d555e2b\n"
    "-- pleat: message merge user names\n"
    "-- pleat: depends_on aa11bb22cc33, dd\n"
    "-- pleat: label names\n"
    "-- pleat: milestone v2\n"
    "-- pleat: source schema/user.yaml@5f0c1e2 functions/label.sql@9ab03d1\n"
    "-- pleat: expects public.user_account 9f3a1c (15) 77b0d2 (17)\n"
    "-- pleat: allow L012 the table is small\n"
    "--\n"
    "-- public.user_account   add column name   ACCESS EXCLUSIVE, instant\n"
    "--   because it is so\n"
    "\\set ON_ERROR_STOP on\n"
    "SET lock_timeout = '800ms';\n"
    "SET check_function_bodies = off;\n"
    "BEGIN;\n"
    "ALTER TABLE public.user_account ADD COLUMN name text;\n"
    "CREATE FUNCTION f() RETURNS text LANGUAGE sql BEGIN ATOMIC SELECT 'a;b'; END;\n"
    "COMMIT;\n"
    "-- pleat: done_if SELECT true\n"
    "CREATE INDEX CONCURRENTLY ix_user_account_name ON public.user_account (name);\n"
    "-- pleat: backfill public.user_account by id, \"by the way\"\n"
    "UPDATE public.user_account SET name = first_name WHERE name IS NULL AND /*range*/ true;\n"
    "-- pleat: each partition of public.crash\n"
    "ALTER TABLE {partition} VALIDATE CONSTRAINT ck_crash_day;\n"
    "-- pleat: verify backfill complete\n"
    "SELECT NOT EXISTS (SELECT FROM public.user_account WHERE name IS NULL);\n"
    "-- pleat: command [\"./backfill.py\", \"--fast\"]\n"
    "\\quit\n"
    "-- pleat: downgrade\n"
    "-- prior body: functions/add.sql, blob 1f2e3d4\n"
    "DROP TABLE a;\n";

static void
test_example(void)
{
    g_autoptr(Revision) revision = parse(EXAMPLE);
    g_assert_cmpstr(revision->id, ==, "9c36df1b3f62");
    g_assert_cmpint(revision->phase, ==, PHASE_EXPAND);
    g_assert_cmpstr(revision->message, ==, "merge user names");
    g_assert_cmpstr(revision->milestone, ==, "v2");
    assert_list(revision->after, "6cb93d555e2b");
    assert_list(revision->depends_on, "aa11bb22cc33|dd");
    assert_list(revision->labels, "names");
    assert_list(revision->source, "schema/user.yaml@5f0c1e2|functions/label.sql@9ab03d1");
    assert_list(revision->expects, "public.user_account 9f3a1c (15) 77b0d2 (17)");
    g_assert_cmpstr(revision->allows[0]->text, ==, "L012 the table is small");
    g_assert_cmpint(revision->allows[0]->line, ==, 8);
    g_assert_true(revision->allows[0]->in_header);
    g_assert_null(revision->allows[1]);
    assert_step(revision->for_psql[0], STEP_SETTING, 13, "SET lock_timeout = '800ms'");
    g_assert_null(revision->for_psql[1]);
    assert_list(revision->notes,
                "public.user_account   add column name   ACCESS EXCLUSIVE, instant|  because it is so");

    Step **steps = revision->upgrade;
    assert_step(steps[0], STEP_SETTING, 14, "SET check_function_bodies = off");
    assert_step(steps[1], STEP_TRANSACTION, 15,
                "ALTER TABLE public.user_account ADD COLUMN name text|"
                "CREATE FUNCTION f() RETURNS text LANGUAGE sql BEGIN ATOMIC SELECT 'a;b'; END");
    g_assert_cmpint(steps[1]->lines[0], ==, 16);
    g_assert_cmpint(steps[1]->lines[1], ==, 17);
    assert_step(steps[2], STEP_STATEMENT, 20,
                "CREATE INDEX CONCURRENTLY ix_user_account_name ON public.user_account (name)");
    g_assert_cmpstr(steps[2]->done_if, ==, "SELECT true");
    assert_step(steps[3], STEP_BACKFILL, 22,
                "UPDATE public.user_account SET name = first_name WHERE name IS NULL AND /*range*/ true");
    g_assert_cmpstr(steps[3]->subject, ==, "public.user_account");
    g_assert_cmpstr(steps[3]->key, ==, "id, \"by the way\"");
    assert_step(steps[4], STEP_EACH_PARTITION, 24, "ALTER TABLE {partition} VALIDATE CONSTRAINT ck_crash_day");
    g_assert_cmpstr(steps[4]->subject, ==, "public.crash");
    g_assert_cmpint(steps[5]->kind, ==, STEP_VERIFY);
    g_assert_cmpstr(steps[5]->subject, ==, "backfill complete");
    assert_step(steps[6], STEP_COMMAND, 27, "./backfill.py|--fast");
    g_assert_null(steps[7]);
    assert_step(revision->downgrade[0], STEP_STATEMENT, 31, "DROP TABLE a");
    g_assert_null(revision->downgrade[1]);
}

static void
test_no_downgrade(void)
{
    g_autoptr(Revision) without = parse(GUARD "SELECT 1;\n");
    g_assert_null(without->downgrade);
    g_autoptr(Revision) empty = parse(GUARD "SELECT 1;\n\\quit\n-- pleat: downgrade\n");
    g_assert_nonnull(empty->downgrade);
    g_assert_null(empty->downgrade[0]);
}

static void
test_inverse(void)
{
    const char *const after[] = {"aa", "bb", NULL}, *const labels[] = {"one", "two", NULL};
    const char *const source[] = {"schema/my file, old.yaml@5f0c1e2", "a%20b.sql@9ab03d1", NULL};
    const char *const expects[] = {"public.a 1 (15)", "public.b 2 (15)", NULL};
    const char *const notes[] = {"table a", "", "  indented", "pleat's own: note", NULL};
    Revision header = {.id = "cc", .phase = PHASE_CONTRACT, .message = "two\nlines", .milestone = "v1", .tenant = true};
    header.after = (const char **)after;
    header.labels = (const char **)labels;
    header.source = (const char **)source;
    header.expects = (const char **)expects;
    header.notes = (const char **)notes;
    g_autofree char *text = revision_format(&header, "BEGIN;\nSELECT 1;\nCOMMIT;\n", "SELECT 2;\n");
    g_autoptr(Revision) revision = parse(text);
    g_assert_cmpstr(revision->message, ==, "two lines");
    g_assert_true(revision->tenant);
    assert_list(revision->after, "aa|bb");
    assert_list(revision->labels, "one|two");
    assert_list(revision->source, "schema/my file, old.yaml@5f0c1e2|a%20b.sql@9ab03d1");
    assert_list(revision->expects, "public.a 1 (15)|public.b 2 (15)");
    assert_list(revision->notes, "table a||  indented|pleat's own: note");
    g_autofree char *again = revision_format(revision, "BEGIN;\nSELECT 1;\nCOMMIT;\n", "SELECT 2;\n");
    g_assert_cmpstr(again, ==, text);
}

/* What comes from names with newlines must not become SQL. */
static void
test_nothing_escapes_the_header(void)
{
    const char *const nasty[] = {"public.\"a\nDROP TABLE b;\n\" 1 (15)", NULL};
    Allow allow = {.text = nasty[0], .in_header = true}, *allows[] = {&allow, NULL};
    Revision header = {.id = "cc",
                       .message = "m\r\nDROP TABLE b;",
                       .expects = (const char **)nasty,
                       .notes = (const char **)nasty,
                       .allows = allows,
                       .milestone = "v\n1"};
    g_autofree char *text = revision_format(&header, "", NULL);
    g_autoptr(Revision) revision = parse(text);
    g_assert_null(revision->upgrade[0]);
    g_assert_null(revision->downgrade);
    g_assert_null(strstr(text, "\nDROP"));
}

static void
test_bare_header(void)
{
    Revision header = {.id = "cc"};
    g_autofree char *text = revision_format(&header, "SELECT 1;\n", "");
    g_autoptr(Revision) revision = parse(text);
    g_assert_cmpstr(revision->message, ==, "");
    g_assert_cmpint(revision->phase, ==, PHASE_NONE);
    assert_list(revision->after, "");
    g_assert_null(revision->milestone);
}

static void
test_header_mistakes(void)
{
    assert_mistake("", "x.sql:1:1: error: no \"-- pleat: revision ID\" in the file");
    assert_mistake("-- pleat: revision\n", "the revision has no id");
    assert_mistake("-- pleat: revision a@b\n", "an id is made of letters, digits, \"_\" and \".\"");
    assert_mistake("-- pleat: revision ../a\n", "an id is made of letters");
    assert_mistake("-- pleat: revision head\n", "\"head\" has a meaning of its own");
    assert_mistake("-- pleat: revision a expnad\n",
                   "\"expnad\" where \"expand\", \"contract\" or \"after ID\" may stand");
    assert_mistake("-- pleat: revision a expandable\n", "\"expandable\" where");
    assert_mistake(HEAD "-- pleat: revision b\n", "x.sql:2:1: error: a second \"revision\"");
    assert_mistake(HEAD "-- pleat: message a\n-- pleat: message b\n", "x.sql:3:1: error: a second \"message\"");
    assert_mistake(GUARD "SELECT 1;\n-- pleat: after b\n", "x.sql:4:1: error: unknown directive \"after\"");
    assert_mistake(GUARD "SELECT 1;\n-- pleat: depends_on b\n",
                   "x.sql:4:1: error: \"depends_on\" belongs above the first statement");
    assert_mistake(HEAD "-- pleat: mesage b\n", "did you mean \"message\"?");
    assert_mistake(HEAD "-- pleat: label expand\n", "\"expand\" has a meaning of its own");
    assert_mistake(HEAD "-- pleat: label a@b\n", "a label is not empty and cannot hold");
}

static void
test_step_mistakes(void)
{
    assert_mistake(GUARD "BEGIN;\nSELECT 1;\n", "x.sql:3:1: error: BEGIN without COMMIT");
    assert_mistake(GUARD "COMMIT;\n", "x.sql:3:1: error: COMMIT without BEGIN");
    assert_mistake(GUARD "BEGIN;\nBEGIN;\nCOMMIT;\n", "x.sql:4:1: error: BEGIN inside of BEGIN");
    assert_mistake(GUARD "BEGIN;\nROLLBACK;\nCOMMIT;\n", "x.sql:4:1: error: ROLLBACK");
    assert_mistake(GUARD "BEGIN;\nPREPARE TRANSACTION 'a';\nCOMMIT;\n", "x.sql:4:1: error: PREPARE TRANSACTION");
    assert_mistake(GUARD "BEGIN ISOLATION LEVEL SERIALIZABLE;\nCOMMIT;\n",
                   "x.sql:3:1: error: BEGIN and COMMIT stand alone");
    assert_mistake(GUARD "BEGIN;\nCOMMIT AND CHAIN;\n", "x.sql:4:1: error: BEGIN and COMMIT stand alone");
    assert_mistake(GUARD "SELECT 1", "x.sql:3:1: error: the last statement has no semicolon");
    assert_mistake(GUARD "SELECT 'a;\n", "x.sql:3:1: error: a quote or comment never ends");
    assert_mistake(GUARD "-- pleat: verify a\n\\quit\n-- pleat: downgrade\nSELECT 1;\n",
                   "x.sql:3:1: error: no statement follows \"verify\"");
    assert_mistake(GUARD "-- pleat: backfill t by id\n-- pleat: verify x\nSELECT true;\n",
                   "x.sql:3:1: error: no statement follows \"backfill\"");
    assert_mistake(GUARD "-- pleat: backfill t by id\nBEGIN;\nCOMMIT;\n",
                   "x.sql:3:1: error: no statement follows \"backfill\"");
    assert_mistake(GUARD "-- pleat: done_if SELECT 1\nBEGIN;\nCOMMIT;\nSELECT 1;\n",
                   "x.sql:3:1: error: no statement follows \"done_if\"");
    assert_mistake(GUARD "BEGIN;\n-- pleat: verify x\nSELECT true;\nCOMMIT;\n",
                   "x.sql:4:1: error: \"verify\" cannot stand inside BEGIN");
    assert_mistake(GUARD "BEGIN;\n-- pleat: done_if SELECT 1\nSELECT true;\nCOMMIT;\n",
                   "x.sql:4:1: error: \"done_if\" cannot stand inside BEGIN");
    assert_mistake(GUARD "BEGIN;\n-- pleat: command [\"a\"]\nCOMMIT;\n",
                   "x.sql:4:1: error: \"command\" cannot stand inside BEGIN");
    assert_mistake(GUARD "-- pleat: command [\"a\", {}]\n", "x.sql:3:1: error: a command is a JSON list of words");
    assert_mistake(GUARD "-- pleat: backfill t by id\nUPDATE t SET a = '/*range*/ true';\n",
                   "x.sql:4:1: error: a backfill's statement holds \"/*range*/ true\" once");
    assert_mistake(GUARD "-- pleat: each partition of t\nALTER TABLE t ADD a int;\n",
                   "x.sql:4:1: error: \"{partition}\" is missing");
    assert_mistake(GUARD "-- pleat: each partion of t\nALTER TABLE {partition} ADD a int;\n",
                   "x.sql:3:1: error: \"each partion of t\"");
    assert_mistake(GUARD "SELECT 1; -- pleat: verify x\nSELECT true;\n",
                   "x.sql:3:1: error: a directive stands on a line of its own");
    assert_mistake(GUARD "SELECT\n-- pleat: verify x\n1;\n", "x.sql:4:1: error: a directive inside of a statement");
    assert_mistake(GUARD "COPY t FROM STDIN;\n1\n\\.\n", "x.sql:3:1: error: COPY from STDIN");
}

/* psql -f on the file must do what the runner does. */
static void
test_psql_mistakes(void)
{
    assert_mistake(HEAD "SELECT 1;\n", "x.sql:2:1: error: no \"\\set ON_ERROR_STOP on\" above the first statement");
    assert_mistake(GUARD "SELECT 1;\n-- pleat: downgrade\nSELECT 2;\n",
                   "x.sql:4:1: error: no \"\\quit\" above the downgrade");
    assert_mistake(GUARD "SELECT 1;\n\\quit\nSELECT 2;\n",
                   "x.sql:5:1: error: psql stops at \"\\quit\" and does not run this");
    assert_mistake(GUARD "\\i other.sql\n", "x.sql:3:1: error: pleat does not know psql's \"\\i other.sql\"");
    assert_mistake(GUARD "\\set name value\n", "x.sql:3:1: error: pleat does not know psql's \"\\set name value\"");
    assert_mistake(GUARD "SELECT 1 \\gexec\nSELECT 2;\n", "x.sql:3:1: error: psql's \"\\gexec\" inside of a statement");
    assert_mistake(GUARD "SELECT 1\n\\quit\n-- pleat: downgrade\nSELECT 2;\n",
                   "x.sql:4:1: error: psql's \"\\quit\" inside of a statement");
}

static void
test_lenient(void)
{
    g_autoptr(Revision) marked = parse("\xEF\xBB\xBF" GUARD "SELECT 1;\n");
    assert_step(marked->upgrade[0], STEP_STATEMENT, 3, "SELECT 1");
    g_autoptr(Revision) spelled = parse(GUARD "  --pleat:verify x\nSELECT true;\n");
    g_assert_cmpint(spelled->upgrade[0]->kind, ==, STEP_VERIFY);
    g_autoptr(Revision) commented = parse(GUARD "/*\n-- pleat: verify x\n*/\nSELECT true;\n");
    g_assert_cmpint(commented->upgrade[0]->kind, ==, STEP_STATEMENT);
    g_autoptr(Revision) body =
        parse(GUARD "CREATE FUNCTION f() RETURNS void LANGUAGE sql AS $$\n-- pleat: verify x\n$$;\n");
    g_assert_cmpint(body->upgrade[0]->kind, ==, STEP_STATEMENT);
    g_autoptr(Revision) windows = parse("-- pleat: revision a expand after b\r\n\\set ON_ERROR_STOP on\r\nSELECT 1;\r\n"
                                        "\\quit\r\n-- pleat: downgrade\r\nSELECT 2;\r\n");
    assert_list(windows->after, "b");
    assert_step(windows->downgrade[0], STEP_STATEMENT, 6, "SELECT 2");
}

static void
test_subjects(void)
{
    static const struct {
        const char *directive, *subject, *key;
    } CASES[] = {
        {"\"stand by me\".\"by by\" by \"a by b\", c", "\"stand by me\".\"by by\"", "\"a by b\", c"},
        {"by by by", "by", "by"},
        {"s.by BY by", "s.by", "by"},
        {"s.t", "s.t", NULL},
        {"s.U&\"a\\000Ab\" by U&\"c\\000D\"", "s.\"a\nb\"", "\"c\r\""},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(CASES); i++) {
        g_autofree char *text = g_strdup_printf(
            GUARD "-- pleat: backfill %s\nUPDATE t SET a = 1 WHERE /*range*/ true;\n", CASES[i].directive);
        g_autoptr(Revision) revision = parse(text);
        g_assert_cmpstr(revision->upgrade[0]->subject, ==, CASES[i].subject);
        g_assert_cmpstr(revision->upgrade[0]->key, ==, CASES[i].key);
    }
}

static void
assert_checksums(const char *left, const char *right, bool equal)
{
    g_autoptr(Revision) a = parse(left);
    g_autoptr(Revision) b = parse(right);
    g_assert_cmpuint(strlen(a->checksum), ==, 64);
    if ((strcmp(a->checksum, b->checksum) == 0) != equal)
        g_error("checksums of\n%s\nand\n%s\nare %s", left, right, equal ? "different" : "equal");
}

static void
test_checksum(void)
{
    static const char BASE[] =
        GUARD "SELECT 1;\n-- pleat: verify x\nSELECT 2, 'a\nb';\n\\quit\n-- pleat: downgrade\nSELECT 3;\n";
    const struct {
        const char *what, *with;
        bool equal;
    } EDITS[] = {
        {"SELECT 1;", "-- a comment\nSELECT 1;", true},
        {"SELECT 1;", "SELECT /* why */ 1\n  -- because\n;", true},
        {"SELECT 1;", "SELECT   1;", true},
        {"expand\n", "expand after b\n-- pleat: message m\n-- a note\n", true},
        {"SELECT 1;", "SELECT 10;", false},
        {"SELECT 1;", "SELECT1;", false},
        {"'a\nb'", "'a b'", false},
        {"SELECT 1;", "BEGIN;\nSELECT 1;\nCOMMIT;", false},
        {"SELECT 1;", "-- pleat: done_if SELECT true\nSELECT 1;", false},
        {"-- pleat: verify x", "-- x", false},
        {"SELECT 3;", "SELECT 4;", false},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(EDITS); i++) {
        g_autoptr(GString) edited = g_string_new(BASE);
        g_assert_cmpuint(g_string_replace(edited, EDITS[i].what, EDITS[i].with, 1), ==, 1);
        assert_checksums(BASE, edited->str, EDITS[i].equal);
    }
    g_autoptr(GString) windows = g_string_new(BASE);
    g_string_replace(windows, "\n", "\r\n", 0);
    assert_checksums(BASE, windows->str, true);
}

/* Databases hold checksums: what they are computed from must not change with pleat's version. */
static void
test_checksum_is_forever(void)
{
    g_autoptr(Revision) revision = parse(EXAMPLE);
    g_assert_cmpstr(revision->checksum, ==, "5dc03f486de258b9e9c4d9fad127de7188343d8256027a7a733641b407e92843");
}

static void
test_slug(void)
{
    static const char *const CASES[][2] = {
        {"Merge user names!", "merge_user_names"},
        {"  --  ", ""},
        {"größer", "gr_er"},
        {"a message that is so long that it goes on beyond forty characters",
         "a_message_that_is_so_long_that_it_goes_o"},
        {"../../etc/passwd", "etc_passwd"},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(CASES); i++) {
        g_autofree char *slug = revision_slug(CASES[i][0]);
        g_assert_cmpstr(slug, ==, CASES[i][1]);
    }
}

static void
assert_file_name(const char *template, const Revision *header, const char *expected)
{
    g_autofree char *name = revision_file_name(template, header);
    g_assert_cmpstr(name, ==, expected);
}

static void
test_file_name(void)
{
    g_setenv("SOURCE_DATE_EPOCH", "1700000000", TRUE);
    static const char DEFAULT[] = "{date}_{rev}_{phase}_{slug}.sql";
    Revision header = {
        .id = "9c36df1b3f62", .phase = PHASE_EXPAND, .message = "Merge names", .after = (const char **)NOTHING};
    assert_file_name(DEFAULT, &header, "20231114_9c36df1b3f62_expand_merge_names.sql");
    assert_file_name("{year}-{month}-{day}T{hour}{minute}{second}_{epoch}_{nothing}.sql", &header,
                     "2023-11-14T221320_1700000000_{nothing}.sql");
    header.message = "";
    header.phase = PHASE_NONE;
    assert_file_name(DEFAULT, &header, "20231114_9c36df1b3f62_baseline.sql");
    header.message = NULL;
    assert_file_name(DEFAULT, &header, "20231114_9c36df1b3f62_baseline.sql");
    g_unsetenv("SOURCE_DATE_EPOCH");
}

static void
test_new_id(void)
{
    g_autofree char *a = revision_new_id();
    g_autofree char *b = revision_new_id();
    g_assert_cmpuint(strlen(a), ==, 12);
    g_assert_cmpuint(strspn(a, "0123456789abcdef"), ==, 12);
    g_assert_cmpstr(a, !=, b);
}

/* As graph_read() reads it: the steps wait. */
static Revision *
read_text(const char *text)
{
    g_autoptr(Problems) problems = problems_new();
    g_autoptr(GBytes) bytes = g_bytes_new(text, strlen(text) + 1);
    g_autoptr(GBytes) without_nul = g_bytes_new_from_bytes(bytes, 0, strlen(text));
    Revision *revision = revision_read("x.sql", without_nul, problems);
    g_assert_nonnull(revision);
    return revision;
}

static void
assert_reparented(const char *text, const char *const *after, const char *expected)
{
    g_autoptr(Revision) revision = read_text(text);
    g_autofree char *again = revision_reparent(revision, after, NULL);
    g_assert_cmpstr(again, ==, expected);
}

static void
test_depends_anew(void)
{
    static const char *const needs[] = {"q", "r s", NULL}, *const nothing[] = {NULL};
    g_autoptr(Revision) revision = read_text("-- pleat: revision aa after bb\n-- pleat: depends_on x, y\n"
                                             "\\set ON_ERROR_STOP on\nSELECT 1;\n-- pleat: depends_on is told above\n");
    g_autofree char *again = revision_reparent(revision, NULL, needs);
    g_assert_cmpstr(again, ==,
                    "-- pleat: revision aa after bb\n-- pleat: depends_on q \"r s\"\n"
                    "\\set ON_ERROR_STOP on\nSELECT 1;\n-- pleat: depends_on is told above\n");
    g_autofree char *without = revision_reparent(revision, NULL, nothing);
    g_assert_null(strstr(without, "depends_on x"));
}

static void
assert_sections(const char *text, const char *up, const char *down)
{
    g_autoptr(Revision) revision = read_text(text);
    g_autoptr(GError) error = NULL;
    g_assert_true(revision_load(revision, &error));
    g_autofree char *forth = revision_section(revision, false), *back = revision_section(revision, true);
    g_assert_cmpstr(forth, ==, up);
    g_assert_cmpstr(back, ==, down);
}

static void
test_sections(void)
{
    static const Revision header = {.id = "cc", .generated = ""};
    g_autofree char *written = revision_format(&header, "-- one\nSELECT 1;\n", "SELECT '\\quit\n\\quit\n';\n");
    assert_sections(written, "-- one\nSELECT 1;\n", "SELECT '\\quit\n\\quit\n';\n");
    assert_sections(
        "-- pleat: revision a\n\\set ON_ERROR_STOP on\nSELECT $$\n\\quit\n-- pleat: downgrade\n$$;\n\\quit\n"
        "-- pleat: downgrade\n-- pleat: backfill t\nUPDATE t SET a = 1 WHERE /*range*/ true;\n",
        "SELECT $$\n\\quit\n-- pleat: downgrade\n$$;\n",
        "-- pleat: backfill t\nUPDATE t SET a = 1 WHERE /*range*/ true;\n");
    assert_sections("-- pleat: revision a\n\\set ON_ERROR_STOP on\nSELECT 1;", "SELECT 1;", NULL);
}

static bool
is_as_generated(const char *text)
{
    g_autoptr(Revision) revision = read_text(text);
    return revision_is_as_generated(revision);
}

static void
test_generated(void)
{
    static const Revision header = {.id = "cc", .generated = ""}, by_hand = {.id = "cc"};
    g_autofree char *text = revision_format(&header, "SELECT 1;\n", "SELECT 2;\n");
    g_autofree char *hand = revision_format(&by_hand, "SELECT 1;\n", "SELECT 2;\n");
    g_autofree char *labelled = g_strconcat("-- pleat: label x\n", text, NULL);
    g_autofree char *edited = g_strconcat(text, "-- and a word\n", NULL);
    g_autoptr(GString) windows = g_string_new(text);
    g_string_replace(windows, "\n", "\r\n", 0);
    g_assert_true(is_as_generated(text));
    g_assert_true(is_as_generated(labelled));
    g_assert_true(is_as_generated(windows->str));
    g_assert_false(is_as_generated(edited));
    g_assert_false(is_as_generated(hand));
}

static void
test_reparent(void)
{
    static const char *const one[] = {"b1", NULL}, *const two[] = {"b1", "b2", NULL};
    assert_reparented("-- pleat: revision a1 expand after f0\n-- pleat: message x\n\\set ON_ERROR_STOP on\n", two,
                      "-- pleat: revision a1 expand after b1, b2\n-- pleat: message x\n\\set ON_ERROR_STOP on\n");
    assert_reparented("-- pleat: revision a1\r\n\\set ON_ERROR_STOP on\r\nSELECT 1;\r\n", one,
                      "-- pleat: revision a1 after b1\r\n\\set ON_ERROR_STOP on\r\nSELECT 1;\r\n");
    assert_reparented("--  a note\n-- pleat: message pleat: revision\n--pleat: revision a1 contract after f0, f1\n"
                      "\\set ON_ERROR_STOP on\n-- pleat: revision\n",
                      NOTHING,
                      "--  a note\n-- pleat: message pleat: revision\n-- pleat: revision a1 contract\n"
                      "\\set ON_ERROR_STOP on\n-- pleat: revision\n");
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/revision/example", test_example);
    g_test_add_func("/revision/no-downgrade", test_no_downgrade);
    g_test_add_func("/revision/inverse", test_inverse);
    g_test_add_func("/revision/nothing-escapes-the-header", test_nothing_escapes_the_header);
    g_test_add_func("/revision/bare-header", test_bare_header);
    g_test_add_func("/revision/header-mistakes", test_header_mistakes);
    g_test_add_func("/revision/step-mistakes", test_step_mistakes);
    g_test_add_func("/revision/psql-mistakes", test_psql_mistakes);
    g_test_add_func("/revision/lenient", test_lenient);
    g_test_add_func("/revision/subjects", test_subjects);
    g_test_add_func("/revision/checksum", test_checksum);
    g_test_add_func("/revision/checksum-is-forever", test_checksum_is_forever);
    g_test_add_func("/revision/reparent", test_reparent);
    g_test_add_func("/revision/depends-anew", test_depends_anew);
    g_test_add_func("/revision/sections", test_sections);
    g_test_add_func("/revision/generated", test_generated);
    g_test_add_func("/revision/slug", test_slug);
    g_test_add_func("/revision/file-name", test_file_name);
    g_test_add_func("/revision/new-id", test_new_id);
    return g_test_run();
}
