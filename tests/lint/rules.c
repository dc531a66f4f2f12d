/* What each rule finds, and what it lets pass: a statement, where it stands, and the codes that it gives. */
#include "lint/fixture.h"

#include <string.h>

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
    {"expand",
     "CREATE DOMAIN later AS int; ALTER DOMAIN later ADD CONSTRAINT k CHECK (VALUE > 0); ALTER TABLE t ADD n later;",
     "PL108"},
    {"expand",
     "CREATE DOMAIN later AS int; ALTER DOMAIN later ADD CONSTRAINT k CHECK (VALUE > 0);"
     "ALTER DOMAIN later DROP CONSTRAINT k; ALTER TABLE t ADD n later;",
     ""},
    {"expand",
     "CREATE DOMAIN later AS int CHECK (VALUE < 9); ALTER DOMAIN later ADD CONSTRAINT k CHECK (VALUE > 0);"
     "ALTER DOMAIN later DROP CONSTRAINT k; ALTER TABLE t ADD n later;",
     "PL108"},
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
    {"contract", "REINDEX (VERBOSE, CONCURRENTLY) INDEX i;", ""},
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
    {"expand",
     "CREATE MATERIALIZED VIEW n AS SELECT 1; BEGIN; DROP MATERIALIZED VIEW m; ALTER MATERIALIZED VIEW n RENAME TO m; "
     "COMMIT;",
     ""},
    {"expand",
     "CREATE MATERIALIZED VIEW n AS SELECT 1; DROP MATERIALIZED VIEW m; ALTER MATERIALIZED VIEW n RENAME TO m;",
     "PL201"},
    {"expand", "BEGIN; DROP VIEW v; ALTER VIEW w RENAME TO v; COMMIT;", "PL201 PL202"},
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
    {"expand", "ALTER FUNCTION r(int) RENAME TO s; ALTER TYPE r RENAME TO s;", "PL202"},
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
    {"expand", "-- pleat: each partition of public.pt\nCREATE INDEX CONCURRENTLY ON {partition} (a);", ""},
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
    {"expand", "CREATE DATABASE x;", "PL313"},
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
    {"expand", "ALTER PUBLICATION feed ADD TABLE filled, u;", "PL508"},
    {"expand", "ALTER PUBLICATION feed ADD TABLE ONLY filled (a) WHERE (a > 1);", ""},
    {"expand", "ALTER TABLE u REPLICA IDENTITY FULL; ALTER PUBLICATION feed ADD TABLE u;", ""},
    {"contract", "ALTER TABLE u ADD PRIMARY KEY USING INDEX i; ALTER PUBLICATION feed ADD TABLE u;", ""},
    {"expand", "CREATE PUBLICATION p FOR TABLE filled, ONLY u;", "PL508"},
    {"expand", "CREATE PUBLICATION p WITH (publish = 'insert'); ALTER PUBLICATION p ADD TABLE u;", ""},
    {"expand", "ALTER PUBLICATION feed DROP TABLE filled, u;", ""},

    /* files */
    {"expand", "CREATE TABLE a23456789012345678901234567890123456789012345678901234567890123 (a int);", ""},
    {"expand", "CREATE TABLE a234567890123456789012345678901234567890123456789012345678901234 (a int);", "PL604"},
};

static void
test_statements(void)
{
    for (size_t i = 0; i < G_N_ELEMENTS(CASES); i++) {
        g_autofree char *text = test_revision(CASES[i].phase, CASES[i].up, CASES[i].down);
        g_autoptr(Findings) findings = test_lint(text, "");
        g_autofree char *codes = test_codes(findings);
        if (strcmp(codes, CASES[i].codes) != 0)
            test_complain("\"%s\" instead of \"%s\" for: %s", codes, CASES[i].codes, CASES[i].up);
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
    for (size_t i = 0; i < G_N_ELEMENTS(FILES); i++) {
        g_autofree char *text = g_strdup_printf(
            "-- pleat: revision x0 contract\n--\n%s\\set ON_ERROR_STOP on\nSET lock_timeout = '1s';\n%s",
            FILES[i].header, FILES[i].rest);
        g_autoptr(Findings) findings = test_lint(text, "");
        g_autofree char *codes = test_codes(findings);
        if (strcmp(codes, FILES[i].codes) != 0)
            test_complain("\"%s\" instead of \"%s\" for: %s", codes, FILES[i].codes, text);
    }
}

/* Downgrades lock too; phases are for the way forth. */
static void
test_downgrade(void)
{
    g_autofree char *text = test_revision("expand", "DROP INDEX CONCURRENTLY t_a;\nALTER TABLE t ADD x int;",
                                          "CREATE INDEX t_a ON t (a);\nALTER TABLE t DROP x;");
    g_autoptr(Findings) findings = test_lint(text, "");
    g_autofree char *codes = test_codes(findings);
    g_assert_cmpstr(codes, ==, "PL101");
    g_assert_cmpint(findings_get(findings, 0)->place.line, ==, 8);
    g_autofree char *made =
        test_revision("", "CREATE TABLE n (a int);\nCREATE INDEX n_a ON n (a);\nCREATE INDEX t_a ON t (a);",
                      "DROP INDEX t_a;\nDROP INDEX n_a;\nALTER TABLE n SET UNLOGGED;\nDROP TABLE n;");
    g_autoptr(Findings) others = test_lint(made, "");
    g_autofree char *two = test_codes(others);
    g_assert_cmpstr(two, ==, "PL101 PL102");
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
    g_test_add_func("/lint/fragments", test_fragments);
    g_test_add_func("/lint/codes-and-names-are-unique", test_codes_and_names_are_unique);
    return g_test_run();
}
