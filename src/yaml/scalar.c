#include "yaml/scalar.h"

#include <string.h>

/* What some YAML reader takes for a boolean, a null or a number instead of a text. */
static bool
is_misread(const char *text)
{
    static const char *const WORDS[] = {"true", "false", "yes",  "no",  "on",  "off",
                                        "y",    "n",     "null", "nan", "inf", NULL};
    g_autofree char *lower = g_ascii_strdown(text, -1);
    return g_strv_contains(WORDS, lower) || text[strspn(text, "0123456789+-.:_eExXoabcdfABCDF")] == '\0';
}

static bool
is_bare_word(const char *text)
{
    return text[0] != '\0' &&
           text[strspn(text, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_")] == '\0';
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
    for (const char *at = text; *at != '\0'; at++)
        if ((unsigned char)*at < 0x20 || *at == 0x7f || (flow && strchr(",[]{}:#", *at) != NULL))
            return false;
    return g_utf8_validate(text, -1, NULL) && strstr(text, "\xc2\x85") == NULL &&
           strstr(text, "\xe2\x80\xa8") == NULL && strstr(text, "\xef\xbb\xbf") == NULL;
}

static bool
is_printable(const char *text)
{
    for (const char *at = text; *at != '\0'; at += g_utf8_skip[(guchar)*at]) {
        gunichar c = g_utf8_get_char(at);
        if (c != '\n' && (c < 0x20 || (c >= 0x7f && c < 0xa0) || c == 0x2028 || c == 0x2029 || c == 0xfeff))
            return false;
    }
    return true;
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
        else if (c < 0x20 || (c >= 0x7f && c < 0xa0) || c == 0x2028 || c == 0x2029 || c == 0xfeff)
            g_string_append_printf(out, "\\u%04x", c);
        else
            g_string_append_unichar(out, c);
    }
    g_string_append_c(out, '"');
}

static void
append_quoted(GString *out, const char *text)
{
    if (strchr(text, '\n') != NULL || !is_printable(text)) {
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
    else if (is_plain(text, false) && (!is_misread(text) || (sql && is_bare_word(text))))
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
