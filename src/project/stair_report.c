#include "project/stair_report.h"

#include <json-glib/json-glib.h>
#include <string.h>

static const char *const RESULTS[] = {"ok", "one way", "failed"};

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
title(const Revision *revision)
{
    const char *phase = revision->phase != PHASE_NONE ? phase_name(revision->phase) : "";
    return g_strdup_printf("%s%s%s: %s", revision->id, phase[0] != '\0' ? " " : "", phase, revision->message);
}

void
stair_report_line(const Stair *stair, void *data)
{
    static const char *const ENDS[] = {"ok", "ok, and cannot be undone", "FAILED"};
    PleatSession *session = data;
    g_autofree char *name = title(stair->revision);
    if (session_has_format(session, "json") || session_has_format(session, "junit"))
        return;
    session_write(session, "%s: %s\n", name, ENDS[stair->result]);
    if (stair->text == NULL)
        return;
    g_auto(GStrv) lines = g_strsplit(g_strchomp(stair->text), "\n", -1);
    for (char **line = lines; *line != NULL; line++)
        session_write(session, "    %s\n", *line);
}

static void
write_json(PleatSession *session, const GArray *stairs, guint failed)
{
    g_autoptr(JsonBuilder) builder = json_builder_new();
    json_builder_begin_object(builder);
    json_builder_set_member_name(builder, "failed");
    json_builder_add_int_value(builder, failed);
    json_builder_set_member_name(builder, "revisions");
    json_builder_begin_array(builder);
    for (guint i = 0; i < stairs->len; i++) {
        const Stair *stair = stair_at(stairs, i);
        const char *members[][2] = {
            {"revision", stair->revision->id},     {"phase", phase_name(stair->revision->phase)},
            {"message", stair->revision->message}, {"file", stair->revision->path},
            {"result", RESULTS[stair->result]},    {"text", stair->text}};
        if (!stair->chosen)
            continue;
        json_builder_begin_object(builder);
        for (size_t j = 0; j < G_N_ELEMENTS(members); j++) {
            json_builder_set_member_name(builder, members[j][0]);
            if (members[j][1] != NULL)
                json_builder_add_string_value(builder, members[j][1]);
            else
                json_builder_add_null_value(builder);
        }
        json_builder_set_member_name(builder, "seconds");
        json_builder_add_double_value(builder, stair->seconds);
        json_builder_end_object(builder);
    }
    json_builder_end_array(builder);
    json_builder_end_object(builder);
    g_autoptr(JsonNode) root = json_builder_get_root(builder);
    g_autofree char *text = json_to_string(root, TRUE);
    session_write(session, "%s\n", text);
}

/* Characters that XML cannot have even when escaped become "?". */
static char *
escape(const char *text)
{
    g_autofree char *clean = g_strdup(text);
    for (char *c = clean; *c != '\0'; c++)
        if ((guchar)*c < ' ' && strchr("\t\n\r", *c) == NULL)
            *c = '?';
    return g_markup_escape_text(clean, -1);
}

static void
append_case(GString *out, const Stair *stair)
{
    g_autofree char *plain = title(stair->revision), *name = escape(plain);
    g_autofree char *text = stair->text != NULL ? escape(stair->text) : g_strdup("");
    g_autofree char *file = escape(stair->revision->path);
    g_string_append_printf(out, "  <testcase classname=\"revisions\" name=\"%s\" file=\"%s\" time=\"%.3f\">", name,
                           file, stair->seconds);
    if (stair->result == STAIR_FAILED)
        g_string_append_printf(out, "<failure message=\"%.*s\">%s</failure>", (int)strcspn(text, "\n"), text, text);
    else if (text[0] != '\0')
        g_string_append_printf(out, "<system-out>%s</system-out>", text);
    g_string_append(out, "</testcase>\n");
}

static void
write_junit(PleatSession *session, const GArray *stairs, guint failed)
{
    g_autoptr(GString) out = g_string_new("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    g_string_append_printf(out, "<testsuite name=\"pleat test\" tests=\"%u\" failures=\"%u\" errors=\"0\">\n",
                           stair_report_count(stairs), failed);
    for (guint i = 0; i < stairs->len; i++)
        if (stair_at(stairs, i)->chosen)
            append_case(out, stair_at(stairs, i));
    g_string_append(out, "</testsuite>\n");
    session_write_text(session, out->str);
}

bool
stair_report(PleatSession *session, const GArray *stairs)
{
    const guint count = stair_report_count(stairs);
    guint failed = 0;
    for (guint i = 0; i < stairs->len; i++)
        failed += stair_at(stairs, i)->chosen && stair_at(stairs, i)->result == STAIR_FAILED;
    if (session_has_format(session, "json"))
        write_json(session, stairs, failed);
    else if (session_has_format(session, "junit"))
        write_junit(session, stairs, failed);
    else
        session_write(session, "%u revision%s tested, %u failed\n", count, count == 1 ? "" : "s", failed);
    return failed == 0;
}
