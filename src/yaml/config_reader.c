#include "yaml/config_reader.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

/* Values --------------------------------------------------------------------------------------------------------- */

const char *
reader_text(Reader *reader, const DocNode *value)
{
    if (value->broken)
        return NULL;
    if (value->type == DOC_TEXT && !value->missing)
        return value->text;
    problems_add(reader->problems, value->place, "expected a text, not %s", doc_type_name(value));
    return NULL;
}

void
reader_bool(Reader *reader, const DocNode *value, bool *out)
{
    const char *text = reader_text(reader, value);
    if (text == NULL)
        return;
    if (strcmp(text, "true") != 0 && strcmp(text, "false") != 0)
        problems_add(reader->problems, value->place, "\"%s\" is neither true nor false", text);
    else
        *out = text[0] == 't';
}

void
reader_int(Reader *reader, const DocNode *value, int lowest, int *out)
{
    const char *text = reader_text(reader, value);
    if (text == NULL)
        return;
    char *end;
    long number = strtol(text, &end, 10);
    if (*text == '\0' || *end != '\0' || number < lowest || number > 1000000000)
        problems_add(reader->problems, value->place, "\"%s\" is not a whole number of at least %d", text, lowest);
    else
        *out = (int)number;
}

gint64
config_parse_duration(const char *text, size_t length)
{
    static const struct {
        const char *unit;
        gint64 ms;
    } UNITS[] = {{"ms", 1}, {"s", 1000}, {"min", 60000}, {"h", 3600000}, {"d", 86400000}};
    g_autofree char *copy = g_strndup(text, length);
    char *end;
    errno = 0;
    gint64 number = g_ascii_strtoll(copy, &end, 10);
    if (!g_ascii_isdigit(copy[0]) || errno != 0 || number > G_MAXINT64 / 86400000)
        return -1;
    for (size_t i = 0; i < G_N_ELEMENTS(UNITS); i++)
        if (strcmp(end, UNITS[i].unit) == 0)
            return number * UNITS[i].ms;
    return -1;
}

void
reader_duration(Reader *reader, const DocNode *value, gint64 *out)
{
    const char *text = reader_text(reader, value);
    if (text == NULL)
        return;
    gint64 ms = config_parse_duration(text, strlen(text));
    if (ms < 0) {
        problems_add(reader->problems, value->place, "\"%s\" is no duration", text);
        problems_hint(reader->problems, "a number with ms, s, min, h or d: 800ms");
        return;
    }
    *out = ms;
}

void
reader_range(Reader *reader, const DocNode *value, gint64 *from, gint64 *to)
{
    const char *text = reader_text(reader, value);
    const char *dots = text == NULL ? NULL : strstr(text, "..");
    if (text == NULL)
        return;
    gint64 low = dots == NULL ? -1 : config_parse_duration(text, (size_t)(dots - text));
    gint64 high = dots == NULL ? -1 : config_parse_duration(dots + 2, strlen(dots + 2));
    if (low < 0 || high < low) {
        problems_add(reader->problems, value->place, "\"%s\" is no range of durations", text);
        problems_hint(reader->problems, "from the shorter to the longer: 50ms..30s");
        return;
    }
    *from = low;
    *to = high;
}

void
reader_texts(Reader *reader, const DocNode *value, const char ***out)
{
    if (value->type != DOC_LIST) {
        if (!value->broken)
            problems_add(reader->problems, value->place, "expected a list, not %s", doc_type_name(value));
        return;
    }
    const char **list = arena_new_array(reader->config->arena, const char *, value->n_items + 1);
    size_t n = 0;
    for (size_t i = 0; i < value->n_items; i++) {
        const char *text = reader_text(reader, value->items[i].value);
        if (text != NULL)
            list[n++] = text;
    }
    *out = list;
}

/* Sections ------------------------------------------------------------------------------------------------------- */

void
reader_section(Reader *reader, const DocNode *mapping, const char *where, const Section *sections, size_t n)
{
    if (mapping->broken || mapping->missing)
        return;
    if (mapping->type != DOC_MAPPING) {
        problems_add(reader->problems, mapping->place, "%s is a mapping, not %s", where, doc_type_name(mapping));
        return;
    }
    for (size_t i = 0; i < mapping->n_items; i++) {
        const DocItem *item = &mapping->items[i];
        g_autofree const char **keys = g_new0(const char *, n + 1);
        bool found = false;
        for (size_t s = 0; s < n && !found; s++) {
            keys[s] = sections[s].key;
            found = strcmp(item->key->text, sections[s].key) == 0;
            if (found)
                sections[s].read(reader, item->key, item->value);
        }
        if (found)
            continue;
        problems_add(reader->problems, item->key->place, "unknown key \"%s\" in %s", item->key->text, where);
        const char *near = problem_did_you_mean(item->key->text, keys);
        if (near != NULL)
            problems_hint(reader->problems, "did you mean \"%s\"?", near);
    }
}

void
reader_set_text(Reader *reader, const DocNode *value, const char **out)
{
    const char *text = reader_text(reader, value);
    if (text != NULL)
        *out = text;
}

void
reader_check_tokens(Reader *reader, const DocNode *value, const char *const *tokens)
{
    const char *text = value->text;
    for (const char *at = strchr(text, '{'); at != NULL; at = strchr(at + 1, '{')) {
        g_autofree char *token = g_strndup(at + 1, strcspn(at + 1, "}"));
        if (g_strv_contains(tokens, token))
            continue;
        problems_add(reader->problems, doc_place_at(value, (size_t)(at - text)), "unknown token \"{%s}\"", token);
        const char *near = problem_did_you_mean(token, tokens);
        g_autofree char *all = g_strjoinv("} {", (char **)(guintptr)tokens);
        problems_hint(reader->problems, near == NULL ? "one of {%s}" : "did you mean \"{%s}\"?",
                      near == NULL ? all : near);
    }
}
