#include "project/stair_report.h"

#include "base/spell.h"
#include "project/findings_out.h"
#include "report/record.h"
#include <string.h>

static const char *const RESULTS[N_STAIR_RESULTS] = {
    "ok", "one way", "failed", "failed", "failed", "failed",
};

/* What --format tells; docs/ci.md lists them. */
static const RuleName NOT_CLIMBED = {"PT101", "not-tested", "a revision could not be tested", NULL, SEVERITY_ERROR},
                      UP_FAILED = {"PT102", "upgrade-fails", "a revision's way up fails", NULL, SEVERITY_ERROR},
                      DOWN_FAILED = {"PT103", "downgrade-fails", "a revision's way back fails, or leads elsewhere",
                                     "the state before must be there again", SEVERITY_ERROR},
                      AGAIN_FAILED = {"PT104", "not-repeatable", "a revision's second way up fails, or leads elsewhere",
                                      "the way back leaves something in its way", SEVERITY_ERROR};
static const RuleName *const RULES[] = {&NOT_CLIMBED, &UP_FAILED, &DOWN_FAILED, &AGAIN_FAILED, NULL};

static const Stair *
stair_at(const GArray *stairs, guint i)
{
    return &g_array_index(stairs, Stair, i);
}

guint
stair_report_count(const GArray *stairs)
{
    guint count = 0;
    for (guint i = 0; i < stairs->len; i++)
        count += stair_at(stairs, i)->chosen;
    return count;
}

static char *
title(const StairReport *report, const Stair *stair)
{
    const Revision *revision = stair->revision;
    const char *phase = revision->phase != PHASE_NONE ? phase_name(revision->phase) : "";
    const char *whose = revision->tenant ? " (tenants)" : "";
    g_autofree char *server = report->servers > 1 ? g_strdup_printf("PostgreSQL %d: ", stair->major) : g_strdup("");
    return g_strdup_printf("%s%s%s%s%s: %s", server, revision->id, phase[0] != '\0' ? " " : "", phase, whose,
                           revision->message);
}

void
stair_report_line(const Stair *stair, void *data)
{
    const StairReport *report = data;
    PleatSession *session = report->session;
    const char *end = stair_has_failed(stair->outcome.result)  ? "FAILED"
                      : stair->outcome.result == STAIR_ONE_WAY ? "ok, and cannot be undone"
                                                               : "ok";
    g_autofree char *name = title(report, stair);
    if (findings_are_asked(session))
        return;
    session_write(session, "%s: %s\n", name, end);
    if (stair->outcome.text == NULL)
        return;
    g_auto(GStrv) lines = g_strsplit(g_strchomp(stair->outcome.text), "\n", -1);
    for (char **line = lines; *line != NULL; line++)
        session_write(session, "    %s\n", *line);
}

static void
write_stair(Record *record, const Stair *stair)
{
    const Revision *revision = stair->revision;
    record_open(record, NULL);
    record_text(record, "revision", revision->id);
    record_text(record, "phase", revision->phase == PHASE_NONE ? NULL : phase_name(revision->phase));
    record_text(record, "message", revision->message);
    record_text(record, "file", revision->path);
    record_text(record, "result", RESULTS[stair->outcome.result]);
    record_text(record, "text", stair->outcome.text);
    record_flag(record, "tenants", revision->tenant);
    record_integer(record, "server", stair->major);
    record_seconds(record, "seconds", stair->seconds);
    record_close(record);
}

static void
write_json(PleatSession *session, const GArray *stairs, guint failed)
{
    g_autoptr(Record) record = record_new();
    record_integer(record, "failed", failed);
    record_open_list(record, "revisions");
    for (guint i = 0; i < stairs->len; i++)
        if (stair_at(stairs, i)->chosen)
            write_stair(record, stair_at(stairs, i));
    record_close(record);
    g_autofree char *text = record_document(record);
    session_write_text(session, text);
}

/* XML cannot have most control characters even when they are escaped. */
static char *
escape(const char *text)
{
    g_autofree char *clean = spell_controls(text, "\n\t");
    return g_markup_escape_text(clean, -1);
}

static void
append_case(GString *out, const StairReport *report, const Stair *stair)
{
    g_autofree char *plain = title(report, stair), *name = escape(plain);
    g_autofree char *text = stair->outcome.text != NULL ? escape(stair->outcome.text) : g_strdup("");
    g_autofree char *file = escape(stair->revision->path);
    g_string_append_printf(out, "  <testcase classname=\"revisions\" name=\"%s\" file=\"%s\" time=\"%.3f\">", name,
                           file, stair->seconds);
    if (stair_has_failed(stair->outcome.result))
        g_string_append_printf(out, "<failure message=\"%.*s\">%s</failure>", (int)strcspn(text, "\n"), text, text);
    else if (text[0] != '\0')
        g_string_append_printf(out, "<system-out>%s</system-out>", text);
    g_string_append(out, "</testcase>\n");
}

static void
write_junit(const StairReport *report, const GArray *stairs, guint failed)
{
    g_autoptr(GString) out = g_string_new("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    g_string_append_printf(out, "<testsuite name=\"pleat test\" tests=\"%u\" failures=\"%u\" errors=\"0\">\n",
                           stair_report_count(stairs), failed);
    for (guint i = 0; i < stairs->len; i++)
        if (stair_at(stairs, i)->chosen)
            append_case(out, report, stair_at(stairs, i));
    g_string_append(out, "</testsuite>\n");
    session_write_text(report->session, out->str);
}

/* On the line of the statement that fails, or of the section that leads elsewhere. */
static void
write_findings(const StairReport *report, const GArray *stairs)
{
    g_autoptr(Findings) findings = findings_new("test", RULES);
    for (guint i = 0; i < stairs->len; i++) {
        const Stair *stair = stair_at(stairs, i);
        if (!stair->chosen || !stair_has_failed(stair->outcome.result))
            continue;
        const RuleName *rule = RULES[stair->outcome.result - STAIR_NOT_CLIMBED];
        g_autofree char *name = title(report, stair);
        Finding *finding = findings_add(findings, rule, (Place){stair->revision->path, MAX(stair->outcome.line, 1), 0},
                                        "%s\n%s", name, g_strchomp(stair->outcome.text));
        if (rule->help != NULL)
            finding_hint(finding, "%s", rule->help);
    }
    findings_sort(findings);
    findings_write(report->session, findings);
}

static void
write_summary(const StairReport *report, guint count, guint failed)
{
    const guint revisions = count / MAX(report->servers - report->missing, 1);
    session_write(report->session, "%u revision%s tested", revisions, revisions == 1 ? "" : "s");
    if (report->missing > 0)
        session_write(report->session, " on %u of %u servers", report->servers - report->missing, report->servers);
    else if (report->servers > 1)
        session_write(report->session, " on %u servers", report->servers);
    session_write(report->session, ", %u failed\n", failed);
}

bool
stair_report(const StairReport *report, const GArray *stairs)
{
    guint failed = 0;
    for (guint i = 0; i < stairs->len; i++)
        failed += stair_at(stairs, i)->chosen && stair_has_failed(stair_at(stairs, i)->outcome.result);
    if (session_has_format(report->session, "json"))
        write_json(report->session, stairs, failed);
    else if (session_has_format(report->session, "junit"))
        write_junit(report, stairs, failed);
    else if (findings_are_asked(report->session))
        write_findings(report, stairs);
    else
        write_summary(report, stair_report_count(stairs), failed);
    return failed == 0;
}
