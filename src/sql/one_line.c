#include "sql/one_line.h"

#include "sql/lex.h"
#include <string.h>

static void
append_on_one_line(GString *out, Token token)
{
    g_string_append(out, "U&");
    for (size_t i = 0; i < token.length; i++) {
        if (token.text[i] == '\n' || token.text[i] == '\r')
            g_string_append_printf(out, "\\%04X", (unsigned)token.text[i]);
        else if (token.text[i] == '\\')
            g_string_append(out, "\\\\");
        else
            g_string_append_c(out, token.text[i]);
    }
}

static bool
has_line_end(Token token)
{
    return memchr(token.text, '\n', token.length) != NULL || memchr(token.text, '\r', token.length) != NULL;
}

char *
one_line_format(const char *sql)
{
    GString *out = g_string_new(NULL);
    const char *cursor = sql;
    for (Token token = lex_next(&cursor); token.kind != TOKEN_END; token = lex_next(&cursor)) {
        if (token.kind == TOKEN_QUOTED && token.text[0] == '"' && has_line_end(token))
            append_on_one_line(out, token);
        else if (has_line_end(token))
            g_string_append_c(out, ' ');
        else
            g_string_append_len(out, token.text, (gssize)token.length);
    }
    return g_string_free(out, FALSE);
}

/* One escape, at the backslash: how long it is. 0: it is none. */
static size_t
read_escape(const char *at, const char *end, gunichar *character)
{
    if (end - at >= 2 && at[1] == '\\') {
        *character = '\\';
        return 2;
    }
    size_t start = end - at >= 2 && at[1] == '+' ? 2 : 1, digits = start == 2 ? 6 : 4;
    if ((size_t)(end - at) < start + digits)
        return 0;
    *character = 0;
    for (size_t i = start; i < start + digits; i++) {
        if (!g_ascii_isxdigit(at[i]))
            return 0;
        *character = *character * 16 + (gunichar)g_ascii_xdigit_value(at[i]);
    }
    return *character != 0 && g_unichar_validate(*character) ? start + digits : 0;
}

static void
append_plain(GString *out, Token token)
{
    const char *end = token.text + token.length;
    for (const char *at = token.text + strlen("U&"); at < end;) {
        gunichar character = 0;
        size_t length = *at == '\\' ? read_escape(at, end, &character) : 0;
        if (length == 0)
            g_string_append_c(out, *at);
        else if (character == '"')
            g_string_append(out, "\"\"");
        else
            g_string_append_unichar(out, character);
        at += MAX(length, 1);
    }
}

char *
one_line_parse(const char *sql)
{
    GString *out = g_string_new(NULL);
    const char *cursor = sql;
    for (Token token = lex_next(&cursor); token.kind != TOKEN_END; token = lex_next(&cursor)) {
        if (token.kind == TOKEN_QUOTED && token.text[0] != '"')
            append_plain(out, token);
        else
            g_string_append_len(out, token.text, (gssize)token.length);
    }
    return g_string_free(out, FALSE);
}
