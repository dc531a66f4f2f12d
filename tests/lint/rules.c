/* What each rule finds, and what it lets pass: a statement, where it stands, and the codes that it gives. */
#include "lint/lint.h"

#include <string.h>

/* What was there before. */
static const char BASELINE[] =
    "-- pleat: revision base0\n"
    "\\set ON_ERROR_STOP on\n"
    "SET lock_timeout = '800ms';\n"
    "CREATE TABLE public.t (a int, b int, c int, d text, CONSTRAINT t_c CHECK (c IS NOT NULL AND c > 0));\n"
    "ALTER TABLE public.t ADD CONSTRAINT t_b CHECK (b IS NOT NULL) NOT VALID;\n"
    "ALTER TABLE public.t ADD CONSTRAINT t_or CHECK (a IS NOT NULL OR b > 0);\n"
    "CREATE TABLE public.u (a int);\n"
    "CREATE TABLE public.pt (a int) PARTITION BY RANGE (a);\n"
    "CREATE FOREIGN TABLE public.ft (a int) SERVER s;\n"
    "CREATE TYPE public.mood AS ENUM ('sad');\n"
    "CREATE TYPE public.pair AS (x int, y int);\n"
    "CREATE DOMAIN public.positive AS int CHECK (value > 0);\n"
    "CREATE DOMAIN public.label AS text;\n"
    "CREATE FUNCTION public.steady(a int) RETURNS int LANGUAGE sql IMMUTABLE AS 'select a';\n"
    "CREATE FUNCTION public.moody(a int) RETURNS int LANGUAGE sql AS 'select a';\n"
    "CREATE FUNCTION public.definer(a int) RETURNS int LANGUAGE sql SECURITY DEFINER SET search_path = x AS 'select "
    "a';\n"
    "REVOKE ALL ON FUNCTION public.definer(int) FROM PUBLIC;\n"
    "CREATE INDEX t_steady ON public.t (public.steady(a));\n"
    "CREATE VIEW public.v WITH (security_barrier='true') AS SELECT 1 AS one;\n"
    "CREATE VIEW public.w AS SELECT 1 AS one;\n"
    "CREATE TABLE public.guarded (a int);\n"
    "CREATE POLICY p ON public.guarded USING (true);\n"
    "CREATE TABLE public.child (a int NOT NULL, b int NOT NULL DEFAULT 1, c int REFERENCES public.u, d serial);\n"
    "ALTER TABLE public.child ADD CONSTRAINT child_b FOREIGN KEY (b) REFERENCES public.u (a);\n"
    "CREATE TABLE public.filled (a int NOT NULL, PRIMARY KEY (a));\n"
    "CREATE TRIGGER fill BEFORE INSERT ON public.filled FOR EACH ROW EXECUTE FUNCTION public.fill();\n"
    "\\quit\n"
    "-- pleat: downgrade\n"
    "DROP TABLE public.t;\n";

static const struct {
    const char *phase; /* "expand", "contract", or "" */
    const char *up;
    const char *codes; /* in the order of the places and codes */
    const char *down;  /* NULL: something that does nothing */
} CASES[] = {
    /* locks */
    {"expand", "CREATE INDEX i ON public.t (a);", "PL101"},
    {"expand", "CREATE UNIQUE INDEX i ON t (a);", "PL101"},
    {"expand", "CREATE INDEX CONCURRENTLY i ON public.t (a);", ""},
    {"expand", "CREATE INDEX i ON ONLY public.pt (a);", ""},
    {"expand", "CREATE TABLE public.n (a int); CREATE INDEX i ON public.n (a);", ""},
    {"expand", "CREATE INDEX i ON public.n (a); CREATE TABLE public.n (a int);", "PL101"},
    {"expand", "CREATE TABLE other.t (a int); CREATE INDEX i ON public.t (a);", "PL101"},
    {"expand", "CREATE SCHEMA fresh; CREATE INDEX i ON fresh.t (a);", ""},
    {"contract", "DROP INDEX public.i;", "PL102"},
    {"contract", "DROP INDEX CONCURRENTLY public.i, public.j;", ""},
    {"contract", "ALTER TABLE t ADD CONSTRAINT x CHECK (a > 0);", "PL103"},
    {"contract", "ALTER TABLE t ADD CHECK (a > 0) NOT VALID;", ""},
    {"contract", "ALTER TABLE t ADD CONSTRAINT x NOT NULL a;", "PL103"},
    {"contract", "ALTER TABLE ft ADD CONSTRAINT x CHECK (a > 0);", ""},
    {"contract", "ALTER TABLE t ADD CONSTRAINT x CHECK (a > 0) NOT ENFORCED;", ""},
    {"contract", "ALTER TABLE t ADD FOREIGN KEY (a) REFERENCES public.u (a);", "PL104"},
    {"contract", "ALTER TABLE t ADD CONSTRAINT x FOREIGN KEY (a) REFERENCES public.u NOT VALID;", ""},
    {"contract", "ALTER TABLE t ADD CONSTRAINT x UNIQUE (a);", "PL105"},
    {"contract", "ALTER TABLE t ADD PRIMARY KEY (a);", "PL105"},
    {"contract", "ALTER TABLE t ADD CONSTRAINT x UNIQUE USING INDEX x;", ""},
    {"contract", "ALTER TABLE t ADD CONSTRAINT x UNIQUE (a) USING INDEX TABLESPACE s;", "PL105"},
    {"contract", "ALTER TABLE ONLY public.pt ADD CONSTRAINT x UNIQUE (a);", ""},
    {"contract", "ALTER TABLE t ADD CONSTRAINT x EXCLUDE USING gist (a WITH =);", "PL106"},
    {"contract", "ALTER TABLE t ALTER COLUMN a SET NOT NULL;", "PL107"},
    {"contract", "ALTER TABLE t ALTER COLUMN b SET NOT NULL;", "PL107"},
    {"contract", "ALTER TABLE t VALIDATE CONSTRAINT t_b; ALTER TABLE t ALTER b SET NOT NULL;", ""},
    {"contract", "ALTER TABLE t ALTER COLUMN c SET NOT NULL;", ""},
    {"contract",
     "ALTER TABLE t ADD CONSTRAINT x CHECK (a IS NOT NULL) NOT VALID; ALTER TABLE t VALIDATE CONSTRAINT x;"
     "ALTER TABLE t ALTER a SET NOT NULL, DROP CONSTRAINT x;",
     ""},
    {"expand", "ALTER TABLE t ADD n uuid DEFAULT gen_random_uuid();", "PL108"},
    {"expand", "ALTER TABLE t ADD COLUMN n timestamptz NOT NULL DEFAULT now();", ""},
    {"expand", "ALTER TABLE t ADD COLUMN n int DEFAULT 7, ADD m text DEFAULT lower('A');", ""},
    {"expand", "ALTER TABLE t ADD COLUMN n int DEFAULT public.moody(1);", "PL108"},
    {"expand", "ALTER TABLE t ADD COLUMN n int DEFAULT public.steady(1);", ""},
    {"expand", "ALTER TABLE t ADD COLUMN n int DEFAULT public.unknown(1);", "PL110"},
    {"expand", "ALTER TABLE t ADD COLUMN n bigserial;", "PL108"},
    {"expand", "ALTER TABLE t ADD COLUMN n int GENERATED ALWAYS AS IDENTITY;", "PL108"},
    {"expand", "ALTER TABLE t ADD COLUMN n int GENERATED ALWAYS AS (a * 2) STORED;", "PL108"},
    {"expand", "ALTER TABLE t ADD COLUMN n int GENERATED ALWAYS AS (a * 2) VIRTUAL;", ""},
    {"expand", "ALTER TABLE t ADD COLUMN n int GENERATED ALWAYS AS (a * 2);", "PL108 PL507"},
    {"expand", "ALTER TABLE t ADD COLUMN n public.positive;", "PL108"},
    {"expand", "ALTER TABLE t ADD COLUMN n public.label;", ""},
    {"expand", "CREATE DOMAIN public.later AS int NOT NULL; ALTER TABLE t ADD COLUMN n later;", "PL108"},
    {"expand", "ALTER TABLE ft ADD COLUMN n serial;", ""},
    {"expand", "ALTER TABLE t ADD COLUMN n int CHECK (n > 0);", "PL109"},
    {"expand", "ALTER TABLE t ADD COLUMN n int REFERENCES public.u;", "PL109"},
    {"expand", "ALTER TABLE t ADD COLUMN n int UNIQUE;", "PL109"},
    {"expand", "ALTER TABLE t ADD COLUMN n text DEFAULT 'check (x)';", ""},
    {"contract", "ALTER TABLE t ALTER COLUMN a TYPE bigint;", "PL111"},
    {"contract", "ALTER TABLE t ALTER a SET DATA TYPE timestamp with time zone;", "PL111"},
    {"contract", "ALTER TABLE t ALTER a TYPE varchar(20);", "PL112"},
    {"contract", "ALTER TABLE t ALTER a TYPE character varying(20);", "PL112"},
    {"contract", "ALTER TABLE t ALTER a TYPE char(20);", "PL111"},
    {"contract", "ALTER TABLE t ALTER a TYPE varchar(20)[];", "PL111"},
    {"contract", "ALTER TABLE t ALTER a TYPE text USING a::text;", "PL111"},
    {"contract", "ALTER TABLE t ALTER a TYPE text USING (a);", ""},
    {"contract", "ALTER TABLE t SET UNLOGGED;", "PL113"},
    {"contract", "ALTER TABLE t SET TABLESPACE s;", "PL113"},
    {"contract", "ALTER TABLE t SET (fillfactor = 90);", ""},
    {"contract", "CLUSTER t USING i;", "PL113"},
    {"contract", "VACUUM (FULL) t;", "PL113"},
    {"contract", "VACUUM t;", ""},
    {"contract", "ALTER DOMAIN positive ADD CHECK (value < 9);", "PL114"},
    {"contract", "ALTER DOMAIN positive ADD CONSTRAINT x CHECK (value < 9) NOT VALID;", ""},
    {"contract", "ALTER DOMAIN positive VALIDATE CONSTRAINT x;", "PL114"},
    {"contract", "ALTER DOMAIN positive SET NOT NULL;", "PL114"},
    {"contract", "ALTER DOMAIN positive DROP NOT NULL;", ""},
    {"expand", "ALTER TABLE pt ATTACH PARTITION u FOR VALUES FROM (1) TO (2);", "PL115"},
    {"expand", "CREATE TABLE n (a int); ALTER TABLE pt ATTACH PARTITION n FOR VALUES FROM (1) TO (2);", ""},
    {"expand",
     "ALTER TABLE t ADD CONSTRAINT x CHECK (a > 0) NOT VALID; ALTER TABLE t VALIDATE CONSTRAINT x;"
     "ALTER TABLE pt ATTACH PARTITION t FOR VALUES FROM (1) TO (2);",
     "PL203"},
    {"contract", "REINDEX INDEX i;", "PL116"},
    {"contract", "REINDEX (VERBOSE, CONCURRENTLY) INDEX i;", "PL313"},
    {"contract", "REFRESH MATERIALIZED VIEW mv;", "PL117"},
    {"contract", "REFRESH MATERIALIZED VIEW CONCURRENTLY mv;", ""},
    {"contract", "ALTER TABLE pt DETACH PARTITION p1;", "PL118"},
    {"contract", "ALTER TABLE pt DETACH PARTITION p1 CONCURRENTLY;", ""},
    {"contract", "BEGIN; LOCK TABLE t IN SHARE ROW EXCLUSIVE MODE; COMMIT;", "PL119"},
    {"contract", "BEGIN; LOCK TABLE ONLY t IN ROW EXCLUSIVE MODE; COMMIT;", ""},

    {"contract", "-- pleat: allow PL401 empty\nDROP TABLE public.child;", "PL120"},
    {"contract", "-- pleat: allow PL401 empty\nDROP TABLE public.u;", ""},
    {"contract",
     "ALTER TABLE n ADD CONSTRAINT k FOREIGN KEY (a) REFERENCES u NOT VALID;\n"
     "ALTER TABLE n DROP CONSTRAINT k;\n-- pleat: allow PL401 empty\nDROP TABLE n;",
     ""},

    /* phases */
    {"expand", "DROP TABLE t;", "PL201 PL401"},
    {"contract", "-- irreversible: it is empty\nDROP TABLE t;", "PL401"},
    {"expand", "ALTER TABLE t DROP COLUMN a;", "PL201 PL401"},
    {"expand", "DROP VIEW v;", "PL201"},
    {"expand", "BEGIN; DROP VIEW v; CREATE VIEW v AS SELECT 2; COMMIT;", ""},
    {"expand", "DROP FUNCTION steady(int);", "PL201"},
    {"expand", "DROP TRIGGER x ON t;", ""},
    {"expand", "ALTER TYPE pair DROP ATTRIBUTE x;", "PL201 PL401"},
    {"expand", "ALTER TABLE t RENAME TO t2;", "PL202"},
    {"contract", "ALTER TABLE t RENAME TO t2;", ""},
    {"expand", "BEGIN; ALTER TABLE t RENAME TO t2; CREATE VIEW t AS SELECT a FROM t2; COMMIT;", ""},
    {"expand", "ALTER TABLE t RENAME TO t2; CREATE VIEW t AS SELECT a FROM t2;", "PL202"},
    {"expand", "ALTER TABLE t RENAME COLUMN a TO z;", "PL202"},
    {"expand", "ALTER TABLE t RENAME a TO z;", "PL202"},
    {"expand", "ALTER TABLE t RENAME CONSTRAINT x TO y;", ""},
    {"expand", "ALTER INDEX i RENAME TO j;", ""},
    {"expand", "ALTER TYPE mood RENAME VALUE 'sad' TO 'blue';", "PL202"},
    {"expand", "ALTER TABLE t SET SCHEMA other;", "PL202"},
    {"expand", "ALTER TABLE t ALTER c SET NOT NULL;", "PL203"},
    {"expand", "ALTER TABLE t ADD CONSTRAINT x CHECK (a > 0) NOT VALID; ALTER TABLE t VALIDATE CONSTRAINT x;", "PL203"},
    {"expand",
     "ALTER TABLE t ADD n int; ALTER TABLE t ADD CONSTRAINT x CHECK (n > 0) NOT VALID;"
     "ALTER TABLE t VALIDATE CONSTRAINT x;",
     ""},
    {"expand", "ALTER TABLE t ALTER a DROP DEFAULT;", "PL203"},
    {"expand", "BEGIN; ALTER TABLE t ALTER a DROP DEFAULT; ALTER TABLE t ALTER a SET DEFAULT 2; COMMIT;", ""},
    {"expand", "ALTER TABLE t ALTER a SET GENERATED ALWAYS;", "PL203"},
    {"expand", "ALTER TABLE t ALTER a SET GENERATED BY DEFAULT;", ""},
    {"expand", "ALTER TABLE guarded ENABLE ROW LEVEL SECURITY;", "PL203"},
    {"expand", "REVOKE SELECT ON t FROM app;", "PL203"},
    {"expand", "CREATE TABLE n (a int); REVOKE ALL ON n FROM PUBLIC;", ""},
    {"contract", "REVOKE SELECT ON t FROM app;", ""},
    {"expand", "ALTER TYPE pair ADD ATTRIBUTE z int;", "PL204"},
    {"expand", "CREATE FUNCTION steady(a int, b int DEFAULT 1) RETURNS int LANGUAGE sql IMMUTABLE AS 'select 1';",
     "PL205"},
    {"expand", "CREATE FUNCTION steady(a int, b int) RETURNS int LANGUAGE sql IMMUTABLE AS 'select 1';", ""},
    {"expand", "DROP FUNCTION steady(int); CREATE FUNCTION steady(a int, b int = 1) RETURNS int LANGUAGE sql AS 'x';",
     ""},
    {"contract", "CREATE TABLE n (a int);", "PL206"},
    {"contract", "ALTER TABLE t ADD n int;", "PL206"},

    {"contract", "ALTER TABLE child DROP COLUMN a;", "PL207 PL401"},
    {"contract", "ALTER TABLE child DROP COLUMN b, DROP COLUMN c, DROP d;", "PL401 PL401 PL401"},
    {"contract", "ALTER TABLE child ALTER a DROP NOT NULL; ALTER TABLE child DROP COLUMN a;", "PL401"},
    {"contract", "ALTER TABLE filled DROP COLUMN a;", "PL401"},

    /* transactions */
    {"expand", "BEGIN; CREATE INDEX CONCURRENTLY i ON t (a); COMMIT;", "PL301"},
    {"expand", "BEGIN; VACUUM t; COMMIT;", "PL301"},
    {"contract",
     "BEGIN; ALTER TABLE t ADD CONSTRAINT x CHECK (a > 0) NOT VALID; ALTER TABLE t VALIDATE CONSTRAINT x; COMMIT;",
     "PL302"},
    {"contract",
     "BEGIN; ALTER TABLE t ADD CONSTRAINT x CHECK (a > 0) NOT VALID; COMMIT; ALTER TABLE t VALIDATE CONSTRAINT x;", ""},
    {"contract", "ALTER TABLE t ADD CONSTRAINT x CHECK (a > 0) NOT VALID, VALIDATE CONSTRAINT x;", "PL302"},
    {"expand", "BEGIN; ALTER TABLE t ADD x int; ALTER TABLE u ADD x int; COMMIT;", "PL303"},
    {"expand", "BEGIN; ALTER TABLE t ADD x int; ALTER TABLE t ADD y int; COMMIT;", ""},
    {"expand", "BEGIN; CREATE TABLE n (a int); ALTER TABLE u ADD x int; COMMIT;", ""},
    {"expand", "BEGIN; ALTER TYPE mood ADD VALUE 'glad'; ALTER TABLE t ALTER d SET DEFAULT 'glad'; COMMIT;", "PL304"},
    {"expand", "ALTER TYPE mood ADD VALUE 'glad'; ALTER TABLE t ALTER d SET DEFAULT 'glad';", ""},
    {"expand", "BEGIN; ALTER TABLE t ADD x int; UPDATE t SET x = 1; COMMIT;", "PL305 PL402"},
    {"expand", "BEGIN; INSERT INTO t VALUES (1); ALTER TABLE t ADD x int; COMMIT;", "PL305"},
    {"expand", "BEGIN; SET LOCAL lock_timeout = 0; ALTER TABLE t ADD x int; COMMIT;", "PL306"},
    {"expand", "BEGIN; SET LOCAL lock_timeout = '2s'; ALTER TABLE t ADD x int; COMMIT;", ""},
    {"expand", "SET lock_timeout = 0; ALTER TABLE t ADD x int; ALTER TABLE t ADD y int;", "PL307"},
    {"expand", "SET lock_timeout = 0; CREATE INDEX CONCURRENTLY i ON t (a);", ""},
    {"expand", "SET statement_timeout = '15s'; CREATE INDEX CONCURRENTLY i ON t (a);", "PL308"},
    {"expand", "SET statement_timeout = '15s'; SET statement_timeout = 0; CREATE INDEX CONCURRENTLY i ON t (a);", ""},
    {"expand", "CREATE INDEX CONCURRENTLY IF NOT EXISTS i ON t (a);", "PL309"},
    {"expand", "CREATE INDEX CONCURRENTLY i ON pt (a);", "PL310"},
    {"contract", "ALTER TABLE pt ADD FOREIGN KEY (a) REFERENCES u NOT VALID;", "PL311"},
    {"contract",
     "-- pleat: each partition of public.pt\n"
     "ALTER TABLE {partition} ADD CONSTRAINT f FOREIGN KEY (a) REFERENCES u NOT VALID;\n"
     "-- pleat: each partition of public.pt\nALTER TABLE {partition} VALIDATE CONSTRAINT f;\n"
     "ALTER TABLE public.pt ADD CONSTRAINT f FOREIGN KEY (a) REFERENCES u;",
     ""},
    {"expand", "ALTER TABLE t ADD x int NOT NULL;", "PL312"},
    {"expand", "ALTER TABLE t ADD x int NOT NULL DEFAULT 0;", ""},
    {"expand", "-- pleat: command [\"./x\"]\n", "PL313"},
    {"expand", "-- pleat: done_if SELECT true\n-- pleat: command [\"./x\"]\n", ""},

    /* rows */
    {"contract", "TRUNCATE t;", "PL401 PL403"},
    {"contract", "ALTER TABLE t DROP COLUMN a;", "", "ALTER TABLE t ADD a int GENERATED ALWAYS AS (b) VIRTUAL;"},
    {"contract", "UPDATE public.t SET a = 1;", "PL402"},
    {"contract", "DELETE FROM ONLY t;", "PL402"},
    {"contract", "-- pleat: backfill public.t by a\nUPDATE public.t SET a = 1 WHERE /*range*/ true;", ""},
    {"expand", "CREATE TABLE n (a int); UPDATE n SET a = 1;", ""},
    {"contract", "DROP VIEW v CASCADE;", "PL404"},
    {"contract", "ALTER TABLE t DROP CONSTRAINT x CASCADE;", "PL404"},
    {"contract", "ALTER TABLE t DISABLE TRIGGER ALL;", "PL405"},
    {"contract", "SET session_replication_role = replica;", "PL405"},
    {"", "ALTER TABLE t DROP d; ALTER TABLE t ADD e text;", "PL401 PL406", "ALTER TABLE t ADD d text;"},
    {"", "ALTER TABLE t DROP d; ALTER TABLE t ADD e int;", "PL401", "ALTER TABLE t ADD d text;"},
    {"expand", "ALTER TABLE t ADD x int;", "", "ALTER TABLE t DROP x;"},
    {"expand", "ALTER TABLE t ADD x int;", "PL407", "ALTER TABLE t DROP d;"},
    {"contract", "ALTER TABLE t ADD CONSTRAINT x CHECK (a > 0) NOT VALID;", "PL408"},

    /* meaning */
    {"expand", "CREATE OR REPLACE FUNCTION public.steady(a int) RETURNS int LANGUAGE sql IMMUTABLE AS 'select 2';",
     "PL501"},
    {"expand", "CREATE OR REPLACE FUNCTION public.steady(a int) RETURNS int LANGUAGE sql IMMUTABLE AS 'select a';", ""},
    {"expand",
     "CREATE OR REPLACE FUNCTION public.steady(a int) RETURNS int LANGUAGE sql IMMUTABLE AS 'select 2';\n"
     "-- pleat: done_if SELECT true\nREINDEX INDEX CONCURRENTLY public.t_steady;",
     ""},
    {"expand", "CREATE OR REPLACE FUNCTION public.moody(a int) RETURNS int LANGUAGE sql AS 'select 2';", ""},
    {"expand", "CREATE OR REPLACE VIEW public.v AS SELECT 2 AS one;", "PL502"},
    {"expand", "CREATE OR REPLACE VIEW public.v WITH (security_barrier) AS SELECT 2 AS one;", ""},
    {"expand", "CREATE OR REPLACE VIEW public.w AS SELECT 2 AS one;", ""},
    {"expand", "CREATE OR REPLACE FUNCTION public.definer(a int) RETURNS int LANGUAGE sql AS 'select 2';", "PL503"},
    {"expand",
     "CREATE OR REPLACE FUNCTION public.definer(a int) RETURNS int LANGUAGE sql SECURITY DEFINER AS 'select 2';",
     "PL503"},
    {"expand", "DROP FUNCTION definer(int); CREATE FUNCTION definer(a int) RETURNS int LANGUAGE sql AS 'select 2';",
     "PL504"},
    {"expand",
     "DROP FUNCTION definer(int); CREATE FUNCTION definer(a int) RETURNS int LANGUAGE sql AS 'select 2';"
     "REVOKE ALL ON FUNCTION definer(int) FROM PUBLIC;",
     ""},
    {"contract", "ALTER TABLE t ENABLE ROW LEVEL SECURITY;", "PL505"},
    {"contract", "ALTER TABLE guarded ENABLE ROW LEVEL SECURITY;", ""},
    {"expand", "ALTER TABLE t ALTER a ADD GENERATED BY DEFAULT AS IDENTITY;", "PL506"},
    {"expand", "ALTER TABLE t ALTER a ADD GENERATED BY DEFAULT AS IDENTITY; SELECT setval('x', 7);", ""},
    {"expand", "CREATE TABLE n (a int, b int GENERATED ALWAYS AS (a));", "PL507"},

    /* files */
    {"expand", "CREATE TABLE a23456789012345678901234567890123456789012345678901234567890123 (a int);", ""},
    {"expand", "CREATE TABLE a234567890123456789012345678901234567890123456789012345678901234 (a int);", "PL604"},
};

static Revision *
parse(const char *path, const char *text)
{
    g_autoptr(Problems) problems = problems_new();
    Revision *revision = revision_parse(path, text, problems);
    g_autofree char *said = problems_format(problems);
    if (revision == NULL)
        g_error("%s\n%s", text, said);
    return revision;
}

/* The findings about a revision that follows the baseline. */
static Findings *
lint(const char *text, const Config *config)
{
    g_autoptr(Revision) baseline = parse("revisions/base.sql", BASELINE), revision = parse("revisions/x.sql", text);
    g_autoptr(GPtrArray) revisions = g_ptr_array_new();
    g_autoptr(GHashTable) wanted = g_hash_table_new(NULL, NULL);
    g_ptr_array_add(revisions, baseline);
    g_ptr_array_add(revisions, revision);
    g_hash_table_add(wanted, revision);
    Findings *findings = findings_new("lint", rule_names());
    lint_revisions(findings, revisions, wanted, config);
    return findings;
}

static Config *
config_of(const char *yaml)
{
    g_autoptr(Problems) problems = problems_new();
    Config *config = config_parse("pleat.yaml", "/", yaml, strlen(yaml), problems);
    g_autofree char *said = problems_format(problems);
    g_assert_cmpstr(said, ==, "");
    return config;
}

/* "PL101 PL203": those that count. */
static char *
codes_of(const Findings *findings)
{
    GString *codes = g_string_new(NULL);
    for (guint i = 0; i < findings_count(findings); i++)
        if (findings_get(findings, i)->allowed == NULL)
            g_string_append_printf(codes, "%s%s", codes->len > 0 ? " " : "", findings_get(findings, i)->rule->code);
    return g_string_free(codes, FALSE);
}

static char *
whole_file(const char *phase, const char *up, const char *down)
{
    return g_strdup_printf("-- pleat: revision x0 %s after base0\n\\set ON_ERROR_STOP on\nSET lock_timeout = '800ms';\n"
                           "%s\n\\quit\n-- pleat: downgrade\n%s\n",
                           phase, up, down == NULL ? "SELECT 1;" : down);
}

/* Goes on, so that one run tells all that is wrong. */
static void complain(const char *format, ...) G_GNUC_PRINTF(1, 2);

static void
complain(const char *format, ...)
{
    va_list args;
    va_start(args, format);
    g_autofree char *text = g_strdup_vprintf(format, args);
    va_end(args);
    g_test_message("%s", text);
    g_test_fail();
}

static void
test_statements(void)
{
    g_autoptr(Config) config = config_of("");
    for (size_t i = 0; i < G_N_ELEMENTS(CASES); i++) {
        g_autofree char *text = whole_file(CASES[i].phase, CASES[i].up, CASES[i].down);
        g_autoptr(Findings) findings = lint(text, config);
        g_autofree char *codes = codes_of(findings);
        if (strcmp(codes, CASES[i].codes) != 0)
            complain("\"%s\" instead of \"%s\" for: %s", codes, CASES[i].codes, CASES[i].up);
    }
}

/* Every rule that looks at revisions is found by a case here. */
static void
test_all_rules_have_a_case(void)
{
    static const char *const ELSEWHERE[] = {"PL601", "PL602", "PL603", NULL};
    g_autoptr(GString) all = g_string_new(NULL);
    for (size_t i = 0; i < G_N_ELEMENTS(CASES); i++)
        g_string_append_printf(all, " %s", CASES[i].codes);
    for (const RuleGroup *group = rule_groups; group->rules != NULL; group++)
        for (const Rule *rule = group->rules; rule->name.code != NULL; rule++)
            if (rule->check != NULL || (rule->whole != NULL && !g_strv_contains(ELSEWHERE, rule->name.code)))
                g_assert_nonnull(strstr(all->str, rule->name.code));
}

static void
test_files(void)
{
    static const struct {
        const char *header, *rest, *codes;
    } FILES[] = {
        {"", "SELECT 1;\n\\quit\n", "PL601"},
        {"", "SELECT 1;\n\\quit\n-- pleat: downgrade\n", "PL601"},
        {"", "\\quit\n", ""},
        {"-- irreversible: rows are gone\n", "SELECT 1;\n\\quit\n", ""},
        {"-- irreversible:\n", "SELECT 1;\n\\quit\n", "PL602"},
        {"-- irreversible: it is empty\n", "DROP TABLE public.t;\n\\quit\n", ""},
        {"-- needs confirmation: is b the new name of a?\n", "SELECT 1;\n\\quit\n-- pleat: downgrade\nSELECT 1;\n",
         "PL603"},
    };
    g_autoptr(Config) config = config_of("");
    for (size_t i = 0; i < G_N_ELEMENTS(FILES); i++) {
        g_autofree char *text = g_strdup_printf(
            "-- pleat: revision x0 contract\n--\n%s\\set ON_ERROR_STOP on\nSET lock_timeout = '1s';\n%s",
            FILES[i].header, FILES[i].rest);
        g_autoptr(Findings) findings = lint(text, config);
        g_autofree char *codes = codes_of(findings);
        if (strcmp(codes, FILES[i].codes) != 0)
            complain("\"%s\" instead of \"%s\" for: %s", codes, FILES[i].codes, text);
    }
}

/* Downgrades lock too; phases are for the way forth. */
static void
test_downgrade(void)
{
    g_autoptr(Config) config = config_of("");
    g_autofree char *text = whole_file("expand", "DROP INDEX CONCURRENTLY t_a;\nALTER TABLE t ADD x int;",
                                       "CREATE INDEX t_a ON t (a);\nALTER TABLE t DROP x;");
    g_autoptr(Findings) findings = lint(text, config);
    g_autofree char *codes = codes_of(findings);
    g_assert_cmpstr(codes, ==, "PL101");
    g_assert_cmpint(findings_get(findings, 0)->place.line, ==, 8);
    g_autofree char *made =
        whole_file("", "CREATE TABLE n (a int);\nCREATE INDEX n_a ON n (a);\nCREATE INDEX t_a ON t (a);",
                   "DROP INDEX t_a;\nDROP INDEX n_a;\nALTER TABLE n SET UNLOGGED;\nDROP TABLE n;");
    g_autoptr(Findings) others = lint(made, config);
    g_autofree char *two = codes_of(others);
    g_assert_cmpstr(two, ==, "PL101 PL102");
}

/* Exceptions ------------------------------------------------------------------------------------------------------- */

#define TWO_INDEXES "CREATE INDEX i ON t (a);\nCREATE INDEX j ON public.u (a);\n"

static const struct {
    const char *yaml, *header, *up, *codes;
} EXCEPTIONS[] = {
    {"", "", TWO_INDEXES, "PL101 PL101"},
    {"", "-- pleat: allow PL101 small\n", TWO_INDEXES, ""},
    {"", "-- pleat: allow index-not-concurrent small\n", TWO_INDEXES, ""},
    {"", "-- pleat: allow PL101\n", TWO_INDEXES, "PL901 PL101 PL101"},
    {"", "-- pleat: allow PL999 small\n", TWO_INDEXES, "PL902 PL101 PL101"},
    {"", "-- pleat: allow PL102 small\n", TWO_INDEXES, "PL903 PL101 PL101"},
    {"", "", "-- pleat: allow PL101 small\n" TWO_INDEXES, "PL101"},
    {"", "", "BEGIN;\n-- pleat: allow PL101 small\n" TWO_INDEXES "COMMIT;", "PL101 PL303"},
    {"", "", "-- pleat: allow PL303 both\n-- pleat: allow PL101 small\nBEGIN;\n" TWO_INDEXES "COMMIT;", ""},
    {"lint: {allow: [{rule: PL101, reason: small}]}", "", TWO_INDEXES, ""},
    {"lint: {allow: [{rule: PL101, object: public.u, reason: small}]}", "", TWO_INDEXES, "PL101"},
    {"lint: {allow: [{rule: PL101, object: 'public.*', reason: small}]}", "", TWO_INDEXES, "PL101"},
    {"lint: {allow: [{rule: PL101, path: 'revisions/x*.sql', reason: small}]}", "", TWO_INDEXES, ""},
    {"lint: {allow: [{rule: PL101, path: 'revisions/y*.sql', reason: small}]}", "", TWO_INDEXES, "PL101 PL101"},
    {"lint: {allow: [{rule: PL101}]}", "", TWO_INDEXES, "PL901 PL101 PL101"},
    {"lint: {severity: {PL777: error}}", "", TWO_INDEXES, "PL902 PL101 PL101"},
};

static void
test_exceptions(void)
{
    for (size_t i = 0; i < G_N_ELEMENTS(EXCEPTIONS); i++) {
        g_autoptr(Config) config = config_of(EXCEPTIONS[i].yaml);
        g_autofree char *text =
            g_strdup_printf("-- pleat: revision x0 expand\n%s\\set ON_ERROR_STOP on\nSET lock_timeout = '1s';\n%s\n"
                            "\\quit\n-- pleat: downgrade\nSELECT 1;\n",
                            EXCEPTIONS[i].header, EXCEPTIONS[i].up);
        g_autoptr(Findings) findings = lint(text, config);
        g_autofree char *codes = codes_of(findings);
        if (strcmp(codes, EXCEPTIONS[i].codes) != 0)
            complain("\"%s\" instead of \"%s\" for %s and: %s", codes, EXCEPTIONS[i].codes, EXCEPTIONS[i].yaml, text);
    }
}

static void
test_severities(void)
{
    g_autoptr(Config) mild = config_of("lint: {severity: {index-not-concurrent: notice}}");
    g_autoptr(Config) hard = config_of("lint: {severity: {PL101: error}}");
    g_autofree char *text = whole_file("expand", TWO_INDEXES, NULL);
    g_autoptr(Findings) notices = lint(text, mild);
    g_autoptr(Findings) errors = lint(text, hard);
    g_assert_cmpuint(findings_of(notices, SEVERITY_NOTICE), ==, 2);
    g_assert_false(findings_fail(notices));
    g_assert_cmpuint(findings_of(errors, SEVERITY_ERROR), ==, 2);
    g_assert_true(findings_fail(errors));
}

/* Statements that end too early, or are none, are no reason to stumble. */
static void
test_fragments(void)
{
    static const char WHOLE[] =
        "ALTER TABLE IF EXISTS ONLY public.\"t\" * ADD CONSTRAINT x CHECK (a IS NOT NULL) NOT VALID, "
        "ALTER COLUMN a TYPE varchar(20) USING (a::text), RENAME TO b;"
        "CREATE UNIQUE INDEX CONCURRENTLY IF NOT EXISTS i ON ONLY public.t USING btree (f(a));"
        "CREATE OR REPLACE FUNCTION public.f(a int, b text DEFAULT 'x') RETURNS int AS $$ ... $$;"
        "DROP FUNCTION a.f(int, text), g() CASCADE; REVOKE ALL ON FUNCTION f(int) FROM PUBLIC;"
        "ALTER TYPE e ADD VALUE IF NOT EXISTS 'x' BEFORE 'y'; REINDEX (VERBOSE) TABLE t; SET LOCAL a TO 0";
    g_autoptr(Known) known = known_new();
    for (size_t start = 0; start < sizeof WHOLE; start++) {
        g_autoptr(Arena) arena = arena_new();
        g_autofree char *head = g_strndup(WHOLE, start);
        const char *const parts[] = {head, WHOLE + start};
        for (size_t i = 0; i < G_N_ELEMENTS(parts); i++) {
            g_autoptr(GArray) read = operations_read(arena, parts[i]);
            g_assert_cmpuint(read->len, >, 0);
            for (guint j = 0; j < read->len; j++)
                known_learn(known, &g_array_index(read, Operation, j), (ObjectName){NULL, NULL});
        }
    }
}

static void
test_codes_and_names_are_unique(void)
{
    g_autoptr(GHashTable) seen = g_hash_table_new(g_str_hash, g_str_equal);
    const char *last = "";
    for (const RuleName *const *name = rule_names(); *name != NULL; name++) {
        g_assert_cmpstr((*name)->code, >, last);
        last = (*name)->code;
        g_assert_true(g_hash_table_add(seen, (gpointer)(guintptr)(*name)->slug));
        g_assert_true(rule_find(last) == *name);
        g_assert_true(rule_find((*name)->slug) == *name);
    }
    g_assert_null(rule_find("PL"));
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/lint/statements", test_statements);
    g_test_add_func("/lint/all-rules-have-a-case", test_all_rules_have_a_case);
    g_test_add_func("/lint/files", test_files);
    g_test_add_func("/lint/downgrade", test_downgrade);
    g_test_add_func("/lint/exceptions", test_exceptions);
    g_test_add_func("/lint/severities", test_severities);
    g_test_add_func("/lint/fragments", test_fragments);
    g_test_add_func("/lint/codes-and-names-are-unique", test_codes_and_names_are_unique);
    return g_test_run();
}
