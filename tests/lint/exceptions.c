/* Findings that somebody allowed, in the file or in pleat.yaml, and severities. */
#include "lint/fixture.h"

#include <string.h>

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
        g_autofree char *text =
            g_strdup_printf("-- pleat: revision x0 expand\n%s\\set ON_ERROR_STOP on\nSET lock_timeout = '1s';\n%s\n"
                            "\\quit\n-- pleat: downgrade\nSELECT 1;\n",
                            EXCEPTIONS[i].header, EXCEPTIONS[i].up);
        g_autoptr(Findings) findings = test_lint(text, EXCEPTIONS[i].yaml);
        g_autofree char *codes = test_codes(findings);
        if (strcmp(codes, EXCEPTIONS[i].codes) != 0)
            test_complain("\"%s\" instead of \"%s\" for %s and: %s", codes, EXCEPTIONS[i].codes, EXCEPTIONS[i].yaml,
                          text);
    }
}

static void
test_severities(void)
{
    g_autofree char *text = test_revision("expand", TWO_INDEXES, NULL);
    g_autoptr(Findings) notices = test_lint(text, "lint: {severity: {index-not-concurrent: notice}}");
    g_autoptr(Findings) errors = test_lint(text, "lint: {severity: {PL101: error}}");
    g_assert_cmpuint(findings_of(notices, SEVERITY_NOTICE), ==, 2);
    g_assert_false(findings_fail(notices));
    g_assert_cmpuint(findings_of(errors, SEVERITY_ERROR), ==, 2);
    g_assert_true(findings_fail(errors));
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/lint/exceptions", test_exceptions);
    g_test_add_func("/lint/severities", test_severities);
    return g_test_run();
}
