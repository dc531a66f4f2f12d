#include "yaml/config_sections.h"

#include <string.h>

static void
read_severities(Reader *reader, const DocNode *key, const DocNode *value)
{
    static const char *const SEVERITIES[] = {"error", "warning", "notice", NULL};
    Config *config = reader->config;
    (void)key;
    if (value->type != DOC_MAPPING) {
        if (!value->broken)
            problems_add(reader->problems, value->place, "severity is a mapping of rules, not %s",
                         doc_type_name(value));
        return;
    }
    config->lint_severities = arena_new_array(config->arena, ConfigSeverity, value->n_items);
    for (size_t i = 0; i < value->n_items; i++) {
        const DocItem *item = &value->items[i];
        const char *severity = reader_text(reader, item->value);
        if (severity != NULL && g_strv_contains(SEVERITIES, severity)) {
            config->lint_severities[config->n_lint_severities++] =
                (ConfigSeverity){item->key->text, severity, item->key->place};
            continue;
        }
        if (severity != NULL) {
            problems_add(reader->problems, item->value->place, "\"%s\" is no severity: error, warning or notice",
                         severity);
            problems_hint(reader->problems,
                          "what is not to be found at all is an exception, with a reason: lint: {allow: ...}");
        }
    }
}

READER(allow_rule, reader_set_text(reader, value, &reader->config->lint_allows[reader->config->n_lint_allows].rule))
READER(allow_path, reader_set_text(reader, value, &reader->config->lint_allows[reader->config->n_lint_allows].path))
READER(allow_object, reader_set_text(reader, value, &reader->config->lint_allows[reader->config->n_lint_allows].object))
READER(allow_reason, reader_set_text(reader, value, &reader->config->lint_allows[reader->config->n_lint_allows].reason))

static const Section ALLOW[] = {
    {"rule", read_allow_rule}, {"path", read_allow_path}, {"object", read_allow_object}, {"reason", read_allow_reason}};

static void
read_allows(Reader *reader, const DocNode *key, const DocNode *value)
{
    Config *config = reader->config;
    (void)key;
    if (value->type != DOC_LIST) {
        if (!value->broken)
            problems_add(reader->problems, value->place, "allow is a list of exceptions, not %s", doc_type_name(value));
        return;
    }
    config->lint_allows = arena_new_array(config->arena, ConfigAllow, value->n_items);
    for (size_t i = 0; i < value->n_items; i++) {
        const DocNode *item = value->items[i].value;
        ConfigAllow *allow = &config->lint_allows[config->n_lint_allows];
        SECTION(reader, item, "an exception of lint", ALLOW);
        allow->place = item->place;
        if (allow->rule != NULL)
            config->n_lint_allows++;
        else if (!item->broken && item->type == DOC_MAPPING)
            problems_add(reader->problems, item->place, "an exception of lint names no rule");
    }
}

READER(report_link, reader_set_text(reader, value, &reader->config->report_link))

static const Section REPORT[] = {{"link", read_report_link}};

static void
read_discipline_rules(Reader *reader, const DocNode *key, const DocNode *value)
{
    const char **list = NULL;
    (void)key;
    reader_texts(reader, value, &list);
    reader->config->discipline_rules = (const char *const *)list;
}

READER(discipline_base, reader_set_text(reader, value, &reader->config->discipline_base))

static const Section DISCIPLINE[] = {{"base", read_discipline_base}, {"rules", read_discipline_rules}};

static const Section LINT[] = {{"severity", read_severities}, {"allow", read_allows}};

/* off, warn, error */
static bool
parse_level(const char *text, GateLevel *out)
{
    for (GateLevel level = GATE_OFF; level < N_GATE_LEVELS; level++)
        if (strcmp(text, gate_level_names[level]) == 0) {
            *out = level;
            return true;
        }
    return false;
}

static void
read_gate(Reader *reader, const DocNode *key, const DocNode *value)
{
    Gate gate = GATE_BACKFILL;
    while (strcmp(gate_names[gate], key->text) != 0)
        gate++;
    const char *text = reader_text(reader, value);
    if (text != NULL && !parse_level(text, &reader->config->gates.levels[gate])) {
        problems_add(reader->problems, value->place, "\"%s\" is no level of a gate", text);
        problems_hint(reader->problems, "off, warn or error");
    }
}

/* "2d", "2d warn", "off" */
static void
read_time_gate(Reader *reader, const DocNode *value, Gate gate, gint64 *ms)
{
    const char *text = reader_text(reader, value);
    g_auto(GStrv) words = text == NULL ? NULL : g_strsplit(text, " ", 2);
    GateLevel *level = &reader->config->gates.levels[gate];
    if (text == NULL || (parse_level(text, level) && *level == GATE_OFF))
        return;
    *level = GATE_ERROR;
    const gint64 time = config_parse_duration(text, strcspn(text, " "));
    if (time >= 0 && (words[1] == NULL || parse_level(words[1], level))) {
        *ms = time;
        return;
    }
    problems_add(reader->problems, value->place, "\"%s\" is no time for a gate", text);
    problems_hint(reader->problems, "a duration, which may be followed by a level (2d, 2d warn), or off");
}

READER(soak, read_time_gate(reader, value, GATE_SOAK, &reader->config->gates.soak_ms))
READER(quarantined_for, read_time_gate(reader, value, GATE_QUARANTINED, &reader->config->gates.quarantined_ms))
READER(deprecated_for, read_time_gate(reader, value, GATE_DEPRECATED, &reader->config->gates.deprecated_ms))

void
config_read_gates(Reader *reader, const DocNode *key, const DocNode *value)
{
    Section sections[N_GATES];
    (void)key;
    for (Gate gate = GATE_BACKFILL; gate < N_GATES; gate++)
        sections[gate] = (Section){gate_names[gate], read_gate};
    sections[GATE_SOAK].read = read_soak;
    sections[GATE_DEPRECATED] = (Section){"deprecated_for", read_deprecated_for};
    sections[GATE_QUARANTINED] = (Section){"quarantined_for", read_quarantined_for};
    reader_section(reader, value, "gates", sections, N_GATES);
}

READER(search_path, reader_texts(reader, value, &reader->config->compat_search_path))

static const Section COMPAT[] = {{"search_path", read_search_path}};

void
config_read_lint(Reader *reader, const DocNode *key, const DocNode *value)
{
    (void)key;
    SECTION(reader, value, "lint", LINT);
}

void
config_read_discipline(Reader *reader, const DocNode *key, const DocNode *value)
{
    (void)key;
    SECTION(reader, value, "discipline", DISCIPLINE);
}

void
config_read_report(Reader *reader, const DocNode *key, const DocNode *value)
{
    (void)key;
    SECTION(reader, value, "report", REPORT);
}

void
config_read_compat(Reader *reader, const DocNode *key, const DocNode *value)
{
    (void)key;
    SECTION(reader, value, "compat", COMPAT);
}
