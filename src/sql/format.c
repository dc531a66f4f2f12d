#include "sql/format.h"

#include "sql/keywords.h"
#include <stdbool.h>
#include <string.h>

static bool
is_plain(const char *name)
{
    if (!g_ascii_islower(name[0]) && name[0] != '_')
        return false;
    for (const char *at = name; *at != '\0'; at++)
        if (!g_ascii_islower(*at) && !g_ascii_isdigit(*at) && *at != '_')
            return false;
    return !sql_is_keyword(name);
}

void
sql_append_identifier(GString *out, const char *name)
{
    if (is_plain(name)) {
        g_string_append(out, name);
        return;
    }
    g_string_append_c(out, '"');
    for (const char *at = name; *at != '\0'; at++) {
        if (*at == '"')
            g_string_append_c(out, '"');
        g_string_append_c(out, *at);
    }
    g_string_append_c(out, '"');
}

void
sql_append_literal(GString *out, const char *text)
{
    if (text == NULL) {
        g_string_append(out, "NULL");
        return;
    }
    bool escapes = strchr(text, '\\') != NULL;
    g_string_append(out, escapes ? "E'" : "'");
    for (const char *at = text; *at != '\0'; at++) {
        if (*at == '\'' || (escapes && *at == '\\'))
            g_string_append_c(out, *at);
        g_string_append_c(out, *at);
    }
    g_string_append_c(out, '\'');
}

void
sql_append_v(GString *out, const char *format, va_list args)
{
    for (const char *at = format; *at != '\0'; at++) {
        if (*at != '%') {
            g_string_append_c(out, *at);
            continue;
        }
        switch (*++at) {
        case 'I':
            sql_append_identifier(out, va_arg(args, const char *));
            break;
        case 'L':
            sql_append_literal(out, va_arg(args, const char *));
            break;
        case 's':
            g_string_append(out, va_arg(args, const char *));
            break;
        case 'd':
            g_string_append_printf(out, "%d", va_arg(args, int));
            break;
        case '%':
            g_string_append_c(out, '%');
            break;
        default:
            g_assert_not_reached();
        }
    }
}

void
sql_append(GString *out, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    sql_append_v(out, format, args);
    va_end(args);
}

char *
sql_printf(Arena *arena, const char *format, ...)
{
    GString *out = g_string_new(NULL);
    va_list args;
    va_start(args, format);
    sql_append_v(out, format, args);
    va_end(args);
    char *text = arena_strndup(arena, out->str, out->len);
    g_string_free(out, TRUE);
    return text;
}

char *
sql_dollar_quote(const char *text)
{
    char *quote = g_strdup("$pleat$");
    for (int i = 1; strstr(text, quote) != NULL; i++) {
        g_free(quote);
        quote = g_strdup_printf("$pleat%d$", i);
    }
    return quote;
}

char *
sql_fit_name(Arena *arena, const char *name)
{
    if (strlen(name) <= SQL_NAME_LONGEST)
        return arena_strdup(arena, name);
    g_autofree char *hash = g_compute_checksum_for_string(G_CHECKSUM_SHA256, name, -1);
    const char *end = name + SQL_NAME_LONGEST - 5;
    while (((unsigned char)*end & 0xC0) == 0x80) /* no half characters */
        end--;
    return arena_printf(arena, "%.*s_%.4s", (int)(end - name), name, hash);
}

void
sql_append_element(GString *array, const char *text)
{
    g_string_append_c(array, array->len == 0 ? '{' : ',');
    if (text == NULL) {
        g_string_append(array, "NULL");
        return;
    }
    g_string_append_c(array, '"');
    for (; *text != '\0'; text++) {
        if (*text == '"' || *text == '\\')
            g_string_append_c(array, '\\');
        g_string_append_c(array, *text);
    }
    g_string_append_c(array, '"');
}

void
sql_end_array(GString *array)
{
    g_string_append(array, array->len == 0 ? "{}" : "}");
}

char *
sql_search_path(Arena *arena, const char *first, const char *const *schemas)
{
    static const char *const NONE[] = {NULL};
    const char *const *others = schemas == NULL ? NONE : schemas;
    g_autoptr(GString) path = g_string_new(NULL);
    if (first != NULL)
        sql_append(path, "%I, ", first);
    for (const char *const *other = others; *other != NULL; other++)
        if (g_strcmp0(*other, first) != 0)
            sql_append(path, "%I, ", *other);
    if (g_strcmp0(first, "public") == 0 || g_strv_contains(others, "public"))
        g_string_truncate(path, path->len - strlen(", "));
    else
        g_string_append(path, "public");
    return arena_strdup(arena, path->str);
}
