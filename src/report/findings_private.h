/* findings_private.h - what the writers of formats share; nobody else includes it */
#pragma once

#include "report/findings.h"
#include <json-glib/json-glib.h>

struct Findings {
    const char *tool;
    const RuleName *const *rules;
    GPtrArray *list;     /* of Finding */
    GPtrArray *subjects; /* of files */
    GStringChunk *files;
};

char *findings_text(const Findings *findings, const FindingsView *view);
char *findings_json(const Findings *findings, const FindingsView *view);
char *findings_github(const Findings *findings, const FindingsView *view);
char *findings_gitlab(const Findings *findings, const FindingsView *view);
char *findings_sarif(const Findings *findings, const FindingsView *view);
char *findings_junit(const Findings *findings, const FindingsView *view);

/* "text (hint)", or the text alone: g_free. */
char *finding_sentence(const Finding *finding);

/* What stays the same when lines move: 64 hex digits. seen counts equal ones (text -> count). g_free. */
char *finding_fingerprint(const Finding *finding, const FindingsView *view, GHashTable *seen);

/* The document with a newline behind it: g_free. */
char *findings_print_json(JsonBuilder *builder);

/* Members of the object at hand; NULL texts are left out. */
void findings_add_text(JsonBuilder *builder, const char *name, const char *text);
void findings_add_number(JsonBuilder *builder, const char *name, gint64 number);
