/*
 * findings.h - what a check has found, for people and for the machines that read it in a pull request
 *
 * A finding belongs to a rule with a stable code, has a severity, and stands where the text says it that causes it.
 * Formats: text, json, github (annotations), gitlab (code quality), sarif (2.1.0), junit. Places are told as the user
 * would name them; machine formats want them from the repository's root.
 */
#pragma once

#include "base/problem.h"

typedef enum {
    SEVERITY_NOTICE, /* worth knowing; fails nothing */
    SEVERITY_WARNING,
    SEVERITY_ERROR,
    N_SEVERITIES
} Severity;

extern const char *const severity_names[N_SEVERITIES]; /* "notice", "warning", "error" */

/* What a rule is called. Static. */
typedef struct {
    const char *code;    /* "PL101": never given to another rule */
    const char *slug;    /* "index-not-concurrent" */
    const char *summary; /* one line, a sentence without a full stop */
    const char *help;    /* more, for formats that have room for it; NULL: none */
    Severity severity;   /* unless the configuration says another */
} RuleName;

typedef struct {
    const RuleName *rule;
    Severity severity;
    Place place;   /* file NULL: nowhere in particular */
    char *object;  /* "public.t", what it is about; NULL: nothing in particular */
    char *text;    /* the sentence */
    char *hint;    /* what to do; NULL: nothing can be said */
    char *allowed; /* the reason of an exception that makes it count for nothing; NULL: it counts */
} Finding;

typedef struct Findings Findings;

/* tool: "lint" or "check"; rules: all that it knows, NULL-terminated. Both are borrowed. */
Findings *findings_new(const char *tool, const RuleName *const *rules);
void findings_free(Findings *findings);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Findings, findings_free)

/* Adds one of the rule's severity and gives it back, for whoever has more to say of it. The file's name is copied. */
Finding *findings_add(Findings *findings, const RuleName *rule, Place place, const char *format, ...)
    G_GNUC_PRINTF(4, 5);
void finding_hint(Finding *finding, const char *format, ...) G_GNUC_PRINTF(2, 3);

/* A file that was looked at: reports of tests list those without findings, too. */
void findings_add_subject(Findings *findings, const char *file);

guint findings_count(const Findings *findings);
const Finding *findings_get(const Findings *findings, guint index);

/* Those of a severity that count. */
guint findings_of(const Findings *findings, Severity severity);
guint findings_allowed(const Findings *findings);

/* Is there a warning or an error that counts? */
bool findings_fail(const Findings *findings);

/* By file, line, column and code. */
void findings_sort(Findings *findings);

/* The names of the machine formats, NULL-terminated. */
extern const char *const findings_formats[];

typedef struct {
    const char *directory; /* what the names of files are relative to, absolute; else the current one */
    const char *root;      /* of the repository, absolute: what machine formats tell files from; NULL: directory */
    const char *fallback;  /* a file for findings that stand nowhere, where a format needs a place; NULL: none */
    bool color;            /* of text */
    bool allowed;          /* text tells those that an exception allows, too */
} FindingsView;

/* The file's path from the root, of the fallback where there is none; NULL: neither. "/" between the parts. g_free. */
char *finding_path(const char *file, const FindingsView *view);

/* In one of the formats, or text for NULL and "text"; g_free. */
char *findings_format(const Findings *findings, const char *format, const FindingsView *view);
