#include "lint/fixture.h"

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

static Config *
config_of(const char *yaml)
{
    g_autoptr(Problems) problems = problems_new();
    Config *config = config_parse("pleat.yaml", "/", yaml, strlen(yaml), problems);
    g_autofree char *said = problems_format(problems);
    g_assert_cmpstr(said, ==, "");
    return config;
}

Findings *
test_lint(const char *text, const char *yaml)
{
    g_autoptr(Config) config = config_of(yaml);
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

char *
test_codes(const Findings *findings)
{
    GString *codes = g_string_new(NULL);
    for (guint i = 0; i < findings_count(findings); i++)
        if (findings_get(findings, i)->allowed == NULL)
            g_string_append_printf(codes, "%s%s", codes->len > 0 ? " " : "", findings_get(findings, i)->rule->code);
    return g_string_free(codes, FALSE);
}

char *
test_revision(const char *phase, const char *up, const char *down)
{
    return g_strdup_printf("-- pleat: revision x0 %s after base0\n\\set ON_ERROR_STOP on\nSET lock_timeout = '800ms';\n"
                           "%s\n\\quit\n-- pleat: downgrade\n%s\n",
                           phase, up, down == NULL ? "SELECT 1;" : down);
}

/* Goes on, so that one run tells all that is wrong. */
void
test_complain(const char *format, ...)
{
    va_list args;
    va_start(args, format);
    g_autofree char *text = g_strdup_vprintf(format, args);
    va_end(args);
    g_test_message("%s", text);
    g_test_fail();
}
