#include "report/findings_private.h"

#include "base/spell.h"
#include <string.h>

const char *const severity_names[N_SEVERITIES] = {"notice", "warning", "error"};

static void
finding_free(void *data)
{
    Finding *finding = data;
    g_free(finding->object);
    g_free(finding->text);
    g_free(finding->hint);
    g_free(finding->allowed);
    g_free(finding);
}

Findings *
findings_new(const char *tool, const RuleName *const *rules)
{
    Findings *findings = g_new0(Findings, 1);
    findings->tool = tool;
    findings->rules = rules;
    findings->list = g_ptr_array_new_with_free_func(finding_free);
    findings->subjects = g_ptr_array_new();
    findings->files = g_string_chunk_new(1024);
    return findings;
}

void
findings_free(Findings *findings)
{
    if (findings == NULL)
        return;
    g_ptr_array_unref(findings->list);
    g_ptr_array_unref(findings->subjects);
    g_string_chunk_free(findings->files);
    g_free(findings);
}

static char *
plain_text(const char *format, va_list args)
{
    g_autofree char *text = g_strdup_vprintf(format, args);
    return spell_controls(text, "\n\t");
}

Finding *
findings_add(Findings *findings, const RuleName *rule, Place place, const char *format, ...)
{
    Finding *finding = g_new0(Finding, 1);
    va_list args;
    va_start(args, format);
    finding->rule = rule;
    finding->severity = rule->severity;
    finding->text = plain_text(format, args);
    finding->place = place;
    if (place.file != NULL)
        finding->place.file = g_string_chunk_insert_const(findings->files, place.file);
    va_end(args);
    g_ptr_array_add(findings->list, finding);
    return finding;
}

void
finding_hint(Finding *finding, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    g_free(finding->hint);
    finding->hint = plain_text(format, args);
    va_end(args);
}

void
findings_add_subject(Findings *findings, const char *file)
{
    g_ptr_array_add(findings->subjects, g_string_chunk_insert_const(findings->files, file));
}

guint
findings_count(const Findings *findings)
{
    return findings->list->len;
}

const Finding *
findings_get(const Findings *findings, guint index)
{
    return findings->list->pdata[index];
}

guint
findings_of(const Findings *findings, Severity severity)
{
    guint count = 0;
    for (guint i = 0; i < findings->list->len; i++) {
        const Finding *finding = findings_get(findings, i);
        count += finding->allowed == NULL && finding->severity == severity;
    }
    return count;
}

guint
findings_allowed(const Findings *findings)
{
    guint count = 0;
    for (guint i = 0; i < findings->list->len; i++)
        count += findings_get(findings, i)->allowed != NULL;
    return count;
}

bool
findings_fail(const Findings *findings)
{
    return findings_of(findings, SEVERITY_ERROR) + findings_of(findings, SEVERITY_WARNING) > 0;
}

static int
compare(const void *left, const void *right)
{
    const Finding *a = *(Finding *const *)left, *b = *(Finding *const *)right;
    int order = g_strcmp0(a->place.file, b->place.file);
    if (order == 0)
        order = a->place.line - b->place.line;
    if (order == 0)
        order = a->place.column - b->place.column;
    if (order == 0)
        order = strcmp(a->rule->code, b->rule->code);
    return order != 0 ? order : strcmp(a->text, b->text);
}

void
findings_sort(Findings *findings)
{
    g_ptr_array_sort(findings->list, compare);
}

/* Formats ---------------------------------------------------------------------------------------------------------- */

const char *const findings_formats[] = {"json", "github", "gitlab", "sarif", "junit", NULL};

char *
findings_format(const Findings *findings, const char *format, const FindingsView *view)
{
    static char *(*const WRITERS[])(const Findings *findings, const FindingsView *view) = {
        findings_json, findings_github, findings_gitlab, findings_sarif, findings_junit,
    };
    for (size_t i = 0; format != NULL && findings_formats[i] != NULL; i++)
        if (strcmp(findings_formats[i], format) == 0)
            return WRITERS[i](findings, view);
    return findings_text(findings, view);
}

char *
finding_path(const char *file, const FindingsView *view)
{
    if (file == NULL)
        file = view->fallback;
    if (file == NULL)
        return NULL;
    const char *root = view->root == NULL ? view->directory : view->root;
    g_autofree char *whole = g_canonicalize_filename(file, view->directory);
    if (!g_file_test(whole, G_FILE_TEST_EXISTS)) { /* with -C, revisions are named from where the command was started */
        g_autofree char *other = g_canonicalize_filename(file, NULL);
        if (g_file_test(other, G_FILE_TEST_EXISTS)) {
            g_free(whole);
            whole = g_steal_pointer(&other);
        }
    }
    size_t length = strlen(root);
    bool inside = g_str_has_prefix(whole, root) && whole[length] == '/';
    g_autofree char *path = g_strdup(inside ? whole + length + 1 : whole);
    return g_utf8_make_valid(path, -1);
}

char *
finding_sentence(const Finding *finding)
{
    return finding->hint == NULL ? g_strdup(finding->text) : g_strdup_printf("%s (%s)", finding->text, finding->hint);
}

char *
finding_fingerprint(const Finding *finding, const FindingsView *view, GHashTable *seen)
{
    g_autofree char *path = finding_path(finding->place.file, view);
    g_autofree char *what = g_strjoin("\n", finding->rule->code, path == NULL ? "" : path,
                                      finding->object == NULL ? "" : finding->object, finding->text, NULL);
    guint count = GPOINTER_TO_UINT(g_hash_table_lookup(seen, what));
    g_autofree char *which = g_strdup_printf("%s\n%u", what, count);
    g_hash_table_insert(seen, g_steal_pointer(&what), GUINT_TO_POINTER(count + 1));
    return g_compute_checksum_for_string(G_CHECKSUM_SHA256, which, -1);
}

/* Text ------------------------------------------------------------------------------------------------------------- */

static void
append_place(GString *out, Place place)
{
    if (place.file == NULL)
        return;
    g_string_append(out, place.file);
    if (place.line > 0)
        g_string_append_printf(out, ":%d", place.line);
    if (place.line > 0 && place.column > 0)
        g_string_append_printf(out, ":%d", place.column);
    g_string_append(out, ": ");
}

static void
append_finding(GString *out, const Finding *finding, const FindingsView *view)
{
    static const char *const COLORS[N_SEVERITIES] = {"\033[36m", "\033[33m", "\033[31m"};
    const char *word = finding->allowed != NULL ? "allowed" : severity_names[finding->severity];
    append_place(out, finding->place);
    g_string_append_printf(out, "%s%s%s: %s: %s\n", view->color ? COLORS[finding->severity] : "", word,
                           view->color ? "\033[0m" : "", finding->rule->code, finding->text);
    if (finding->allowed != NULL)
        g_string_append_printf(out, "  reason: %s\n", finding->allowed);
    else if (finding->hint != NULL)
        g_string_append_printf(out, "  hint: %s\n", finding->hint);
}

char *
findings_text(const Findings *findings, const FindingsView *view)
{
    GString *out = g_string_new(NULL);
    for (guint i = 0; i < findings->list->len; i++) {
        const Finding *finding = findings_get(findings, i);
        if (finding->allowed == NULL || view->allowed)
            append_finding(out, finding, view);
    }
    return g_string_free(out, FALSE);
}
