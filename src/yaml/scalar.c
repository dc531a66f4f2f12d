#include "yaml/scalar.h"

#include <string.h>

/* What some YAML reader takes for a boolean, a null or a number instead of a text. */
static bool
is_misread(const char *text)
{
    static const char *const WORDS[] = {"true", "false", "yes",  "no",  "on",  "off",
                                        "y",    "n",     "null", "nan", "inf", NULL};
    g_autofree char *lower = g_ascii_strdown(text, -1);
    if (g_strv_contains(WORDS, lower))
        return true;
    bool like_number = g_ascii_isdigit(text[0]) || strchr("+-.", text[0]) != NULL;
    return like_number && text[strspn(text, "0123456789+-.:_eExXoOabcdfABCDFinTtZz ")] == '\0';
}

/* 0, 42: every reader gives back the same digits. */
static bool
is_small_integer(const char *text)
{
    return g_ascii_isdigit(text[0]) && (text[0] != '0' || text[1] == '\0') &&
           text[strspn(text, "0123456789")] == '\0' && strlen(text) < 10;
}

static bool
is_bare_word(const char *text)
{
    return text[0] != '\0' &&
           text[strspn(text, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_")] == '\0';
}

/* What no YAML reader takes as it is (YAML 1.1, 5.1 "Character Set"), or takes for a line end. */
static bool
is_escaped(gunichar c)
{
    return c < 0x20 || (c >= 0x7f && c < 0xa0) || c == 0x2028 || c == 0x2029 || c == 0xfeff || c == 0xfffe ||
           c == 0xffff;
}

static bool
is_printable(const char *text)
{
    for (const char *at = text; *at != '\0'; at += g_utf8_skip[(guchar)*at]) {
        gunichar c = g_utf8_get_char(at);
        if (c != '\n' && is_escaped(c))
            return false;
    }
    return true;
}

/* May the text stand without quotes? flow: inside of [ ] or { }, or as a key. */
static bool
is_plain(const char *text, bool flow)
{
    if (text[0] == '\0' || strchr("-?:,[]{}#&*!|>'\"%@` \t=~<.", text[0]) != NULL)
        return false;
    size_t length = strlen(text);
    if (text[length - 1] == ' ' || text[length - 1] == ':' || strstr(text, ": ") != NULL || strstr(text, " #") != NULL)
        return false;
    return (!flow || strpbrk(text, ",[]{}:#") == NULL) && strchr(text, '\n') == NULL &&
           g_utf8_validate(text, -1, NULL) && is_printable(text);
}

static void
append_escaped(GString *out, const char *text)
{
    g_string_append_c(out, '"');
    for (const char *at = text; *at != '\0'; at += g_utf8_skip[(guchar)*at]) {
        gunichar c = g_utf8_get_char(at);
        if (c == '"' || c == '\\')
            g_string_append_printf(out, "\\%c", (char)c);
        else if (c == '\n')
            g_string_append(out, "\\n");
        else if (c == '\t')
            g_string_append(out, "\\t");
        else if (is_escaped(c))
            g_string_append_printf(out, "\\u%04x", c);
        else
            g_string_append_unichar(out, c);
    }
    g_string_append_c(out, '"');
}

static void
append_quoted(GString *out, const char *text)
{
    bool readable = strpbrk(text, "\"\\") == NULL; /* in "...", SQL's strings need no '' for each ' */
    if (strchr(text, '\n') != NULL || !is_printable(text) || readable) {
        append_escaped(out, text);
        return;
    }
    g_string_append_c(out, '\'');
    for (const char *at = text; *at != '\0'; at++) {
        if (*at == '\'')
            g_string_append_c(out, '\'');
        g_string_append_c(out, *at);
    }
    g_string_append_c(out, '\'');
}

/* A literal block keeps every line as it is; an indentation indicator where the first line begins with a space. */
static void
append_block(GString *out, const char *text, int indent)
{
    g_string_append_c(out, '|');
    if (text[0] == ' ' || text[0] == '\n')
        g_string_append_printf(out, "%d", 2);
    g_string_append_c(out, '-');
    g_auto(GStrv) lines = g_strsplit(text, "\n", -1);
    for (char **line = lines; *line != NULL; line++) {
        g_string_append_c(out, '\n');
        if (**line != '\0')
            g_string_append_printf(out, "%*s%s", indent + 2, "", *line);
    }
}

void
scalar_append(GString *out, const char *text, int indent, bool sql)
{
    size_t length = strlen(text);
    bool many_lines = strchr(text, '\n') != NULL;
    if (many_lines && is_printable(text) && text[length - 1] != '\n' && text[length - 1] != ' ')
        append_block(out, text, indent);
    else if (is_small_integer(text) || (is_plain(text, false) && (!is_misread(text) || (sql && is_bare_word(text)))))
        g_string_append(out, text);
    else
        append_quoted(out, text);
}

void
scalar_append_key(GString *out, const char *text)
{
    if (is_plain(text, false) && !is_misread(text))
        g_string_append(out, text);
    else
        append_quoted(out, text);
}

void
scalar_append_inline(GString *out, const char *text)
{
    if (is_plain(text, true) && !is_misread(text))
        g_string_append(out, text);
    else
        append_quoted(out, text);
}
