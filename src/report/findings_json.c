/* findings_json.c - findings as pleat's own JSON, for GitLab's code quality, and as SARIF */
#include "report/findings_private.h"

#include <string.h>

char *
findings_print_json(JsonBuilder *builder)
{
    g_autoptr(JsonGenerator) generator = json_generator_new();
    g_autoptr(JsonNode) root = json_builder_get_root(builder);
    json_generator_set_pretty(generator, TRUE);
    json_generator_set_root(generator, root);
    g_autofree char *text = json_generator_to_data(generator, NULL);
    return g_strconcat(text, "\n", NULL);
}

void
findings_add_text(JsonBuilder *builder, const char *name, const char *text)
{
    if (text == NULL)
        return;
    json_builder_set_member_name(builder, name);
    json_builder_add_string_value(builder, text);
}

void
findings_add_number(JsonBuilder *builder, const char *name, gint64 number)
{
    json_builder_set_member_name(builder, name);
    json_builder_add_int_value(builder, number);
}

static void
begin(JsonBuilder *builder, const char *name)
{
    json_builder_set_member_name(builder, name);
    json_builder_begin_object(builder);
}

static void
begin_list(JsonBuilder *builder, const char *name)
{
    json_builder_set_member_name(builder, name);
    json_builder_begin_array(builder);
}

/* pleat's own: what is not known is null, as in docs/json.md ------------------------------------------------------- */

static void
add_known_text(JsonBuilder *builder, const char *name, const char *text)
{
    json_builder_set_member_name(builder, name);
    if (text == NULL)
        json_builder_add_null_value(builder);
    else
        json_builder_add_string_value(builder, text);
}

static void
add_known_number(JsonBuilder *builder, const char *name, int number)
{
    json_builder_set_member_name(builder, name);
    if (number <= 0)
        json_builder_add_null_value(builder);
    else
        json_builder_add_int_value(builder, number);
}

static void
add_finding(JsonBuilder *builder, const Finding *finding, const FindingsView *view)
{
    const Place place = finding->place;
    g_autofree char *path = place.file == NULL ? NULL : finding_path(place.file, view);
    json_builder_begin_object(builder);
    findings_add_text(builder, "code", finding->rule->code);
    findings_add_text(builder, "rule", finding->rule->slug);
    findings_add_text(builder, "severity", severity_names[finding->severity]);
    add_known_text(builder, "file", path);
    add_known_number(builder, "line", path == NULL ? 0 : place.line);
    add_known_number(builder, "column", path == NULL || place.line <= 0 ? 0 : place.column);
    add_known_text(builder, "object", finding->object);
    findings_add_text(builder, "message", finding->text);
    add_known_text(builder, "hint", finding->hint);
    add_known_text(builder, "allowed", finding->allowed);
    json_builder_end_object(builder);
}

char *
findings_json(const Findings *findings, const FindingsView *view)
{
    g_autoptr(JsonBuilder) builder = json_builder_new();
    json_builder_begin_object(builder);
    findings_add_text(builder, "tool", findings->tool);
    begin(builder, "summary");
    findings_add_number(builder, "errors", findings_of(findings, SEVERITY_ERROR));
    findings_add_number(builder, "warnings", findings_of(findings, SEVERITY_WARNING));
    findings_add_number(builder, "notices", findings_of(findings, SEVERITY_NOTICE));
    findings_add_number(builder, "allowed", findings_allowed(findings));
    json_builder_end_object(builder);
    begin_list(builder, "findings");
    for (guint i = 0; i < findings->list->len; i++)
        add_finding(builder, findings_get(findings, i), view);
    json_builder_end_array(builder);
    json_builder_end_object(builder);
    return findings_print_json(builder);
}

/* GitLab's code quality report ------------------------------------------------------------------------------------- */

static void
add_issue(JsonBuilder *builder, const Finding *finding, const FindingsView *view, GHashTable *seen)
{
    static const char *const SEVERITIES[N_SEVERITIES] = {"info", "minor", "major"};
    g_autofree char *path = finding_path(finding->place.file, view);
    g_autofree char *fingerprint = finding_fingerprint(finding, view, seen);
    g_autofree char *sentence = finding_sentence(finding);
    g_autofree char *description = g_strdup_printf("%s: %s", finding->rule->code, sentence);
    json_builder_begin_object(builder);
    findings_add_text(builder, "description", description);
    findings_add_text(builder, "check_name", finding->rule->slug);
    findings_add_text(builder, "fingerprint", fingerprint);
    findings_add_text(builder, "severity", SEVERITIES[finding->severity]);
    begin(builder, "location");
    findings_add_text(builder, "path", path == NULL ? "." : path);
    begin(builder, "lines");
    findings_add_number(builder, "begin", finding->place.file == NULL ? 1 : MAX(finding->place.line, 1));
    json_builder_end_object(builder);
    json_builder_end_object(builder);
    json_builder_end_object(builder);
}

char *
findings_gitlab(const Findings *findings, const FindingsView *view)
{
    g_autoptr(JsonBuilder) builder = json_builder_new();
    g_autoptr(GHashTable) seen = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    json_builder_begin_array(builder);
    for (guint i = 0; i < findings->list->len; i++)
        if (findings_get(findings, i)->allowed == NULL)
            add_issue(builder, findings_get(findings, i), view, seen);
    json_builder_end_array(builder);
    return findings_print_json(builder);
}

/* SARIF 2.1.0 (OASIS standard) ------------------------------------------------------------------------------------- */

static const char *const LEVELS[N_SEVERITIES] = {"note", "warning", "error"};

static void
add_message(JsonBuilder *builder, const char *name, const char *text)
{
    begin(builder, name);
    findings_add_text(builder, "text", text);
    json_builder_end_object(builder);
}

static void
add_rule(JsonBuilder *builder, const RuleName *rule)
{
    json_builder_begin_object(builder);
    findings_add_text(builder, "id", rule->code);
    findings_add_text(builder, "name", rule->slug);
    add_message(builder, "shortDescription", rule->summary);
    if (rule->help != NULL)
        add_message(builder, "help", rule->help);
    begin(builder, "defaultConfiguration");
    findings_add_text(builder, "level", LEVELS[rule->severity]);
    json_builder_end_object(builder);
    json_builder_end_object(builder);
}

static void
add_location(JsonBuilder *builder, const Finding *finding, const FindingsView *view)
{
    g_autofree char *path = finding_path(finding->place.file, view);
    if (path == NULL)
        return;
    g_autofree char *escaped = g_uri_escape_string(path, "/", FALSE);
    g_autofree char *uri = path[0] == '/' ? g_strconcat("file://", escaped, NULL) : g_strdup(escaped);
    begin_list(builder, "locations");
    json_builder_begin_object(builder);
    begin(builder, "physicalLocation");
    begin(builder, "artifactLocation");
    findings_add_text(builder, "uri", uri);
    if (path[0] != '/')
        findings_add_text(builder, "uriBaseId", "%SRCROOT%");
    json_builder_end_object(builder);
    begin(builder, "region");
    findings_add_number(builder, "startLine", finding->place.file == NULL ? 1 : MAX(finding->place.line, 1));
    if (finding->place.file != NULL && finding->place.line > 0 && finding->place.column > 0)
        findings_add_number(builder, "startColumn", finding->place.column);
    json_builder_end_object(builder);
    json_builder_end_object(builder);
    json_builder_end_object(builder);
    json_builder_end_array(builder);
}

static gint64
rule_index(const Findings *findings, const RuleName *rule)
{
    gint64 index = 0;
    while (findings->rules[index] != NULL && findings->rules[index] != rule)
        index++;
    return index;
}

static void
add_result(JsonBuilder *builder, const Findings *findings, const Finding *finding, const FindingsView *view,
           GHashTable *seen)
{
    g_autofree char *fingerprint = finding_fingerprint(finding, view, seen);
    g_autofree char *sentence = finding_sentence(finding);
    json_builder_begin_object(builder);
    findings_add_text(builder, "ruleId", finding->rule->code);
    findings_add_number(builder, "ruleIndex", rule_index(findings, finding->rule));
    findings_add_text(builder, "level", LEVELS[finding->severity]);
    add_message(builder, "message", sentence);
    add_location(builder, finding, view);
    begin(builder, "partialFingerprints");
    findings_add_text(builder, "pleat/v1", fingerprint);
    json_builder_end_object(builder);
    if (finding->allowed != NULL) {
        begin_list(builder, "suppressions");
        json_builder_begin_object(builder);
        findings_add_text(builder, "kind", "inSource");
        findings_add_text(builder, "justification", finding->allowed);
        json_builder_end_object(builder);
        json_builder_end_array(builder);
    }
    json_builder_end_object(builder);
}

static void
add_driver(JsonBuilder *builder, const Findings *findings)
{
    g_autofree char *name = g_strconcat("pleat ", findings->tool, NULL);
    begin(builder, "tool");
    begin(builder, "driver");
    findings_add_text(builder, "name", name);
    findings_add_text(builder, "version", PLEAT_VERSION);
    begin_list(builder, "rules");
    for (size_t i = 0; findings->rules[i] != NULL; i++)
        add_rule(builder, findings->rules[i]);
    json_builder_end_array(builder);
    json_builder_end_object(builder);
    json_builder_end_object(builder);
}

static void
add_root(JsonBuilder *builder, const FindingsView *view)
{
    const char *root = view->root == NULL ? view->directory : view->root;
    g_autofree char *escaped = g_uri_escape_string(root, "/", FALSE);
    g_autofree char *uri = g_strdup_printf("file://%s%s", escaped, g_str_has_suffix(escaped, "/") ? "" : "/");
    begin(builder, "originalUriBaseIds");
    begin(builder, "%SRCROOT%");
    findings_add_text(builder, "uri", uri);
    json_builder_end_object(builder);
    json_builder_end_object(builder);
}

char *
findings_sarif(const Findings *findings, const FindingsView *view)
{
    g_autoptr(JsonBuilder) builder = json_builder_new();
    g_autoptr(GHashTable) seen = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    json_builder_begin_object(builder);
    findings_add_text(builder, "$schema", "https://json.schemastore.org/sarif-2.1.0.json");
    findings_add_text(builder, "version", "2.1.0");
    begin_list(builder, "runs");
    json_builder_begin_object(builder);
    add_driver(builder, findings);
    findings_add_text(builder, "columnKind", "unicodeCodePoints");
    add_root(builder, view);
    begin_list(builder, "results");
    for (guint i = 0; i < findings->list->len; i++)
        add_result(builder, findings, findings_get(findings, i), view, seen);
    json_builder_end_array(builder);
    json_builder_end_object(builder);
    json_builder_end_array(builder);
    json_builder_end_object(builder);
    return findings_print_json(builder);
}
