#include "lint/exceptions.h"

#include "lint/rule.h"
#include <string.h>

typedef struct {
    const char *word; /* the rule as it was written */
    const RuleName *rule;
    const char *path, *object; /* patterns, or the file; NULL: any */
    int from, to;              /* lines; 0: any */
    const char *reason;        /* NULL: none */
    Place place;
    bool used;
} Exception;

struct Exceptions {
    Findings *findings;
    const Config *config;
    bool wants_all;
    GArray *list; /* of Exception */
    Arena *arena;
};

static void
add_configured(Exceptions *exceptions)
{
    const Config *config = exceptions->config;
    for (size_t i = 0; i < config->n_lint_allows; i++) {
        const ConfigAllow *allow = &config->lint_allows[i];
        const Exception exception = {
            .word = allow->rule,
            .rule = rule_find(allow->rule),
            .path = allow->path,
            .object = allow->object,
            .reason = allow->reason,
            .place = allow->place,
        };
        g_array_append_val(exceptions->list, exception);
    }
}

Exceptions *
exceptions_new(Findings *findings, const Config *config, bool wants_all)
{
    Exceptions *exceptions = g_new0(Exceptions, 1);
    exceptions->findings = findings;
    exceptions->config = config;
    exceptions->wants_all = wants_all;
    exceptions->list = g_array_new(FALSE, FALSE, sizeof(Exception));
    exceptions->arena = arena_new();
    add_configured(exceptions);
    return exceptions;
}

void
exceptions_free(Exceptions *exceptions)
{
    if (exceptions == NULL)
        return;
    g_array_unref(exceptions->list);
    arena_free(exceptions->arena);
    g_free(exceptions);
}

/* Of a revision ---------------------------------------------------------------------------------------------------- */

/* The lines of the step or statement that follows. */
static void
find_lines(Step **steps, int line, int *from, int *to)
{
    for (; steps != NULL && *steps != NULL; steps++) {
        const Step *step = *steps;
        guint last = 0;
        while (step->kind == STEP_TRANSACTION && step->statements[last] != NULL && step->statements[last + 1] != NULL)
            last++;
        if (step->line > line && (*from == 0 || step->line < *from)) { /* all of the step */
            *from = step->line;
            *to = MAX(step->lines[last], step->line);
            return;
        }
        for (guint i = 0; i <= last && step->lines[last] > line; i++)
            if (step->lines[i] > line) {
                *from = *to = step->lines[i];
                return;
            }
    }
}

void
exceptions_add_revision(Exceptions *exceptions, const Revision *revision)
{
    for (Allow **allow = revision->allows; allow != NULL && *allow != NULL; allow++) {
        const char *text = (*allow)->text;
        const size_t length = strcspn(text, " \t");
        const char *reason = text + length + strspn(text + length, " \t");
        Exception exception = {
            .word = arena_strndup(exceptions->arena, text, length),
            .path = revision->path,
            .reason = *reason == '\0' ? NULL : reason,
            .place = {revision->path, (*allow)->line, 1},
        };
        exception.rule = rule_find(exception.word);
        if (!(*allow)->in_header) {
            find_lines(revision->upgrade, (*allow)->line, &exception.from, &exception.to);
            find_lines(exception.from == 0 ? revision->downgrade : NULL, (*allow)->line, &exception.from,
                       &exception.to);
        }
        g_array_append_val(exceptions->list, exception);
    }
}

/* Applying --------------------------------------------------------------------------------------------------------- */

/* A pattern of pleat.yaml against a whole path, or the end of one: it is said from the project's folder. */
static bool
is_path(const char *pattern, const char *path)
{
    g_autofree char *anywhere = g_strconcat("*/", pattern, NULL);
    return path != NULL && (g_pattern_match_simple(pattern, path) || g_pattern_match_simple(anywhere, path));
}

/* The pattern of an object fits its columns, too. */
static bool
is_written(const char *pattern, const char *object)
{
    g_autofree char *parts = g_strconcat(pattern, ".*", NULL);
    return g_pattern_match_simple(pattern, object) || g_pattern_match_simple(parts, object);
}

/* As SQL writes it, or without the quotes. */
static bool
is_object(const char *pattern, const char *object)
{
    if (object == NULL)
        return false;
    g_auto(GStrv) pieces = g_strsplit(object, "\"", -1);
    g_autofree char *bare = g_strjoinv("", pieces);
    return is_written(pattern, object) || is_written(pattern, bare);
}

static bool
fits(const Exception *exception, const Finding *finding)
{
    const int line = finding->place.line;
    return exception->rule == finding->rule && exception->reason != NULL &&
           (exception->path == NULL || is_path(exception->path, finding->place.file)) &&
           (exception->object == NULL || is_object(exception->object, finding->object)) &&
           (exception->from == 0 || (line >= exception->from && line <= exception->to));
}

static Exception *
at(const Exceptions *exceptions, guint i)
{
    return &g_array_index(exceptions->list, Exception, i);
}

static void
apply_to(Exceptions *exceptions, Finding *finding)
{
    const Config *config = exceptions->config;
    for (size_t i = 0; i < config->n_lint_severities; i++)
        if (rule_find(config->lint_severities[i].rule) == finding->rule)
            for (Severity severity = 0; severity < N_SEVERITIES; severity++)
                if (strcmp(config->lint_severities[i].severity, severity_names[severity]) == 0)
                    finding->severity = severity;
    for (guint i = 0; i < exceptions->list->len; i++)
        if (fits(at(exceptions, i), finding)) {
            at(exceptions, i)->used = true;
            if (finding->allowed == NULL)
                finding->allowed = g_strdup(at(exceptions, i)->reason);
        }
}

static void
complain(Exceptions *exceptions, const char *code, Place place, const char *before, const char *word, const char *after)
{
    const RuleName *rule = rule_find(code);
    Finding *finding = findings_add(exceptions->findings, rule, place, "%s%s%s", before, word, after);
    finding_hint(finding, "%s", rule->help);
}

/* What is wrong with an exception itself. */
static void
judge(Exceptions *exceptions, const Exception *exception)
{
    if (exception->rule == NULL)
        complain(exceptions, "PL902", exception->place, "there is no rule \"", exception->word, "\"");
    else if (exception->reason == NULL)
        complain(exceptions, "PL901", exception->place, "", exception->word,
                 " is allowed without a reason, which does not count");
    else if (!exception->used && (exceptions->wants_all || exception->from > 0 || exception->path == NULL ||
                                  exception->place.file == exception->path))
        complain(exceptions, "PL903", exception->place, "nothing here needs an exception from ", exception->word, "");
}

void
exceptions_apply(Exceptions *exceptions)
{
    const Config *config = exceptions->config;
    for (guint i = 0; i < findings_count(exceptions->findings); i++)
        apply_to(exceptions, (Finding *)(guintptr)findings_get(exceptions->findings, i));
    for (guint i = 0; i < exceptions->list->len; i++)
        judge(exceptions, at(exceptions, i));
    for (size_t i = 0; i < config->n_lint_severities; i++)
        if (rule_find(config->lint_severities[i].rule) == NULL)
            complain(exceptions, "PL902", config->lint_severities[i].place, "there is no rule \"",
                     config->lint_severities[i].rule, "\"");
}
