/* findings_lines.c - findings as GitHub's annotations and as a JUnit report */
#include "report/findings_private.h"

#include <string.h>

/* GitHub's workflow commands --------------------------------------------------------------------------------------- */

/* What would end the message, and in a property what would end that. */
static void
append_escaped(GString *out, const char *text, bool property)
{
    const char *special = property ? "%\r\n:," : "%\r\n";
    for (; *text != '\0'; text++)
        if (strchr(special, *text) != NULL)
            g_string_append_printf(out, "%%%02X", (unsigned char)*text);
        else
            g_string_append_c(out, *text);
}

char *
findings_github(const Findings *findings, const FindingsView *view)
{
    GString *out = g_string_new(NULL);
    for (guint i = 0; i < findings->list->len; i++) {
        const Finding *finding = findings_get(findings, i);
        if (finding->allowed != NULL)
            continue;
        g_autofree char *path = finding_path(finding->place.file, view);
        g_string_append_printf(out, "::%s ", severity_names[finding->severity]);
        if (path != NULL) {
            g_string_append(out, "file=");
            append_escaped(out, path, true);
            g_string_append_printf(out, ",line=%d,", finding->place.file == NULL ? 1 : MAX(finding->place.line, 1));
        }
        if (path != NULL && finding->place.file != NULL && finding->place.column > 0)
            g_string_append_printf(out, "col=%d,", finding->place.column);
        g_string_append_printf(out, "title=%s %s::", finding->rule->code, finding->rule->slug);
        append_escaped(out, finding->text, false);
        if (finding->hint != NULL) {
            g_string_append(out, "%0A");
            append_escaped(out, finding->hint, false);
        }
        g_string_append_c(out, '\n');
    }
    return g_string_free(out, FALSE);
}

/* JUnit ------------------------------------------------------------------------------------------------------------ */

/* Markup that holds no character which XML 1.0 forbids. */
static char *
xml_text(const char *text)
{
    g_autoptr(GString) clean = g_string_new(NULL);
    for (const char *at = text; *at != '\0'; at = g_utf8_find_next_char(at, NULL)) {
        gunichar c = g_utf8_get_char(at);
        bool forbidden = (c < 0x20 && c != '\t' && c != '\n' && c != '\r') || c == 0xFFFE || c == 0xFFFF;
        g_string_append_unichar(clean, forbidden ? 0xFFFD : c);
    }
    return g_markup_escape_text(clean->str, -1);
}

static void
append_case(GString *out, const Finding *finding, const FindingsView *view)
{
    g_autofree char *path = finding_path(finding->place.file, view);
    g_autofree char *sentence = finding_sentence(finding);
    g_autofree char *file = xml_text(path == NULL ? "" : path), *text = xml_text(finding->text);
    g_autofree char *whole = xml_text(sentence);
    const int line = finding->place.file == NULL ? 1 : MAX(finding->place.line, 1);
    g_string_append_printf(out, "    <testcase classname=\"%s\" name=\"%s %s, line %d\" file=\"%s\" line=\"%d\">\n",
                           file, finding->rule->code, finding->rule->slug, line, file, line);
    if (finding->severity == SEVERITY_NOTICE)
        g_string_append_printf(out, "      <system-out>%s</system-out>\n", whole);
    else
        g_string_append_printf(out, "      <failure type=\"%s\" message=\"%s\">%s:%d: %s</failure>\n",
                               severity_names[finding->severity], text, file, line, whole);
    g_string_append(out, "    </testcase>\n");
}

static void
append_suite(GString *out, const Findings *findings, const char *subject, const FindingsView *view, guint *tests,
             guint *failures)
{
    g_autoptr(GString) cases = g_string_new(NULL);
    guint n_tests = 0, n_failures = 0;
    for (guint i = 0; i < findings->list->len; i++) {
        const Finding *finding = findings_get(findings, i);
        if (finding->allowed != NULL || g_strcmp0(finding->place.file, subject) != 0)
            continue;
        append_case(cases, finding, view);
        n_tests++;
        n_failures += finding->severity != SEVERITY_NOTICE;
    }
    if (subject == NULL && n_tests == 0 && *tests > 0) /* a report without any test would look like a failure */
        return;
    g_autofree char *path = finding_path(subject, view);
    g_autofree char *name = xml_text(path == NULL ? findings->tool : path);
    if (n_tests == 0) {
        g_string_append_printf(cases, "    <testcase classname=\"%s\" name=\"%s\"/>\n", name, findings->tool);
        n_tests = 1;
    }
    g_string_append_printf(out,
                           "  <testsuite name=\"%s\" tests=\"%u\" failures=\"%u\" errors=\"0\">\n%s  </testsuite>\n",
                           name, n_tests, n_failures, cases->str);
    *tests += n_tests;
    *failures += n_failures;
}

char *
findings_junit(const Findings *findings, const FindingsView *view)
{
    g_autoptr(GHashTable) seen = g_hash_table_new(g_str_hash, g_str_equal);
    g_autoptr(GString) suites = g_string_new(NULL);
    guint tests = 0, failures = 0;
    for (guint i = 0; i < findings->subjects->len; i++)
        if (g_hash_table_add(seen, findings->subjects->pdata[i]))
            append_suite(suites, findings, findings->subjects->pdata[i], view, &tests, &failures);
    for (guint i = 0; i < findings->list->len; i++) {
        const char *file = findings_get(findings, i)->place.file;
        if (file != NULL && g_hash_table_add(seen, (gpointer)(guintptr)file))
            append_suite(suites, findings, file, view, &tests, &failures);
    }
    append_suite(suites, findings, NULL, view, &tests, &failures);
    return g_strdup_printf(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
        "<testsuites name=\"pleat %s\" tests=\"%u\" failures=\"%u\" errors=\"0\">\n%s</testsuites>\n",
        findings->tool, tests, failures, suites->str);
}
